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
