import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../platform/clock.ts';
import { balanceOf, type Counted, faded } from './account-rules.ts';

const five = { five: 5, cap: null };

function moments(signs: string): Counted[] {
  return [...signs].map((one, day) => ({
    at: instantOf(Date.parse('2026-01-01T00:00:00Z') + day * 86_400_000),
    sign: one === '+' || one === 'e' ? 1 : one === '-' || one === '=' ? -1 : 0,
    own: one === '+',
    severity: one === '=' ? 2 : 1,
  }));
}

describe('a single negative circumstance requires approximately five positive ones', () => {
  it.each([
    ['', 0],
    ['+++++++', 7],
    ['-', -5],
    ['-+++++', 0],
    ['-++++++', 1],
    ['--+++++', -5],
    ['=', -10],
    ['-==', -25],
    ['o', 0],
    ['e', 0],
    ['-eeeee', -5],
    ['-ooooo', -5],
  ])('%s leaves %i', (signs, balance) => {
    expect(balanceOf(moments(signs), five)).toBe(balance);
  });

  it('with a single negative all credit is erased', () => {
    fc.assert(fc.property(fc.nat(500), (credit) => balanceOf(moments(`${'+'.repeat(credit)}-`), five) === -5));
  });

  it('is the same however the moments are told; at one instant the good ones come first', () => {
    const one = fc.record({
      at: fc.integer({ min: 0, max: 6 }).map((day) => instantOf(day * 86_400_000)),
      sign: fc.constantFrom(-1 as const, 0 as const, 1 as const, null),
      own: fc.boolean(),
      severity: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (told, keys) => {
        const shuffled = told.map((moment) => ({ moment, key: keys.next().value })).toSorted((a, b) => a.key - b.key);
        expect(
          balanceOf(
            shuffled.map(({ moment }) => moment),
            five,
          ),
        ).toBe(balanceOf(told, five));
      }),
    );
    const [day] = moments('+');
    const bad: Counted = { at: instantOf('2026-01-01T00:00:00Z'), sign: -1, own: false, severity: 1 };
    expect(balanceOf([bad, ...(day === undefined ? [] : [day])], five)).toBe(-5);
  });

  it('has a limit where the house sets one, which a debt does not know', () => {
    expect(balanceOf(moments('++++++++'), { five: 5, cap: 3 })).toBe(3);
    expect(balanceOf(moments('++++++++-'), { five: 3, cap: 3 })).toBe(-3);
  });

  it('fades in what is shown alone: by half with each half-life', () => {
    const year = 365.25 * 86_400_000;
    expect(faded(-8, year, 12)).toBeCloseTo(-4);
    expect(faded(-8, year, null)).toBe(-8);
    expect(faded(0, year, 12)).toBe(0);
  });
});
