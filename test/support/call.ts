import type { Kept } from '../../src/server/kept.ts';
import type { Call } from '../../src/server/platform/area.ts';
import { openCall } from '../../src/server/platform/http/call.ts';
import { systemActor } from '../../src/server/platform/http/gate.ts';
import type { Purpose } from '../../src/shared/contract.ts';

/** Runs verbs as Kept itself, in one transaction, as a room on the right would. */
export function asHouse<T>(kept: Kept, work: (call: Call) => Promise<T>, purpose: Purpose = 'intake'): Promise<T> {
  const { house } = kept;
  return house.database.transaction(async (tx) => {
    const book = openCall({ tx, actor: systemActor('test'), purpose, verb: 'test', address: '', house });
    const done = await work(book.call);
    await book.flushEvents();
    return done;
  });
}
