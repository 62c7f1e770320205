import { account, repair } from './moments-account.ts';
import { cause, kind, low, marks, one, sign, source, stage, tap } from './moments-one.ts';
import { list, nav, page } from './moments-page.ts';
import { places, ways } from './moments-settings.ts';

/** What is said of moments, in English. */
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
    owed_one: 'We owe him {{count, number}} good moment.',
    owed_other: 'We owe him {{count, number}} good moments.',
  },
} as const;
