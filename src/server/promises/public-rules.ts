import { type Ended, keepingRate } from './rate-rules.ts';

/** Below so many nothing is said of a rate. */
export const fewest = 30;

/** A rate as the public sees it; shares of 1. */
export interface PublicRate {
  readonly kept: number;
  readonly settled: number;
  readonly low: number;
  readonly high: number;
}

/** How many were kept of those that ended, with the interval of the keeping rate; undefined below 30. */
export function publicRateOf(row: Ended | undefined): PublicRate | undefined {
  const rate = row === undefined ? null : keepingRate(row);
  if (row === undefined || rate === null || rate.of < fewest) return undefined;
  return { kept: row.kept + row.exceeded, settled: rate.of, low: rate.low, high: rate.high };
}
