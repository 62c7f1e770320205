import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

export interface CardRow {
  readonly customer_id: string;
  readonly face_id: string;
  readonly kind: 'person' | 'organisation';
  readonly state: 'known' | 'pending' | 'unknown';
  readonly name: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly key: string | null;
  readonly events: number;
  readonly last_at: Date | null;
  readonly made_at: Date;
}

export interface ListFilter {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly last_since?: string | undefined;
  readonly last_until?: string | undefined;
}

export type Sort = 'last' | 'made' | 'name';

/** Where the previous page ended: the sorted value and the customer. */
export interface ListPlace {
  readonly value: string;
  readonly customerId: string;
}

const card = sql`
  c.customer_id, c.face_id, c.kind, c.state, c.name, c.language, c.country, c.city, c.made_at,
  (select value from customers.identity_key k where k.customer_id = c.customer_id and k.ended_at is null
    and k.kind <> 'anonymous' order by array_position(array['email', 'phone', 'user', 'card'], k.kind) limit 1) as key,
  coalesce(t.events, 0) as events, t.last_at`;

/** One page of faces. A fan-out over all customers, bounded by `limit` and by an index on the sorted value. */
export async function listCards(
  tx: Tx,
  filter: ListFilter,
  page: { sort: Sort; after: ListPlace | undefined; limit: number },
): Promise<CardRow[]> {
  const wanted = [sql`c.face_id = c.customer_id`, ...conditionsOf(filter), ...afterOf(page.sort, page.after)];
  const join = page.sort === 'last' ? sql`join` : sql`left join`;
  const { rows } = await sql<CardRow>`
    select ${card} from customers.customer c ${join} customers.contact t on t.customer_id = c.customer_id
    where ${sql.join(wanted, sql` and `)}
    order by ${orderOf(page.sort)} limit ${page.limit}`.execute(tx);
  return rows;
}

function conditionsOf(filter: ListFilter): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (filter.q !== undefined && filter.q !== '') wanted.push(sql`c.find like ${`%${likeText(filter.q)}%`}`);
  if (filter.state !== undefined) wanted.push(sql`c.state = ${filter.state}`);
  if (filter.kind !== undefined) wanted.push(sql`c.kind = ${filter.kind}`);
  if (filter.language !== undefined) wanted.push(sql`c.language = ${filter.language}`);
  if (filter.country !== undefined) wanted.push(sql`c.country = ${filter.country}`);
  if (filter.last_since !== undefined) wanted.push(sql`t.last_at >= ${filter.last_since}::timestamptz`);
  if (filter.last_until !== undefined) wanted.push(sql`t.last_at < ${filter.last_until}::timestamptz`);
  return wanted;
}

function afterOf(sort: Sort, after: ListPlace | undefined): RawBuilder<unknown>[] {
  if (after === undefined) return [];
  if (sort === 'name') return [sql`(c.name, c.customer_id) > (${after.value}, ${after.customerId}::uuid)`];
  const column = sort === 'last' ? sql`t.last_at, t.customer_id` : sql`c.made_at, c.customer_id`;
  return [sql`(${column}) < (${after.value}::timestamptz, ${after.customerId}::uuid)`];
}

function orderOf(sort: Sort): RawBuilder<unknown> {
  if (sort === 'name') return sql`c.name, c.customer_id`;
  return sort === 'last' ? sql`t.last_at desc, t.customer_id desc` : sql`c.made_at desc, c.customer_id desc`;
}

function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** The faces that hold one of these keys exactly. */
export async function findByKeys(tx: Tx, hashes: readonly Buffer[]): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select ${card} from customers.identity_key h
    join customers.customer o on o.customer_id = h.customer_id
    join customers.customer c on c.customer_id = o.face_id
    left join customers.contact t on t.customer_id = c.customer_id
    where h.key_hash = any (${hashes}::bytea[]) and h.ended_at is null`.execute(tx);
  return rows;
}

/** Faces whose name, place or key contains every word, best likeness first. A bounded fan-out by trigram index. */
export async function findByText(tx: Tx, words: readonly string[], limit: number): Promise<CardRow[]> {
  const all = words.map((word) => sql`find like ${`%${likeText(word)}%`}`);
  const text = words.join(' ');
  const { rows } = await sql<CardRow>`
    with near as (
      select customer_id, face_id, word_similarity(${text}, find) as likeness from customers.customer
      where ${sql.join(all, sql` and `)} limit 1000)
    select ${card} from (select face_id, max(likeness) as likeness from near group by face_id) n
    join customers.customer c on c.customer_id = n.face_id
    left join customers.contact t on t.customer_id = c.customer_id
    order by (c.state = 'known') desc, n.likeness desc, t.last_at desc nulls last, c.customer_id limit ${limit}`.execute(tx);
  return rows;
}

/** Faces whose name or key is near to what was typed, for typing errors. A bounded fan-out by trigram index. */
export async function findNear(tx: Tx, text: string, limit: number): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    with near as (
      select customer_id, face_id, word_similarity(${text}, find) as likeness from customers.customer
      where ${text} <% find order by ${text} <<-> find limit 200)
    select ${card} from (select face_id, max(likeness) as likeness from near group by face_id) n
    join customers.customer c on c.customer_id = n.face_id
    left join customers.contact t on t.customer_id = c.customer_id
    order by n.likeness desc, t.last_at desc nulls last limit ${limit}`.execute(tx);
  return rows;
}

/** Faces with an agreement whose number or place is this. */
export async function findByAgreement(tx: Tx, text: string, limit: number): Promise<(CardRow & { matched: string })[]> {
  const { rows } = await sql<CardRow & { matched: string }>`
    select ${card}, g.matched from (
      select customer_id, concat_ws(' · ', number, place) as matched from customers.agreement
      where find like ${`%${likeText(text)}%`} limit 200) g
    join customers.customer o on o.customer_id = g.customer_id
    join customers.customer c on c.customer_id = o.face_id
    left join customers.contact t on t.customer_id = c.customer_id limit ${limit}`.execute(tx);
  return rows;
}

/** Counts faces by state: a scan, for the clock only. */
export async function countStates(tx: Tx): Promise<void> {
  await sql`
    insert into customers.counted (state, customers, at)
    select s.state, coalesce(n.customers, 0), now() from unnest(array['known', 'pending', 'unknown', 'merged']) as s (state)
    left join (
      select case when face_id = customer_id then state else 'merged' end as state, count(*) as customers
      from customers.customer group by 1) n on n.state = s.state
    on conflict (state) do update set customers = excluded.customers, at = excluded.at`.execute(tx);
}

/** The last count. */
export async function listCounted(tx: Tx): Promise<{ state: string; customers: number }[]> {
  const { rows } = await sql<{ state: string; customers: number }>`select state, customers from customers.counted`.execute(tx);
  return rows;
}
