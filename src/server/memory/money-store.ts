import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** A purchase as it is shown, with its lines. */
export interface PurchaseOut {
  readonly purchase_id: string;
  readonly customer_id: string;
  readonly order_key: string;
  readonly event_id: string;
  readonly happened_at: Date;
  readonly purchased_on: string;
  readonly currency: string;
  readonly kind: 'sale' | 'return';
  readonly state: 'completed' | 'superseded' | 'cancelled';
  readonly total_minor: number;
  readonly lines: {
    line_no: number;
    product: string | null;
    name: string | null;
    quantity: string;
    unit_price: string;
    total_minor: number;
  }[];
}

/** Purchases of a face with their lines, newest first, after a place. */
export async function listPurchases(
  tx: Tx,
  customerIds: readonly string[],
  before: { at: string; purchaseId: string } | undefined,
  limit: number,
): Promise<PurchaseOut[]> {
  const after =
    before === undefined
      ? sql`true`
      : sql`(p.happened_at, p.purchase_id) < (${before.at}::timestamptz, ${before.purchaseId}::uuid)`;
  const { rows } = await sql<PurchaseOut>`
    select p.*, coalesce((
      select json_agg(json_build_object('line_no', l.line_no, 'product', l.product, 'name', l.name,
        'quantity', l.quantity::text, 'unit_price', l.unit_price::text, 'total_minor', l.total_minor) order by l.line_no)
      from memory.purchase_line l where l.customer_id = p.customer_id and l.purchase_id = p.purchase_id), '[]') as lines
    from (
      select p.purchase_id, p.customer_id, p.order_key, p.event_id, p.happened_at, p.purchased_on, p.currency, p.kind,
        p.state, p.total_minor
      from memory.purchase p where p.customer_id = any (${customerIds}::uuid[]) and ${after}
      order by p.happened_at desc, p.purchase_id desc limit ${limit}) p
    order by p.happened_at desc, p.purchase_id desc`.execute(tx);
  return rows;
}

/** What was sold and given back in a month, in minor units of one currency. */
export interface MonthRow {
  readonly month: string;
  readonly currency: string;
  readonly sales: number;
  readonly returns: number;
  readonly sold_minor: number;
  readonly returned_minor: number;
}

/** What a face bought and gave back by month. */
export async function listMonthsOf(tx: Tx, customerIds: readonly string[]): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    select to_char(date_trunc('month', purchased_on), 'YYYY-MM-DD') as month, currency,
      count(*) filter (where kind = 'sale') as sales, count(*) filter (where kind = 'return') as returns,
      coalesce(sum(total_minor) filter (where kind = 'sale'), 0)::bigint as sold_minor,
      coalesce(sum(total_minor) filter (where kind = 'return'), 0)::bigint as returned_minor
    from memory.purchase where customer_id = any (${customerIds}::uuid[]) and state = 'completed'
    group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}

/** Sums over all customers by month, of one source or of all together. */
export async function listMonths(tx: Tx, sourceId: string | undefined): Promise<(MonthRow & { customers: number })[]> {
  const { rows } = await sql<MonthRow & { customers: number }>`
    select to_char(month, 'YYYY-MM-DD') as month, currency, sum(sales)::bigint as sales, sum(returns)::bigint as returns,
      sum(sold_minor)::bigint as sold_minor, sum(returned_minor)::bigint as returned_minor,
      max(customers) as customers
    from memory.month where ${sourceId ?? null}::uuid is null and source_id = '00000000-0000-0000-0000-000000000000'
      or source_id = ${sourceId ?? null}::uuid
    group by month, currency order by month, currency`.execute(tx);
  return rows;
}

/** Marks months whose sums are to be made again. */
export async function markMonths(tx: Tx, months: readonly string[]): Promise<void> {
  if (months.length === 0) return;
  await sql`
    insert into memory.dirty_month (month) select * from unnest(${[...months].sort()}::date[]) on conflict do nothing`.execute(
    tx,
  );
}

/** Takes some marked months and makes their sums again, for each source and (nil id) for all together. */
export async function settleMonths(tx: Tx, limit: number): Promise<number> {
  const { rows } = await sql<{ month: string }>`
    delete from memory.dirty_month where month in (
      select month from memory.dirty_month order by since limit ${limit} for update skip locked)
    returning to_char(month, 'YYYY-MM-DD') as month`.execute(tx);
  if (rows.length === 0) return 0;
  const months = rows.map((row) => row.month);
  await sql`delete from memory.month where month = any (${months}::date[])`.execute(tx);
  await sql`
    insert into memory.month (month, source_id, currency, sales, returns, sold_minor, returned_minor, customers)
    select m.month, coalesce(p.source_id, '00000000-0000-0000-0000-000000000000'), p.currency,
      count(*) filter (where p.kind = 'sale'), count(*) filter (where p.kind = 'return'),
      coalesce(sum(p.total_minor) filter (where p.kind = 'sale'), 0),
      coalesce(sum(p.total_minor) filter (where p.kind = 'return'), 0),
      count(distinct c.face_id) filter (where p.kind = 'sale' and c.state = 'known')
    from unnest(${months}::date[]) as m (month)
    join memory.purchase p on p.purchased_on >= m.month and p.purchased_on < m.month + interval '1 month'
      and p.state = 'completed'
    join customers.public_customer c on c.customer_id = p.customer_id
    group by grouping sets ((m.month, p.currency, p.source_id), (m.month, p.currency))`.execute(tx);
  return rows.length;
}

/** When no month waits: the instant of the last settling. */
export async function findSettledAt(tx: Tx): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select case when exists (select 1 from memory.dirty_month) then null else now() end as at`.execute(tx);
  return rows[0]?.at ?? undefined;
}

/** Touchpoints that were heard of. */
export async function listTouchpoints(tx: Tx): Promise<{ touchpoint: string; name: string; channel: string }[]> {
  const { rows } = await sql<{ touchpoint: string; name: string; channel: string }>`
    select touchpoint, name, channel from memory.touchpoint order by name limit 500`.execute(tx);
  return rows;
}
