import { sql } from 'kysely';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** A message that was remembered before. */
export interface StoredMessage {
  readonly digest: string;
  readonly content: string;
  readonly customer_id: string;
  readonly event_id: string;
}

/** A message to remember, by digest. */
export interface MessageRow {
  readonly digest: string;
  readonly content: string;
  readonly customerId: string;
  readonly eventId: string;
}

/** Which of these messages were taken in before. */
export async function listMessages(tx: Tx, sourceId: string, digests: readonly string[]): Promise<StoredMessage[]> {
  if (digests.length === 0) return [];
  const { rows } = await sql<StoredMessage>`/* plan once */
    select replace(message_digest::text, '-', '') as digest, replace(content_digest::text, '-', '') as content,
      customer_id, event_id
    from intake.message
    where source_id = ${sourceId} and message_digest = any (${uuids(digests)}::uuid[])`.execute(tx);
  return rows;
}

/**
 * Writes messages in ascending order, so that two writers of the same ones wait for each other and do not dead-lock. The
 * commit refuses `house.busy` where another wrote one meanwhile: tried again, it is found as taken in before.
 */
export async function insertMessages(
  tx: Tx,
  sourceId: string,
  rows: readonly MessageRow[],
  importId: string | undefined,
): Promise<void> {
  if (rows.length === 0) return;
  const sorted = [...rows].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  await sql`/* send on */
    insert into intake.message (source_id, message_digest, content_digest, customer_id, event_id, import_id)
    select ${sourceId}::uuid, m, content, customer, event, ${importId ?? null}::uuid from unnest(
      ${uuids(sorted.map((row) => row.digest))}::uuid[], ${uuids(sorted.map((row) => row.content))}::uuid[],
      ${uuids(sorted.map((row) => row.customerId))}::uuid[], ${uuids(sorted.map((row) => row.eventId))}::uuid[])
      as r (m, content, customer, event)`.execute(tx);
}

/** Counts what came in with one batch. */
export async function insertTally(
  tx: Tx,
  tally: {
    tallyId: string;
    sourceId: string;
    at: Date;
    remembered: number;
    duplicate: number;
    quarantined: number;
    importId: string | undefined;
  },
): Promise<void> {
  const sent = tally.remembered + tally.duplicate + tally.quarantined;
  await sql`/* send on */
    insert into intake.tally (source_id, tally_id, at, sent, remembered, duplicate, quarantined, import_id)
    values (${tally.sourceId}, ${tally.tallyId}, ${tally.at}, ${sent}, ${tally.remembered}, ${tally.duplicate},
      ${tally.quarantined}, ${tally.importId ?? null})`.execute(tx);
}

/** Keeps what could not be taken, as it came. */
export async function insertQuarantine(
  tx: Tx,
  sourceId: string,
  rows: readonly { quarantineId: string; code: string; detail: string; raw: string }[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into intake.quarantine (source_id, quarantine_id, at, code, detail, raw)
    select ${sourceId}::uuid, id, ${at}::timestamptz, code, detail, raw from unnest(
      ${uuids(rows.map((row) => row.quarantineId))}::uuid[], ${texts(rows.map((row) => row.code))}::text[],
      ${texts(rows.map((row) => row.detail))}::text[], ${texts(rows.map((row) => row.raw))}::text[]) as r (id, code, detail, raw)`.execute(
    tx,
  );
}

/** Counts single remembered events, each once however often it is told. */
export async function insertTallies(tx: Tx, sourceId: string, tallyIds: readonly string[], at: Date): Promise<void> {
  await sql`
    insert into intake.tally (source_id, tally_id, at, sent, remembered, duplicate, quarantined)
    select ${sourceId}::uuid, id, ${at}::timestamptz, 1, 1, 0, 0 from unnest(${uuids(tallyIds)}::uuid[]) as r (id)
    on conflict do nothing`.execute(tx);
}
