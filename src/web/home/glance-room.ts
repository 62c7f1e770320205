import type { WebRoom } from '../platform/room.ts';
import { Glance } from './glance.tsx';

/** What stands on Today because the rooms to the right are there: the house at a glance, and the ways to fill it. */
export const glanceRoom: WebRoom = {
  name: 'glance',
  routes: [
    {
      path: '/start',
      title: 'home.start.title',
      access: 'intake.manage',
      load: () => import('./start-page.tsx').then((page) => page.StartPage),
    },
  ],
  slots: { 'home.glance': Glance },
};
