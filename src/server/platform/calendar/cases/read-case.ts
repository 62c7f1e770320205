import { type Recurrence, recurrence, type Term, term } from '../../../../shared/calendar.ts';
import { instantOf } from '../../clock.ts';
import type { Pause } from '../pause-rules.ts';

const units = { y: 'years', mo: 'months', w: 'weeks', d: 'days' } as const;

/** Reads `calendar 1mo 1w @17:00`, `exact 1440`, `working-days 3` through the contract. */
export function termOf(text: string): Term {
  const [kind = '', first] = text.split(' ');
  const at = /@(\S+)/.exec(text)?.[1];
  const clock = at === undefined ? {} : { at };
  if (kind === 'working-days') return term.parse({ kind, days: Number(first), ...clock });
  if (kind === 'exact' || kind === 'working-time') return term.parse({ kind, minutes: Number(first) });
  const spans = [...text.matchAll(/(\d+)(y|mo|w|d)\b/g)].map(([, count, unit]) => [
    unit === 'y' || unit === 'mo' || unit === 'w' ? units[unit] : units.d,
    Number(count),
  ]);
  return term.parse({ kind, ...Object.fromEntries(spans), ...clock });
}

/** Reads `2027-03-10T12:00Z..2027-03-10T15:00Z, 2027-03-11T08:00Z..` (the last one still lasts). */
export function pausesOf(text: string): Pause[] {
  if (text === '') return [];
  return text.split(',').map((one) => {
    const [from = '', until = ''] = one.trim().split('..');
    return { from: instantOf(from), until: until === '' ? undefined : instantOf(until) };
  });
}

/** Reads `weekly every 2 from 2027-01-06 on 1,3 @10:00` through the contract. */
export function recurrenceOf(text: string): Recurrence {
  const word = (pattern: RegExp) => pattern.exec(text)?.[1];
  const kind = text.split(' ')[0];
  const on = word(/on (\S+)/) ?? '';
  const which =
    kind === 'weekly'
      ? { days: on.split(',').map(Number) }
      : kind === 'monthly'
        ? { day: on === 'last' ? on : Number(on) }
        : {};
  const every = word(/every (\d+)/);
  return recurrence.parse({
    kind,
    from: word(/from (\S+)/),
    at: word(/@(\S+)/),
    ...(every === undefined ? {} : { every: Number(every) }),
    ...which,
  });
}

/** An instant as the tables write it: `2027-03-28T01:30Z`. */
export function instantText(at: Date | undefined): string {
  return at === undefined ? '' : at.toISOString().replace('.000Z', 'Z').replace(/:00Z$/, 'Z');
}
