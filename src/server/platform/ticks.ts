import { setTimeout as pause } from 'node:timers/promises';
import type { House, Tick } from './area.ts';
import { eraseOldAnswers } from './database/answer-store.ts';
import { dropLease, dropLeasesOf, takeLease } from './database/lease-store.ts';

/** What the platform itself does by the clock. */
export const platformTicks: readonly Tick[] = [
  {
    name: 'platform.answers',
    everySeconds: 3_600,
    alone: true,
    run: ({ database }) => database.transaction(eraseOldAnswers),
  },
];

/** Starts the rooms' work by the clock; what must run alone holds a lease. */
export function openTicks(house: House, ticks: readonly Tick[]): { close(): Promise<void> } {
  const ended = new AbortController();
  const loop = async (tick: Tick) => {
    while (!ended.signal.aborted) {
      await runOnce(house, tick, ended.signal).catch((error: unknown) => {
        house.log.warn({ tick: tick.name, error: error instanceof Error ? error.message : 'unknown' }, 'a tick failed');
      });
      await pause(tick.everySeconds * 1_000, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  };
  const { predecessorId } = house.config;
  const begun =
    predecessorId === undefined ? Promise.resolve() : dropLeasesOf(house.database.write, predecessorId).catch(() => {});
  const loops = ticks.map(async (tick) => {
    await begun;
    await loop(tick);
  });
  return {
    async close() {
      ended.abort();
      await Promise.all(loops);
      // The next server need not wait for them to run out.
      const mine = ticks.filter((tick) => tick.alone).map((tick) => leaseOf(tick));
      await Promise.allSettled(mine.map((name) => dropLease(house.database.write, name, house.config.serverId)));
    },
  };
}

function leaseOf(tick: Tick): string {
  return `tick:${tick.name}`;
}

async function runOnce(house: House, tick: Tick, ended: AbortSignal): Promise<void> {
  if (tick.alone) {
    const seconds = Math.max(30, tick.everySeconds * 3);
    const mine = await takeLease(house.database.write, leaseOf(tick), house.config.serverId, seconds);
    if (!mine) return;
  }
  await tick.run(house, ended);
}
