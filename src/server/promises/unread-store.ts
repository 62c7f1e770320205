import { sql } from 'kysely';
import type { unreadCodes } from '../../shared/promises-shown.ts';
import { instants, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** An event of a customer, by its id. */
export interface EventKey {
  readonly customerId: string;
  readonly eventId: string;
}

/** An event that speaks of a promise and cannot be entered, with why. */
export interface Unread extends EventKey {
  readonly code: (typeof unreadCodes)[number];
  readonly heardAt: Date;
}

/** Notes events that speak of a promise and could not be entered. */
export async function saveUnread(tx: Tx, rows: readonly Unread[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`/* send on */
    insert into promises.unread (customer_id, event_id, code, heard_at)
    select * from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[], ${uuids(rows.map((row) => row.eventId))}::uuid[],
      ${texts(rows.map((row) => row.code))}::text[], ${instants(rows.map((row) => row.heardAt))}::timestamptz[])
    on conflict do nothing`.execute(tx);
}

/** Forgets which events of these customers could not be entered: they are read anew, or are no more. */
export async function eraseUnread(tx: Tx, customerIds: readonly string[]): Promise<void> {
  await sql`delete from promises.unread where customer_id = any (${uuids(customerIds)}::uuid[])`.execute(tx);
}

/** Forgets that these events could not be entered: others stand in their place. */
export async function eraseUnreadEvents(tx: Tx, keys: readonly EventKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    delete from promises.unread u using unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.eventId))}::uuid[])
      as r (customer_id, event_id)
    where u.customer_id = r.customer_id and u.event_id = r.event_id`.execute(tx);
}

/** A noted event with its customer, its source and what it says; `name` is null where it was taken out since. */
export interface UnreadRow {
  readonly customer_id: string;
  readonly event_id: string;
  readonly code: (typeof unreadCodes)[number];
  /** Exact to the microsecond, as its place in the list. */
  readonly place_at: string;
  readonly customer: string | null;
  readonly name: string | null;
  readonly happened_at: Date;
  readonly heard_at: Date;
  readonly source_id: string;
  readonly source: string | null;
  readonly language: string;
  readonly words: string | null;
  readonly payload: unknown;
}

/** Noted events, the last heard first; so many after a place. */
export async function listUnread(
  tx: Tx,
  after: { readonly at: string; readonly eventId: string } | undefined,
  limit: number,
): Promise<UnreadRow[]> {
  const place =
    after === undefined ? sql`true` : sql`(heard_at, event_id) < (${after.at}::timestamptz, ${after.eventId}::uuid)`;
  const { rows } = await sql<UnreadRow>`
    with u as materialized (
      select customer_id, event_id, code, heard_at from promises.unread where ${place}
      order by heard_at desc, event_id desc limit ${limit})
    select u.customer_id, u.event_id, u.code, u.heard_at::text as place_at, coalesce(face.name, own.name) as customer,
      e.name, e.happened_at, e.heard_at, e.source_id, s.name as source, e.language, e.words, e.payload
    from u
      left join memory.public_event e using (customer_id, event_id)
      left join intake.public_source s on s.source_id = e.source_id
      left join customers.public_customer own on own.customer_id = u.customer_id
      left join customers.public_customer face on face.customer_id = own.face_id
    order by u.heard_at desc, u.event_id desc`.execute(tx);
  return rows;
}
