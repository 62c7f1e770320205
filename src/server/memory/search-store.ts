import { type RawBuilder, sql } from 'kysely';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** How one language reads the words that were typed. */
export interface Reading {
  readonly language: 'en' | 'es' | 'ru';
  readonly word: string;
  /** The word's stem; `null` for a stop word. */
  readonly stem: string | null;
  /** In how many events the stem stands; 0 when in none. */
  readonly events: number;
  /** The nearest stem that is known, where this one is not. */
  readonly near: string | null;
  readonly near_events: number | null;
}

/** Reads each typed word in each language against the vocabulary, with the nearest known stem for unknown ones. */
export async function listReadings(tx: Tx, words: readonly string[]): Promise<{ readings: Reading[]; total: number }> {
  const { rows } = await sql<Reading & { total: number }>`
    select r.language, r.word, r.stem, coalesce(v.events, 0) as events, n.stem as near, n.events as near_events,
      coalesce((select events from memory.vocabulary where stem = ''), 0) as total
    from (
      select l.language, w.word, w.at,
        (tsvector_to_array(to_tsvector(('memory.' || l.language)::regconfig, w.word)))[1] as stem
      from unnest(${texts(words)}::text[]) with ordinality as w (word, at),
        unnest(array['en', 'es', 'ru']) as l (language)) r
    left join memory.vocabulary v on v.stem = r.stem
    left join lateral (
      select o.stem, o.events from memory.vocabulary o
      where v.stem is null and r.stem is not null and length(r.stem) > 3 and o.stem % r.stem
        and abs(length(o.stem) - length(r.stem)) <= 2
      order by similarity(o.stem, r.stem) desc, o.events desc limit 1) n on true
    order by r.at, r.language`.execute(tx);
  return { readings: rows, total: rows[0]?.total ?? 0 };
}

/** An event that was found, with the words around the match. */
export interface HitRow {
  readonly event_id: string;
  readonly customer_id: string;
  readonly face_id: string;
  readonly customer_name: string | null;
  /** How he is known, for who has no name. */
  readonly customer_key: string | null;
  readonly happened_at: Date;
  readonly name: string;
  readonly channel: string;
  readonly language: string;
  readonly excerpt: string;
}

/** What an event without words says, as a person would read it: its name, its short values, its products. */
const told = sql`concat_ws(' · ', e.name,
  (select string_agg(v.value, ' · ') from json_each_text(
      coalesce(e.payload -> 'properties', e.payload -> 'traits', '{}'::json)) v
    where v.key not in ('url', 'path', 'referrer', 'search', 'name', 'title') and v.value !~ '^[[{]' and length(v.value) < 200),
  (select string_agg(p.value ->> 'name', ' · ') from json_array_elements(
      case when json_typeof(e.payload -> 'properties' -> 'products') = 'array'
        then e.payload -> 'properties' -> 'products' else '[]'::json end) p))`;

/**
 * Events that match a text query, newest first. A fan-out over all customers, bounded in both ways of walking: rare
 * words by the word index, common ones newest-first through time.
 */
export async function listHits(
  tx: Tx,
  query: string,
  page: { customerIds: readonly string[] | undefined; before: string | undefined; limit: number; rare: boolean },
): Promise<HitRow[]> {
  const wanted: RawBuilder<unknown>[] = [sql`e.search @@ ${query}::tsquery`];
  if (page.before !== undefined) wanted.push(sql`e.event_id < ${page.before}::uuid`);
  if (page.customerIds !== undefined) wanted.push(sql`e.customer_id = any (${uuids(page.customerIds)}::uuid[])`);
  const where = sql.join(wanted, sql` and `);
  const ids = page.rare
    ? sql`with found as materialized (select e.event_id, e.customer_id from memory.event e where ${where}),
        hit as (select * from found order by event_id desc limit ${page.limit})`
    : sql`with hit as materialized (
        select e.event_id, e.customer_id from memory.event e where ${where} order by e.event_id desc limit ${page.limit})`;
  const { rows } = await sql<HitRow>`
    ${ids}
    select e.event_id, e.customer_id, c.face_id, coalesce(f.name, c.name) as customer_name,
      (select k.value from customers.public_identity_key k where k.customer_id = c.face_id and k.kind <> 'anonymous'
        order by array_position(array['email', 'phone', 'user', 'card'], k.kind), k.value limit 1) as customer_key, e.happened_at, e.name,
      e.channel, e.language,
      ts_headline(('memory.' || e.language)::regconfig, left(coalesce(e.words, ${told}), 4000), ${query}::tsquery,
        ${'StartSel=\u0001, StopSel=\u0002, MaxWords=30, MinWords=12, MaxFragments=1'}) as excerpt
    from hit h
    join memory.event e on e.customer_id = h.customer_id and e.event_id = h.event_id
    join customers.public_customer c on c.customer_id = e.customer_id
    left join customers.public_customer f on f.customer_id = c.face_id
    order by e.event_id desc`.execute(tx);
  return rows;
}

/** Notes that the stems of these events are to be counted. */
export async function insertUncounted(
  tx: Tx,
  uncountedId: string,
  customerIds: readonly string[],
  eventIds: readonly string[],
): Promise<void> {
  await sql`/* send on */
    insert into memory.uncounted (uncounted_id, customer_ids, event_ids)
    values (${uncountedId}, ${uuids(customerIds)}, ${uuids(eventIds)})`.execute(tx);
}

/**
 * Adds the stems of events that wait for it to the vocabulary, oldest first; `''` counts the events themselves. Takes
 * the notes of at most `limit` transactions and tells how many it took: each is counted once.
 */
export async function countStems(tx: Tx, limit: number): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with taken as (
      delete from memory.uncounted where uncounted_id in (
        select uncounted_id from memory.uncounted order by uncounted_id limit ${limit} for update skip locked)
      returning customer_ids, event_ids),
    found as (
      select e.search from taken cross join lateral unnest(customer_ids, event_ids) as r (customer, id)
      join memory.event e on e.customer_id = r.customer and e.event_id = r.id),
    counted as (
      insert into memory.vocabulary as v (stem, events)
      select stem, n from (
        select s.stem, count(*) as n from found cross join lateral unnest(tsvector_to_array(found.search)) as s (stem)
        where length(s.stem) between 1 and 60 group by s.stem
        union all select '', count(*) from found) x
      where n > 0 order by stem
      on conflict (stem) do update set events = v.events + excluded.events)
    select count(*) as taken from taken`.execute(tx);
  return rows[0]?.taken ?? 0;
}

/**
 * Moves what was heard lately from the search index's waiting list to its place. Without it some writer would, in the
 * middle of his request, once four megabytes wait; and every search reads through what waits.
 */
export async function settleSearch(tx: Tx): Promise<void> {
  await sql`select gin_clean_pending_list('memory.event_search'::regclass)`.execute(tx);
}
