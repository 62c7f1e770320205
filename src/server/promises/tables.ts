// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    'promises.alarm': AlarmRow;
    'promises.heard_name': HeardNameRow;
    'promises.partner': PartnerRow;
    'promises.partner_letter': PartnerLetterRow;
    'promises.promise': PromiseRow;
    'promises.public_promise': PublicPromiseRow;
    'promises.setting': SettingRow;
    'promises.standing': StandingRow;
    'promises.step': StepRow;
    'promises.tally': TallyRow;
    'promises.tally_change': TallyChangeRow;
    'promises.tally_move': TallyMoveRow;
    'promises.unread': UnreadRow;
  }
}

/** A row of promises.alarm. */
export interface AlarmRow {
  customer_id: string;
  promise_id: string;
  kind: string;
  ring_at: ColumnType<Date, Date | string, Date | string>;
  rang_at: ColumnType<Date, Date | string, Date | string>;
}

/** A row of promises.heard_name. */
export interface HeardNameRow {
  name: string;
}

/** A row of promises.partner. */
export interface PartnerRow {
  partner_id: string;
  name: string;
  email: string | null;
  language: string;
  token_hash: Buffer | null;
  token_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  links: Generated<number>;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: Generated<number>;
}

/** A row of promises.partner_letter. */
export interface PartnerLetterRow {
  letter_id: string;
  partner_id: string;
  kind: string;
  customer_id: string | null;
  promise_id: string | null;
  state: string;
  tries: Generated<number>;
  made_at: ColumnType<Date, Date | string, Date | string>;
  next_at: ColumnType<Date, Date | string, Date | string>;
  error: string | null;
  message_id: string;
  sent_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of promises.promise. */
export interface PromiseRow {
  customer_id: string;
  promise_id: string;
  origin: string;
  owed_by: string;
  state: string;
  source_id: string;
  ref: string | null;
  made_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  heard_at: ColumnType<Date, Date | string, Date | string>;
  made_event_id: string | null;
  result_event_id: string | null;
  maker_person: string | null;
  maker_department: string | null;
  keeper_person: string | null;
  keeper_department: string | null;
  keeper_partner: string | null;
  kind: string;
  channel: string;
  touchpoint: string | null;
  product: string | null;
  subject: string | null;
  agreement_id: string | null;
  conversation_id: string | null;
  outer_id: string | null;
  standing_id: string | null;
  standing_version: number | null;
  expected_from: string | null;
  words: string | null;
  language: string;
  unit: string;
  measure: string | null;
  better: string;
  adequate_local: string | null;
  desired_local: string | null;
  result_local: string | null;
  adequate_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  desired_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  result_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  adequate: string | null;
  desired: string | null;
  result: string | null;
  result_words: string | null;
  ticks: ColumnType<unknown, string | null | undefined, string | null>;
  due_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  due_local: string | null;
  due_on: string | null;
  due_note: string | null;
  zone: string;
  settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  settled_by: string | null;
  renegotiated_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  released_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  replaced_by: string | null;
  replaces: string | null;
  felt: string | null;
  felt_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  reason: string | null;
  acceptance: string;
  asked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  accept_by: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  answered_by: string | null;
  answer_words: string | null;
  counter_local: string | null;
  visible: boolean;
  version: number;
}

/** A row of promises.public_promise. */
export interface PublicPromiseRow {
  customer_id: string;
  promise_id: string;
  origin: string;
  owed_by: string;
  state: string;
  made_at: Date | null;
  maker_person: string | null;
  maker_department: string | null;
  keeper_person: string | null;
  keeper_department: string | null;
  keeper_partner: string | null;
  kind: string;
  channel: string;
  touchpoint: string | null;
  product: string | null;
  subject: string | null;
  agreement_id: string | null;
  conversation_id: string | null;
  outer_id: string | null;
  standing_id: string | null;
  unit: string;
  measure: string | null;
  better: string;
  adequate: string | null;
  desired: string | null;
  result: string | null;
  adequate_at: Date | null;
  desired_at: Date | null;
  result_at: Date | null;
  due_at: Date | null;
  due_on: string | null;
  zone: string;
  settled_at: Date | null;
  felt: string | null;
  felt_at: Date | null;
  reason: string | null;
  expected_from: string | null;
  heard_at: Date;
  replaces: string | null;
  replaced_by: string | null;
  made_event_id: string | null;
  result_event_id: string | null;
}

/** A row of promises.setting. */
export interface SettingRow {
  only_one: Generated<boolean>;
  accept_minutes: number;
  alarm_shares: number[];
  public_page: boolean;
  public_rate: boolean;
  zone_data: string | null;
  version: Generated<number>;
}

/** A row of promises.standing. */
export interface StandingRow {
  standing_id: string;
  version: number;
  state: string;
  texts: ColumnType<unknown, string, string>;
  rule: ColumnType<unknown, string, string>;
  keeper_department: string | null;
  public: boolean;
  in_force_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  past_before: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  past_state: string | null;
  past_to: string | null;
  past_opened: Generated<number>;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
}

/** A row of promises.step. */
export interface StepRow {
  customer_id: string;
  promise_id: string;
  step_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  by: string;
  what: string;
  details: ColumnType<unknown, string | undefined, string>;
}

/** A row of promises.tally. */
export interface TallyRow {
  side: string;
  dimension: string;
  day_on: string;
  value: string;
  state: string;
  promises: number;
}

/** A row of promises.tally_change. */
export interface TallyChangeRow {
  side: string | null;
  dimension: string | null;
  day_on: string | null;
  value: string | null;
  state: string;
  promises: number;
}

/** A row of promises.tally_move. */
export interface TallyMoveRow {
  change_id: string;
  place: number;
  due_on: string;
  settled_on: string | null;
  state: string;
  dimension_values: string[];
  promises: number;
}

/** A row of promises.unread. */
export interface UnreadRow {
  customer_id: string;
  event_id: string;
  code: string;
  heard_at: ColumnType<Date, Date | string, Date | string>;
}
