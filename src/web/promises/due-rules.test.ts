import { describe, expect, test } from 'vitest';
import { dayAfter, dueChoices, weekdayOf, workingDay } from './due-rules.ts';

const week = [1, 2, 3, 4, 5];

describe('a due is chosen by one key', () => {
  test.each([
    ['a Sunday morning', '2026-11-22T10:30', ['2026-11-22T18:00', '2026-11-23', '2026-11-27', '2026-11-25']],
    ['an evening is over', '2026-11-23T18:10', ['2026-11-24', '2026-11-27', '2026-11-26']],
    ['on a Thursday Friday is tomorrow', '2026-11-26T09:00', ['2026-11-26T18:00', '2026-11-27', '2026-12-01']],
    ['the third working day is Friday itself', '2026-11-24T09:00', ['2026-11-24T18:00', '2026-11-25', '2026-11-27']],
  ])('%s', (_what, wall, dues) => {
    expect(dueChoices(wall, week).map((one) => one.due)).toEqual(dues);
  });

  test('working days are those of the house, over the end of a year', () => {
    expect(workingDay('2026-12-31', 3, week)).toBe('2027-01-05');
    expect(workingDay('2026-12-31', 3, [6])).toBe('2027-01-16');
    expect(workingDay('2026-12-31', 3, [])).toBe('2027-01-03');
    expect([dayAfter('2028-02-28', 1), weekdayOf('2028-02-29')]).toEqual(['2028-02-29', 2]);
  });
});
