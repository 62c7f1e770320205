import { sql } from 'kysely';
import type { Tx } from './open.ts';

/** Runs a part of a transaction that may fail alone: gives back its error, with its writes undone, or `undefined`. */
export async function savepoint(tx: Tx, work: () => Promise<void>): Promise<unknown> {
  await sql`savepoint part`.execute(tx);
  try {
    await work();
    await sql`release savepoint part`.execute(tx);
    return undefined;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx);
    return error ?? new Error('failed');
  }
}

/** Takes locks until an attempt answers; after one that answers `undefined` what it locked is let go, and it begins again. */
export async function untilHeld<T>(tx: Tx, attempt: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    await sql`/* send on */ savepoint held`.execute(tx);
    const held = await attempt();
    if (held !== undefined) {
      await sql`/* send on */ release savepoint held`.execute(tx);
      return held;
    }
    await sql`/* send on */ rollback to savepoint held`.execute(tx);
  }
}
