import { sql } from 'kysely';
import { bigints, instants, integers, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Remembering } from './remembering.ts';

/** A purchase to write, with the id it gets. */
export interface PurchaseRow {
  readonly purchaseId: string;
  readonly event: Remembering;
  readonly purchase: NonNullable<Remembering['purchase']>;
  /** Another telling of the same order follows in the same batch. */
  readonly superseded: boolean;
}

/** An order that is told of anew, or cancelled, as of an instant. */
export interface OrderTold {
  readonly customerId: string;
  readonly sourceId: string;
  readonly orderKey: string;
  readonly happenedAt: Date;
  readonly state: 'superseded' | 'cancelled';
}

/** Sets aside what was told of these orders up to then by the same source, taking it out of what was spent. */
export async function setAsideOrders(
  tx: Tx,
  orders: readonly OrderTold[],
): Promise<{ customer_id: string; month: string }[]> {
  if (orders.length === 0) return [];
  const { rows } = await sql<{ customer_id: string; month: string }>`/* plan once */
    with asked as (
      select x.customer_id, x.purchase_id, r.state
      from unnest(
        ${uuids(orders.map((row) => row.customerId))}::uuid[], ${uuids(orders.map((row) => row.sourceId))}::uuid[],
        ${texts(orders.map((row) => row.orderKey))}::text[], ${texts(orders.map((row) => row.state))}::text[],
        ${instants(orders.map((row) => row.happenedAt))}::timestamptz[])
        as r (customer, source, order_key, state, happened)
      -- offset 0: looked up one by one by index, also while a table that an import fills has no statistics yet
      cross join lateral (
        select p.customer_id, p.purchase_id from memory.purchase p
        where p.customer_id = r.customer and p.order_key = r.order_key and p.source_id = r.source
          and p.kind = 'sale' and p.state = 'completed' and p.happened_at <= r.happened offset 0) x),
    old as (
      update memory.purchase p set state = a.state from asked a
      where p.customer_id = a.customer_id and p.purchase_id = a.purchase_id
      returning p.customer_id, p.currency, p.total_minor, p.purchased_on),
    less as (
      update memory.spending s set purchases = s.purchases - o.n, sold_minor = s.sold_minor - o.sold
      from (select customer_id, currency, count(*) as n, sum(total_minor) as sold from old group by 1, 2) o
      where s.customer_id = o.customer_id and s.currency = o.currency)
    select distinct customer_id, to_char(date_trunc('month', purchased_on), 'YYYY-MM-DD') as month from old`.execute(
    tx,
  );
  return rows;
}

/**
 * Writes purchases with their lines, adds them to what was spent; tells whose months are touched. An order of which
 * something later is known already is written as set aside: whatever is heard first, the last that happened stands.
 */
export async function insertPurchases(
  tx: Tx,
  rows: readonly PurchaseRow[],
): Promise<{ customer_id: string; month: string }[]> {
  if (rows.length === 0) return [];
  const { rows: touched } = await sql<{ customer_id: string; month: string }>`/* plan once */
    with p as (
      insert into memory.purchase (customer_id, purchase_id, source_id, order_key, event_id, happened_at, purchased_on,
        currency, kind, total_minor, told_minor, lines, state, agreement_id)
      select customer, id, source, order_key, event, happened, (happened at time zone zone)::date, currency, kind,
        total, told, lines,
        case when kind = 'sale' and state = 'completed' and exists (
          select 1 from memory.purchase q where q.customer_id = customer and q.order_key = r.order_key
            and q.source_id = source and q.kind = 'sale' and q.state = 'completed' and q.happened_at > happened)
          then 'superseded' else state end, agreement
      from unnest(
        ${uuids(rows.map((row) => row.event.customerId))}::uuid[], ${uuids(rows.map((row) => row.purchaseId))}::uuid[],
        ${uuids(rows.map((row) => row.event.sourceId))}::uuid[], ${texts(rows.map((row) => row.purchase.orderKey))}::text[],
        ${uuids(rows.map((row) => row.event.eventId))}::uuid[], ${instants(rows.map((row) => row.event.happenedAt))}::timestamptz[],
        ${texts(rows.map((row) => row.event.zone))}::text[], ${texts(rows.map((row) => row.purchase.currency))}::text[],
        ${texts(rows.map((row) => row.purchase.kind))}::text[], ${bigints(rows.map((row) => row.purchase.totalMinor))}::bigint[],
        ${bigints(rows.map((row) => row.purchase.toldMinor ?? null))}::bigint[],
        ${integers(rows.map((row) => row.purchase.lines.length))}::int[],
        ${texts(rows.map((row) => (row.superseded ? 'superseded' : 'completed')))}::text[],
        ${uuids(rows.map((row) => row.event.agreementId ?? null))}::uuid[])
        as r (customer, id, source, order_key, event, happened, zone, currency, kind, total, told, lines, state, agreement)
      returning customer_id, currency, kind, total_minor, purchased_on, state),
    s as (
      insert into memory.spending as s
        (customer_id, currency, purchases, sold_minor, returned_minor, first_on, last_on)
      select customer_id, currency, count(*) filter (where kind = 'sale'),
        coalesce(sum(total_minor) filter (where kind = 'sale'), 0),
        coalesce(sum(total_minor) filter (where kind = 'return'), 0), min(purchased_on), max(purchased_on)
      from p where state = 'completed' group by customer_id, currency order by customer_id
      on conflict (customer_id, currency) do update set
        purchases = s.purchases + excluded.purchases, sold_minor = s.sold_minor + excluded.sold_minor,
        returned_minor = s.returned_minor + excluded.returned_minor,
        first_on = least(s.first_on, excluded.first_on), last_on = greatest(s.last_on, excluded.last_on))
    select distinct customer_id, to_char(date_trunc('month', purchased_on), 'YYYY-MM-DD') as month from p`.execute(tx);
  await insertLines(tx, rows);
  return touched;
}

async function insertLines(tx: Tx, rows: readonly PurchaseRow[]): Promise<void> {
  const lines = rows.flatMap((row) => row.purchase.lines.map((line, at) => ({ row, line, no: at + 1 })));
  if (lines.length === 0) return;
  await sql`/* send on */
    insert into memory.purchase_line
      (customer_id, purchase_id, line_no, product, name, category, quantity, unit_price, total_minor)
    select customer, purchase, no, product, name, category, quantity::numeric, price::numeric, total from unnest(
      ${uuids(lines.map(({ row }) => row.event.customerId))}::uuid[], ${uuids(lines.map(({ row }) => row.purchaseId))}::uuid[],
      ${integers(lines.map(({ no }) => no))}::int[], ${texts(lines.map(({ line }) => line.product ?? null))}::text[],
      ${texts(lines.map(({ line }) => line.name ?? null))}::text[], ${texts(lines.map(({ line }) => line.category ?? null))}::text[],
      ${texts(lines.map(({ line }) => line.quantity))}::text[], ${texts(lines.map(({ line }) => line.unitPrice))}::text[],
      ${bigints(lines.map(({ line }) => line.totalMinor))}::bigint[])
      as r (customer, purchase, no, product, name, category, quantity, price, total)`.execute(tx);
}
