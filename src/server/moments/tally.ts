import type { House } from '../platform/area.ts';
import { foldWaiting } from '../platform/fold.ts';
import { findWaiting, foldTally } from './tally-store.ts';

/** Folds what writers added to the counts of moments; readers sum what waits meanwhile. */
export function foldTallies(house: House, ended?: AbortSignal): Promise<void> {
  return foldWaiting(house, { findWaiting, fold: foldTally }, ended);
}
