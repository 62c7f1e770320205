import { setTimeout as pause } from 'node:timers/promises';
import type { Call, House } from './area.ts';
import { type Tx, troubleOf } from './database/open.ts';
import { savepoint } from './database/savepoint.ts';
import { findNextRing, putBack, type Rung, takeRung } from './database/timer-store.ts';
import type { SystemCall } from './events/delivery.ts';

/** What a room does when its records' timers run out: in one transaction with their taking away, so once each. */
export interface Ringer {
  readonly room: string;
  readonly ring: (call: Call, rung: readonly Rung[]) => Promise<void>;
}

/** Running timers. */
export interface Timers {
  /** Rings what has run out, until nothing is left; for tests that move time themselves. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const atOnce = 500;
const restMs = 250;
const troubleMs = 1_000;

/**
 * Starts the one clock of the house: sleeps until the next timer runs out (looking anew four times a second, as others
 * set timers too) and rings up to 500 at once. Any number of servers ring beside each other; the instants are the
 * database's, so no server's clock rings early.
 */
export function openTimers(
  house: House,
  ringers: readonly Ringer[],
  systemCall: SystemCall,
  options: { running: boolean },
): Timers {
  const ended = new AbortController();
  const loop = async () => {
    while (!ended.signal.aborted) {
      const rest = await ringOnce(house, ringers, systemCall).catch((error: unknown) => {
        house.log.warn({ error: textOf(error) }, 'timers wait');
        return troubleMs;
      });
      if (rest > 0) await pause(rest, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  };
  const running = options.running && ringers.length > 0 ? loop() : undefined;
  return {
    async settled() {
      while ((await ringOnce(house, ringers, systemCall)) === 0);
    },
    async close() {
      ended.abort();
      await running;
    },
  };
}

/** Rings what has run out; answers how long to rest, 0 where there may be more. */
async function ringOnce(house: House, ringers: readonly Ringer[], systemCall: SystemCall): Promise<number> {
  const next = await findNextRing(house.database.read);
  if (next === undefined || next > restMs) return restMs;
  if (next > 0) return Math.max(1, Math.ceil(next));
  const rooms = ringers.map((ringer) => ringer.room);
  const rung = await house.database.transaction(async (tx) => {
    const taken = await takeRung(tx, rooms, atOnce);
    for (const ringer of ringers) {
      const own = taken.filter((one) => one.room === ringer.room);
      if (own.length > 0) await ringOrSplit(tx, ringer, own, systemCall);
    }
    return taken.length;
  });
  if (rung > 0) house.wake();
  return rung > 0 ? 0 : restMs;
}

/** Timers that cannot be rung together are split until the one at fault stands alone; it is put back for later. */
async function ringOrSplit(tx: Tx, ringer: Ringer, rung: readonly Rung[], systemCall: SystemCall): Promise<void> {
  const book = systemCall(tx, `${ringer.room}.ring`);
  const error = await savepoint(tx, async () => {
    await ringer.ring(book.call, rung);
    await book.flushEvents();
  });
  if (error === undefined) return;
  if (troubleOf(error) !== undefined) throw error;
  if (rung.length === 1) {
    book.call.house.log.error({ room: ringer.room, error: textOf(error) }, 'a timer could not be rung');
    await putBack(tx, rung, textOf(error));
    return;
  }
  const half = rung.length >> 1;
  await ringOrSplit(tx, ringer, rung.slice(0, half), systemCall);
  await ringOrSplit(tx, ringer, rung.slice(half), systemCall);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
