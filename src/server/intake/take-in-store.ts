import { sql } from 'kysely';
import { bytes, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

export interface StoredMessage {
  readonly hash: string;
  readonly content_hash: Buffer;
  readonly customer_id: string;
  readonly event_id: string;
}

export interface MessageRow {
  readonly hash: Buffer;
  readonly contentHash: Buffer;
  readonly customerId: string;
  readonly eventId: string;
}

/** Which of these messages were taken in before. */
export async function listMessages(tx: Tx, sourceId: string, hashes: readonly Buffer[]): Promise<StoredMessage[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<StoredMessage>`/* plan once */
    select encode(message_hash, 'hex') as hash, content_hash, customer_id, event_id from intake.message
    where source_id = ${sourceId} and message_hash = any (${bytes(hashes)}::bytea[])`.execute(tx);
  return rows;
}

/** Writes messages in ascending order of hash; gives back the hashes of those that another transaction wrote first. */
export async function insertMessages(
  tx: Tx,
  sourceId: string,
  rows: readonly MessageRow[],
  importId: string | undefined,
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const sorted = [...rows].sort((a, b) => Buffer.compare(a.hash, b.hash));
  const { numAffectedRows } = await sql`/* plan once */
    insert into intake.message (source_id, message_hash, content_hash, customer_id, event_id, import_id)
    select ${sourceId}::uuid, h, content, customer, event, ${importId ?? null}::uuid from unnest(
      ${bytes(sorted.map((row) => row.hash))}::bytea[], ${bytes(sorted.map((row) => row.contentHash))}::bytea[],
      ${uuids(sorted.map((row) => row.customerId))}::uuid[], ${uuids(sorted.map((row) => row.eventId))}::uuid[])
      as r (h, content, customer, event)
    on conflict do nothing`.execute(tx);
  if (Number(numAffectedRows ?? 0) === rows.length) return new Set();
  const ours = new Set(rows.map((row) => row.eventId));
  const stored = await listMessages(
    tx,
    sourceId,
    rows.map((row) => row.hash),
  );
  return new Set(stored.filter((row) => !ours.has(row.event_id)).map((row) => row.hash));
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
  await sql`/* plan once */
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
