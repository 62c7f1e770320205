import type { WebRoom } from '../platform/room.ts';

/** What of the moments faces outward: the page on which a customer says how it was. */
export const momentsOutsideRoom: WebRoom = {
  name: 'moments-outside',
  routes: [
    {
      path: '/how',
      title: 'momentsOutside.page.title',
      access: 'open',
      frame: 'bare',
      load: () => import('./how-page.tsx').then((page) => page.HowPage),
    },
  ],
};
