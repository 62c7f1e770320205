import type { EndedRow } from './ended-store.ts';

/** Below so many nothing is said of a rate. */
export const fewest = 30;
/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/** A rate as the public sees it; shares of 1. */
export interface PublicRate {
  readonly kept: number;
  readonly settled: number;
  readonly low: number;
  readonly high: number;
}

/** How many were kept of those that ended, with the 95 % interval of Wilson (1927); undefined below 30. */
export function publicRateOf(row: Pick<EndedRow, 'kept' | 'exceeded' | 'broken'> | undefined): PublicRate | undefined {
  if (row === undefined) return undefined;
  const kept = row.kept + row.exceeded;
  const settled = kept + row.broken;
  if (settled < fewest) return undefined;
  const share = kept / settled;
  const middle = (share + (z * z) / (2 * settled)) / (1 + (z * z) / settled);
  const half =
    (z * Math.sqrt((share * (1 - share)) / settled + (z * z) / (4 * settled * settled))) / (1 + (z * z) / settled);
  return { kept, settled, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
