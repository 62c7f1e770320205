import { sql } from 'kysely';
import { bigints, jsons, texts, uuids } from './arrays.ts';
import type { Tx } from './open.ts';

/** A row of the outbox as a listener reads it; `tx` and `seq` together give the order. */
export interface OutboxRow {
  readonly tx: string;
  readonly seq: number;
  readonly customer_id: string;
  readonly name: string;
  readonly payload: unknown;
}

/** A place in the outbox: the transaction, then the number within all. */
export interface OutboxPlace {
  readonly tx: string;
  readonly seq: number;
}

/** Appends inner events in the writer's transaction, in the given order. */
export async function insertOutbox(
  tx: Tx,
  rows: readonly { customerId: string; name: string; payload: unknown }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* send on */
    insert into platform.outbox (customer_id, name, payload)
    select * from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[],
      ${texts(rows.map((row) => row.name))}::text[],
      ${jsons(rows.map((row) => row.payload))}::jsonb[])`.execute(tx);
}

/** Makes sure that a listener has a cursor; a new one starts with what is still in the outbox. */
export async function insertCursor(tx: Tx, listener: string): Promise<void> {
  await sql`insert into platform.cursor (listener) values (${listener}) on conflict do nothing`.execute(tx);
}

/** Where a listener stands, and the place before which everything is settled. */
export interface CursorRow extends OutboxPlace {
  readonly horizon: string;
  /** There is something between the two, so that it is worth moving on though nothing in it is for this listener. */
  readonly behind: boolean;
}

/** Locks a listener's cursor; `undefined` while another holds it, unless it is to be waited for. */
export async function lockCursor(tx: Tx, listener: string, wait: boolean): Promise<CursorRow | undefined> {
  const { rows } = await sql<CursorRow>`
    select tx::text as tx, seq, pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      moved_at < now() - interval '1 minute'
        or pg_snapshot_xmin(pg_current_snapshot())::text::bigint - tx::text::bigint > 50 as behind
    from platform.cursor where listener = ${listener} for update ${wait ? sql`` : sql`skip locked`}`.execute(tx);
  return rows[0];
}

/** The next rows of these names after a place, only of transactions older than every running one: none is ever skipped. */
export async function listOutbox(
  tx: Tx,
  after: OutboxPlace,
  limit: number,
  names: readonly string[],
): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`/* plan once */
    select tx::text as tx, seq, customer_id, name, payload from platform.outbox
    where (tx, seq) > (${after.tx}::xid8, ${after.seq}::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
      and name = any (${texts(names)}::text[])
    order by platform.outbox.tx, seq limit ${limit}`.execute(tx);
  return rows;
}

/** The next rows of any name after a place, for a tail that tells their names only. */
export async function listNews(tx: Tx, after: OutboxPlace, limit: number): Promise<Omit<OutboxRow, 'payload'>[]> {
  const { rows } = await sql<Omit<OutboxRow, 'payload'>>`
    select tx::text as tx, seq, customer_id, name from platform.outbox
    where (tx, seq) > (${after.tx}::xid8, ${after.seq}::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by platform.outbox.tx, seq limit ${limit}`.execute(tx);
  return rows;
}

/** The place before which everything is settled: where a tail that cares only for news begins. */
export async function findHorizon(tx: Tx): Promise<OutboxPlace> {
  const { rows } = await sql<{ tx: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as tx`.execute(tx);
  return { tx: rows[0]?.tx ?? '0', seq: 0 };
}

/** A mark after all that is committed now; `isPassed` tells when nothing older than it still runs. */
export async function findMark(tx: Tx): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select pg_snapshot_xmax(pg_current_snapshot())::text as mark`.execute(
    tx,
  );
  return rows[0]?.mark ?? '0';
}

/** Whether every transaction older than a mark has ended, so that its events can be delivered. */
export async function isPassed(tx: Tx, mark: string): Promise<boolean> {
  const { rows } = await sql<{ passed: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot()) >= ${mark}::xid8 as passed`.execute(tx);
  return rows[0]?.passed === true;
}

/** Moves a cursor that this transaction holds. */
export async function saveCursor(tx: Tx, listener: string, place: OutboxPlace): Promise<void> {
  await sql`/* send on */
    update platform.cursor set tx = ${place.tx}::xid8, seq = ${place.seq}, moved_at = now()
    where listener = ${listener}`.execute(tx);
}

/** Which of these customers wait for a retry at this listener. */
export async function listParked(tx: Tx, listener: string, customerIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select distinct customer_id from platform.parked
    where listener = ${listener} and customer_id = any (${uuids(customerIds)}::uuid[])`.execute(tx);
  return rows.map((row) => row.customer_id);
}

/** Parks rows of a customer whom a listener could not take. */
export async function insertParked(tx: Tx, listener: string, rows: readonly OutboxRow[], error: string): Promise<void> {
  await sql`
    insert into platform.parked (listener, customer_id, tx, seq, name, payload, error)
    select ${listener}, c, t::xid8, s, n, p, ${error} from unnest(
      ${uuids(rows.map((row) => row.customer_id))}::uuid[], ${texts(rows.map((row) => row.tx))}::text[],
      ${bigints(rows.map((row) => row.seq))}::bigint[], ${texts(rows.map((row) => row.name))}::text[],
      ${jsons(rows.map((row) => row.payload))}::jsonb[]) as r (c, t, s, n, p)
    on conflict do nothing`.execute(tx);
}

/** Removes rows that every listener has passed, oldest first, at most `limit`; tells how many went. */
export async function eraseHeard(tx: Tx, listeners: readonly string[], limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from platform.outbox where (tx, seq) in (
      select o.tx, o.seq from platform.outbox o
      where o.at < now() - interval '2 minutes' and o.tx < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (
          select 1 from platform.cursor c
          where c.listener = any (${texts(listeners)}::text[]) and (c.tx, c.seq) < (o.tx, o.seq))
      order by o.tx, o.seq limit ${limit})`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/**
 * Lets this transaction's commit be told before it is on disk. Only for what is told again from the outbox when it is
 * lost with the machine: nothing outside may rest on it but what commits for itself first, as the sending of letters does.
 */
export async function commitUnflushed(tx: Tx): Promise<void> {
  await sql`/* send on */ set local synchronous_commit = off`.execute(tx);
}
