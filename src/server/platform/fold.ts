import { setTimeout as pause } from 'node:timers/promises';
import type { House } from './area.ts';
import type { Tx } from './database/open.ts';
import { timeOfId } from './ids.ts';

/** Changes of counts that a room's writers added: which wait, and how so many of them are folded into the counts. */
export interface Folding {
  /** The ids of the first and the last that wait. */
  readonly findWaiting: (tx: Tx) => Promise<{ readonly first: string; readonly last: string } | undefined>;
  /** Folds so many; tells how many there were. */
  readonly fold: (tx: Tx, limit: number) => Promise<number>;
}

/** Changes folded in one transaction. */
const atOnce = 20_000;
/** Folding waits until nothing came for so long, but no longer than that. */
const quietMs = 5_000;
const mostMs = 20_000;

/**
 * Folds changes of the counts until none is left or the server ends. Readers sum what is not folded yet, so it waits
 * until who settles thousands is done; between two pieces it rests as long as a piece took.
 */
export async function foldWaiting(house: House, { findWaiting, fold }: Folding, ended?: AbortSignal): Promise<void> {
  const waiting = await findWaiting(house.database.read);
  if (waiting === undefined) return;
  const now = house.clock.now().getTime();
  if (now - timeOfId(waiting.last) < quietMs && now - timeOfId(waiting.first) < mostMs) return;
  for (;;) {
    const began = performance.now();
    const folded = await house.database.transaction((tx) => fold(tx, atOnce));
    if (folded < atOnce || ended?.aborted === true) return;
    const restMs = performance.now() - began;
    await pause(restMs, undefined, ended === undefined ? {} : { signal: ended }).catch(() => undefined);
  }
}
