import { customersRoom } from './customers/room.ts';
import { galleryRoom, stageRoom } from './gallery/room.ts';
import { glanceRoom } from './home/glance-room.ts';
import { homeRoom } from './home/room.ts';
import { intakeRoom } from './intake/room.ts';
import { memoryRoom } from './memory/room.ts';
import { momentsOutsideRoom } from './moments/outside-room.ts';
import { momentsRoom } from './moments/room.ts';
import type { WebRoom } from './platform/room.ts';
import { promisesOutsideRoom } from './promises/outside-room.ts';
import { promisesRoom } from './promises/room.ts';
import { settingsRoom } from './settings/room.ts';
import { staffRoom } from './staff/room.ts';
import { todayRoom } from './today/room.ts';

/** Every room of the web client, left to right; the only list of them. */
const house: readonly WebRoom[] = [
  homeRoom,
  customersRoom,
  memoryRoom,
  intakeRoom,
  todayRoom,
  promisesRoom,
  promisesOutsideRoom,
  momentsOutsideRoom,
  momentsRoom,
  staffRoom,
  settingsRoom,
  glanceRoom,
];

/** What is shown: the house; under `--mode gallery` only the parts, alone on a stage; in the dev server both. */
export const rooms: readonly WebRoom[] =
  import.meta.env.MODE === 'gallery'
    ? [homeRoom, galleryRoom, stageRoom]
    : import.meta.env.DEV
      ? [...house, galleryRoom]
      : house;
