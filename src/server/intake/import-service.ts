import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type {
  pauseImport as actContract,
  importErrors as errorsContract,
  ImportShown,
  listImports as listContract,
  listMappings as mappingsContract,
  previewImport as previewContract,
  saveMapping as saveContract,
  showImport as showContract,
  startImport as startContract,
} from '../../shared/imports.ts';
import type { Mapping } from '../../shared/mapping.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { columnsOf } from './import-columns.ts';
import { mappingFaults } from './import-fault-rules.ts';
import { mappingFrom, yamlOf } from './import-mapping-text.ts';
import { previewFile } from './import-preview.ts';
import {
  findImport,
  findUpload,
  type ImportRow,
  type ImportState,
  insertImport,
  listErrors,
  listImportsOf,
  listMappings as listMappingRows,
  listImports as listRows,
  saveMappingRow,
  saveState,
  type UploadRow,
} from './import-store.ts';
import { findSource, findSourceByName, insertSource } from './source-store.ts';

/** Looks at an uploaded file; writes nothing. Refuses `import.no-file`, `import.bad-mapping` with the parts. */
export async function previewImport(
  call: Call,
  input: InputOf<typeof previewContract>,
): Promise<ReplyOf<typeof previewContract>> {
  const upload = await requireUpload(call, input.file);
  const given = input.mapping === undefined ? undefined : mappingFrom(input.mapping);
  const organisation = await requireOrganisation(call.tx);
  const { zone, currency } = organisation;
  const path = call.house.files.pathOf(upload.file_sha256);
  const { language } = call.actor;
  const file = { path, bytes: upload.bytes, key: input.file.slice(0, 24) };
  return previewFile(file, given, { zone, currency, language }, { read: input.read, roles: input.roles });
}

/** Starts an import, or a dry run of it. Refuses `import.same-file` unless it is wanted again. */
export async function startImport(
  call: Call,
  input: InputOf<typeof startContract>,
): Promise<ReplyOf<typeof startContract>> {
  const upload = await requireUpload(call, input.file);
  const mapping = mappingFrom(input.mapping);
  const columns = await columnsOf(call.house.files.pathOf(upload.file_sha256), mapping);
  const faults = mappingFaults(mapping, columns);
  if (faults.length > 0) refuse('import.bad-mapping', { errors: faults.slice(0, 100) });
  const before = input.dry || input.again ? [] : await listImportsOf(call.tx, upload.file_sha256);
  const first = before[0];
  if (first !== undefined)
    refuse('import.same-file', { current: { import_id: first.import_id, made_at: first.made_at.toISOString() } });
  const source = await sourceFor(call, input, mapping);
  const importId = newId();
  await insertImport(call.tx, {
    importId,
    ...source,
    name: input.name,
    sha256: upload.file_sha256,
    bytes: upload.bytes,
    yaml: yamlOf(mapping),
    dry: input.dry,
    at: call.now,
    by: call.actor.name,
  });
  return { import_id: importId };
}

/** The source that the import is of: the one named, the one of its name, or a new one. */
async function sourceFor(call: Call, input: InputOf<typeof startContract>, mapping: Mapping) {
  if (input.source_id !== undefined) {
    const found = await findSource(call.tx, input.source_id);
    if (found === undefined || found.kind === 'browser') refuse('record.not-found');
    return { sourceId: found.source_id, sourceName: found.name, sourceMade: false };
  }
  const known = await findSourceByName(call.tx, input.name);
  if (known !== undefined && known.kind === 'file') {
    return { sourceId: known.source_id, sourceName: known.name, sourceMade: false };
  }
  if (known !== undefined) refuse('source.name-taken');
  if (input.dry) return { sourceId: newId(), sourceName: input.name, sourceMade: false };
  const organisation = await requireOrganisation(call.tx);
  const sourceId = newId();
  await insertSource(call.tx, {
    sourceId,
    name: input.name,
    kind: 'file',
    keyHash: undefined,
    keyPrefix: undefined,
    channel: mapping.channel ?? 'other',
    zone: mapping.zone,
    currency: mapping.currency ?? organisation.currency,
    language: mapping.language ?? call.actor.language,
    at: call.now,
    by: call.actor.name,
  });
  return { sourceId, sourceName: input.name, sourceMade: true };
}

async function requireUpload(call: Call, file: string): Promise<UploadRow> {
  const upload = await findUpload(call.tx, Buffer.from(file, 'hex'));
  if (upload === undefined) refuse('import.no-file');
  if (/\.xls[xmb]?$/i.test(upload.name)) refuse('import.spreadsheet');
  return upload;
}

/** Imports, newest first. */
export async function listImports(
  call: Call,
  input: InputOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  return { imports: (await listRows(call.tx, input.since)).map(shown) };
}

/** One import with its mapping. */
export async function showImport(
  call: Call,
  input: InputOf<typeof showContract>,
): Promise<ReplyOf<typeof showContract>> {
  const row = await requireImport(call, input.import_id);
  return { ...shown(row), yaml: row.yaml };
}

/** A page of bad rows. */
export async function importErrors(
  call: Call,
  input: InputOf<typeof errorsContract>,
): Promise<ReplyOf<typeof errorsContract>> {
  await requireImport(call, input.import_id);
  const levels =
    input.warnings === true
      ? (['warning'] as const)
      : input.warnings === false
        ? (['error'] as const)
        : (['error', 'warning'] as const);
  const rows = await listErrors(call.tx, {
    importId: input.import_id,
    after: input.after,
    limit: input.limit + 1,
    levels,
  });
  const more = rows.length > input.limit;
  const page = more ? wholeRows(rows.slice(0, input.limit)) : rows;
  return {
    errors: page.map((row) => ({ ...row, cells: row.cells.slice(0, 200) })),
    next: more ? (page.at(-1)?.row_no ?? null) : null,
  };
}

/** Leaves the last row for the next page when its error and its warning are torn apart. */
function wholeRows<T extends { row_no: number }>(rows: T[]): T[] {
  const last = rows.at(-1)?.row_no;
  const whole = rows.filter((row) => row.row_no !== last);
  return whole.length === 0 ? rows : whole;
}

/** Pauses an import after its current chunk. Refuses `import.wrong-state`. */
export function pauseImport(call: Call, input: InputOf<typeof actContract>): Promise<ReplyOf<typeof actContract>> {
  return move(call, input.import_id, ['waiting', 'running'], 'paused');
}

/** Goes on where it stopped. Refuses `import.wrong-state`. */
export function resumeImport(call: Call, input: InputOf<typeof actContract>): Promise<ReplyOf<typeof actContract>> {
  return move(call, input.import_id, ['paused', 'failed'], 'waiting');
}

/** Begins to take out everything that an import made. Refuses `import.wrong-state`. */
export async function undoImport(call: Call, input: InputOf<typeof actContract>): Promise<ReplyOf<typeof actContract>> {
  const row = await requireImport(call, input.import_id);
  if (row.dry) refuse('import.wrong-state', { current: { state: row.state } });
  return move(call, input.import_id, ['waiting', 'running', 'paused', 'done', 'failed'], 'undoing');
}

async function move(
  call: Call,
  importId: string,
  from: readonly ImportState[],
  to: ImportState,
): Promise<{ state: ImportState }> {
  const row = await requireImport(call, importId);
  const moved = await saveState(call.tx, importId, from, to, call.actor.name);
  if (!moved) refuse('import.wrong-state', { current: { state: row.state } });
  return { state: to };
}

async function requireImport(call: Call, importId: string): Promise<ImportRow> {
  const row = await findImport(call.tx, importId);
  if (row === undefined) refuse('record.not-found');
  return row;
}

function shown(row: ImportRow): ImportShown {
  const rate = row.run_seconds > 0 && row.row_at > 0 ? row.row_at / row.run_seconds : null;
  const share = progressOf(row);
  const left = row.state === 'running' && rate !== null && share > 0 ? (row.run_seconds / share) * (1 - share) : null;
  return {
    import_id: row.import_id,
    source_id: row.source_id,
    source: row.source_name,
    name: row.name,
    state: row.state,
    dry: row.dry,
    file: row.file_sha256.toString('hex'),
    file_bytes: row.file_bytes,
    rows: row.row_at,
    good: row.row_at - row.rows_bad,
    bad: row.rows_bad,
    warnings: row.warnings,
    events: row.events,
    duplicates: row.duplicates,
    customers_made: row.customers_made,
    progress: share,
    rows_per_second: rate === null ? null : Math.round(rate),
    remaining_seconds: left === null ? null : Math.round(left),
    error: row.error,
    made_at: row.made_at.toISOString(),
    made_by: row.made_by,
    started_at: row.started_at?.toISOString() ?? null,
    ended_at: row.ended_at?.toISOString() ?? null,
  };
}

function progressOf(row: ImportRow): number {
  if (row.state === 'undone' || (row.state === 'done' && row.ended)) return 1;
  if (row.state === 'undoing') return row.undo_of === 0 ? 0 : Math.min(1, row.undo_at / row.undo_of);
  return row.file_bytes === 0 ? 0 : Math.min(1, row.bytes_read / row.file_bytes);
}

/** Keeps a mapping under its name. Refuses `record.stale` where another was kept meanwhile. */
export async function saveMapping(
  call: Call,
  input: InputOf<typeof saveContract>,
): Promise<ReplyOf<typeof saveContract>> {
  const yaml = yamlOf(mappingFrom(input.mapping));
  const row = { mappingId: newId(), name: input.name, yaml, version: input.version, at: call.now, by: call.actor.name };
  const saved = await saveMappingRow(call.tx, row);
  if (saved === undefined) refuse('record.stale');
  return saved;
}

/** Saved mappings by name. */
export async function listMappings(call: Call): Promise<ReplyOf<typeof mappingsContract>> {
  const rows = await listMappingRows(call.tx);
  return {
    mappings: rows.map((row) => ({ ...row, mapping: mappingFrom(row.yaml), made_at: row.made_at.toISOString() })),
  };
}
