import { sql } from 'kysely';
import { bigints, instants, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** How many events of a customer are written, and when they happened. */
export interface ContactRow {
  readonly customerId: string;
  readonly events: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly lastEventId: string;
}

/**
 * Adds to the contact of each customer, in ascending order: the row lock keeps one customer's events in order and makes
 * writers of several customers wait for each other instead of dead-locking.
 */
export async function saveContacts(tx: Tx, rows: readonly ContactRow[], heardAt: Date): Promise<void> {
  if (rows.length === 0) return;
  const sorted = [...rows].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  await sql`/* send on */
    insert into customers.contact as c (customer_id, events, first_at, last_at, last_event_id, last_heard_at)
    select id, events, first_at, last_at, last_id, ${heardAt}::timestamptz from unnest(
      ${uuids(sorted.map((row) => row.customerId))}::uuid[], ${bigints(sorted.map((row) => row.events))}::bigint[],
      ${instants(sorted.map((row) => row.firstAt))}::timestamptz[], ${instants(sorted.map((row) => row.lastAt))}::timestamptz[],
      ${uuids(sorted.map((row) => row.lastEventId))}::uuid[]) as r (id, events, first_at, last_at, last_id)
    on conflict (customer_id) do update set
      events = c.events + excluded.events,
      first_at = least(c.first_at, excluded.first_at),
      last_at = greatest(c.last_at, excluded.last_at),
      last_event_id = greatest(c.last_event_id, excluded.last_event_id),
      last_heard_at = greatest(c.last_heard_at, excluded.last_heard_at)`.execute(tx);
}

/** Replaces the contact of customers whose events were taken out; without events there was no contact. */
export async function replaceContacts(
  tx: Tx,
  rows: readonly {
    customerId: string;
    events: number;
    firstAt: Date | null;
    lastAt: Date | null;
    lastEventId: string | null;
  }[],
): Promise<void> {
  await sql`
    update customers.contact c set events = r.events, first_at = r.first_at, last_at = coalesce(r.last_at, '-infinity'),
      last_event_id = r.last_id
    from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[], ${bigints(rows.map((row) => row.events))}::bigint[],
      ${instants(rows.map((row) => row.firstAt))}::timestamptz[], ${instants(rows.map((row) => row.lastAt))}::timestamptz[],
      ${uuids(rows.map((row) => row.lastEventId))}::uuid[]) as r (id, events, first_at, last_at, last_id)
    where c.customer_id = r.id`.execute(tx);
}
