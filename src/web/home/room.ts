import { IconSun } from '@tabler/icons-react';
import type { WebRoom } from '../platform/room.ts';

/** The home of everyone: Today. */
export const homeRoom: WebRoom = {
  name: 'home',
  routes: [
    { path: '/', title: 'shell.home.title', load: () => import('./home-page.tsx').then((page) => page.HomePage) },
  ],
  navigation: [{ to: '/', label: 'shell.nav.today', icon: IconSun, order: 10 }],
};
