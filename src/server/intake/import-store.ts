import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

export type ImportState = 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'undoing' | 'undone';

export interface ImportRow {
  readonly import_id: string;
  readonly source_id: string;
  readonly source_name: string;
  readonly source_made: boolean;
  readonly name: string;
  readonly file_sha256: Buffer;
  readonly file_bytes: number;
  readonly yaml: string;
  readonly state: ImportState;
  readonly dry: boolean;
  readonly row_at: number;
  readonly bytes_read: number;
  readonly resume_row: number;
  readonly resume_line: number;
  readonly resume_at: number;
  readonly tail_at: number;
  readonly ended: boolean;
  readonly rows_bad: number;
  readonly warnings: number;
  readonly events: number;
  readonly duplicates: number;
  readonly customers_made: number;
  readonly run_seconds: number;
  readonly undo_of: number;
  readonly undo_at: number;
  readonly error: string | null;
  readonly made_at: Date;
  readonly made_by: string;
  readonly run_by: string;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly lease_by: string | null;
}

const columns = sql`import_id, source_id, source_name, source_made, name, file_sha256, file_bytes, yaml, state, dry,
  row_at, bytes_read, resume_row, resume_line, resume_at, tail_at, ended, rows_bad, warnings, events, duplicates, customers_made,
  run_seconds, undo_of, undo_at, error, made_at, made_by, run_by, started_at, ended_at, lease_by`;

export interface UploadRow {
  readonly file_sha256: Buffer;
  readonly name: string;
  readonly bytes: number;
}

/** Notes an uploaded file; of the same bytes the newest name stays. */
export async function saveUpload(
  tx: Tx,
  file: { sha256: Buffer; name: string; bytes: number },
  at: Date,
  by: string,
): Promise<void> {
  await sql`
    insert into intake.upload (file_sha256, name, bytes, uploaded_at, uploaded_by)
    values (${file.sha256}, ${file.name}, ${file.bytes}, ${at}, ${by})
    on conflict (file_sha256) do update set name = excluded.name, uploaded_at = excluded.uploaded_at,
      uploaded_by = excluded.uploaded_by`.execute(tx);
}

export async function findUpload(tx: Tx, sha256: Buffer): Promise<UploadRow | undefined> {
  const { rows } = await sql<UploadRow>`
    select file_sha256, name, bytes from intake.upload where file_sha256 = ${sha256}`.execute(tx);
  return rows[0];
}

/** Imports that wrote something of these bytes, newest first. */
export async function listImportsOf(tx: Tx, sha256: Buffer): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from intake.import where file_sha256 = ${sha256} and not dry and state <> 'undone'
    order by made_at desc limit 20`.execute(tx);
  return rows;
}

export interface NewImport {
  readonly importId: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly sourceMade: boolean;
  readonly name: string;
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly yaml: string;
  readonly dry: boolean;
  readonly at: Date;
  readonly by: string;
}

export async function insertImport(tx: Tx, row: NewImport): Promise<void> {
  await sql`
    insert into intake.import (import_id, source_id, source_name, source_made, name, file_sha256, file_bytes, yaml, state,
      dry, made_at, made_by, run_by)
    values (${row.importId}, ${row.sourceId}, ${row.sourceName}, ${row.sourceMade}, ${row.name}, ${row.sha256},
      ${row.bytes}, ${row.yaml}, 'waiting', ${row.dry}, ${row.at}, ${row.by},
      ${row.by})`.execute(tx);
}

export async function findImport(tx: Tx, importId: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${columns} from intake.import where import_id = ${importId}`.execute(tx);
  return rows[0];
}

/** The newest imports, at most 200. */
export async function listImports(tx: Tx, since: string | undefined): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from intake.import where made_at >= ${since ?? '-infinity'}::timestamptz
    order by made_at desc limit 200`.execute(tx);
  return rows;
}

/** Moves an import from one of some states to another, as somebody says; false when it stood elsewhere. */
export async function saveState(
  tx: Tx,
  importId: string,
  from: readonly ImportState[],
  to: ImportState,
  by: string,
): Promise<boolean> {
  const { rows } = await sql`
    update intake.import set state = ${to}, run_by = ${by}, error = null, lease_until = null, lease_by = null,
      ended_at = case when ${to} in ('done', 'failed', 'undone') then now() end
    where import_id = ${importId} and state = any (${from}::text[]) returning import_id`.execute(tx);
  return rows.length === 1;
}

/** Leases the oldest import that nobody works on, by the database's clock; a killed server's at once to its successor. */
export async function leaseImport(
  tx: Tx,
  server: string,
  seconds: number,
  predecessor?: string | undefined,
): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    update intake.import set lease_by = ${server}, lease_until = now() + make_interval(secs => ${seconds}),
      started_at = coalesce(started_at, now()), state = case when state = 'waiting' then 'running' else state end
    where import_id = (
      select import_id from intake.import
      where state in ('waiting', 'running', 'undoing')
        and (lease_until is null or lease_until < now() or lease_by = ${predecessor ?? null}::uuid)
      order by made_at limit 1 for update skip locked)
    returning ${columns}`.execute(tx);
  return rows[0];
}

/** What one chunk brought an import further; written in the chunk's own transaction. */
export interface Step {
  readonly rowAt: number;
  readonly bytesRead: number;
  readonly resume: { readonly rowNo: number; readonly line: number; readonly at: number };
  /** Groups closed by the file's end that are settled. */
  readonly tailAt: number;
  readonly ended: boolean;
  readonly warnings: number;
  readonly events: number;
  readonly duplicates: number;
  readonly customersMade: number;
  readonly seconds: number;
}

/**
 * Writes a chunk's progress and renews the lease; false when the import was paused or taken by another server
 * meanwhile, and then nothing of the chunk may stay.
 */
export async function saveStep(
  tx: Tx,
  importId: string,
  server: string,
  step: Step,
  badRows: number,
): Promise<boolean> {
  const { rows } = await sql`
    update intake.import set row_at = ${step.rowAt}, bytes_read = ${step.bytesRead}, resume_row = ${step.resume.rowNo},
      resume_line = ${step.resume.line}, resume_at = ${step.resume.at}, tail_at = ${step.tailAt}, ended = ${step.ended},
      rows_bad = rows_bad + ${badRows}, warnings = warnings + ${step.warnings}, events = events + ${step.events},
      duplicates = duplicates + ${step.duplicates}, customers_made = customers_made + ${step.customersMade},
      run_seconds = run_seconds + ${step.seconds}, lease_until = now() + interval '15 seconds',
      state = case when ${step.ended} then 'done' else state end,
      ended_at = case when ${step.ended} then now() end
    where import_id = ${importId} and lease_by = ${server} and state = 'running' returning import_id`.execute(tx);
  return rows.length === 1;
}

/** Ends an import that cannot go on; the reason is a refusal's code. */
export async function saveFailure(tx: Tx, importId: string, server: string, code: string): Promise<void> {
  await sql`
    update intake.import set state = 'failed', error = ${code}, ended_at = now(), lease_until = null, lease_by = null
    where import_id = ${importId} and lease_by = ${server} and state in ('running', 'undoing')`.execute(tx);
}

/** Gives an import back, for another server or a later start. */
export async function dropImportLease(tx: Tx, importId: string, server: string): Promise<void> {
  await sql`
    update intake.import set lease_until = null, lease_by = null
    where import_id = ${importId} and lease_by = ${server}`.execute(tx);
}

export interface ErrorRow {
  readonly row_no: number;
  readonly line_no: number;
  readonly level: 'error' | 'warning';
  readonly code: string;
  readonly detail: string;
  readonly cells: readonly string[];
}

/** Writes bad rows and warnings; tells how many rows are bad that were not before. Most stored cells of a row: 5 000. */
export async function insertErrors(tx: Tx, importId: string, rows: readonly ErrorRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { rows: made } = await sql<{ bad: number }>`
    with made as (
      insert into intake.import_error (import_id, row_no, level, line_no, code, detail, cells)
      select ${importId}::uuid, no, level, line, code, detail, array(select json_array_elements_text(cells))
      from unnest(
        ${rows.map((row) => row.row_no)}::bigint[], ${rows.map((row) => row.level)}::text[],
        ${rows.map((row) => row.line_no)}::bigint[], ${rows.map((row) => row.code)}::text[],
        ${rows.map((row) => row.detail)}::text[], ${rows.map((row) => JSON.stringify(row.cells))}::json[])
        as r (no, level, line, code, detail, cells)
      on conflict do nothing returning level)
    select count(*) filter (where level = 'error') as bad from made`.execute(tx);
  return made[0]?.bad ?? 0;
}

/** Bad rows (and warnings) after a row, in the file's order. */
export async function listErrors(
  tx: Tx,
  about: { importId: string; after: number; limit: number; levels: readonly ErrorRow['level'][] },
): Promise<ErrorRow[]> {
  const { rows } = await sql<ErrorRow>`
    select row_no, line_no, level, code, detail, cells from intake.import_error
    where import_id = ${about.importId} and row_no > ${about.after} and level = any (${about.levels}::text[])
    order by row_no, level limit ${about.limit}`.execute(tx);
  return rows;
}

export interface MappingRow {
  readonly mapping_id: string;
  readonly name: string;
  readonly yaml: string;
  readonly version: number;
  readonly made_at: Date;
}

export async function listMappings(tx: Tx): Promise<MappingRow[]> {
  const { rows } = await sql<MappingRow>`
    select mapping_id, name, yaml, version, made_at from intake.mapping order by name limit 500`.execute(tx);
  return rows;
}

/** Writes a mapping, or replaces that of its name at the version that was read; `undefined` when another came first. */
export async function saveMappingRow(
  tx: Tx,
  row: { mappingId: string; name: string; yaml: string; version: number | undefined; at: Date; by: string },
): Promise<{ mapping_id: string; version: number } | undefined> {
  const same: RawBuilder<unknown> = row.version === undefined ? sql`false` : sql`m.version = ${row.version}`;
  const { rows } = await sql<{ mapping_id: string; version: number }>`
    insert into intake.mapping as m (mapping_id, name, yaml, made_at, made_by)
    values (${row.mappingId}, ${row.name}, ${row.yaml}, ${row.at}, ${row.by})
    on conflict (name) do update set yaml = excluded.yaml, made_at = excluded.made_at, made_by = excluded.made_by,
      version = m.version + 1 where ${same}
    returning mapping_id, version`.execute(tx);
  return rows[0];
}
