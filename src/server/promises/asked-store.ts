import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { Entry } from './entry.ts';
import { type EntryKey, entryColumns } from './entry-store.ts';

const columns = sql.join(entryColumns.map((name) => sql.ref(name)));
const ours = sql`owed_by = 'company' and origin <> 'expectation'`;

/** What a partner is to keep, by due, and what he kept or broke since, the newest first. */
export async function listAsked(
  tx: Tx,
  partnerId: string,
  since: Date,
  limit: number,
): Promise<{ open: Entry[]; settled: Entry[] }> {
  const { rows: open } = await sql<Entry>`
    select ${columns} from promises.promise
    where keeper_partner = ${partnerId}::uuid and state = 'open' and ${ours}
    order by due_at, promise_id limit ${limit}`.execute(tx);
  const { rows: settled } = await sql<Entry>`
    select ${columns} from promises.promise
    where keeper_partner = ${partnerId}::uuid and state in ('kept', 'exceeded', 'broken') and settled_at > ${since}
      and ${ours}
    order by settled_at desc, promise_id limit ${limit}`.execute(tx);
  return { open, settled };
}

/** One promise of a partner's. */
export async function findAsked(tx: Tx, partnerId: string, key: EntryKey): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select ${columns} from promises.promise
    where customer_id = ${key.customerId}::uuid and promise_id = ${key.promiseId}::uuid
      and keeper_partner = ${partnerId}::uuid and ${ours}`.execute(tx);
  return rows[0];
}
