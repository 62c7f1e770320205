import { describe, expect, it } from 'vitest';
import { datesOf, kindOf, specialsOf, weekdayOf, type Year } from './year-rules.ts';

const day = (on: string, kind: 'closed' | 'open', name: string) => ({
  free_day_id: '00000000-0000-4000-8000-000000000000',
  department_id: null,
  kind,
  name,
  date: on,
  yearly: null,
  hours: null,
  on,
});

const year: Year = {
  zone: 'Europe/Madrid',
  country: 'ES',
  region: null,
  week: [1, 2, 3, 4, 5].map((one) => ({ day: one, from: '09:00', to: '18:00' })),
  holidays_free: true,
  holidays_known: true,
  holidays: [
    { date: '2027-10-12', names: ['Fair'] },
    { date: '2027-12-06', names: ['Constitution'] },
  ],
  free_days: [
    day('2027-12-07', 'closed', 'Bridge'),
    day('2027-10-12', 'open', 'We stay'),
    day('2027-12-18', 'open', 'Sale'),
  ],
  working_days: 253,
};

describe('a year of a calendar', () => {
  it.each([
    ['2027-12-03', 'work'],
    ['2027-12-04', 'week'],
    ['2027-12-06', 'holiday'],
    ['2027-12-07', 'closed'],
    ['2027-10-12', 'open'],
    ['2027-12-18', 'open'],
  ])('%s is %s', (date, kind) => {
    expect(kindOf(year, date)).toBe(kind);
  });

  it('a holiday that the house does not keep is worked', () => {
    expect(kindOf({ ...year, holidays_free: false }, '2027-12-06')).toBe('worked');
    expect(kindOf({ ...year, holidays_free: false, week: [] }, '2027-12-06')).toBe('week');
  });

  it('lists what is unlike the week, a day of one’s own instead of the holiday', () => {
    expect(specialsOf(year).map((one) => `${one.date} ${one.name} ${one.kind}`)).toEqual([
      '2027-10-12 We stay open',
      '2027-12-06 Constitution holiday',
      '2027-12-07 Bridge closed',
      '2027-12-18 Sale open',
    ]);
  });

  it('knows months and weekdays', () => {
    expect(datesOf(2028, 2)).toHaveLength(29);
    expect(datesOf(2027, 12).at(-1)).toBe('2027-12-31');
    expect([weekdayOf('2027-03-28'), weekdayOf('2027-03-29'), weekdayOf('1969-12-31')]).toEqual([7, 1, 3]);
  });
});
