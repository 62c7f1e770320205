// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    'moments.account': AccountRow;
    'moments.feeling_model': FeelingModelRow;
    'moments.hold': HoldRow;
    'moments.judgement': JudgementRow;
    'moments.moment': MomentRow;
    'moments.public_account': PublicAccountRow;
    'moments.public_hold': PublicHoldRow;
    'moments.public_judgement': PublicJudgementRow;
    'moments.public_moment': PublicMomentRow;
    'moments.public_recovery': PublicRecoveryRow;
    'moments.question': QuestionRow;
    'moments.recovery': RecoveryRow;
    'moments.recovery_step': RecoveryStepRow;
    'moments.renewal': RenewalRow;
    'moments.replay': ReplayRow;
    'moments.setting': SettingRow;
    'moments.tally': TallyRow;
    'moments.tally_move': TallyMoveRow;
    'moments.touchpoint': TouchpointRow;
  }
}

/** A row of moments.account. */
export interface AccountRow {
  customer_id: string;
  balance: Generated<number>;
  moments: Generated<number>;
  positive: Generated<number>;
  indifferent: Generated<number>;
  negative: Generated<number>;
  last_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  last_felt_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  last_negative_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of moments.feeling_model. */
export interface FeelingModelRow {
  language: string;
  model: Buffer;
  texts: number;
  trained_at: ColumnType<Date, Date | string, Date | string>;
  rated: number;
}

/** A row of moments.hold. */
export interface HoldRow {
  customer_id: string;
  hold_id: string;
  reason: string;
  until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_by: string | null;
}

/** A row of moments.judgement. */
export interface JudgementRow {
  customer_id: string;
  moment_id: string;
  judgement_id: string;
  source: string;
  stage: string;
  at: ColumnType<Date, Date | string, Date | string>;
  contact_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  heard_at: ColumnType<Date, Date | string, Date | string>;
  event_id: string | null;
  base: number | null;
  people: number | null;
  information: number | null;
  process: number | null;
  environment: number | null;
  functional: number | null;
  emotional: number | null;
  severity: Generated<number>;
  kind: string | null;
  cause: string | null;
  touchpoint: string | null;
  channel: string | null;
  departments: Generated<string[]>;
  information_from: string | null;
  person: string | null;
  conversation_id: string | null;
  promise_id: string | null;
  agreement_id: string | null;
  subject: string | null;
  expected: number | null;
  received: number | null;
  by: string;
}

/** A row of moments.moment. */
export interface MomentRow {
  customer_id: string;
  moment_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  heard_at: ColumnType<Date, Date | string, Date | string>;
  sign: number | null;
  severity: number;
  own: boolean;
  source: string | null;
  kind: string | null;
  failing: string;
  cause: string | null;
  people: number | null;
  information: number | null;
  process: number | null;
  environment: number | null;
  functional: number | null;
  emotional: number | null;
  stages: ColumnType<unknown, string, string>;
  touchpoint: string;
  channel: string;
  departments: string[];
  owner_department: string | null;
  person: string | null;
  event_id: string | null;
  conversation_id: string | null;
  promise_id: string | null;
  agreement_id: string | null;
  subject: string | null;
  day_on: string;
}

/** A row of moments.public_account. */
export interface PublicAccountRow {
  customer_id: string;
  balance: number;
  moments: number;
  positive: number;
  indifferent: number;
  negative: number;
  last_at: Date | null;
  last_felt_at: Date | null;
  last_negative_at: Date | null;
}

/** A row of moments.public_hold. */
export interface PublicHoldRow {
  customer_id: string;
  reason: string;
  until: Date | null;
}

/** A row of moments.public_judgement. */
export interface PublicJudgementRow {
  customer_id: string;
  moment_id: string;
  judgement_id: string;
  source: string;
  stage: string;
  at: Date;
  event_id: string | null;
  people: number | null;
  information: number | null;
  process: number | null;
  environment: number | null;
  functional: number | null;
  emotional: number | null;
  expected: number | null;
  received: number | null;
  promise_id: string | null;
}

/** A row of moments.public_moment. */
export interface PublicMomentRow {
  customer_id: string;
  moment_id: string;
  at: Date;
  sign: number | null;
  severity: number;
  own: boolean;
  source: string | null;
  kind: string | null;
  failing: string;
  touchpoint: string;
  channel: string;
  departments: string[];
  owner_department: string | null;
  event_id: string | null;
  conversation_id: string | null;
  promise_id: string | null;
  agreement_id: string | null;
}

/** A row of moments.public_recovery. */
export interface PublicRecoveryRow {
  customer_id: string;
  recovery_id: string;
  state: string;
  opened_at: Date;
  owned_at: Date | null;
  done_at: Date | null;
  outcome_at: Date | null;
}

/** A row of moments.question. */
export interface QuestionRow {
  customer_id: string;
  question_id: string;
  moment_id: string;
  kind: string;
  stage: string;
  state: string;
  way: string;
  reason: string | null;
  language: string;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  ask_at: ColumnType<Date, Date | string, Date | string>;
  asked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  tries: Generated<number>;
  next_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  error: string | null;
  message_id: string;
  event_id: string | null;
}

/** A row of moments.recovery. */
export interface RecoveryRow {
  customer_id: string;
  recovery_id: string;
  state: string;
  opened_at: ColumnType<Date, Date | string, Date | string>;
  moment_at: ColumnType<Date, Date | string, Date | string>;
  severity: number;
  failing: string;
  touchpoint: string;
  doubted: boolean;
  own_by: ColumnType<Date, Date | string, Date | string>;
  owner_person: string | null;
  owner_department: string | null;
  owned_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  wants: string | null;
  wants_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  wants_by: string | null;
  currency: string;
  spent_minor: Generated<number>;
  done_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  recheck_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  outcome_words: string | null;
  outcome_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  outcome_by: string | null;
  rounds: Generated<number>;
  version: Generated<number>;
}

/** A row of moments.recovery_step. */
export interface RecoveryStepRow {
  customer_id: string;
  recovery_id: string;
  step_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  by: string;
  what: string;
  words: string | null;
  cost_minor: Generated<number>;
  details: ColumnType<unknown, string | undefined, string>;
}

/** A row of moments.renewal. */
export interface RenewalRow {
  renewal_id: string;
  touchpoints: string[] | null;
  made_at: ColumnType<Date, Date | string, Date | string>;
  after_tx: string | null;
  after_id: string;
  done: Generated<number>;
  total: Generated<number>;
  finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of moments.replay. */
export interface ReplayRow {
  replay_id: string;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  finished_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  report: ColumnType<unknown, string | null | undefined, string | null>;
}

/** A row of moments.setting. */
export interface SettingRow {
  only_one: Generated<boolean>;
  five: number;
  cap: number | null;
  fade_months: number | null;
  rest_days: number;
  ask_from: string;
  ask_until: string;
  ask_minutes: number;
  ask_later_days: number;
  own_minutes: number;
  recheck_days: number;
  budgets: ColumnType<unknown, string, string>;
  forgotten_days: number;
  version: Generated<number>;
}

/** A row of moments.tally. */
export interface TallyRow {
  stage: string;
  day_on: string;
  touchpoint: string;
  department: string;
  sign: number;
  failing: string;
  kind: string;
  objective: number;
  emotional: number;
  moments: number;
}

/** A row of moments.tally_move. */
export interface TallyMoveRow {
  change_id: string;
  place: number;
  stage: string;
  day_on: string;
  touchpoint: string;
  department: string;
  sign: number;
  failing: string;
  kind: string;
  objective: number;
  emotional: number;
  moments: number;
}

/** A row of moments.touchpoint. */
export interface TouchpointRow {
  touchpoint: string;
  seeded: boolean;
  names: ColumnType<unknown, string | null | undefined, string | null>;
  standards: ColumnType<unknown, string | null | undefined, string | null>;
  same_as: string | null;
  stage: string;
  departments: Generated<string[]>;
  owners: ColumnType<unknown, string | undefined, string>;
  indicators: ColumnType<unknown, string | undefined, string>;
  ask: string;
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: Generated<number>;
}
