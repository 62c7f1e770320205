import { sql } from 'kysely';
import { instants, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Remembering } from './remembering.ts';

/** Writes events, their search columns made by the language's stems. */
export async function insertEvents(tx: Tx, rows: readonly Remembering[], heardAt: Date): Promise<void> {
  await sql`/* send on */
    insert into memory.event (customer_id, event_id, happened_at, heard_at, source_id, kind, name, channel, direction,
      touchpoint, staff, agreement_id, conversation_id, corrects_id, language, words, payload, search)
    select customer, id, happened, ${heardAt}::timestamptz, source, kind, name, channel, direction, touchpoint, staff,
      agreement, conversation, corrects, language, words, payload::json,
      case language
        when 'es' then to_tsvector('memory.es'::regconfig, searched)
        when 'ru' then to_tsvector('memory.ru'::regconfig, searched)
        else to_tsvector('memory.en'::regconfig, searched) end
    from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[], ${uuids(rows.map((row) => row.eventId))}::uuid[],
      ${instants(rows.map((row) => row.happenedAt))}::timestamptz[], ${uuids(rows.map((row) => row.sourceId))}::uuid[],
      ${texts(rows.map((row) => row.kind))}::text[], ${texts(rows.map((row) => row.name))}::text[],
      ${texts(rows.map((row) => row.channel))}::text[], ${texts(rows.map((row) => row.direction))}::text[],
      ${texts(rows.map((row) => row.touchpoint ?? null))}::text[], ${texts(rows.map((row) => row.staff ?? null))}::text[],
      ${uuids(rows.map((row) => row.agreementId ?? null))}::uuid[], ${uuids(rows.map((row) => row.conversationId ?? null))}::uuid[],
      ${uuids(rows.map((row) => row.correctsId ?? null))}::uuid[], ${texts(rows.map((row) => row.language))}::text[],
      ${texts(rows.map((row) => row.words ?? null))}::text[], ${texts(rows.map((row) => row.payload))}::text[],
      ${texts(rows.map((row) => row.searched))}::text[])
      as r (customer, id, happened, source, kind, name, channel, direction, touchpoint, staff, agreement, conversation,
        corrects, language, words, payload, searched)`.execute(tx);
}

/** Writes what conversations events belong to, or moves their last instant. */
export async function saveConversations(tx: Tx, rows: readonly Remembering[]): Promise<void> {
  const with_ = rows.filter((row) => row.conversationId !== undefined);
  if (with_.length === 0) return;
  await sql`/* send on */
    insert into memory.conversation as c (customer_id, conversation_id, subject, channel, opened_at, last_at)
    select customer, id, min(subject), min(channel), min(at), max(at) from unnest(
      ${uuids(with_.map((row) => row.customerId))}::uuid[], ${uuids(with_.map((row) => row.conversationId ?? null))}::uuid[],
      ${texts(with_.map((row) => row.subject ?? null))}::text[], ${texts(with_.map((row) => row.channel))}::text[],
      ${instants(with_.map((row) => row.happenedAt))}::timestamptz[]) as r (customer, id, subject, channel, at)
    group by customer, id order by customer, id
    on conflict (customer_id, conversation_id) do update set
      subject = coalesce(c.subject, excluded.subject),
      opened_at = least(c.opened_at, excluded.opened_at), last_at = greatest(c.last_at, excluded.last_at)`.execute(tx);
}

/** Registers products and touchpoints that are heard of for the first time. */
export async function insertNames(
  tx: Tx,
  products: readonly { product: string; name: string | undefined; category: string | undefined }[],
  touchpoints: readonly { touchpoint: string; channel: string }[],
  at: Date,
): Promise<void> {
  if (products.length > 0) {
    const sorted = [...products].sort((a, b) => (a.product < b.product ? -1 : 1));
    await sql`
      insert into memory.product (product, name, category, first_seen_at)
      select p, n, c, ${at}::timestamptz from unnest(
        ${texts(sorted.map((row) => row.product))}::text[], ${texts(sorted.map((row) => row.name ?? null))}::text[],
        ${texts(sorted.map((row) => row.category ?? null))}::text[]) as r (p, n, c)
      on conflict do nothing`.execute(tx);
  }
  if (touchpoints.length > 0) {
    const sorted = [...touchpoints].sort((a, b) => (a.touchpoint < b.touchpoint ? -1 : 1));
    await sql`
      insert into memory.touchpoint (touchpoint, name, channel, first_seen_at)
      select t, t, c, ${at}::timestamptz from unnest(
        ${texts(sorted.map((row) => row.touchpoint))}::text[], ${texts(sorted.map((row) => row.channel))}::text[]) as r (t, c)
      on conflict do nothing`.execute(tx);
  }
}
