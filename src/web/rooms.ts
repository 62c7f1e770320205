import { galleryRoom } from './gallery/room.ts';
import { homeRoom } from './home/room.ts';
import type { WebRoom } from './platform/room.ts';

/** The parts in all their states, for whoever builds pages; never in a production build. */
const builders: readonly WebRoom[] = import.meta.env.PROD && import.meta.env.MODE !== 'gallery' ? [] : [galleryRoom];

/** Every room of the web client, left to right; the only list of them. */
export const rooms: readonly WebRoom[] = [homeRoom, ...builders];
