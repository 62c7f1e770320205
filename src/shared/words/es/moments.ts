import type { moments as english } from '../en/moments.ts';
import type { Translated } from '../shape.ts';

/** What is said of moments, in Spanish. */
export const moments = {
  brief: {
    owed_one: 'Se le debe {{count, number}} buen momento.',
    owed_many: 'Se le deben {{count, number}} buenos momentos.',
    owed_other: 'Se le deben {{count, number}} buenos momentos.',
  },
} as const satisfies Translated<typeof english>;
