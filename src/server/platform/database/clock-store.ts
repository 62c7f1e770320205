import { sql } from 'kysely';
import type { Tx } from './open.ts';

/** The database's clock, in milliseconds since 1970. */
export async function findDatabaseMs(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    ms: number;
  }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(tx);
  return rows[0]?.ms ?? Number.NaN;
}
