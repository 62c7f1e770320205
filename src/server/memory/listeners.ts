import { remembered, spent } from '../../shared/memory.ts';
import type { Call, Heard, Listener, Tick } from '../platform/area.ts';
import { markMonths, settleMonths } from './money-store.ts';
import { addStems } from './search-store.ts';

/** Counts the stems of new events, and marks the months whose sums change. */
export const memoryListeners: readonly Listener[] = [
  { name: 'memory.vocabulary', events: [remembered.name], batch: 20_000, patienceMs: 3_000, hear: countStems },
  { name: 'memory.months', events: [spent.name], batch: 5_000, patienceMs: 700, hear: markTouched },
];

/** So many events are counted by one statement, far within its five seconds; the more, the fewer counters move. */
const stemsAtOnce = 20_000;

async function countStems(call: Call, batch: readonly Heard[]): Promise<void> {
  const rows = batch.flatMap((one) =>
    remembered.payload.parse(one.payload).event_ids.map((eventId) => ({ customerId: one.customerId, eventId })),
  );
  for (let at = 0; at < rows.length; at += stemsAtOnce) {
    const part = rows.slice(at, at + stemsAtOnce);
    await addStems(
      call.tx,
      part.map((row) => row.customerId),
      part.map((row) => row.eventId),
    );
  }
}

async function markTouched(call: Call, batch: readonly Heard[]): Promise<void> {
  const months = new Set(batch.flatMap((one) => spent.payload.parse(one.payload).months));
  await markMonths(call.tx, [...months]);
}

/** Makes the sums of touched months again, a few at a time. */
export const memoryTicks: readonly Tick[] = [
  {
    name: 'memory.months',
    everySeconds: 1,
    alone: true,
    async run(house) {
      while ((await house.database.transaction((tx) => settleMonths(tx, 6))) > 0);
    },
  },
];
