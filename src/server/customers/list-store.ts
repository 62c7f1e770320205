import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import { among, amongPeriod, fewByOwn, fewByWords } from './list-few-store.ts';
import { containsAll, faceConditions, type ListFilter, periodOf } from './list-filter-store.ts';

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

/** A card with the place in its list: the sorted value as text, and whose it is. */
export interface PlacedRow extends CardRow {
  readonly place: string;
  readonly place_id: string;
}

export type Sort = 'last' | 'made' | 'name';

/** Where the previous page ended: the sorted value and the customer. */
export interface ListPlace {
  readonly value: string;
  readonly customerId: string;
}

/** The columns of a card, of a face `c` and its contact `h`. */
export const card: RawBuilder<unknown> = sql`
  c.customer_id, c.face_id, c.kind, c.state, c.name, c.language, c.country, c.city, c.made_at,
  (select k.value from customers.identity_key k where k.customer_id = c.customer_id and k.ended_at is null
    and k.kind <> 'anonymous' order by array_position(array['email', 'phone', 'user', 'card'], k.kind), k.value
    limit 1) as key,
  h.events, h.last_at`;

/** Contact over everyone who is read under the face `c`; counted for the rows of a page only. */
export const heard: RawBuilder<unknown> = sql`
  cross join lateral (
    select coalesce(sum(o.events), 0)::bigint as events, nullif(max(o.last_at), '-infinity') as last_at
    from customers.customer m join customers.contact o on o.customer_id = m.customer_id
    where m.face_id = c.customer_id) h`;

interface Page {
  readonly sort: Sort;
  readonly after: ListPlace | undefined;
  readonly limit: number;
}

/** One page of faces. A fan-out over all customers, bounded by `limit` and by an index on the sorted value. */
export async function listCards(tx: Tx, filter: ListFilter, page: Page): Promise<PlacedRow[]> {
  const named = await fewByWords(tx, filter.words);
  const own = named === undefined ? await fewByOwn(tx, filter, page.limit) : among(named, filter);
  const rest = named === undefined ? filter : { ...filter, words: [] };
  const query =
    page.sort === 'last'
      ? cardsByContact(rest, page, own === undefined ? walkOf(rest) : amongOf(own, rest))
      : cardsByOwn(rest, page, [
          ...(own === undefined ? [] : [sql`c.customer_id = any (array(${own}))`]),
          ...(await amongPeriod(tx, rest)),
        ]);
  const { rows } = await query.execute(tx);
  return rows;
}

/** Where faces at the place of their newest contact come from: `t.last_at`, `t.customer_id`. */
interface Contacts {
  readonly from: RawBuilder<unknown>;
  readonly where: readonly RawBuilder<unknown>[];
  readonly face: RawBuilder<unknown>;
}

/**
 * The newest contacts of all, one after the other, until enough faces fit. Most customers are their own face, and are
 * looked at once. The fence of `offset 0` keeps the planner from looking for the customers first.
 */
function walkOf(filter: ListFilter): Contacts {
  const find = filter.words.length === 0 ? sql`` : sql`, m.find`;
  const fits = (face: RawBuilder<unknown>) => sql.join([sql`true`, ...faceConditions(filter, face)], sql` and `);
  return {
    from: sql`customers.contact t cross join lateral (
      select m.customer_id, m.face_id, m.state, m.kind, m.language, m.country ${find} from customers.customer m
      where m.customer_id = t.customer_id offset 0) m`,
    where: [
      sql`case when (case when m.face_id = m.customer_id then ${fits(sql`m`)}
        else exists (select from customers.customer c where c.customer_id = m.face_id and ${fits(sql`c`)}) end)
        then ${newestOfFace} else false end`,
    ],
    face: sql`m.face_id`,
  };
}

/** Looked at last, row by row: most have no other. */
const newestOfFace = sql`not exists (
  select from customers.customer o join customers.contact n on n.customer_id = o.customer_id
  where o.face_id = m.face_id and o.customer_id <> t.customer_id
    and (n.last_at, n.customer_id) > (t.last_at, t.customer_id) offset 0)`;

/** The newest contact of each of a few faces: his own, or that of one merged into him. */
function amongOf(own: RawBuilder<unknown>, filter: ListFilter): Contacts {
  return {
    from: sql`(${own}) f cross join lateral (
      select * from (
        select t.last_at, t.customer_id from customers.contact t where t.customer_id = f.customer_id
        union all
        select t.last_at, t.customer_id from customers.customer m join customers.contact t on t.customer_id = m.customer_id
        where m.face_id = f.customer_id and m.face_id <> m.customer_id) t
      order by t.last_at desc, t.customer_id desc limit 1) t`,
    where:
      filter.words.length === 0
        ? []
        : [
            sql`exists (select from customers.customer w where w.face_id = f.customer_id
            and ${containsAll(filter.words, sql`w.find`)} offset 0)`,
          ],
    face: sql`f.customer_id`,
  };
}

/** Faces at the place of the newest contact of any who is read under them. */
function cardsByContact(filter: ListFilter, page: Page, contacts: Contacts): RawBuilder<PlacedRow> {
  const wanted = [sql`true`, ...contacts.where, ...periodOf(filter, sql`t.last_at`)];
  if (page.after !== undefined) {
    wanted.push(sql`(t.last_at, t.customer_id) < (${page.after.value}::timestamptz, ${page.after.customerId}::uuid)`);
  }
  return sql<PlacedRow>`
    select ${card}, p.last_at::text as place, p.customer_id as place_id from (
      select t.last_at, t.customer_id, ${contacts.face} as face_id from ${contacts.from}
      where ${sql.join(wanted, sql` and `)}
      order by t.last_at desc, t.customer_id desc limit ${page.limit}) p
    join customers.customer c on c.customer_id = p.face_id ${heard}
    order by p.last_at desc, p.customer_id desc`;
}

/** Faces by a value of their own. */
function cardsByOwn(filter: ListFilter, page: Page, conditions: readonly RawBuilder<unknown>[]): RawBuilder<PlacedRow> {
  const wanted = [sql`c.face_id = c.customer_id`, ...conditions, ...faceConditions(filter, sql`c`)];
  if (filter.lastUntil !== undefined)
    wanted.push(sql`not exists (
    select from customers.customer m join customers.contact t on t.customer_id = m.customer_id
    where m.face_id = c.customer_id and t.last_at >= ${filter.lastUntil}::timestamptz)`);
  const byName = page.sort === 'name';
  if (page.after !== undefined) {
    const { value, customerId } = page.after;
    wanted.push(
      byName
        ? sql`(c.sort_name, c.customer_id) > (${value}, ${customerId}::uuid)`
        : sql`(c.made_at, c.customer_id) < (${value}::timestamptz, ${customerId}::uuid)`,
    );
  }
  const order = byName ? sql`c.sort_name, c.customer_id` : sql`c.made_at desc, c.customer_id desc`;
  return sql<PlacedRow>`
    select ${card}, ${byName ? sql`c.sort_name` : sql`c.made_at::text`} as place, c.customer_id as place_id
    from (select * from customers.customer c where ${sql.join(wanted, sql` and `)}
      order by ${order} limit ${page.limit}) c ${heard}
    order by ${order}`;
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
  const { rows } = await sql<{ state: string; customers: number }>`
    select state, customers from customers.counted`.execute(tx);
  return rows;
}
