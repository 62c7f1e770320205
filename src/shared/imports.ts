import { z } from 'zod';
import { endpoint } from './contract.ts';
import { delimiters, encodings, mapping } from './mapping.ts';
import { date, flag, id, line } from './scalars.ts';

/** Largest file, in bytes, as uploaded. */
export const maxFileBytes = 2 * 1024 ** 3;
/** Where a file is uploaded: `POST ?name=`, the body is the file. */
export const uploadPath = '/api/v1/intake/upload';
/** Where the bad rows of an import are fetched as CSV: `GET ?import_id=`. */
export const errorFilePath = '/api/v1/intake/import-error-file';

/** A file that was taken in: its SHA-256 in hex names it from now on. */
export const fileId = z.string().regex(/^[0-9a-f]{64}$/);

/** What the upload answers. */
export const uploaded = z.strictObject({
  file: fileId,
  name: z.string(),
  bytes: z.number(),
  /** The same bytes were imported before: when, and what became of it. */
  imported_before: z.array(z.strictObject({ import_id: id, name: z.string(), state: z.string(), made_at: z.string() })),
});
export type Uploaded = z.infer<typeof uploaded>;

/** A mapping as an object, or as its YAML text. */
const givenMapping = z.union([mapping, z.string().min(1).max(100_000)]);

export const columnKinds = ['empty', 'text', 'number', 'date', 'email', 'phone', 'boolean'] as const;
export const columnRoles = [
  'user',
  'email',
  'phone',
  'card',
  'agreement',
  'tax',
  'name',
  'given-name',
  'family-name',
  'language',
  'country',
  'city',
  'order',
  'time',
  'sku',
  'product',
  'quantity',
  'price',
  'total',
  'currency',
  'event',
  'channel',
  'words',
  'consent',
  'other',
] as const;

const guess = z.strictObject({
  value: z.string(),
  /** 0 to 1. */
  confidence: z.number(),
});

const warning = z.strictObject({ code: z.string(), column: z.string(), rows: z.number(), sample: z.string() });

const previewRow = z.strictObject({
  row_no: z.number(),
  line_no: z.number(),
  /** Why the row cannot be taken; null when it can. */
  code: z.string().nullable(),
  detail: z.string(),
  cells: z.array(z.string()),
});

export const previewImport = endpoint({
  name: 'intake.preview-import',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'intake',
  summary:
    'What a file is, how its columns would be mapped, and the events that its first rows would become. Writes nothing.',
  input: z.strictObject({
    file: fileId,
    mapping: givenMapping.optional(),
    /** Without a mapping: how to read the file, and what columns are, where the guess was wrong. */
    read: z
      .strictObject({
        encoding: z.enum(encodings),
        delimiter: z.enum(delimiters),
        decimal: z.enum(['.', ',']),
        header: z.number().int().min(0).max(100),
      })
      .partial()
      .optional(),
    roles: z.record(z.string().max(300), z.enum(columnRoles)).optional(),
  }),
  reply: z.strictObject({
    encoding: guess,
    delimiter: guess,
    decimal: guess,
    /** True for a gzip file: it is inflated as it is read. */
    packed: z.boolean(),
    columns: z.array(
      z.strictObject({
        name: z.string(),
        samples: z.array(z.string()),
        kind: z.enum(columnKinds),
        role: z.enum(columnRoles),
      }),
    ),
    /** As given, or as guessed. */
    mapping,
    yaml: z.string(),
    rows: z.array(previewRow),
    /** The first twenty events, as Segment messages. */
    events: z.array(z.strictObject({ row_no: z.number(), message: z.unknown() })),
    warnings: z.array(warning),
    /** Rows looked at for this preview. */
    looked_at: z.number(),
    /** About how many rows there are, from the size. */
    about_rows: z.number(),
  }),
});

export const startImport = endpoint({
  name: 'intake.start-import',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'intake',
  summary:
    'Imports an uploaded file, or (dry) only says what importing it would do. Without a source, one of its name is made.',
  input: z.strictObject({
    file: fileId,
    name: line,
    mapping: givenMapping,
    source_id: id.optional(),
    dry: z.boolean().default(false),
    /** Import bytes that were imported before. */
    again: z.boolean().default(false),
  }),
  reply: z.strictObject({ import_id: id }),
});

export const importStates = ['waiting', 'running', 'paused', 'done', 'failed', 'undoing', 'undone'] as const;

export const importShown = z.strictObject({
  import_id: id,
  source_id: id,
  source: z.string(),
  name: z.string(),
  state: z.enum(importStates),
  dry: z.boolean(),
  file: fileId,
  file_bytes: z.number(),
  /** Rows read so far; good + bad once they are settled. */
  rows: z.number(),
  good: z.number(),
  bad: z.number(),
  warnings: z.number(),
  events: z.number(),
  duplicates: z.number(),
  customers_made: z.number(),
  /** 0 to 1, of the file (of what is to be taken out, while undoing). */
  progress: z.number(),
  rows_per_second: z.number().nullable(),
  remaining_seconds: z.number().nullable(),
  /** A refusal code, when it failed. */
  error: z.string().nullable(),
  made_at: z.string(),
  made_by: z.string(),
  started_at: z.string().nullable(),
  ended_at: z.string().nullable(),
});
export type ImportShown = z.infer<typeof importShown>;

export const listImports = endpoint({
  name: 'intake.imports',
  method: 'GET',
  access: 'intake.manage',
  purpose: 'none',
  summary: 'Imports, newest first.',
  input: z.strictObject({ since: date.optional() }),
  reply: z.strictObject({ imports: z.array(importShown) }),
});

const importInput = z.strictObject({ import_id: id });

export const showImport = endpoint({
  name: 'intake.import',
  method: 'GET',
  access: 'intake.manage',
  purpose: 'none',
  summary: 'How far an import is: rows, good, bad, events, duplicates, customers made, rate, remaining time.',
  input: importInput,
  reply: importShown.extend({ yaml: z.string() }),
});

export const importErrors = endpoint({
  name: 'intake.import-errors',
  method: 'GET',
  access: 'intake.manage',
  purpose: 'intake',
  summary: 'Rows that could not be taken and warnings, by line.',
  input: importInput.extend({
    after: z.coerce.number().int().min(0).default(0),
    warnings: flag.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.strictObject({
    errors: z.array(
      z.strictObject({
        row_no: z.number(),
        line_no: z.number(),
        level: z.enum(['error', 'warning']),
        code: z.string(),
        detail: z.string(),
        cells: z.array(z.string()),
      }),
    ),
    next: z.number().nullable(),
  }),
});

const act = (name: string, summary: string) =>
  endpoint({
    name,
    method: 'POST',
    access: 'intake.manage',
    purpose: 'intake',
    summary,
    input: importInput,
    reply: z.strictObject({ state: z.enum(importStates) }),
  });

export const pauseImport = act('intake.pause-import', 'Pauses a running import after its current chunk.');
export const resumeImport = act('intake.resume-import', 'Goes on with a paused or failed import where it stopped.');
export const undoImport = act(
  'intake.undo-import',
  'Takes out everything that an import made; customers edited since, or with other events, stay.',
);

export const saveMapping = endpoint({
  name: 'intake.save-mapping',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'administration',
  summary: 'Keeps a mapping under a name; `version` is the one that was read, when it replaces one.',
  input: z.strictObject({ name: line, mapping: givenMapping, version: z.number().int().optional() }),
  reply: z.strictObject({ mapping_id: id, version: z.number() }),
});

export const listMappings = endpoint({
  name: 'intake.mappings',
  method: 'GET',
  access: 'intake.manage',
  purpose: 'none',
  summary: 'Saved mappings by name.',
  input: z.strictObject({}),
  reply: z.strictObject({
    mappings: z.array(
      z.strictObject({
        mapping_id: id,
        name: z.string(),
        yaml: z.string(),
        mapping,
        version: z.number(),
        made_at: z.string(),
      }),
    ),
  }),
});
