import { describe, expect, it } from 'vitest';
import { instantOf } from '../clock.ts';
import { instantText, recurrenceOf } from './cases/read-case.ts';
import { recurrenceCases } from './cases/recurrence-cases.ts';
import { rowsOf } from './cases/table.ts';
import { nextOf } from './recurrence-rules.ts';

describe('what comes again', () => {
  it.each(rowsOf(recurrenceCases))(
    '%s %s, after %s → %s %s %s: %s',
    (zone = '', text = '', after = '', ...expected) => {
      const next = nextOf(recurrenceOf(text), zone, instantOf(after));
      expect([instantText(next?.at), next?.local, next?.note ?? '']).toEqual(expected.slice(0, 3));
    },
  );

  it('P11: in the gap hour a year has 365 times, none twice, each a day after the other', () => {
    const daily = recurrenceOf('daily from 2027-01-01 @02:30');
    let at = instantOf('2026-12-31T12:00Z');
    const locals: string[] = [];
    for (let count = 0; count < 365; count += 1) {
      const next = nextOf(daily, 'Europe/Madrid', at);
      if (next === undefined) break;
      expect(next.at.getTime()).toBeGreaterThan(at.getTime());
      locals.push(next.local);
      at = next.at;
    }
    expect(new Set(locals).size).toBe(365);
    expect(locals.at(-1)).toBe('2027-12-31T02:30');
  });

  it('ends with the year 9999', () => {
    const daily = recurrenceOf('daily from 2027-01-01 @02:30');
    expect(nextOf(daily, 'Europe/Madrid', instantOf('9999-12-31T12:00Z'))).toBeUndefined();
    expect(nextOf({ ...daily, from: '2027-02-30' }, 'Europe/Madrid', instantOf('2027-01-01T00:00Z'))).toBeUndefined();
  });
});
