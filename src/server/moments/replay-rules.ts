import { z } from 'zod';
import type { Share } from '../../shared/moments-replay.ts';
import { keepingRate } from '../promises/rate-rules.ts';
import { step, type Weights } from './account-rules.ts';

/** A customer's history for a replay. */
export interface History {
  /** left: all his agreements have ended; stayed: one runs; none: he never had any. */
  readonly fate: 'left' | 'stayed' | 'none';
  /** What counts in an account, in its order, of who left until the day he did: 1 good by his own word, else −severity. */
  readonly steps: readonly number[];
  /** Bad moments in the year before he left. */
  readonly badInLastYear: number;
}

/** The settings that are tried. */
export const tried: readonly Weights[] = [1, 3, 5, 7, 10].flatMap((five) =>
  [null, 5, 10].map((cap) => ({ five, cap })),
);
/** Groups of fewer customers say nothing. */
export const leastCustomers = 30;

const sums = z.object({
  done: z.int(),
  all: z.int(),
  after: z.uuid(),
  left: z.int(),
  stayed: z.int(),
  without: z.int(),
  lostAfterOne: z.int(),
  /** By setting, in the order of `tried`: who was owed something when he left, who is now. */
  owed: z.array(z.object({ left: z.int(), stayed: z.int() })),
});
/** What a replay has counted so far; `after` is the last customer that was looked at. */
export type ReplaySums = z.infer<typeof sums>;

/** Reads what was counted so far. */
export function readSums(report: unknown): ReplaySums {
  return sums.parse(report);
}

/** Nothing counted yet, of so many. */
export function noSums(all: number): ReplaySums {
  return {
    done: 0,
    all,
    after: '00000000-0000-0000-0000-000000000000',
    left: 0,
    stayed: 0,
    without: 0,
    lostAfterOne: 0,
    owed: tried.map(() => ({ left: 0, stayed: 0 })),
  };
}

/** Adds the histories of more customers, the last of whom has this id. */
export function addHistories(before: ReplaySums, histories: readonly History[], after: string): ReplaySums {
  const of = (fate: History['fate']) => histories.filter((one) => one.fate === fate);
  const [left, stayed] = [of('left'), of('stayed')];
  return {
    ...before,
    after,
    done: before.done + histories.length,
    left: before.left + left.length,
    stayed: before.stayed + stayed.length,
    without: before.without + of('none').length,
    lostAfterOne: before.lostAfterOne + left.filter((one) => one.badInLastYear === 1).length,
    owed: tried.map((weights, place) => ({
      left: (before.owed[place]?.left ?? 0) + owing(left, weights),
      stayed: (before.owed[place]?.stayed ?? 0) + owing(stayed, weights),
    })),
  };
}

function owing(histories: readonly History[], weights: Weights): number {
  return histories.filter((one) => balanceAfter(one.steps, weights) < 0).length;
}

/** The balance after steps in their order: the same arithmetic as that of the accounts. */
export function balanceAfter(steps: readonly number[], weights: Weights): number {
  let balance = 0;
  for (const one of steps) {
    balance = step(balance, { sign: one > 0 ? 1 : -1, own: one > 0, severity: Math.abs(one) }, weights);
  }
  return balance;
}

/** A share with its interval; null of fewer than 30. */
export function shareOf(count: number, of: number): Share {
  const rate = of < leastCustomers ? null : keepingRate({ kept: count, exceeded: 0, broken: of - count });
  return rate === null ? null : { count, ...rate };
}
