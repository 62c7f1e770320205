import { describe, expect, it, test } from 'vitest';
import { dayAfter, daysBetween, keepingRate, later, medianOf, stepsOf } from './rate-rules.ts';

describe('the keeping rate is what was kept of what was to be kept', () => {
  it('kept and exceeded of all three; late, released and replaced stand beside it', () => {
    expect(keepingRate({ kept: 6, exceeded: 2, broken: 2 })).toMatchObject({ rate: 0.8, of: 10 });
    expect(keepingRate({ kept: 0, exceeded: 0, broken: 0 })).toBeNull();
  });

  // Newcombe, R. G. (1998): Two-sided confidence intervals for the single proportion; method 3, the score method.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i the interval is %f to %f, as published', (kept, of, low, high) => {
    const rate = keepingRate({ kept, exceeded: 0, broken: of - kept });
    expect(rate?.low).toBeCloseTo(low, 4);
    expect(rate?.high).toBeCloseTo(high, 4);
  });

  it('the interval of the broken is that of the kept, mirrored; and holds the rate', () => {
    for (const [kept, broken] of [
      [3, 7],
      [0, 1],
      [500, 1],
    ] as const) {
      const [one, other] = [
        keepingRate({ kept, exceeded: 0, broken }),
        keepingRate({ kept: broken, exceeded: 0, broken: kept }),
      ];
      expect(one?.low).toBeCloseTo(1 - (other?.high ?? 0), 12);
      expect(one?.low).toBeLessThanOrEqual(one?.rate ?? -1);
      expect(one?.high).toBeGreaterThanOrEqual((one?.rate ?? 2) - 1e-12);
    }
  });
});

describe('what one keeps on a day', () => {
  test.each([
    [[3], 1, 3],
    [[1, 9], 1, 5],
    [[9, 1, 4], 1, 4],
    [[4, 4, 1, 100], 1, 4],
    [[1, 2, 3, 4], 5, null],
    [[], 0, null],
  ])('of %j, with at least %i days, is %j', (numbers, least, median) => {
    expect(medianOf(numbers, least)).toBe(median);
  });
});

describe('a period', () => {
  it('has its days, and ends where it must', () => {
    expect(stepsOf('2027-02-27', '2027-03-02').map((step) => step.from)).toEqual([
      '2027-02-27',
      '2027-02-28',
      '2027-03-01',
      '2027-03-02',
    ]);
    const weeks = stepsOf('2027-01-01', '2027-03-01');
    expect([weeks.length, weeks.at(-1)]).toEqual([9, { from: '2027-02-26', until: '2027-03-01' }]);
    expect(stepsOf('2027-03-02', '2027-03-01')).toEqual([]);
  });
  it('crosses leap days and years', () => {
    expect([dayAfter('2028-02-28', 1), dayAfter('2027-12-31', 1), dayAfter('2027-03-01', -1)]).toEqual([
      '2028-02-29',
      '2028-01-01',
      '2027-02-28',
    ]);
    expect([daysBetween('2028-02-01', '2028-03-01'), later('2027-01-02', '2027-01-10')]).toEqual([29, '2027-01-10']);
  });
});
