import { sql } from 'kysely';
import { integers, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** What is at stake with a customer. */
export interface CustomerStake {
  /** His face: the lines of everyone who is joined to him follow it. */
  readonly customerId: string;
  /** Good moments that we owe him; 0 where we owe nothing. */
  readonly owed: number;
  /** He went, or is going, since a bad moment. */
  readonly lost?: boolean | undefined;
}

/** Writes stakes, each as it is told, in one statement; who has none any more leaves no row. Tells how many changed. */
export async function saveStakes(tx: Tx, rows: readonly CustomerStake[]): Promise<number> {
  const { rows: done } = await sql<{ changed: number }>`
    with told as (
      select r.customer_id, r.owed, r.lost = 'true' as lost from unnest(
        ${uuids(rows.map((row) => row.customerId))}::uuid[], ${integers(rows.map((row) => row.owed))}::int[],
        ${texts(rows.map((row) => String(row.lost ?? false)))}::text[]) as r (customer_id, owed, lost)),
    gone as (
      delete from today.stake s using told t
      where s.customer_id = t.customer_id and t.owed = 0 and not t.lost returning 1),
    put as (
      insert into today.stake as s (customer_id, owed, lost)
      select customer_id, owed, lost from told where owed > 0 or lost order by customer_id
      on conflict (customer_id) do update set owed = excluded.owed, lost = excluded.lost
      where (s.owed, s.lost) is distinct from (excluded.owed, excluded.lost) returning 1)
    select (select count(*) from gone) + (select count(*) from put) as changed`.execute(tx);
  return done[0]?.changed ?? 0;
}
