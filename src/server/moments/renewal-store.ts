import { sql } from 'kysely';
import { texts } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** What is made anew because the house's ways changed, and how far it has come. */
export interface Renewal {
  readonly renewal_id: string;
  /** Names under which the contacts are told that are judged anew; null: all accounts are counted. */
  readonly touchpoints: readonly string[] | null;
  readonly made_at: Date;
  /** Nothing is begun yet. */
  readonly waits: boolean;
  /** Nobody is left who may have read the ways as they were. */
  readonly alone: boolean;
  readonly after_id: string;
  readonly done: number;
  readonly total: number;
  readonly finished_at: Date | null;
}

const columns = sql`
  renewal_id, touchpoints, made_at, after_tx is null as waits,
  coalesce(pg_snapshot_xmin(pg_current_snapshot()) >= after_tx, false) as alone, after_id, done, total, finished_at`;

/** Begins one; a count of all accounts that goes on already ends where it stands, as the new one counts all again. */
export async function insertRenewal(
  tx: Tx,
  renewal: { readonly id: string; readonly touchpoints: readonly string[] | null; readonly at: Date },
): Promise<void> {
  const { id, touchpoints, at } = renewal;
  if (touchpoints === null) {
    await sql`delete from moments.renewal where touchpoints is null and finished_at is null`.execute(tx);
  }
  await sql`
    insert into moments.renewal (renewal_id, touchpoints, made_at, after_id, total)
    values (${id}::uuid, ${touchpoints === null ? null : texts(touchpoints)}::text[], ${at},
      '00000000-0000-0000-0000-000000000000',
      ${touchpoints === null ? sql`(select count(*) from moments.account)` : sql`0`})`.execute(tx);
}

/** One of them, held. */
export async function lockRenewal(tx: Tx, renewalId: string): Promise<Renewal | undefined> {
  const { rows } = await sql<Renewal>`
    select ${columns} from moments.renewal where renewal_id = ${renewalId}::uuid for update`.execute(tx);
  return rows[0];
}

/** The last count of all accounts. */
export async function findRecount(tx: Tx): Promise<Renewal | undefined> {
  const { rows } = await sql<Renewal>`
    select ${columns} from moments.renewal where touchpoints is null order by made_at desc, renewal_id desc limit 1
    `.execute(tx);
  return rows[0];
}

/** It begins once whoever writes now has ended. */
export async function saveBeginning(tx: Tx, renewalId: string): Promise<void> {
  await sql`
    update moments.renewal set after_tx = pg_snapshot_xmax(pg_current_snapshot())
    where renewal_id = ${renewalId}::uuid`.execute(tx);
}

/** So many more are done, up to a customer; `finishedAt` where that was all. */
export async function saveProgress(
  tx: Tx,
  renewalId: string,
  step: { readonly done: number; readonly afterId: string; readonly finishedAt: Date | null },
): Promise<void> {
  await sql`
    update moments.renewal set done = done + ${step.done}, after_id = ${step.afterId}::uuid,
      total = greatest(total, done + ${step.done}), finished_at = ${step.finishedAt}
    where renewal_id = ${renewalId}::uuid`.execute(tx);
}

/** So many customers after an id of whom contacts are told under one of these names. */
export async function listTold(
  tx: Tx,
  touchpoints: readonly string[],
  afterId: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select distinct customer_id from moments.judgement
    where customer_id > ${afterId}::uuid and touchpoint = any (${texts(touchpoints)}::text[])
    order by customer_id limit ${limit}`.execute(tx);
  return rows.map((row) => row.customer_id);
}
