import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { texts, uuids } from '../platform/database/arrays.ts';
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

/** A card with the place in its list: the sorted value as text, and whose it is. */
export interface PlacedRow extends CardRow {
  readonly place: string;
  readonly place_id: string;
}

export interface ListFilter {
  /** Words as `findText` writes them, each to be contained. */
  readonly words: readonly string[];
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly lastSince?: string | undefined;
  readonly lastUntil?: string | undefined;
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

/**
 * Up to so many faces are listed first and sorted then; of more, the sorted list is walked until the page is full. What
 * stands in an index alone is listed faster than what is looked at in the table.
 */
const few = 2_000;
const fewInIndex = 10_000;

/** One page of faces. A fan-out over all customers, bounded by `limit` and by an index on the sorted value. */
export async function listCards(tx: Tx, filter: ListFilter, page: Page): Promise<PlacedRow[]> {
  const words = filter.words.length === 0 ? undefined : wordsOf(filter.words);
  const named = words === undefined ? undefined : await fewFaces(tx, words);
  const own = named === undefined ? await fewByOwn(tx, filter, page.limit) : among(named, filter);
  const byContact = own === undefined ? sql`m.face_id` : sql`f.customer_id`;
  const face = page.sort === 'last' ? byContact : sql`c.customer_id`;
  const byWords = words === undefined || named !== undefined ? [] : [isAmong(words, face)];
  const isPeriod = page.sort !== 'last' && (filter.lastSince !== undefined || filter.lastUntil !== undefined);
  const byPeriod = isPeriod ? [await narrow(tx, periodFaces(filter), face)] : [];
  const wanted = [...byWords, ...byPeriod];
  const query =
    page.sort === 'last'
      ? cardsByContact(filter, page, own === undefined ? walkOf(filter, wanted) : amongOf(own, wanted))
      : cardsByOwn(filter, page, own === undefined ? wanted : [...wanted, sql`c.customer_id = any (array(${own}))`]);
  const { rows } = await query.execute(tx);
  return rows;
}

/** A condition on members `w`, with what else they are joined to. */
interface Narrowing {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** A condition on faces that is cheap to check: who they are where they are few, else each one looked at in turn. */
async function narrow(tx: Tx, by: Narrowing, face: RawBuilder<unknown>): Promise<RawBuilder<unknown>> {
  const faces = await fewFaces(tx, by);
  return faces === undefined ? isAmong(by, face) : sql`${face} = any (${uuids(faces)}::uuid[])`;
}

function isAmong(by: Narrowing, face: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from ${by.from} where w.face_id = ${face} and ${by.where} offset 0)`;
}

/** The faces of these that fit the filters on a face itself. */
function among(faces: readonly string[], filter: ListFilter): RawBuilder<unknown> {
  const wanted = [sql`c.customer_id = any (${uuids(faces)}::uuid[])`, ...conditionsOf(filter)];
  return sql`select c.customer_id from customers.customer c where ${sql.join(wanted, sql` and `)}`;
}

/** Whose faces they are, where these are few. */
async function fewFaces(tx: Tx, by: Narrowing): Promise<string[] | undefined> {
  if ((await expected(tx, by)) > few * 2) return undefined;
  const rows = await facesOf(tx, by);
  return rows.length > few ? undefined : [...new Set(rows.map((row) => row.face_id))];
}

async function facesOf(tx: Tx, by: Narrowing): Promise<{ face_id: string }[]> {
  const { rows } = await sql<{ face_id: string }>`
    select w.face_id from ${by.from} where ${by.where} limit ${few + 1}`.execute(tx);
  return rows;
}

const planned = z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) }));

/** How many the planner expects, by its statistics; where they are many, counting them would cost more than it saves. */
async function expected(tx: Tx, by: Narrowing): Promise<number> {
  const { rows } = await sql<Record<string, unknown>>`
    explain (format json) select w.face_id from ${by.from} where ${by.where}`.execute(tx);
  const [plan] = planned.parse(rows[0]?.['QUERY PLAN']);
  return plan?.Plan['Plan Rows'] ?? 0;
}

const states = ['known', 'pending', 'unknown'];
const kinds = ['person', 'organisation'];

/** Whom the filters on a face itself leave, where these are few; of a country alone the planner knows better. */
async function fewByOwn(tx: Tx, filter: ListFilter, limit: number): Promise<RawBuilder<unknown> | undefined> {
  const { state, kind, language, country } = filter;
  if (state === undefined && kind === undefined && language === undefined) return undefined;
  const own = sql`
    select customer_id from customers.customer where face_id = customer_id
      and state = any (${texts(state === undefined ? states : [state])}::text[])
      and kind = any (${texts(kind === undefined ? kinds : [kind])}::text[])
      ${language === undefined ? sql`` : sql`and language = ${language}`}
      ${country === undefined ? sql`` : sql`and country = ${country}`}
    limit ${fewInIndex + 1}`;
  const { rows } = await sql<{ faces: number; customers: number }>`
    select count(*) as faces, (select reltuples from pg_class where oid = 'customers.customer'::regclass) as customers
    from (${own}) o`.execute(tx);
  const { faces = 0, customers = 0 } = rows[0] ?? {};
  // Walking meets one of them in every customers / faces.
  return faces > Math.min(fewInIndex, Math.sqrt(limit * Math.max(customers, 0))) ? undefined : own;
}

function wordsOf(words: readonly string[]): Narrowing {
  return { from: sql`customers.customer w`, where: containsAll(words, sql`w.find`) };
}

function periodFaces(filter: ListFilter): Narrowing {
  return {
    from: sql`customers.contact t join customers.customer w on w.customer_id = t.customer_id`,
    where: sql.join(periodOf(filter, sql`t.last_at`), sql` and `),
  };
}

/** Where faces `t.face_id` at the place of their newest contact come from: `t.last_at`, `t.customer_id`. */
interface Contacts {
  readonly from: RawBuilder<unknown>;
  readonly where: readonly RawBuilder<unknown>[];
  readonly face: RawBuilder<unknown>;
}

/** The newest contacts of all, one after the other, until enough faces fit. */
function walkOf(filter: ListFilter, conditions: readonly RawBuilder<unknown>[]): Contacts {
  return {
    from: sql`customers.contact t
      join customers.customer m on m.customer_id = t.customer_id
      join customers.customer c on c.customer_id = m.face_id`,
    where: [...conditions, ...conditionsOf(filter), newestOfFace],
    face: sql`c.customer_id`,
  };
}

/** The newest contact of each of a few faces. */
function amongOf(own: RawBuilder<unknown>, conditions: readonly RawBuilder<unknown>[]): Contacts {
  return {
    from: sql`(${own}) f cross join lateral (
      select t.last_at, t.customer_id from customers.customer m join customers.contact t on t.customer_id = m.customer_id
      where m.face_id = f.customer_id order by t.last_at desc, t.customer_id desc limit 1) t`,
    where: conditions,
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

/** Looked at last, row by row: most have no other. */
const newestOfFace = sql`not exists (
  select from customers.customer o join customers.contact n on n.customer_id = o.customer_id
  where o.face_id = c.customer_id and o.customer_id <> t.customer_id
    and (n.last_at, n.customer_id) > (t.last_at, t.customer_id) offset 0)`;

/** Faces by a value of their own. */
function cardsByOwn(filter: ListFilter, page: Page, conditions: readonly RawBuilder<unknown>[]): RawBuilder<PlacedRow> {
  const wanted = [sql`c.face_id = c.customer_id`, ...conditions, ...conditionsOf(filter)];
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

function conditionsOf(filter: ListFilter): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (filter.state !== undefined) wanted.push(sql`c.state = ${filter.state}`);
  if (filter.kind !== undefined) wanted.push(sql`c.kind = ${filter.kind}`);
  if (filter.language !== undefined) wanted.push(sql`c.language = ${filter.language}`);
  if (filter.country !== undefined) wanted.push(sql`c.country = ${filter.country}`);
  return wanted;
}

function periodOf(filter: ListFilter, lastAt: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (filter.lastSince !== undefined) wanted.push(sql`${lastAt} >= ${filter.lastSince}::timestamptz`);
  if (filter.lastUntil !== undefined) {
    wanted.push(sql`${lastAt} < ${filter.lastUntil}::timestamptz and ${lastAt} > '-infinity'`);
  }
  return wanted;
}

/** Every word is contained; one of less than three letters at the beginning of a word, where the index sees it. */
export function containsAll(words: readonly string[], find: RawBuilder<unknown>): RawBuilder<unknown> {
  const each = words.map((word) => {
    const text = likeText(word);
    return word.length > 2
      ? sql`${find} like ${`%${text}%`}`
      : sql`(${find} like ${`${text}%`} or ${find} like ${`% ${text}%`})`;
  });
  return sql.join(each, sql` and `);
}

/** Text with the signs of LIKE made plain. */
function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
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
