import type { Rate } from '../../shared/promises-rates.ts';
import type { Show } from '../platform/show.ts';

/** Below so many ended promises a rate says nothing. */
export const leastEnded = 5;

/** A keeping rate that may be shown: enough of them ended. */
export function enough(rate: Rate): rate is NonNullable<Rate> {
  return rate !== null && rate.of >= leastEnded;
}

/** "89–92 %": between which shares the rate lies, 95 times of a hundred. */
export function sayInterval(rate: NonNullable<Rate>, show: Show): string {
  return `${show.number(Math.round(rate.low * 100), 0)}–${show.percent(rate.high)}`;
}

/** How a rate reads, in one word: nine of ten kept, seven of ten, fewer. */
export function levelOf(rate: NonNullable<Rate>): 'holds' | 'wavers' | 'breaks' {
  if (rate.rate >= 0.9) return 'holds';
  return rate.rate >= 0.7 ? 'wavers' : 'breaks';
}
