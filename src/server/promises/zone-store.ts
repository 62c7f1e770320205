import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { Entry } from './entry.ts';

/** What a promise's instants were computed from. */
export type Dated = Pick<
  Entry,
  | 'customer_id'
  | 'promise_id'
  | 'state'
  | 'zone'
  | 'due_at'
  | 'due_local'
  | 'adequate_at'
  | 'adequate_local'
  | 'desired_at'
  | 'desired_local'
>;

/** Open promises due from an instant on that were told by the wall, in order, after a place; unheld. */
export async function listDueAfter(
  tx: Tx,
  now: Date,
  after: { readonly at: Date; readonly promiseId: string } | undefined,
  limit: number,
): Promise<(Dated & { readonly due_at: Date })[]> {
  const place =
    after === undefined ? sql`due_at > ${now}` : sql`(due_at, promise_id) > (${after.at}, ${after.promiseId}::uuid)`;
  const { rows } = await sql<Dated & { due_at: Date }>`
    select customer_id, promise_id, state, zone, due_at, due_local, adequate_at, adequate_local, desired_at, desired_local
    from promises.promise
    where state = 'open' and due_local is not null and ${place}
    order by due_at, promise_id limit ${limit}`.execute(tx);
  return rows;
}

/** Notes by which law due instants are computed now. */
export async function saveZoneData(tx: Tx, version: string): Promise<void> {
  await sql`
    insert into promises.setting (accept_minutes, alarm_shares, public_page, public_rate, zone_data)
    values (240, '{50,80}', false, false, ${version})
    on conflict (only_one) do update set zone_data = excluded.zone_data`.execute(tx);
}
