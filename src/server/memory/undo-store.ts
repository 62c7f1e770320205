import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** An event by its address. */
export interface EventAt {
  readonly customerId: string;
  readonly eventId: string;
}

const pairs = (events: readonly EventAt[]) => sql`unnest(${events.map((event) => event.customerId)}::uuid[],
  ${events.map((event) => event.eventId)}::uuid[]) as r (customer, id)`;

/**
 * Takes purchases of these events out; an order that they had set aside (told again, or cancelled) stands as before.
 * Tells whose months are touched.
 */
export async function erasePurchases(
  tx: Tx,
  events: readonly EventAt[],
): Promise<{ customer_id: string; month: string }[]> {
  const { rows } = await sql<{ customer_id: string; month: string }>`
    with gone as (
      delete from memory.purchase p using ${pairs(events)}
      where p.customer_id = r.customer and p.event_id = r.id
      returning p.customer_id, p.purchase_id, p.source_id, p.order_key, p.kind, p.state, p.purchased_on),
    cancelled as (
      select e.customer_id, e.source_id, coalesce(e.payload -> 'properties' ->> 'order_id', e.payload -> 'properties' ->> 'orderId') as order_key
      from memory.event e join ${pairs(events)} on e.customer_id = r.customer and e.event_id = r.id
      where lower(e.name) = 'order cancelled'),
    orders as (
      select customer_id, source_id, order_key, 'superseded' as was from gone where kind = 'sale' and state = 'completed'
      union select customer_id, source_id, order_key, 'cancelled' from cancelled),
    newest as (
      select distinct on (p.customer_id, p.source_id, p.order_key) p.customer_id, p.purchase_id, p.state, o.was
      from orders o join memory.purchase p on p.customer_id = o.customer_id and p.source_id = o.source_id
        and p.order_key = o.order_key and p.kind = 'sale'
      where not exists (select 1 from gone g where g.purchase_id = p.purchase_id)
      order by p.customer_id, p.source_id, p.order_key, p.happened_at desc, p.purchase_id desc),
    back as (
      update memory.purchase p set state = 'completed' from newest n
      where p.customer_id = n.customer_id and p.purchase_id = n.purchase_id and p.state = n.was
      returning p.customer_id, p.purchased_on)
    select distinct customer_id, to_char(date_trunc('month', purchased_on), 'YYYY-MM-DD') as month
    from (select customer_id, purchased_on from gone union all select customer_id, purchased_on from back) x`.execute(
    tx,
  );
  return rows;
}

/** Takes events and their attachments out; counts their stems down. */
export async function eraseEvents(tx: Tx, events: readonly EventAt[]): Promise<void> {
  await sql`
    update memory.vocabulary v set events = greatest(0, v.events - x.n)
    from (
      select s.stem, count(*) as n from ${pairs(events)}
      join memory.event e on e.customer_id = r.customer and e.event_id = r.id
      cross join lateral unnest(tsvector_to_array(e.search)) as s (stem)
      group by s.stem
      union all select '', ${events.length}::bigint) x
    where v.stem = x.stem`.execute(tx);
  await sql`
    delete from memory.attachment a using ${pairs(events)}
    where a.customer_id = r.customer and a.event_id = r.id`.execute(tx);
  const { rows } = await sql<{ customer_id: string; conversation_id: string }>`
    with gone as (
      delete from memory.event e using ${pairs(events)}
      where e.customer_id = r.customer and e.event_id = r.id returning e.customer_id, e.conversation_id)
    select distinct customer_id, conversation_id from gone where conversation_id is not null`.execute(tx);
  await resetConversations(tx, rows);
}

/** Conversations of events that went: as long as what is left of them, or gone. */
async function resetConversations(
  tx: Tx,
  at: readonly { customer_id: string; conversation_id: string }[],
): Promise<void> {
  if (at.length === 0) return;
  await sql`
    with left_over as (
      select r.customer, r.id, min(e.happened_at) as first_at, max(e.happened_at) as last_at
      from unnest(${at.map((row) => row.customer_id)}::uuid[], ${at.map((row) => row.conversation_id)}::uuid[]) as r (customer, id)
      left join memory.event e on e.customer_id = r.customer and e.conversation_id = r.id
      group by 1, 2),
    shorter as (
      update memory.conversation c set opened_at = l.first_at, last_at = l.last_at from left_over l
      where c.customer_id = l.customer and c.conversation_id = l.id and l.first_at is not null)
    delete from memory.conversation c using left_over l
    where c.customer_id = l.customer and c.conversation_id = l.id and l.first_at is null`.execute(tx);
}

/** Makes what customers spent anew from their purchases. */
export async function resetSpending(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await sql`delete from memory.spending where customer_id = any (${customerIds}::uuid[])`.execute(tx);
  await sql`
    insert into memory.spending (customer_id, currency, purchases, sold_minor, returned_minor, first_on, last_on)
    select customer_id, currency, count(*) filter (where kind = 'sale' and state = 'completed'),
      coalesce(sum(total_minor) filter (where kind = 'sale' and state = 'completed'), 0),
      coalesce(sum(total_minor) filter (where kind = 'return' and state = 'completed'), 0),
      min(purchased_on), max(purchased_on)
    from memory.purchase where customer_id = any (${customerIds}::uuid[])
    group by customer_id, currency order by customer_id`.execute(tx);
}

/** When there was contact, by the events that are left. */
export async function listContacts(tx: Tx, customerIds: readonly string[]) {
  const { rows } = await sql<{
    customerId: string;
    events: number;
    firstAt: Date | null;
    lastAt: Date | null;
    lastEventId: string | null;
  }>`
    select r.customer as "customerId", count(e.event_id) as events, min(e.happened_at) as "firstAt",
      max(e.happened_at) as "lastAt", max(e.event_id::text)::uuid as "lastEventId"
    from unnest(${customerIds}::uuid[]) as r (customer)
    left join memory.event e on e.customer_id = r.customer group by r.customer`.execute(tx);
  return rows;
}

/** Which of these products and touchpoints this transaction's instant registered. */
export async function listNamesMade(
  tx: Tx,
  products: readonly string[],
  touchpoints: readonly string[],
  at: Date,
): Promise<{ kind: 'product' | 'touchpoint'; name: string }[]> {
  const { rows } = await sql<{ kind: 'product' | 'touchpoint'; name: string }>`
    select 'product' as kind, product as name from memory.product
    where product = any (${products}::text[]) and first_seen_at = ${at}
    union all
    select 'touchpoint', touchpoint from memory.touchpoint
    where touchpoint = any (${touchpoints}::text[]) and first_seen_at = ${at}`.execute(tx);
  return rows;
}

/** Takes products out that no purchase names any more. */
export async function eraseProducts(tx: Tx, products: readonly string[]): Promise<void> {
  await sql`
    delete from memory.product p where p.product = any (${products}::text[])
      and not exists (select 1 from memory.purchase_line l where l.product = p.product)`.execute(tx);
}

/** Takes touchpoints out that no event names any more. */
export async function eraseTouchpoints(tx: Tx, touchpoints: readonly string[]): Promise<void> {
  await sql`
    delete from memory.touchpoint t where t.touchpoint = any (${touchpoints}::text[])
      and not exists (select 1 from memory.event e where e.touchpoint = t.touchpoint)`.execute(tx);
}

/** Lets this transaction's statements take ten minutes; only for work that locks no customer. */
export async function allowMinutes(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = '10min'`.execute(tx);
}
