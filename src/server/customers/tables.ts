// Generated from the catalogue by "npm run schema". Not to be edited.
import type { ColumnType, Generated } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    'customers.agreement': AgreementRow;
    'customers.agreement_role': AgreementRoleRow;
    'customers.blocked_key': BlockedKeyRow;
    'customers.contact': ContactRow;
    'customers.counted': CountedRow;
    'customers.customer': CustomerRow;
    'customers.identity_claim': IdentityClaimRow;
    'customers.identity_key': IdentityKeyRow;
    'customers.link': LinkRow;
    'customers.name_word': NameWordRow;
    'customers.public_agreement': PublicAgreementRow;
    'customers.public_agreement_role': PublicAgreementRoleRow;
    'customers.public_claim': PublicClaimRow;
    'customers.public_contact': PublicContactRow;
    'customers.public_customer': PublicCustomerRow;
    'customers.public_identity_key': PublicIdentityKeyRow;
  }
}

/** A row of customers.agreement. */
export interface AgreementRow {
  customer_id: string;
  agreement_id: string;
  number: string;
  kind: string;
  line: string | null;
  place: string | null;
  asset: string | null;
  since: string | null;
  until: string | null;
  terms: string | null;
  terms_version: string | null;
  source_id: string | null;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  version: Generated<number>;
  told_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  find: Generated<string>;
}

/** A row of customers.agreement_role. */
export interface AgreementRoleRow {
  customer_id: string;
  agreement_id: string;
  role: string;
  owner_id: string;
  since: string | null;
  until: string | null;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
}

/** A row of customers.blocked_key. */
export interface BlockedKeyRow {
  key_hash: Buffer;
  kind: string;
  value: string;
  reason: string;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
}

/** A row of customers.contact. */
export interface ContactRow {
  customer_id: string;
  events: number;
  first_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  last_at: ColumnType<Date, Date | string, Date | string>;
  last_event_id: string | null;
  last_heard_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A row of customers.counted. */
export interface CountedRow {
  state: string;
  customers: number;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** A row of customers.customer. */
export interface CustomerRow {
  customer_id: string;
  face_id: string;
  kind: string;
  state: string;
  name: string | null;
  given_name: string | null;
  family_name: string | null;
  language: string | null;
  country: string | null;
  city: string | null;
  note: string | null;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  version: Generated<number>;
  find: Generated<string>;
  sort_name: string;
}

/** A row of customers.identity_claim. */
export interface IdentityClaimRow {
  customer_id: string;
  key_hash: Buffer;
  kind: string;
  value: string;
  source_id: string | null;
  claimed_at: ColumnType<Date, Date | string, Date | string>;
  holder_id: string | null;
  settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  settled_by: string | null;
  outcome: string | null;
  evidence: string | null;
}

/** A row of customers.identity_key. */
export interface IdentityKeyRow {
  key_hash: Buffer;
  kind: string;
  value: string;
  customer_id: string;
  source_id: string | null;
  evidence: string;
  verified_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_by: string | null;
  ended_reason: string | null;
}

/** A row of customers.link. */
export interface LinkRow {
  customer_id: string;
  link_id: string;
  to_id: string;
  evidence: string;
  reason: string;
  made_at: ColumnType<Date, Date | string, Date | string>;
  made_by: string;
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  undone_by: string | null;
  undone_reason: string | null;
}

/** A row of customers.name_word. */
export interface NameWordRow {
  word: string;
}

/** A row of customers.public_agreement. */
export interface PublicAgreementRow {
  customer_id: string;
  agreement_id: string;
  number: string;
  kind: string;
  line: string | null;
  place: string | null;
  asset: string | null;
  since: string | null;
  until: string | null;
}

/** A row of customers.public_agreement_role. */
export interface PublicAgreementRoleRow {
  customer_id: string;
  agreement_id: string;
  role: string;
  owner_id: string;
  since: string | null;
  until: string | null;
}

/** A row of customers.public_claim. */
export interface PublicClaimRow {
  customer_id: string;
  kind: string;
  value: string;
  claimed_at: Date;
}

/** A row of customers.public_contact. */
export interface PublicContactRow {
  customer_id: string;
  events: number;
  first_at: Date | null;
  last_at: Date;
  last_event_id: string | null;
}

/** A row of customers.public_customer. */
export interface PublicCustomerRow {
  customer_id: string;
  face_id: string;
  kind: string;
  state: string;
  name: string | null;
  language: string | null;
  country: string | null;
  city: string | null;
  made_at: Date;
}

/** A row of customers.public_identity_key. */
export interface PublicIdentityKeyRow {
  customer_id: string;
  kind: string;
  value: string;
  evidence: string;
  source_id: string | null;
  verified_at: Date;
}
