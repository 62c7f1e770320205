import type { Area } from '../platform/area.ts';

/** What awaits people here, and what they are told: rooms to the right put it here and settle it. */
export const todayArea: Area = {
  name: 'today',
  answers: [],
};
