import type { moments as english } from '../en/moments.ts';
import type { Translated } from '../shape.ts';
import { account, repair } from './moments-account.ts';
import { cause, kind, low, marks, one, sign, source, stage, tap } from './moments-one.ts';
import { list, nav, page } from './moments-page.ts';
import { places, ways } from './moments-settings.ts';

/** What is said of moments, in Spanish. */
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
    owed_one: 'Se le debe {{count, number}} buen momento.',
    owed_many: 'Se le deben {{count, number}} buenos momentos.',
    owed_other: 'Se le deben {{count, number}} buenos momentos.',
  },
} as const satisfies Translated<typeof english>;
