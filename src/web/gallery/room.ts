import { IconHome, IconInbox, IconPalette, IconSettings, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import type { WebRoom } from '../platform/room.ts';

const load = () => import('./gallery-page.tsx').then((page) => page.GalleryPage);

/** Every part in every state, for whoever builds pages and for the accessibility test; not in production. */
export const galleryRoom: WebRoom = {
  name: 'gallery',
  routes: [
    { path: '/gallery', title: 'shell.name', load },
    { path: '/gallery/$place', title: 'shell.name', load },
    { path: '/gallery-closed', title: 'shell.name', access: 'house.operate', load },
  ],
  navigation: [{ to: '/gallery', label: 'shell.nav.more', icon: IconPalette, order: 99 }],
};

/** The rooms that a whole house has, so that the frame can be looked at before they are built. */
export const stageRoom: WebRoom = {
  name: 'stage',
  routes: [],
  navigation: [
    { to: '/gallery/customers', label: 'shell.nav.customers', icon: IconUsers, order: 20 },
    { to: '/gallery/intake', label: 'shell.nav.intake', short: 'shell.nav.intakeShort', icon: IconInbox, order: 60 },
    {
      to: '/gallery/people',
      label: 'shell.nav.people',
      short: 'shell.nav.peopleShort',
      icon: IconUsersGroup,
      order: 80,
    },
    { to: '/gallery/settings', label: 'shell.nav.settings', icon: IconSettings, order: 90 },
  ],
  firstSteps: [
    {
      id: 'a',
      order: 1,
      title: 'shell.nav.people',
      sentence: 'shell.signIn.sentence',
      to: '/gallery',
      done: async () => true,
    },
    {
      id: 'b',
      order: 2,
      title: 'shell.nav.intake',
      sentence: 'parts.drop.title',
      to: '/gallery',
      done: async () => false,
    },
    {
      id: 'c',
      order: 3,
      title: 'shell.nav.customers',
      sentence: 'shell.home.stepsSentence',
      to: '/gallery',
      done: async () => false,
    },
  ],
  commands: [{ id: 'home', label: 'shell.lost.act', icon: IconHome, keys: 'g t', run: (go) => go('/') }],
  slots: { capture: () => null },
  search: async (text) => [{ id: 'one', label: 'Ana Ruiz', detail: text, icon: IconUsers, to: '/gallery/ana' }],
};
