import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

const standing = 7_301_101;

/** Until the transaction ends nobody is taken out; many may hold it. What is looked up after it stays there. */
export async function holdStanding(tx: Tx): Promise<void> {
  await sql`/* plan once */ select pg_advisory_xact_lock_shared(${standing})`.execute(tx);
}

/** Waits until nobody acts on customers whom he looked up; until the transaction ends nobody begins to. */
export async function holdStandingAlone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${standing})`.execute(tx);
}
