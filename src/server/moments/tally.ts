import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../platform/area.ts';
import { timeOfId } from '../platform/ids.ts';
import { findWaiting, foldTally } from './tally-store.ts';

/** Changes folded in one transaction. */
const atOnce = 20_000;
/** Folding waits until nothing came for so long, but no longer than that. */
const quietMs = 5_000;
const mostMs = 20_000;

/**
 * Folds changes of the counts until none is left or the server ends. Readers sum what is not folded yet, so it waits
 * until who settles thousands is done; between two pieces it rests as long as a piece took.
 */
export async function foldTallies(house: House, ended?: AbortSignal): Promise<void> {
  const waiting = await findWaiting(house.database.read);
  if (waiting === undefined) return;
  const now = house.clock.now().getTime();
  if (now - timeOfId(waiting.last) < quietMs && now - timeOfId(waiting.first) < mostMs) return;
  for (;;) {
    const began = performance.now();
    const folded = await house.database.transaction((tx) => foldTally(tx, atOnce));
    if (folded < atOnce || ended?.aborted === true) return;
    const restMs = performance.now() - began;
    await pause(restMs, undefined, ended === undefined ? {} : { signal: ended }).catch(() => undefined);
  }
}
