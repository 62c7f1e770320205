import type { moments as english } from '../en/moments.ts';
import type { Translated } from '../shape.ts';

/** What is said of moments, in Russian. */
export const moments = {
  brief: {
    owed_one: 'За нами {{count, number}} хороший момент.',
    owed_few: 'За нами {{count, number}} хороших момента.',
    owed_many: 'За нами {{count, number}} хороших моментов.',
    owed_other: 'За нами {{count, number}} хорошего момента.',
  },
} as const satisfies Translated<typeof english>;
