import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** The country of the house, as `staff` tells it; `undefined` before it is set up. */
export async function findHouseCountry(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ country: string }>`select country from staff.public_organisation`.execute(tx);
  return rows[0]?.country;
}
