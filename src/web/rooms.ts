import { galleryRoom, stageRoom } from './gallery/room.ts';
import { homeRoom } from './home/room.ts';
import type { WebRoom } from './platform/room.ts';

/** The parts in all their states: in the dev server, and alone on a stage for the test of the parts; never in production. */
const builders: readonly WebRoom[] = import.meta.env.DEV
  ? [galleryRoom]
  : import.meta.env.MODE === 'gallery'
    ? [galleryRoom, stageRoom]
    : [];

/** Every room of the web client, left to right; the only list of them. */
export const rooms: readonly WebRoom[] = [homeRoom, ...builders];
