// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    'intake.import': ImportRow;
    'intake.import_error': ImportErrorRow;
    'intake.import_made': ImportMadeRow;
    'intake.mapping': MappingRow;
    'intake.message': MessageRow;
    'intake.public_count': PublicCountRow;
    'intake.public_message': PublicMessageRow;
    'intake.public_source': PublicSourceRow;
    'intake.quarantine': QuarantineRow;
    'intake.source': SourceRow;
    'intake.tally': TallyRow;
    'intake.upload': UploadRow;
  }
}

/** A row of intake.import. */
export interface ImportRow {
  import_id: string;
  source_id: string;
  source_name: string;
  source_made: boolean;
  name: string;
  file_sha256: Buffer;
  file_bytes: number;
  yaml: string;
  state: string;
  dry: boolean;
  row_at: Generated<number>;
  bytes_read: Generated<number>;
  resume_row: Generated<number>;
  resume_line: Generated<number>;
  resume_at: Generated<number>;
  tail_at: Generated<number>;
  ended: Generated<boolean>;
  rows_bad: Generated<number>;
  warnings: Generated<number>;
  events: Generated<number>;
  duplicates: Generated<number>;
  customers_made: Generated<number>;
  run_seconds: Generated<number>;
  undo_of: Generated<number>;
  undo_at: Generated<number>;
  error: string | null;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  run_by: string;
  started_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  lease_by: string | null;
  lease_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of intake.import_error. */
export interface ImportErrorRow {
  import_id: string;
  row_no: number;
  level: string;
  line_no: number;
  code: string;
  detail: string;
  cells: string[];
}

/** A row of intake.import_made. */
export interface ImportMadeRow {
  import_id: string;
  kind: string;
  customer_id: string;
  made_key: string;
  before: ColumnType<unknown, string | null | undefined, string | null>;
  after: ColumnType<unknown, string | null | undefined, string | null>;
}

/** A row of intake.mapping. */
export interface MappingRow {
  mapping_id: string;
  name: string;
  yaml: string;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  version: Generated<number>;
}

/** A row of intake.message. */
export interface MessageRow {
  source_id: string;
  message_digest: string;
  content_digest: string;
  customer_id: string;
  event_id: string;
  import_id: string | null;
}

/** A row of intake.public_count. */
export interface PublicCountRow {
  source_id: string;
  sent: number;
  remembered: number;
  duplicate: number;
  quarantined: number;
}

/** A row of intake.public_message. */
export interface PublicMessageRow {
  source_id: string;
  message_digest: string;
  customer_id: string;
  event_id: string;
}

/** A row of intake.public_source. */
export interface PublicSourceRow {
  source_id: string;
  name: string;
  kind: string;
  channel: string;
  zone: string;
  currency: string;
  language: string;
  closed_at: Date | null;
}

/** A row of intake.quarantine. */
export interface QuarantineRow {
  source_id: string;
  quarantine_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  code: string;
  detail: string;
  raw: string;
  import_id: string | null;
  state: Generated<string>;
  tries: Generated<number>;
  settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  settled_by: string | null;
}

/** A row of intake.source. */
export interface SourceRow {
  source_id: string;
  name: string;
  kind: string;
  write_key_hash: Buffer | null;
  write_key_prefix: string | null;
  channel: string;
  zone: string;
  currency: string;
  language: string;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: Generated<number>;
}

/** A row of intake.tally. */
export interface TallyRow {
  source_id: string;
  tally_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  sent: number;
  remembered: number;
  duplicate: number;
  quarantined: number;
  import_id: string | null;
}

/** A row of intake.upload. */
export interface UploadRow {
  file_sha256: Buffer;
  name: string;
  bytes: number;
  uploaded_at: ColumnType<Date, Date | string, Date | string>;
  uploaded_by: string;
}
