import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** A source as it is kept; its key is not among it. */
export interface SourceRow {
  readonly source_id: string;
  readonly name: string;
  readonly kind: 'server' | 'browser' | 'file' | 'capture';
  readonly write_key_prefix: string | null;
  readonly channel: string;
  readonly zone: string;
  readonly currency: string;
  readonly language: string;
  readonly made_at: Date;
  readonly closed_at: Date | null;
  readonly version: number;
}

const columns = sql`source_id, name, kind, write_key_prefix, channel, zone, currency, language, made_at, closed_at, version`;

/** The open source of a write key. */
export async function findSourceByKey(tx: Tx, keyHash: Buffer): Promise<SourceRow | undefined> {
  const { rows } = await sql<SourceRow>`
    select ${columns} from intake.source where write_key_hash = ${keyHash} and closed_at is null`.execute(tx);
  return rows[0];
}

/** A source by its id. */
export async function findSource(tx: Tx, sourceId: string): Promise<SourceRow | undefined> {
  const { rows } = await sql<SourceRow>`select ${columns} from intake.source where source_id = ${sourceId}`.execute(tx);
  return rows[0];
}

/** A source by its name, as imports know theirs. */
export async function findSourceByName(tx: Tx, name: string): Promise<SourceRow | undefined> {
  const { rows } = await sql<SourceRow>`select ${columns} from intake.source where name = ${name}`.execute(tx);
  return rows[0];
}

/** A source with what became of all that it sent. */
export interface CountedSource extends SourceRow {
  readonly sent: number;
  readonly remembered: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly waiting: number;
  readonly last_at: Date | null;
}

/** All sources with their counts; the tallies are folded by day, so this stays small. */
export async function listSources(tx: Tx): Promise<CountedSource[]> {
  const { rows } = await sql<CountedSource>`
    select s.*, coalesce(t.sent, 0) as sent, coalesce(t.remembered, 0) as remembered,
      coalesce(t.duplicate, 0) as duplicate, coalesce(t.quarantined, 0) as quarantined, t.last_at,
      (select count(*) from intake.quarantine q where q.source_id = s.source_id and q.state = 'waiting') as waiting
    from (select ${columns} from intake.source) s
    left join (
      select source_id, sum(sent)::bigint as sent, sum(remembered)::bigint as remembered,
        sum(duplicate)::bigint as duplicate, sum(quarantined)::bigint as quarantined, max(at) as last_at
      from intake.tally group by source_id) t on t.source_id = s.source_id
    order by s.closed_at is not null, s.name`.execute(tx);
  return rows;
}

/** A source to make. */
export interface NewSource {
  readonly sourceId: string;
  readonly name: string;
  readonly kind: string;
  readonly keyHash: Buffer | undefined;
  readonly keyPrefix: string | undefined;
  readonly channel: string;
  readonly zone: string;
  readonly currency: string;
  readonly language: string;
  readonly at: Date;
  readonly by: string;
}

/** Writes a source; false when the name is taken. */
export async function insertSource(tx: Tx, source: NewSource): Promise<boolean> {
  const { rows } = await sql`
    insert into intake.source (source_id, name, kind, write_key_hash, write_key_prefix, channel, zone, currency, language,
      made_at, made_by)
    values (${source.sourceId}, ${source.name}, ${source.kind}, ${source.keyHash ?? null}, ${source.keyPrefix ?? null},
      ${source.channel}, ${source.zone}, ${source.currency}, ${source.language}, ${source.at}, ${source.by})
    on conflict do nothing returning source_id`.execute(tx);
  return rows.length === 1;
}

/** Edits a source at the version that was read; the new version, or `undefined` when another came first. */
export async function updateSource(
  tx: Tx,
  source: {
    sourceId: string;
    name: string;
    channel: string;
    zone: string;
    currency: string;
    language: string;
    version: number;
  },
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    update intake.source set name = ${source.name}, channel = ${source.channel}, zone = ${source.zone},
      currency = ${source.currency}, language = ${source.language}, version = version + 1
    where source_id = ${source.sourceId} and version = ${source.version} returning version`.execute(tx);
  return rows[0]?.version;
}

/** Gives a source another key; the old one is no key from then on. */
export async function saveKey(tx: Tx, sourceId: string, keyHash: Buffer, prefix: string): Promise<void> {
  await sql`
    update intake.source set write_key_hash = ${keyHash}, write_key_prefix = ${prefix}, version = version + 1
    where source_id = ${sourceId}`.execute(tx);
}

/** Closes a source, or opens it again. */
export async function saveClosed(tx: Tx, sourceId: string, at: Date | null): Promise<void> {
  await sql`
    update intake.source set closed_at = ${at}, version = version + 1 where source_id = ${sourceId}`.execute(tx);
}

/** Folds tallies of past days into one row a source and day (imports keep theirs, so that undo can take them out). */
export async function foldTallies(tx: Tx): Promise<void> {
  await sql`
    with old as (
      delete from intake.tally where import_id is null and at < now() - interval '2 days'
        and tally_id in (select tally_id from intake.tally
          where import_id is null and at < now() - interval '2 days' order by at limit 50000)
      returning *)
    insert into intake.tally (source_id, tally_id, at, sent, remembered, duplicate, quarantined)
    select source_id, gen_random_uuid(), max(at), sum(sent), sum(remembered), sum(duplicate), sum(quarantined)
    from old group by source_id, date_trunc('day', at)`.execute(tx);
}
