import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** Who a customer is, as a person writes it down. */
export interface Details {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly note: string | null;
}

/** What is written of a customer now, locked for its change. */
export interface LockedRow extends Omit<Details, 'name'> {
  readonly name: string | null;
  readonly version: number;
}

/** Writes a customer made by hand, his own face, without contact yet. */
export async function insertCustomer(
  tx: Tx,
  row: Details & { customerId: string; at: Date; by: string; find: string; sortName: string },
): Promise<void> {
  await sql`
    insert into customers.customer (customer_id, face_id, kind, state, name, given_name, family_name, language, country,
      city, note, made_at, made_by, find, sort_name)
    values (${row.customerId}, ${row.customerId}, ${row.kind}, 'known', ${row.name}, ${row.given_name},
      ${row.family_name}, ${row.language}, ${row.country}, ${row.city}, ${row.note}, ${row.at}, ${row.by},
      ${row.find}, ${row.sortName})`.execute(tx);
  await sql`
    insert into customers.contact (customer_id, events, last_at) values (${row.customerId}, 0, '-infinity')`.execute(
    tx,
  );
}

/** What is written of a customer, locked until the end of the transaction. */
export async function lockCustomer(tx: Tx, customerId: string): Promise<LockedRow | undefined> {
  const { rows } = await sql<LockedRow>`
    select kind, name, given_name, family_name, language, country, city, note, version
    from customers.customer where customer_id = ${customerId} for update`.execute(tx);
  return rows[0];
}

/** Writes what a person changed; gives back the new version. */
export async function saveDetails(
  tx: Tx,
  row: Details & { customerId: string; version: number; sortName: string },
): Promise<void> {
  await sql`
    update customers.customer set kind = ${row.kind}, name = ${row.name}, given_name = ${row.given_name},
      family_name = ${row.family_name}, language = ${row.language}, country = ${row.country}, city = ${row.city},
      note = ${row.note}, version = ${row.version}, sort_name = ${row.sortName}
    where customer_id = ${row.customerId}`.execute(tx);
}

/** What a customer is found by: his names, city and keys. */
export async function listFindParts(tx: Tx, customerId: string): Promise<string[]> {
  const { rows } = await sql<{ part: string }>`
    select concat_ws(' ', name, case when name is null or position(coalesce(given_name, '') in name) = 0
      then given_name end, case when name is null or position(coalesce(family_name, '') in name) = 0
      then family_name end, city) as part
    from customers.customer where customer_id = ${customerId}
    union all
    (select value from customers.identity_key
    where customer_id = ${customerId} and ended_at is null and kind <> 'anonymous' order by verified_at limit 20)`.execute(
    tx,
  );
  return rows.map((row) => row.part);
}

/** Writes what a customer is found by. */
export async function saveFind(tx: Tx, customerId: string, find: string): Promise<void> {
  await sql`update customers.customer set find = ${find} where customer_id = ${customerId}`.execute(tx);
}

/** A customer with a verified key is known. */
export async function saveKnown(tx: Tx, customerId: string): Promise<void> {
  await sql`
    update customers.customer set state = 'known' where customer_id = ${customerId} and state <> 'known'`.execute(tx);
}
