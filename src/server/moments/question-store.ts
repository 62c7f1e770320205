import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** When these customers will be asked how it was, if a question is on its way. */
export async function findAsking(tx: Tx, customerIds: readonly string[]): Promise<Date | undefined> {
  const { rows } = await sql<{ ask_at: Date }>`
    select ask_at from moments.question
    where customer_id = any (${uuids(customerIds)}::uuid[]) and state in ('planned', 'waiting')
    order by ask_at limit 1`.execute(tx);
  return rows[0]?.ask_at;
}
