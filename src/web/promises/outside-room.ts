import { IconUsersGroup, IconWritingSign } from '@tabler/icons-react';
import type { WebRoom } from '../platform/room.ts';

/** What of the promises faces outward: partners, standing promises, the page that everybody may read, the house's ways. */
export const promisesOutsideRoom: WebRoom = {
  name: 'promises-outside',
  routes: [
    {
      path: '/keeper',
      title: 'promisesOutside.keeper.title',
      access: 'open',
      frame: 'bare',
      load: () => import('./partner-page.tsx').then((page) => page.PartnerPage),
    },
    {
      path: '/our-promises',
      title: 'promisesPublic.page.title',
      access: 'open',
      frame: 'bare',
      load: () => import('./public-page.tsx').then((page) => page.PublicPage),
    },
    {
      path: '/promises/partners',
      title: 'promisesOutside.partners.title',
      access: 'customers.read',
      load: () => import('./partner-list-page.tsx').then((page) => page.PartnerListPage),
    },
    {
      path: '/promises/standing',
      title: 'promisesStanding.title',
      access: 'customers.read',
      load: () => import('./standing-list-page.tsx').then((page) => page.StandingListPage),
    },
    {
      path: '/promises/standing/new',
      title: 'promisesStanding.form.new',
      access: 'promises.manage',
      load: () => import('./standing-form-page.tsx').then((page) => page.StandingFormPage),
    },
    {
      path: '/promises/standing/$standing_id',
      title: 'promisesStanding.title',
      access: 'customers.read',
      load: () => import('./standing-page.tsx').then((page) => page.StandingPage),
    },
    {
      path: '/promises/standing/$standing_id/edit',
      title: 'promisesStanding.act.edit',
      access: 'promises.manage',
      load: () => import('./standing-form-page.tsx').then((page) => page.StandingFormPage),
    },
    {
      path: '/settings/promises',
      title: 'promisesPublic.settings.title',
      access: 'customers.read',
      load: () => import('./settings-promises-page.tsx').then((page) => page.SettingsPromisesPage),
    },
  ],
  commands: [
    {
      id: 'standing-promises',
      label: 'promisesStanding.title',
      icon: IconWritingSign,
      access: 'customers.read',
      run: (go) => go('/promises/standing'),
    },
    {
      id: 'outside-partners',
      label: 'promisesOutside.partners.title',
      icon: IconUsersGroup,
      access: 'customers.read',
      run: (go) => go('/promises/partners'),
    },
  ],
};
