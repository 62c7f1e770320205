import { IconKey, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { people } from '../../shared/staff-people.ts';
import { ask } from '../platform/ask.ts';
import type { WebRoom } from '../platform/room.ts';

/** Who works here: the doors before sign-in, people, departments, rights, the organisation, keys, oneself. */
export const staffRoom: WebRoom = {
  name: 'staff',
  routes: [
    {
      path: '/set-up',
      title: 'staff.setUp.title',
      access: 'open',
      frame: 'bare',
      load: () => import('./set-up-page.tsx').then((page) => page.SetUpPage),
    },
    {
      path: '/invitation',
      title: 'staff.invitation.title',
      access: 'open',
      frame: 'bare',
      load: () => import('./invitation-page.tsx').then((page) => page.InvitationPage),
    },
    {
      path: '/reset-password',
      title: 'staff.askReset.title',
      access: 'open',
      frame: 'bare',
      load: () => import('./ask-reset-page.tsx').then((page) => page.AskResetPage),
    },
    {
      path: '/reset',
      title: 'staff.reset.title',
      access: 'open',
      frame: 'bare',
      load: () => import('./reset-page.tsx').then((page) => page.ResetPage),
    },
    {
      path: '/people',
      title: 'staff.people.title',
      access: 'staff.manage',
      load: () => import('./people-page.tsx').then((page) => page.PeoplePage),
    },
    {
      path: '/people/departments',
      title: 'staff.departments.title',
      load: () => import('./departments-page.tsx').then((page) => page.DepartmentsPage),
    },
    {
      path: '/people/departments/$department_id',
      title: 'calendar.title',
      load: () => import('./department-calendar-page.tsx').then((page) => page.DepartmentCalendarPage),
    },
    {
      path: '/people/rights',
      title: 'staff.rights.title',
      load: () => import('./rights-page.tsx').then((page) => page.RightsPage),
    },
    {
      path: '/settings/account',
      title: 'staff.account.title',
      load: () => import('./account-page.tsx').then((page) => page.AccountPage),
    },
    {
      path: '/settings/organisation',
      title: 'staff.organisation.title',
      access: 'staff.administer',
      load: () => import('./organisation-page.tsx').then((page) => page.OrganisationPage),
    },
    {
      path: '/settings/keys',
      title: 'staff.keys.title',
      access: 'staff.manage',
      load: () => import('./api-keys-page.tsx').then((page) => page.ApiKeysPage),
    },
    {
      path: '/settings/changes',
      title: 'staff.changes.title',
      access: 'staff.administer',
      load: () => import('./changes-page.tsx').then((page) => page.ChangesPage),
    },
  ],
  navigation: [
    {
      to: '/people',
      label: 'shell.nav.people',
      short: 'shell.nav.peopleShort',
      icon: IconUsersGroup,
      order: 80,
      access: 'staff.manage',
    },
  ],
  commands: [
    {
      id: 'invite',
      label: 'staff.invite.title',
      icon: IconUserPlus,
      access: 'staff.manage',
      run: (go) => go('/people?invite=yes'),
    },
    {
      id: 'make-api-key',
      label: 'staff.keys.title',
      icon: IconKey,
      access: 'staff.manage',
      run: (go) => go('/settings/keys'),
    },
  ],
  firstSteps: [
    {
      id: 'house',
      order: 10,
      title: 'staff.step.house',
      sentence: 'staff.step.houseSentence',
      to: '/settings/organisation',
      access: 'staff.administer',
      done: async () => true,
    },
    {
      id: 'invite',
      order: 50,
      title: 'staff.step.invite',
      sentence: 'staff.step.inviteSentence',
      to: '/people?invite=yes',
      access: 'staff.manage',
      done: async () => (await ask(people, {})).people.length > 1,
    },
  ],
};
