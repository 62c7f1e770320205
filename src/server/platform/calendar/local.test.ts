import { describe, expect, it } from 'vitest';
import { instantOf } from '../clock.ts';
import { localCases } from './cases/local-cases.ts';
import { instantText } from './cases/read-case.ts';
import { rowsOf } from './cases/table.ts';
import { atLocal, boundsOf, dateOf, localOf, recomputed } from './local-rules.ts';
import { tzVersion } from './zone-data.ts';
import type { ZoneRules } from './zone-rules.ts';

describe('a local time is one instant', () => {
  it.each(rowsOf(localCases))('%s %s → %s %s: %s', (zone = '', local = '', instant, note) => {
    const read = atLocal(local, zone);
    expect(read === undefined ? 'none' : instantText(read.at)).toBe(instant);
    expect(read?.note ?? '').toBe(note);
  });

  it('an instant is one local time', () => {
    const at = instantOf('2027-03-28T01:30:15.999Z');
    expect(localOf(at, 'Europe/Madrid')).toBe('2027-03-28T03:30:15');
    expect(dateOf(instantOf('2027-03-28T22:00:00Z'), 'Europe/Madrid')).toBe('2027-03-29');
    expect(localOf(instantOf('1969-12-31T23:59:59.500Z'), 'UTC')).toBe('1969-12-31T23:59:59');
  });

  it('a date has its first and last moment', () => {
    const text = (date: string, zone: string) => {
      const bounds = boundsOf(date, zone);
      return `${instantText(bounds?.from)} ${instantText(bounds?.until)}`;
    };
    expect(text('2027-03-28', 'Europe/Madrid')).toBe('2027-03-27T23:00Z 2027-03-28T22:00Z');
    expect(text('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00Z 2026-04-24T21:00Z');
    expect(text('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00Z 2011-12-30T10:00Z');
    expect(boundsOf('2027-02-30', 'Europe/Madrid')).toBeUndefined();
  });
});

describe('P4: when the law of a zone changes', () => {
  // What was stored under the law before, and what the law of today makes of it (laws of 2014, 2021 and 2023).
  it.each([
    [
      'Cairo has summer time again',
      'Africa/Cairo',
      '2023-07-01T10:00',
      '2023-07-01T08:00Z',
      '2023-03-15T00:00Z',
      '2023-07-01T07:00Z',
      true,
    ],
    [
      'a date in Cairo ends earlier',
      'Africa/Cairo',
      '2023-07-01',
      '2023-07-01T22:00Z',
      '2023-03-15T00:00Z',
      '2023-07-01T21:00Z',
      true,
    ],
    [
      'Moscow keeps winter time',
      'Europe/Moscow',
      '2014-11-10T10:00',
      '2014-11-10T06:00Z',
      '2014-08-01T00:00Z',
      '2014-11-10T07:00Z',
      true,
    ],
    [
      'a date in Moscow ends later',
      'Europe/Moscow',
      '2014-11-10',
      '2014-11-10T20:00Z',
      '2014-08-01T00:00Z',
      '2014-11-10T21:00Z',
      true,
    ],
    [
      'Samoa gives summer time up',
      'Pacific/Apia',
      '2021-12-01T09:00',
      '2021-11-30T19:00Z',
      '2021-09-01T00:00Z',
      '2021-11-30T20:00Z',
      true,
    ],
    [
      'what is past stays',
      'Africa/Cairo',
      '2023-07-01T10:00',
      '2023-07-01T08:00Z',
      '2023-07-01T08:00Z',
      '2023-07-01T08:00Z',
      false,
    ],
    [
      'what reads as it was said stays',
      'Europe/Madrid',
      '2027-07-01T10:00',
      '2027-07-01T08:00Z',
      '2027-01-01T00:00Z',
      '2027-07-01T08:00Z',
      false,
    ],
    [
      'a date stays',
      'Europe/Madrid',
      '2027-07-01',
      '2027-07-01T22:00Z',
      '2027-01-01T00:00Z',
      '2027-07-01T22:00Z',
      false,
    ],
    [
      'a time in the gap stays',
      'Europe/Madrid',
      '2027-03-28T02:30',
      '2027-03-28T01:30Z',
      '2027-01-01T00:00Z',
      '2027-03-28T01:30Z',
      false,
    ],
    [
      'the second of two equal readings stays',
      'Europe/Madrid',
      '2027-10-31T02:30',
      '2027-10-31T01:30Z',
      '2027-01-01T00:00Z',
      '2027-10-31T01:30Z',
      false,
    ],
    [
      'seconds and milliseconds stay',
      'Europe/Madrid',
      '2027-07-01T10:00:15',
      '2027-07-01T08:00:15.250Z',
      '2027-01-01T00:00Z',
      '2027-07-01T08:00:15.250Z',
      false,
    ],
  ])('%s', (_what, zone, local, stored, now, due, moved) => {
    const read = recomputed({ local, zone, at: instantOf(stored) }, instantOf(now));
    expect([instantText(read?.at), read?.moved]).toEqual([due, moved]);
  });

  it('a law of next year moves what it touches and nothing else', () => {
    // Madrid stays at one hour from 2027-06-01 on.
    const from = Date.parse('2027-05-31T22:00:00Z');
    const law: ZoneRules = (_zone, ms) =>
      ms < from
        ? { from: Number.NEGATIVE_INFINITY, until: from, offset: 7_200_000 }
        : { from, until: Number.POSITIVE_INFINITY, offset: 3_600_000 };
    const now = instantOf('2027-04-01T00:00Z');
    const read = (local: string, at: string) =>
      recomputed({ local, zone: 'Europe/Madrid', at: instantOf(at) }, now, law);
    expect(read('2027-05-31T10:00', '2027-05-31T08:00Z')).toMatchObject({ moved: false });
    expect(read('2027-07-01T10:00', '2027-07-01T08:00Z')).toEqual({
      at: instantOf('2027-07-01T09:00Z'),
      note: undefined,
      moved: true,
    });
    expect(read('2027-05-31T23:30', '2027-05-31T21:30Z')).toMatchObject({ note: 'overlap', moved: false });
    expect(read('no date', '2027-05-31T08:00Z')).toBeUndefined();
  });

  it('the edition of the law is known', () => {
    expect(tzVersion()).toMatch(/^20\d\d[a-z]$/);
  });
});
