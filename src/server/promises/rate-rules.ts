import type { Rate } from '../../shared/promises-rates.ts';
import { dateText, dayNumber } from '../platform/calendar/date-rules.ts';

/** How promises ended. */
export interface Ended {
  readonly kept: number;
  readonly exceeded: number;
  readonly broken: number;
}

/** The quantile of the normal distribution that leaves 2.5 % on each side. */
const z = 1.959_963_985;

/**
 * The share of kept promises, (kept + exceeded) / (kept + exceeded + broken), with the score interval of Wilson (1927),
 * formula without continuity correction; null where none ended.
 */
export function keepingRate({ kept, exceeded, broken }: Ended): Rate {
  const of = kept + exceeded + broken;
  if (of === 0) return null;
  const share = (kept + exceeded) / of;
  const middle = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * of)) / of);
  const scale = 1 + (z * z) / of;
  return { rate: share, low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale), of };
}

/** The median of numbers; null of fewer than `least`. */
export function medianOf(numbers: readonly number[], least: number): number | null {
  if (numbers.length < least || numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** A day of so many days after another, `2027-02-28`. */
export function dayAfter(day: string, days: number): string {
  return dateText((dayNumber(day) ?? 0) + days);
}

/** Days from one to another. */
export function daysBetween(from: string, until: string): number {
  return (dayNumber(until) ?? 0) - (dayNumber(from) ?? 0);
}

/** The later of two days. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The steps of a period: days up to five weeks, else weeks, the last one as short as it must be. */
export function stepsOf(since: string, until: string): { readonly from: string; readonly until: string }[] {
  const length = daysBetween(since, until) <= 35 ? 1 : 7;
  const steps: { from: string; until: string }[] = [];
  for (let from = since; from <= until; from = dayAfter(from, length)) {
    const last = dayAfter(from, length - 1);
    steps.push({ from, until: last < until ? last : until });
  }
  return steps;
}
