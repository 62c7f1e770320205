import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type { previewImport as previewContract } from '../../shared/imports.ts';
import type { Mapping } from '../../shared/mapping.ts';
import { refuse } from '../platform/refuse.ts';
import { type GuessedColumn, guessColumns } from './import-column-rules.ts';
import { columnsOf, mostColumns } from './import-columns.ts';
import { type Detected, detect, encodingOf } from './import-detect-rules.ts';
import { mappingFaults } from './import-fault-rules.ts';
import { assembler, type Yield } from './import-group-rules.ts';
import { guessMapping } from './import-guess-rules.ts';
import { rowReader } from './import-mapping-rules.ts';
import { yamlOf } from './import-mapping-text.ts';
import { isPacked, readRows, readStart } from './import-read.ts';
import type { FileRow } from './import-split-rules.ts';

const looked = 2_097_152;
const guessRows = 200;
const shownRows = 20;
/** Enough for the groups of the first rows to be whole. */
const readAhead = 3_000;

type Preview = ReplyOf<typeof previewContract>;
type Read = NonNullable<InputOf<typeof previewContract>['read']>;
type Roles = NonNullable<InputOf<typeof previewContract>['roles']>;

/** What the beginning of a file says about it. */
export async function detectFile(path: string, read: Read = {}): Promise<Detected> {
  const start = await readStart(path, looked);
  if (start.length === 0) refuse('import.empty-file');
  if (start[0] === 0x50 && start[1] === 0x4b && start[2] === 0x03) refuse('import.spreadsheet');
  const encoding = read.encoding === undefined ? encodingOf(start) : told(read.encoding);
  const found = detect(new TextDecoder(encoding.value).decode(start, { stream: true }), encoding);
  return {
    ...found,
    ...(read.delimiter === undefined ? {} : { delimiter: told(read.delimiter) }),
    ...(read.decimal === undefined ? {} : { decimal: told(read.decimal) }),
    ...(read.header === undefined ? {} : { header: read.header }),
  };
}

/** What a person said about a file is certain. */
function told<T extends string>(value: T): { readonly value: T; readonly confidence: number } {
  return { value, confidence: 1 };
}

/** The roles that a person gave; a guessed one that he gave to another column falls away. */
function withRoles(columns: readonly GuessedColumn[], roles: Roles): GuessedColumn[] {
  const given = new Set(Object.values(roles));
  return columns.map((column) => {
    const role = roles[column.name];
    if (role !== undefined) return { ...column, role };
    return given.has(column.role) ? { ...column, role: 'other' } : column;
  });
}

/**
 * Looks at a file: what it is, how it would be read, what its first rows would become. A given mapping that does not
 * fit is refused with its parts.
 */
export async function previewFile(
  file: { path: string; bytes: number; key: string },
  given: Mapping | undefined,
  house: { zone: string; currency: string; language: 'en' | 'es' | 'ru' },
  wanted: { readonly read?: Read | undefined; readonly roles?: Roles | undefined } = {},
): Promise<Preview> {
  const detected = await detectFile(file.path, wanted.read);
  const layout = given ?? guessLayout(detected, house);
  const columns = await columnsOf(file.path, layout);
  const { rows, chars, bytesRead } = await firstRows(file.path, layout, columns.length);
  const cells = rows.slice(0, guessRows).map((row) => row.cells);
  const guessed = withRoles(guessColumns(columns, cells, layout.decimal), wanted.roles ?? {});
  const mapping = given ?? guessMapping(detected, guessed, cells, house);
  const faults = mappingFaults(mapping, columns);
  if (faults.length > 0) refuse('import.bad-mapping', { errors: faults.slice(0, 100) });
  const seen = assemble(mapping, columns, rows, file.key);
  const packed = await isPacked(file.path);
  return {
    encoding: detected.encoding,
    delimiter: detected.delimiter,
    decimal: detected.decimal,
    packed,
    columns: guessed.map((column) => ({ ...column, samples: [...column.samples] })),
    mapping,
    yaml: yamlOf(mapping),
    rows: shownOf(rows, seen),
    events: seen.events
      .slice(0, shownRows)
      .map((event) => ({ row_no: event.rows[0]?.no ?? 0, message: event.message })),
    warnings: [...warningsOf(seen), ...consentWarnings(guessed)],
    looked_at: rows.length,
    about_rows: aboutRows({ rows: rows.length, chars, bytesRead }, file.bytes, packed),
  };
}

function guessLayout(
  detected: Detected,
  house: { zone: string; currency: string; language: 'en' | 'es' | 'ru' },
): Mapping {
  return guessMapping(detected, [], [], house);
}

async function firstRows(path: string, mapping: Mapping, width: number) {
  const rows: FileRow[] = [];
  let toSkip = mapping.header;
  let bytesRead = 0;
  for await (const batch of readRows(path, mapping, { line: 1, at: 0, width })) {
    bytesRead = batch.bytesRead;
    for (const row of batch.rows) {
      if (toSkip > 0) toSkip -= 1;
      else rows.push(row);
    }
    if (rows.length >= readAhead) break;
  }
  const chars = rows.at(-1)?.after.at ?? 0;
  return { rows, chars, bytesRead };
}

function assemble(mapping: Mapping, columns: readonly string[], rows: readonly FileRow[], fileKey: string): Yield {
  const assembling = assembler({ read: rowReader(mapping, columns), columns, ragged: mapping.ragged, fileKey }, 0);
  for (const row of rows.slice(0, readAhead)) assembling.add(row);
  assembling.finish();
  const seen = assembling.take();
  const first = (event: Yield['events'][number]) => event.rows[0]?.no ?? 0;
  return { ...seen, events: seen.events.toSorted((a, b) => first(a) - first(b)) };
}

function shownOf(rows: readonly FileRow[], seen: Yield): Preview['rows'] {
  const bad = new Map(seen.bad.map((row) => [row.no, row]));
  const numbers = [
    ...new Set(
      [...rows.slice(0, shownRows).keys()]
        .map((at) => at + 1)
        .concat(seen.bad.slice(0, shownRows).map((row) => row.no)),
    ),
  ];
  return numbers.flatMap((no) => {
    const row = rows[no - 1];
    if (row === undefined) return [];
    const trouble = bad.get(no);
    const cells = row.cells.slice(0, mostColumns).map((cell) => cell.slice(0, 200));
    return [{ row_no: no, line_no: row.line, code: trouble?.code ?? null, detail: trouble?.detail ?? '', cells }];
  });
}

function warningsOf(seen: Yield): Preview['warnings'] {
  const found = new Map<string, { code: string; column: string; rows: number; sample: string }>();
  for (const { code, column, cell } of seen.warnings) {
    const key = `${code} ${column}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { code, column, rows: 1, sample: cell });
    else known.rows += 1;
  }
  return [...found.values()];
}

function consentWarnings(columns: readonly GuessedColumn[]): Preview['warnings'] {
  return columns
    .filter((column) => column.role === 'consent')
    .map((column) => ({ code: 'import.consent', column: column.name, rows: 0, sample: column.samples[0] ?? '' }));
}

/** From how many bytes the first rows took, where the file is plain; a packed one is read far ahead of its rows. */
function aboutRows(
  seen: { rows: number; chars: number; bytesRead: number },
  fileBytes: number,
  packed: boolean,
): number {
  const { rows, chars, bytesRead } = seen;
  if (rows < readAhead || bytesRead === 0 || bytesRead >= fileBytes) return rows;
  const read = packed ? Math.max(rows, looked / 2 / (chars / rows)) : rows;
  return Math.round((fileBytes / bytesRead) * read);
}
