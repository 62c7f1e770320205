// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    'staff.api_key': ApiKeyRow;
    'staff.attempt': AttemptRow;
    'staff.change': ChangeRow;
    'staff.credential': CredentialRow;
    'staff.department': DepartmentRow;
    'staff.free_day': FreeDayRow;
    'staff.link': LinkRow;
    'staff.logo': LogoRow;
    'staff.mail_setting': MailSettingRow;
    'staff.organisation': OrganisationRow;
    'staff.person': PersonRow;
    'staff.public_department': PublicDepartmentRow;
    'staff.public_organisation': PublicOrganisationRow;
    'staff.public_person': PublicPersonRow;
    'staff.session': SessionRow;
  }
}

/** A row of staff.api_key. */
export interface ApiKeyRow {
  key_id: string;
  name: string;
  prefix: string;
  secret_hash: Buffer;
  scopes: string[];
  made_by: string;
  made_at: ColumnType<Date, Date | string, Date | string>;
  last_used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of staff.attempt. */
export interface AttemptRow {
  subject_hash: Buffer;
  failures: number;
  last_at: ColumnType<Date, Date | string, Date | string>;
}

/** A row of staff.change. */
export interface ChangeRow {
  change_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  actor: string;
  what: string;
  subject: string;
  before: ColumnType<unknown, string | null | undefined, string | null>;
  after: ColumnType<unknown, string | null | undefined, string | null>;
}

/** A row of staff.credential. */
export interface CredentialRow {
  credential_id: string;
  person_id: string;
  kind: string;
  issuer: Generated<string>;
  subject: string;
  secret: string;
  made_at: ColumnType<Date, Date | string | undefined, Date | string>;
  changed_at: ColumnType<Date, Date | string | undefined, Date | string>;
  last_used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of staff.department. */
export interface DepartmentRow {
  department_id: string;
  key: string | null;
  name_en: string;
  name_es: string;
  name_ru: string;
  head_id: string | null;
  working_week: ColumnType<unknown, string | null | undefined, string | null>;
  zone: string | null;
  country: string | null;
  region: string | null;
  closed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: Generated<number>;
}

/** A row of staff.free_day. */
export interface FreeDayRow {
  free_day_id: string;
  department_id: string | null;
  kind: string;
  name: string;
  free_on: string | null;
  yearly: string | null;
  hours: ColumnType<unknown, string | null | undefined, string | null>;
}

/** A row of staff.link. */
export interface LinkRow {
  token_hash: Buffer;
  kind: string;
  person_id: string | null;
  made_at: ColumnType<Date, Date | string | undefined, Date | string>;
  until: ColumnType<Date, Date | string, Date | string>;
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of staff.logo. */
export interface LogoRow {
  organisation_id: string;
  content_type: string;
  sha256: Buffer;
  bytes: Buffer;
}

/** A row of staff.mail_setting. */
export interface MailSettingRow {
  host: string;
  port: number;
  security: string;
  username: string | null;
  password_sealed: string | null;
  from_address: string;
  from_name: string | null;
  version: Generated<number>;
  changed_at: ColumnType<Date, Date | string, Date | string>;
  only_one: Generated<boolean>;
}

/** A row of staff.organisation. */
export interface OrganisationRow {
  organisation_id: string;
  name: string;
  languages: string[];
  zone: string;
  currency: string;
  country: string;
  region: string | null;
  holidays: Generated<boolean>;
  working_week: ColumnType<unknown, string, string>;
  version: Generated<number>;
  set_up_at: ColumnType<Date, Date | string, Date | string>;
  only_one: Generated<boolean>;
}

/** A row of staff.person. */
export interface PersonRow {
  person_id: string;
  email: string;
  name: string;
  role: string;
  department_id: string | null;
  language: string;
  zone: string | null;
  state: string;
  successor_id: string | null;
  invited_at: ColumnType<Date, Date | string, Date | string>;
  joined_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  left_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: Generated<number>;
}

/** A row of staff.public_department. */
export interface PublicDepartmentRow {
  department_id: string;
  key: string | null;
  name_en: string;
  name_es: string;
  name_ru: string;
  head_id: string | null;
  closed_at: Date | null;
}

/** A row of staff.public_organisation. */
export interface PublicOrganisationRow {
  name: string;
  languages: string[];
  zone: string;
  currency: string;
  country: string;
  working_week: unknown;
}

/** A row of staff.public_person. */
export interface PublicPersonRow {
  person_id: string;
  name: string;
  role: string;
  department_id: string | null;
  state: string;
  successor_id: string | null;
  email: string;
  language: string;
  zone: string | null;
}

/** A row of staff.session. */
export interface SessionRow {
  token_hash: Buffer;
  person_id: string;
  made_at: ColumnType<Date, Date | string | undefined, Date | string>;
  seen_at: ColumnType<Date, Date | string | undefined, Date | string>;
  until: ColumnType<Date, Date | string, Date | string>;
  address: string;
}
