import { sql } from 'kysely';
import { instants, integers, texts, uuids } from './arrays.ts';
import type { Tx } from './open.ts';

/** A record for which its room has something to do at an instant. */
export interface TimerKey {
  readonly customerId: string;
  readonly recordId: string;
}

/** A timer that has run out; `now` is the database's clock, by which it did. */
export interface Rung extends TimerKey {
  readonly room: string;
  readonly ringAt: Date;
  /** How often its room could not take it. */
  readonly tries: number;
  readonly now: Date;
}

/**
 * Holds the timers of these records until the transaction ends. Whoever changes a record with a timer does this before
 * he locks the record itself, as the ringing does: so neither waits for the other. Tells how many there are.
 */
export async function holdTimers(tx: Tx, room: string, keys: readonly TimerKey[]): Promise<number> {
  for (;;) {
    const { held, there } = await holdThose(tx, room, keys);
    // Where one of them rang meanwhile, it may have been set anew, behind the statement's back.
    if (held === there) return held;
  }
}

/** How many of these records have a timer now. */
export async function countTimers(tx: Tx, room: string, keys: readonly TimerKey[]): Promise<number> {
  const { rows } = await sql<{ there: number }>`
    select count(*) as there from platform.timer t join unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.recordId))}::uuid[])
        as r (customer_id, record_id) using (customer_id, record_id)
    where t.room = ${room}`.execute(tx);
  return rows[0]?.there ?? 0;
}

async function holdThose(tx: Tx, room: string, keys: readonly TimerKey[]): Promise<{ held: number; there: number }> {
  const { rows } = await sql<{ held: number; there: number }>`
    with asked as (
      select * from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.recordId))}::uuid[])
        as r (customer_id, record_id)),
    held as materialized (
      select t.record_id from platform.timer t join asked using (customer_id, record_id)
      where t.room = ${room} order by t.customer_id, t.record_id for update of t)
    select (select count(*) from held) as held,
      (select count(*) from platform.timer t join asked using (customer_id, record_id) where t.room = ${room}) as there
    `.execute(tx);
  return rows[0] ?? { held: 0, there: 0 };
}

/** Sets each record's timer to another instant, or takes it away where there is none. */
export async function saveTimers(
  tx: Tx,
  room: string,
  timers: readonly (TimerKey & { readonly ringAt: Date | undefined })[],
): Promise<void> {
  const gone = timers.filter((timer) => timer.ringAt === undefined);
  const set = timers.filter((timer) => timer.ringAt !== undefined);
  if (gone.length > 0) {
    await sql`/* send on */
      delete from platform.timer t using unnest(
        ${uuids(gone.map((key) => key.customerId))}::uuid[], ${uuids(gone.map((key) => key.recordId))}::uuid[])
        as r (customer_id, record_id)
      where t.room = ${room} and t.customer_id = r.customer_id and t.record_id = r.record_id`.execute(tx);
  }
  if (set.length === 0) return;
  await sql`/* send on */
    insert into platform.timer as t (room, customer_id, record_id, ring_at)
    select ${room}, * from unnest(
      ${uuids(set.map((key) => key.customerId))}::uuid[], ${uuids(set.map((key) => key.recordId))}::uuid[],
      ${instants(set.map((timer) => timer.ringAt))}::timestamptz[])
    on conflict (room, customer_id, record_id) do update
      set ring_at = excluded.ring_at, tries = 0, error = null
      where t.ring_at <> excluded.ring_at or t.tries > 0`.execute(tx);
}

/**
 * Takes timers that have run out by the statement's beginning (a clock that moves meanwhile could not be looked up in an
 * index), oldest first, leaving those that another server is about to ring.
 */
export async function takeRung(tx: Tx, rooms: readonly string[], limit: number): Promise<Rung[]> {
  const { rows } = await sql<{
    room: string;
    customer_id: string;
    record_id: string;
    ring_at: Date;
    tries: number;
    now: Date;
  }>`/* plan once */
    with due as materialized (
      select room, customer_id, record_id from platform.timer
      where ring_at <= statement_timestamp() and room = any (${texts(rooms)}::text[])
      order by ring_at limit ${limit} for update skip locked)
    delete from platform.timer t using due
    where t.room = due.room and t.customer_id = due.customer_id and t.record_id = due.record_id
    returning t.room, t.customer_id, t.record_id, t.ring_at, t.tries, clock_timestamp() as now`.execute(tx);
  return rows
    .map((row) => ({
      room: row.room,
      customerId: row.customer_id,
      recordId: row.record_id,
      ringAt: row.ring_at,
      tries: row.tries,
      now: row.now,
    }))
    .toSorted((a, b) => a.ringAt.getTime() - b.ringAt.getTime());
}

/** Puts back a timer that its room could not take, to be tried again after a while: 5 s, doubled up to an hour. */
export async function putBack(tx: Tx, rung: readonly Rung[], error: string): Promise<void> {
  await sql`
    insert into platform.timer (room, customer_id, record_id, ring_at, tries, error)
    select r.room, r.customer_id, r.record_id,
      clock_timestamp() + least(interval '1 hour', interval '5 seconds' * power(2, least(r.tries, 10))),
      r.tries + 1, ${error.slice(0, 300)}
    from unnest(
      ${texts(rung.map((one) => one.room))}::text[], ${uuids(rung.map((one) => one.customerId))}::uuid[],
      ${uuids(rung.map((one) => one.recordId))}::uuid[], ${integers(rung.map((one) => one.tries))}::int[])
      as r (room, customer_id, record_id, tries)
    on conflict do nothing`.execute(tx);
}

/** When the next timer runs out, by the database's clock: milliseconds from now, below 0 where it is over. */
export async function findNextRing(tx: Tx): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`/* plan once */
    select (extract(epoch from min(ring_at) - clock_timestamp()) * 1000)::float8 as ms from platform.timer`.execute(tx);
  return rows[0]?.ms ?? undefined;
}
