import { customerImprints, type Imprint, imprintOf, takeOut } from '../customers/undo-service.ts';
import { forget, forgetNames, namesImprint } from '../memory/undo-service.ts';
import type { Call, House } from '../platform/area.ts';
import { openCall } from '../platform/http/call.ts';
import { systemActor } from '../platform/http/gate.ts';
import { requireStarter } from './import-starter.ts';
import type { ImportRow } from './import-store.ts';
import {
  countToUndo,
  eraseTraces,
  insertImprints,
  saveUndone,
  saveUndoStep,
  takeImprints,
  takeMessages,
} from './import-undo-store.ts';
import type { TakenIn } from './take-in.ts';

const perChunk = 500;
/** Names are looked up in everything that is remembered: seldom, and many at a time. */
const namesPerChunk = 20_000;
/** Stands where a thing belongs to no customer. */
const noCustomer = '00000000-0000-0000-0000-000000000000';
const kinds = [...customerImprints, 'product', 'touchpoint'] as const;

/** Notes, in the chunk's transaction, what it made that was not there before. */
export async function imprint(call: Call, importId: string, batches: readonly TakenIn[]): Promise<void> {
  const imprints: Imprint[] = [];
  for (const { made, agreements, events } of batches) {
    imprints.push(...(await imprintOf(call, made, agreements)));
    const names = await namesImprint(call, events);
    imprints.push(...names.map(({ kind, name }) => ({ kind, customerId: noCustomer, key: name })));
  }
  await insertImprints(call.tx, importId, imprints);
}

/**
 * Takes out everything that an import made, in chunks, each with its progress in its transaction: first its events with
 * all that stands on them, then customers, keys, names and counts that nothing else uses. Killed, it goes on.
 */
export async function runUndo(
  house: House,
  row: ImportRow,
  stopped: () => boolean,
): Promise<'done' | 'stopped' | 'lost'> {
  await house.database.transaction((tx) => countToUndo(tx, row.import_id));
  const steps = [
    async (call: Call) => {
      const events = await takeMessages(call.tx, row.import_id, perChunk);
      await forget(call, events);
      return events.length;
    },
    ...kinds.map((kind) => async (call: Call) => {
      const isName = kind === 'product' || kind === 'touchpoint';
      const imprints = await takeImprints(call.tx, row.import_id, kind, isName ? namesPerChunk : perChunk);
      if (isName)
        await forgetNames(
          call,
          kind,
          imprints.map((one) => one.key),
        );
      else await takeOut(call, kind, imprints);
      return imprints.length;
    }),
  ];
  for (const [at, step] of steps.entries()) {
    for (;;) {
      if (stopped()) return 'stopped';
      const taken = await inOneCall(house, async (call) => {
        await requireStarter(call.tx, row);
        const count = await step(call);
        const ours = await saveUndoStep(call.tx, row.import_id, row.lease_by ?? '', at === 0 ? count : 0);
        return ours ? count : undefined;
      });
      if (taken === undefined) return 'lost';
      if (taken === 0) break;
    }
  }
  await inOneCall(house, async (call) => {
    await eraseTraces(call.tx, row.import_id);
    await saveUndone(call.tx, row.import_id, row.lease_by ?? '');
    return 0;
  });
  return 'done';
}

/** One transaction; rolled back where the work finds that the import is not ours any more. */
async function inOneCall(house: House, work: (call: Call) => Promise<number | undefined>): Promise<number | undefined> {
  try {
    const done = await house.database.transaction(async (tx) => {
      const actor = systemActor('intake.undo-import');
      const book = openCall({ tx, actor, purpose: 'intake', verb: 'intake.undo-import', address: '', house });
      const count = await work(book.call);
      if (count === undefined) throw new NotOurs();
      await book.flushEvents();
      return count;
    });
    house.wake();
    return done;
  } catch (error) {
    if (error instanceof NotOurs) return undefined;
    throw error;
  }
}

class NotOurs extends Error {}
