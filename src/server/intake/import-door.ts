import { Readable } from 'node:stream';
import { errorFilePath, maxFileBytes, type Uploaded, uploadPath } from '../../shared/imports.ts';
import { id, language, line } from '../../shared/scalars.ts';
import { sayImportHeadings, sayImportReason } from '../../shared/words/say-import.ts';
import type { Call, RawDoor, Visit, VisitAnswer } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { columnsOf } from './import-columns.ts';
import { csvLine } from './import-guard-rules.ts';
import { mappingFrom } from './import-mapping-text.ts';
import { findImport, listErrors, listImportsOf, saveUpload } from './import-store.ts';

/** Takes a file in, streamed and hashed; says when the same bytes were imported before. */
async function upload(visit: Visit, house: Parameters<RawDoor['handle']>[1]): Promise<VisitAnswer> {
  const name = line.safeParse(visit.query['name'] ?? '');
  if (!name.success) refuse('request.bad-query', { errors: [{ path: 'name', code: 'name' }] });
  if (/\.(xls[xmb]?|ods|numbers)$/i.test(name.data)) refuse('import.spreadsheet');
  const kept = await house.files.keep(visit.stream, maxFileBytes);
  if (kept.bytes === 0) refuse('import.empty-file');
  const before = await visit.call('intake', async (call) => {
    await saveUpload(call.tx, { sha256: kept.sha256, name: name.data, bytes: kept.bytes }, call.now, call.actor.name);
    return listImportsOf(call.tx, kept.sha256);
  });
  const answer: Uploaded = {
    file: kept.sha256.toString('hex'),
    name: name.data,
    bytes: kept.bytes,
    imported_before: before.map((row) => ({
      import_id: row.import_id,
      name: row.name,
      state: row.state,
      made_at: row.made_at.toISOString(),
    })),
  };
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(answer) };
}

/** The bad rows as they stood in the file, each after its line, code and reason; fit to be corrected and imported. */
async function errorFile(visit: Visit): Promise<VisitAnswer> {
  const importId = id.safeParse(visit.query['import_id']);
  if (!importId.success) refuse('request.bad-query', { errors: [{ path: 'import_id', code: 'id' }] });
  const speaks = language.catch(visit.actor.language).parse(visit.query['language']);
  const row = await visit.call('intake', (call) => findImport(call.tx, importId.data));
  if (row === undefined) refuse('record.not-found');
  const columns = await visit.call('intake', (call) =>
    columnsOf(call.house.files.pathOf(row.file_sha256), mappingFrom(row.yaml)),
  );
  const pages = errorPages(visit, importId.data);
  async function* text() {
    yield `\ufeff${csvLine([...sayImportHeadings(speaks), ...columns])}`;
    for await (const page of pages) {
      yield page
        .map((error) =>
          csvLine([
            String(error.line_no),
            error.code,
            sayImportReason(speaks, error.code),
            error.detail,
            ...error.cells,
          ]),
        )
        .join('');
    }
  }
  const fileName = `${row.name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_').slice(0, 80)}.errors.csv`;
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="errors.csv"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
    },
    body: Readable.from(text()),
  };
}

async function* errorPages(visit: Visit, importId: string) {
  let after = 0;
  for (;;) {
    const about = { importId, after, limit: 1_000, levels: ['error'] as const };
    const page = await visit.call('intake', (call: Call) =>
      listErrors(call.tx, { ...about, levels: [...about.levels] }),
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.row_no;
  }
}

/** The doors of an import that are not JSON. */
export const fileDoors: readonly RawDoor[] = [
  {
    method: 'POST',
    path: uploadPath,
    access: 'intake.manage',
    maxBytes: maxFileBytes,
    summary: 'Takes in a file to be imported: `?name=` and the file as body, at most 2 GB.',
    handle: upload,
  },
  {
    method: 'GET',
    path: errorFilePath,
    access: 'intake.manage',
    maxBytes: 0,
    summary: 'The bad rows of an import as CSV, with line, code and reason before the original cells.',
    handle: errorFile,
  },
];
