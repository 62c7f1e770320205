import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import { containsAll } from './list-filter-store.ts';
import { type CardRow, card, heard } from './list-store.ts';

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
