import { captured } from '../../shared/memory.ts';
import { captureSourceId } from '../memory/remembering.ts';
import type { Call, Heard } from '../platform/area.ts';
import { insertTallies } from './take-in-store.ts';

/** Counts what employees wrote down by hand, so that this source's counts reconcile like any other's. */
export async function countCaptures(call: Call, batch: readonly Heard[]): Promise<void> {
  const eventIds = batch.map((one) => captured.payload.parse(one.payload).event_id);
  await insertTallies(call.tx, captureSourceId, eventIds, call.now);
}
