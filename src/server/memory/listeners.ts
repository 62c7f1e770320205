import { spent } from '../../shared/memory.ts';
import type { Call, Heard, Listener, Tick } from '../platform/area.ts';
import { markMonths, settleMonths } from './money-store.ts';
import { countStems, settleSearch } from './search-store.ts';

/** Marks the months whose sums change. */
export const memoryListeners: readonly Listener[] = [
  { name: 'memory.months', events: [spent.name], batch: 5_000, patienceMs: 700, hear: markTouched },
];

async function markTouched(call: Call, batch: readonly Heard[]): Promise<void> {
  const months = new Set(batch.flatMap((one) => spent.payload.parse(one.payload).months));
  await markMonths(call.tx, [...months]);
}

/** The stems of so many transactions are counted by one statement, far within its five seconds. */
const countedAtOnce = 40;

/** Makes the sums of touched months again, a few at a time; counts the stems of new events, many at a time. */
export const memoryTicks: readonly Tick[] = [
  {
    name: 'memory.search',
    everySeconds: 3,
    alone: true,
    run: (house) => settleSearch(house.database.write),
  },
  {
    name: 'memory.vocabulary',
    everySeconds: 3,
    alone: true,
    async run(house) {
      while ((await house.database.transaction((tx) => countStems(tx, countedAtOnce))) === countedAtOnce);
    },
  },
  {
    name: 'memory.months',
    everySeconds: 1,
    alone: true,
    async run(house) {
      while ((await house.database.transaction((tx) => settleMonths(tx, 6))) > 0);
    },
  },
];
