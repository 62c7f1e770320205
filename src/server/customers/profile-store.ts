import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { CustomerIds } from './customer-ids.ts';

/** Who a customer is, as it is kept. */
export interface DetailRow {
  readonly customer_id: string;
  readonly face_id: string;
  readonly kind: 'person' | 'organisation';
  readonly state: 'known' | 'pending' | 'unknown';
  readonly name: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly note: string | null;
  readonly made_at: Date;
  readonly made_by: string;
  readonly version: number;
}

/** A verified key of a profile. */
export interface KeyLine {
  readonly customer_id: string;
  readonly kind: string;
  readonly value: string;
  readonly evidence: string;
  readonly source: string | null;
  readonly verified_at: Date;
}

/** A merge of a profile, with both names. */
export interface LinkLine {
  readonly link_id: string;
  readonly from_id: string;
  readonly from_name: string | null;
  readonly to_id: string;
  readonly to_name: string | null;
  readonly evidence: string;
  readonly reason: string;
  readonly made_at: Date;
  readonly made_by: string;
  readonly undone_at: Date | null;
}

/** What is written of each of these customers. */
export async function listDetails(tx: Tx, ids: CustomerIds): Promise<DetailRow[]> {
  const { rows } = await sql<DetailRow>`
    select customer_id, face_id, kind, state, name, given_name, family_name, language, country, city, note,
      made_at, made_by, version
    from customers.customer where customer_id = any (${ids.all}::uuid[]) order by customer_id`.execute(tx);
  return rows;
}

/** The verified keys of these customers; of devices only the newest hundred. */
export async function listKeys(tx: Tx, ids: CustomerIds): Promise<KeyLine[]> {
  const { rows } = await sql<KeyLine>`
    select customer_id, kind, value, evidence, source_id as source, verified_at from (
      select *, row_number() over (partition by kind order by verified_at desc, value) as place
      from customers.identity_key where customer_id = any (${ids.all}::uuid[]) and ended_at is null) k
    where place <= 100 order by kind = 'anonymous', kind, verified_at, value`.execute(tx);
  return rows;
}

/** Every merge that these customers took part in, undone ones too, newest first. */
export async function listLinks(tx: Tx, ids: CustomerIds): Promise<LinkLine[]> {
  const { rows } = await sql<LinkLine>`
    select l.link_id, l.customer_id as from_id, f.name as from_name, l.to_id, t.name as to_name, l.evidence, l.reason,
      l.made_at, l.made_by, l.undone_at
    from customers.link l
    left join customers.customer f on f.customer_id = l.customer_id
    left join customers.customer t on t.customer_id = l.to_id
    where l.customer_id = any (${ids.all}::uuid[]) or l.to_id = any (${ids.all}::uuid[])
    order by l.made_at desc, l.link_id desc limit 200`.execute(tx);
  return rows;
}
