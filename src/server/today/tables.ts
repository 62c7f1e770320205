// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    'today.delivery': DeliveryRow;
    'today.digest': DigestRow;
    'today.line': LineRow;
    'today.preference': PreferenceRow;
    'today.stake': StakeRow;
    'today.telling': TellingRow;
  }
}

/** A row of today.delivery. */
export interface DeliveryRow {
  telling_id: string;
  way: string;
  state: string;
  tries: Generated<number>;
  made_at: ColumnType<Date, Date | string, Date | string>;
  next_at: ColumnType<Date, Date | string, Date | string>;
  error: string | null;
  message_id: string;
  sent_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of today.digest. */
export interface DigestRow {
  person_id: string;
  digest_on: string;
}

/** A row of today.line. */
export interface LineRow {
  customer_id: string;
  room: string;
  key: string;
  kind: string;
  person_id: string | null;
  department_id: string | null;
  weight: Generated<number>;
  until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  word: string;
  slots: ColumnType<unknown, string | undefined, string>;
  path: string;
  act: ColumnType<unknown, string | null | undefined, string | null>;
  hand_over: ColumnType<unknown, string | null | undefined, string | null>;
  handed: ColumnType<unknown, string | null | undefined, string | null>;
  since: ColumnType<Date, Date | string, Date | string>;
  claimed_by: string | null;
  claimed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  snoozed_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  settled_by: string | null;
}

/** A row of today.preference. */
export interface PreferenceRow {
  person_id: string;
  kind: string;
  app: boolean;
  mail: string;
}

/** A row of today.stake. */
export interface StakeRow {
  customer_id: string;
  owed: Generated<number>;
  lost: Generated<boolean>;
}

/** A row of today.telling. */
export interface TellingRow {
  telling_id: string;
  person_id: string;
  customer_id: string | null;
  kind: string;
  word: string;
  slots: ColumnType<unknown, string | undefined, string>;
  path: string;
  at: ColumnType<Date, Date | string, Date | string>;
  late_seconds: Generated<number>;
  in_app: boolean;
  seen_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}
