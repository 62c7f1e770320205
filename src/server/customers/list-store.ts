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

const card: RawBuilder<unknown> = sql`
  c.customer_id, c.face_id, c.kind, c.state, c.name, c.language, c.country, c.city, c.made_at,
  (select k.value from customers.identity_key k where k.customer_id = c.customer_id and k.ended_at is null
    and k.kind <> 'anonymous' order by array_position(array['email', 'phone', 'user', 'card'], k.kind), k.value
    limit 1) as key,
  h.events, h.last_at`;

/** Contact over everyone who is read under the face `c`; counted for the rows of a page only. */
const heard: RawBuilder<unknown> = sql`
  cross join lateral (
    select coalesce(sum(o.events), 0)::bigint as events, nullif(max(o.last_at), '-infinity') as last_at
    from customers.customer m join customers.contact o on o.customer_id = m.customer_id
    where m.face_id = c.customer_id) h`;

interface Page {
  readonly sort: Sort;
  readonly after: ListPlace | undefined;
  readonly limit: number;
}

/** Up to so many faces are listed first and sorted then; of more, the sorted list is walked until the page is full. */
const few = 2_000;

/** One page of faces. A fan-out over all customers, bounded by `limit` and by an index on the sorted value. */
export async function listCards(tx: Tx, filter: ListFilter, page: Page): Promise<PlacedRow[]> {
  const byWords = filter.words.length === 0 ? [] : [await narrow(tx, wordsOf(filter.words))];
  const isPeriod = page.sort !== 'last' && (filter.lastSince !== undefined || filter.lastUntil !== undefined);
  const byPeriod = isPeriod ? [await narrow(tx, periodFaces(filter))] : [];
  const wanted = [...byWords, ...byPeriod, ...conditionsOf(filter)];
  const query = page.sort === 'last' ? cardsByContact(filter, page, wanted) : cardsByOwn(filter, page, wanted);
  const { rows } = await query.execute(tx);
  return rows;
}

/** A condition on members `w`, with what else they are joined to. */
interface Narrowing {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** A condition on faces that is cheap to check: who they are where they are few, else each one looked at in turn. */
async function narrow(tx: Tx, by: Narrowing): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ face_id: string }>`
    select w.face_id from ${by.from} where ${by.where} limit ${few + 1}`.execute(tx);
  if (rows.length <= few) return sql`c.customer_id = any (${[...new Set(rows.map((row) => row.face_id))]}::uuid[])`;
  return sql`exists (select from ${by.from} where w.face_id = c.customer_id and ${by.where} offset 0)`;
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

/** Faces at the place of the newest contact of any who is read under them. */
function cardsByContact(
  filter: ListFilter,
  page: Page,
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<PlacedRow> {
  const wanted = [...conditions, newestOfFace, ...periodOf(filter, sql`t.last_at`)];
  if (page.after !== undefined) {
    wanted.push(sql`(t.last_at, t.customer_id) < (${page.after.value}::timestamptz, ${page.after.customerId}::uuid)`);
  }
  return sql<PlacedRow>`
    select ${card}, p.last_at::text as place, p.customer_id as place_id from (
      select t.last_at, t.customer_id, c.customer_id as face_id
      from customers.contact t
      join customers.customer m on m.customer_id = t.customer_id
      join customers.customer c on c.customer_id = m.face_id
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
  const wanted = [sql`c.face_id = c.customer_id`, ...conditions];
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
function containsAll(words: readonly string[], find: RawBuilder<unknown>): RawBuilder<unknown> {
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

/** A card with what it was found by. */
export interface FoundRow extends CardRow {
  readonly matched: string;
}

/** Faces that hold one of these keys, or claim it, exactly. */
export async function findByKeys(tx: Tx, hashes: readonly Buffer[], limit: number): Promise<FoundRow[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<FoundRow>`
    select ${card}, f.matched from (
      select distinct on (o.face_id) o.face_id, k.matched, k.weight from (
        select customer_id, kind || ':' || value as matched, 0 as weight from customers.identity_key
        where key_hash = any (${hashes}::bytea[]) and ended_at is null
        union all
        (select customer_id, 'claim:' || kind || ':' || value, 1 from customers.identity_claim
        where key_hash = any (${hashes}::bytea[]) and settled_at is null order by claimed_at limit 200)) k
      join customers.customer o on o.customer_id = k.customer_id
      order by o.face_id, k.weight) f
    join customers.customer c on c.customer_id = f.face_id ${heard}
    order by f.weight, h.last_at desc nulls last, c.customer_id limit ${limit}`.execute(tx);
  return rows;
}

/** Faces with an agreement, or a role on one, whose number or place contains every word. Bounded by trigram index. */
export async function findByAgreement(tx: Tx, words: readonly string[], limit: number): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    with near as (
      select a.customer_id, a.agreement_id, concat_ws(' · ', a.number, a.place) as matched from customers.agreement a
      where ${containsAll(words, sql`a.find`)} limit 200)
    select ${card}, 'agreement:' || f.matched as matched from (
      select distinct on (o.face_id) o.face_id, n.matched from (
        select customer_id, matched from near
        union all
        select r.customer_id, near.matched from near
        join customers.agreement_role r on r.owner_id = near.customer_id and r.agreement_id = near.agreement_id) n
      join customers.customer o on o.customer_id = n.customer_id order by o.face_id, n.matched) f
    join customers.customer c on c.customer_id = f.face_id ${heard}
    order by f.matched, c.customer_id limit ${limit}`.execute(tx);
  return rows;
}

/** Faces whose name, place or key contains every word, best likeness first. A bounded fan-out by trigram index. */
export function findByText(tx: Tx, words: readonly string[], limit: number): Promise<FoundRow[]> {
  return foundByText(tx, { wanted: containsAll(words, sql`find`), text: words.join(' '), matched: 'name' }, limit);
}

async function foundByText(
  tx: Tx,
  by: { wanted: RawBuilder<unknown>; text: string; matched: string },
  limit: number,
): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    with near as (
      select face_id, state, word_similarity(${by.text}, find) as likeness from (
        select face_id, state, find from customers.customer where ${by.wanted} limit 500) w),
    best as (
      select face_id, max(likeness) as likeness from near
      group by face_id order by bool_or(state = 'known') desc, 2 desc, face_id limit ${limit})
    select ${card}, ${by.matched}::text as matched from best n
    join customers.customer c on c.customer_id = n.face_id ${heard}
    order by (c.state = 'known') desc, n.likeness desc, h.last_at desc nulls last, c.customer_id`.execute(tx);
  return rows;
}

/** Words of names that look like each of these (or are one of its exchanged spellings), by trigram index. */
export async function listNearWords(
  tx: Tx,
  words: readonly { word: string; swaps: readonly string[] }[],
): Promise<{ word: string; near: string }[]> {
  const each = words.map(
    ({ word, swaps }) => sql`
      (select ${word}::text as word, n.word as near from customers.name_word n
      where n.word % ${word} or n.word = any (${swaps}::text[])
      order by n.word = any (${swaps}::text[]) desc, similarity(n.word, ${word}) desc, n.word limit 30)`,
  );
  const { rows } = await sql<{ word: string; near: string }>`${sql.join(each, sql` union all `)}`.execute(tx);
  return rows;
}

/** Faces that contain each word in one of its spellings, for typing errors. A bounded fan-out by trigram index. */
export async function findNear(tx: Tx, spellings: readonly (readonly string[])[], limit: number): Promise<FoundRow[]> {
  const all = spellings.map(
    (any) =>
      sql`(${sql.join(
        any.map((word) => containsAll([word], sql`find`)),
        sql` or `,
      )})`,
  );
  const text = spellings.map((any) => any[0] ?? '').join(' ');
  return foundByText(tx, { wanted: sql.join(all, sql` and `), text, matched: 'near' }, limit);
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
