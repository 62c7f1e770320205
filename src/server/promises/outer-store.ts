import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** With whom of these customers a promise to a customer stands, for which an inner step may be promised. */
export async function findPlaceOfOuter(
  tx: Tx,
  customerIds: readonly string[],
  promiseId: string,
): Promise<{ customer_id: string } | undefined> {
  const { rows } = await sql<{ customer_id: string }>`
    select customer_id from promises.promise
    where customer_id = any (${uuids(customerIds)}::uuid[]) and promise_id = ${promiseId}::uuid
      and state = 'open' and outer_id is null`.execute(tx);
  return rows[0];
}
