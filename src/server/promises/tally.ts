import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../platform/area.ts';
import { foldTally } from './side-store.ts';

/** Changes folded in one transaction. */
const atOnce = 2_000;

/**
 * Folds changes of the counts until none is left or the server ends. Between two pieces it rests three times as long as
 * a piece took: readers sum what is not folded yet, so who settles thousands at once need not wait for it.
 */
export async function foldTallies(house: House, ended?: AbortSignal): Promise<void> {
  for (;;) {
    const began = performance.now();
    const folded = await house.database.transaction((tx) => foldTally(tx, atOnce));
    if (folded < atOnce || ended?.aborted === true) return;
    const restMs = 3 * (performance.now() - began);
    await pause(restMs, undefined, ended === undefined ? {} : { signal: ended }).catch(() => undefined);
  }
}
