import type { Judged } from './judgement.ts';

/** What a house has set for accounts. */
export interface Weights {
  /** What a negative weighs against a positive. */
  readonly five: number;
  /** Most credit, if there is a limit. */
  readonly cap: number | null;
}

/** What of a moment an account needs. */
export type Counted = Pick<Judged, 'at' | 'sign' | 'own' | 'severity'>;

/**
 * One step of the account (product.md, "Account"): b = credit − owed. Good by the customer's own word: b + 1, up to the cap;
 * bad of severity s: min(b, 0) − 5 s; else b.
 */
export function step(balance: number, moment: Omit<Counted, 'at'>, { five, cap }: Weights): number {
  if (moment.sign === 1 && moment.own) return Math.min(balance + 1, cap ?? Number.POSITIVE_INFINITY);
  if (moment.sign === -1) return Math.min(balance, 0) - five * moment.severity;
  return balance;
}

/** Moments in the order in which an account counts them: by when they were; at one instant the good ones first. */
export function inOrder<Moment extends Counted>(moments: readonly Moment[]): Moment[] {
  return moments.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (b.sign ?? 0) - (a.sign ?? 0));
}

/** The balance of an account after all its moments, told in any order. */
export function balanceOf(moments: readonly Counted[], weights: Weights): number {
  return inOrder(moments).reduce((balance, moment) => step(balance, moment, weights), 0);
}

/** A balance as it is shown where it fades: halved with each half-life that passed since the last moment; for display alone. */
export function faded(balance: number, sinceMs: number, months: number | null): number {
  if (months === null || balance === 0) return balance;
  const halves = Math.max(0, sinceMs) / (months * (365.25 / 12) * 86_400_000);
  return balance * 0.5 ** halves;
}
