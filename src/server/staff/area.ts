import type { Area } from '../platform/area.ts';

/** The room of the people who work here. */
export const staffArea: Area = { name: 'staff', answers: [] };
