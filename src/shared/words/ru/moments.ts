import type { moments as english } from '../en/moments.ts';
import type { Translated } from '../shape.ts';
import { account, repair } from './moments-account.ts';
import { cause, kind, low, marks, one, sign, source, stage, tap } from './moments-one.ts';
import { list, nav, page } from './moments-page.ts';
import { places, ways } from './moments-settings.ts';

/** What is said of moments, in Russian. */
export const moments = {
  nav,
  page,
  list,
  sign,
  marks,
  low,
  stage,
  source,
  kind,
  cause,
  one,
  tap,
  repair,
  account,
  ways,
  places,
  brief: {
    owed_one: 'За нами {{count, number}} хороший момент.',
    owed_few: 'За нами {{count, number}} хороших момента.',
    owed_many: 'За нами {{count, number}} хороших моментов.',
    owed_other: 'За нами {{count, number}} хорошего момента.',
  },
} as const satisfies Translated<typeof english>;
