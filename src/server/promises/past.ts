import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../platform/area.ts';
import { openCall } from '../platform/http/call.ts';
import { systemActor } from '../platform/http/gate.ts';
import { openPiece } from './past-service.ts';

/** Events looked through in one transaction. */
const atOnce = 2_000;
/** After a piece that opened something, so that what is heard meanwhile is entered between two pieces. */
const restMs = 100;

/** Opens standing promises for what happened before they were published, until nothing is left or the server ends. */
export async function openPasts(house: House, ended?: AbortSignal): Promise<void> {
  for (;;) {
    const opened = await openOnePiece(house, atOnce);
    if (opened === undefined || ended?.aborted === true) return;
    if (opened > 0) await pause(restMs, undefined, ended === undefined ? {} : { signal: ended }).catch(() => undefined);
  }
}

/** Looks the next events through, so many in one transaction; how many were opened, undefined where nothing is left. */
export async function openOnePiece(house: House, limit: number): Promise<number | undefined> {
  const opened = await house.database.transaction(async (tx) => {
    const verb = 'promises.past';
    const actor = systemActor(verb);
    const book = openCall({ tx, actor, purpose: 'service', verb, address: '', house });
    const done = await openPiece(book.call, limit);
    await book.flushEvents();
    return done;
  });
  if (opened !== undefined && opened > 0) house.wake();
  return opened;
}
