import type { Tick } from './area.ts';
import { type Clock, instantOf, stopwatch } from './clock.ts';
import { findDatabaseMs } from './database/clock-store.ts';
import type { Database } from './database/open.ts';
import type { Log } from './log.ts';

/** From here on, in milliseconds, the machine's clock is not believed against the database's. */
const skewMs = 2_000;
/** Between two comparisons that a distrusted clock brings about. */
const pauseMs = 1_000;

/** One time for all servers of a house. */
export interface HouseClock extends Clock {
  /** Compares the machine's clock with the database's; warns where they are more than two seconds apart. */
  compare(): Promise<void>;
  readonly tick: Tick;
}

/**
 * The machine's clock while it agrees with the database's; else the database's, carried on by a stopwatch. A server whose
 * clock is wrong, stands or jumps thus hears, settles and sends at the same time as the others.
 */
export function openHouseClock(about: {
  machine: Clock;
  database: Pick<Database, 'read'>;
  log: Log;
  watch?: () => number;
}): HouseClock {
  const { machine, database, log, watch = stopwatch() } = about;
  let known: { readonly databaseMs: number; readonly watchMs: number } | undefined;
  let comparing: Promise<void> | undefined;

  const databaseNow = () =>
    known === undefined ? machine.now().getTime() : known.databaseMs + watch() - known.watchMs;
  const compareOnce = async () => {
    const before = watch();
    const databaseMs = await findDatabaseMs(database.read);
    known = { databaseMs, watchMs: (before + watch()) / 2 };
    const ahead = Math.round(machine.now().getTime() - databaseNow());
    if (Math.abs(ahead) > skewMs)
      log.warn({ aheadMs: ahead }, 'this machine’s clock is not the database’s, which is used');
  };
  const compare = () => {
    comparing ??= compareOnce()
      .catch((error: unknown) => {
        log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'the clocks could not be compared');
      })
      .finally(() => {
        comparing = undefined;
      });
    return comparing;
  };
  return {
    now() {
      const now = machine.now();
      const ms = databaseNow();
      if (Math.abs(now.getTime() - ms) <= skewMs) return now;
      // Perhaps the machine slept, and the stopwatch with it.
      if (known !== undefined && watch() - known.watchMs > pauseMs) void compare();
      return instantOf(ms);
    },
    compare,
    tick: { name: 'platform.clock', everySeconds: 60, alone: false, run: compare },
  };
}
