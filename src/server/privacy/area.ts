import type { Area } from '../platform/area.ts';

/** The room that holds what customers' data is used for. */
export const privacyArea: Area = { name: 'privacy', answers: [] };
