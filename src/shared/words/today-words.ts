import { momentsToday } from './en/moments-today.ts';
import { promisesToday } from './en/promises-today.ts';
import { teamToday } from './en/today-team.ts';

/** What rooms say on Today and in tellings: each a `<room>Today` of words, with its `line`s and the one-key `step`s. */
const said = { momentsToday, promisesToday, teamToday } as const;

type Said = typeof said;
type Of<Part extends 'line' | 'step'> = {
  [Room in keyof Said]: `${Room}.${Part}.${keyof Said[Room][Part] & string}`;
}[keyof Said];

/** The key of a line's words: under it stand `what`, `why`, `open` (its button) and `tell` (the same as news). */
export type TodayWord = Of<'line'>;

/** The key of the word on the button that takes a line's one next step. */
export type TodayStep = Of<'step'>;

/** True where a key that came out of the database is one of ours; rooms come and go, their rows may stay. */
export function isTodayWord(key: string): key is TodayWord {
  return has(key, 'line');
}

/** The same of a step. */
export function isTodayStep(key: string): key is TodayStep {
  return has(key, 'step');
}

function has(key: string, part: 'line' | 'step'): boolean {
  const [room = '', middle, name = ''] = key.split('.');
  const words = Object.entries(said).find(([one]) => one === room)?.[1];
  return middle === part && words !== undefined && Object.hasOwn(words[part], name);
}
