// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType, Generated } from 'kysely';

declare module './tables.ts' {
  interface Tables {
    'platform.answer': AnswerRow;
    'platform.cursor': CursorRow;
    'platform.lease': LeaseRow;
    'platform.migration': MigrationRow;
    'platform.outbox': OutboxRow;
    'platform.parked': ParkedRow;
    'platform.timer': TimerRow;
  }
}

/** A row of platform.answer. */
export interface AnswerRow {
  key_hash: Buffer;
  body_hash: Buffer;
  status: number | null;
  body: string | null;
  at: ColumnType<Date, Date | string | undefined, Date | string>;
}

/** A row of platform.cursor. */
export interface CursorRow {
  listener: string;
  tx: Generated<string>;
  seq: Generated<number>;
  moved_at: ColumnType<Date, Date | string | undefined, Date | string>;
}

/** A row of platform.lease. */
export interface LeaseRow {
  name: string;
  holder: string;
  until: ColumnType<Date, Date | string, Date | string>;
}

/** A row of platform.migration. */
export interface MigrationRow {
  number: number;
  name: string;
  sha256: string;
  at: ColumnType<Date, Date | string | undefined, Date | string>;
}

/** A row of platform.outbox. */
export interface OutboxRow {
  seq: Generated<number>;
  tx: Generated<string>;
  customer_id: string;
  name: string;
  payload: ColumnType<unknown, string, string>;
  at: ColumnType<Date, Date | string | undefined, Date | string>;
}

/** A row of platform.parked. */
export interface ParkedRow {
  listener: string;
  customer_id: string;
  seq: number;
  tx: string;
  name: string;
  payload: ColumnType<unknown, string, string>;
  error: string;
  parked_at: ColumnType<Date, Date | string | undefined, Date | string>;
}

/** A row of platform.timer. */
export interface TimerRow {
  room: string;
  customer_id: string;
  record_id: string;
  ring_at: ColumnType<Date, Date | string, Date | string>;
  tries: Generated<number>;
  error: string | null;
}
