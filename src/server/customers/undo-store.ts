import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { BeforeRow } from './resolve-store.ts';

const told = sql`customer_id, kind, state, name, given_name, family_name, language, country, city, find, sort_name`;

/** Customers as they are now, as text to compare. */
export async function listPictures(tx: Tx, customerIds: readonly string[]): Promise<BeforeRow[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<BeforeRow>`
    select ${told} from customers.customer where customer_id = any (${customerIds}::uuid[])`.execute(tx);
  return rows;
}

/** Takes roles out. */
export async function eraseRoles(
  tx: Tx,
  rows: readonly { customerId: string; agreementId: string; role: string }[],
): Promise<void> {
  await sql`
    delete from customers.agreement_role o
    using unnest(${rows.map((row) => row.customerId)}::uuid[], ${rows.map((row) => row.agreementId)}::uuid[],
      ${rows.map((row) => row.role)}::text[]) as r (customer, id, role)
    where o.customer_id = r.customer and o.agreement_id = r.id and o.role = r.role`.execute(tx);
}

/** Takes agreements out that nobody edited, with the roles on them. */
export async function eraseAgreements(tx: Tx, rows: readonly { customerId: string; key: string }[]): Promise<void> {
  await sql`
    with gone as (
      delete from customers.agreement a
      using unnest(${rows.map((row) => row.customerId)}::uuid[], ${rows.map((row) => row.key)}::uuid[]) as r (customer, id)
      where a.customer_id = r.customer and a.agreement_id = r.id and a.version = 1
      returning a.customer_id, a.agreement_id)
    delete from customers.agreement_role o using gone g
    where o.owner_id = g.customer_id and o.agreement_id = g.agreement_id`.execute(tx);
}

/** Gives customers back what was written of them before, unless somebody has written since. */
export async function restorePictures(tx: Tx, rows: readonly { before: BeforeRow; after: BeforeRow }[]): Promise<void> {
  await sql`
    update customers.customer c set kind = b.kind, state = b.state, name = b.name, given_name = b.given_name,
      family_name = b.family_name, language = b.language, country = b.country, city = b.city, find = b.find,
      sort_name = b.sort_name
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => row.before))}::jsonb) as b (customer_id uuid, kind text,
        state text, name text, given_name text, family_name text, language text, country text, city text, find text,
        sort_name text),
      jsonb_to_recordset(${JSON.stringify(rows.map((row) => row.after))}::jsonb) as a (customer_id uuid, kind text,
        state text, name text, given_name text, family_name text, language text, country text, city text)
    where c.customer_id = b.customer_id and a.customer_id = c.customer_id
      and (c.kind, c.state) = (a.kind, a.state)
      and (c.name, c.given_name, c.family_name, c.language, c.country, c.city)
        is not distinct from (a.name, a.given_name, a.family_name, a.language, a.country, a.city)`.execute(tx);
}

/** What a source may change of an agreement, as the undo compares it. */
interface Terms {
  readonly customer_id: string;
  readonly agreement_id: string;
}

/** Gives agreements back what was written of them before, unless somebody has written since. */
export async function restoreTerms(tx: Tx, rows: readonly { before: Terms; after: Terms }[]): Promise<void> {
  const columns = sql`(customer_id uuid, agreement_id uuid, kind text, line text, place text, asset text, since date,
    until date, terms_version text, told_at timestamptz, find text)`;
  await sql`
    update customers.agreement g set kind = b.kind, line = b.line, place = b.place, asset = b.asset, since = b.since,
      until = b.until, terms_version = b.terms_version, told_at = b.told_at, find = b.find
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => row.before))}::jsonb) as b ${columns},
      jsonb_to_recordset(${JSON.stringify(rows.map((row) => row.after))}::jsonb) as a ${columns}
    where g.customer_id = b.customer_id and g.agreement_id = b.agreement_id
      and a.customer_id = b.customer_id and a.agreement_id = b.agreement_id
      and (g.kind, g.line, g.place, g.asset, g.since, g.until, g.terms_version, g.told_at)
        is not distinct from (a.kind, a.line, a.place, a.asset, a.since, a.until, a.terms_version, a.told_at)`.execute(
    tx,
  );
}

/** Takes claims out that nobody has settled. */
export async function eraseClaims(tx: Tx, rows: readonly { customerId: string; key: string }[]): Promise<void> {
  await sql`
    delete from customers.identity_claim c
    using unnest(${rows.map((row) => row.customerId)}::uuid[],
      ${rows.map((row) => Buffer.from(row.key, 'hex'))}::bytea[]) as r (customer, hash)
    where c.customer_id = r.customer and c.key_hash = r.hash and (c.settled_by is null or c.settled_by = 'system:identity')`.execute(
    tx,
  );
}

/**
 * Lifts the blocks of keys that so many claimed, where fewer do now: whoever held such a key holds it again, and what
 * was claimed of it is open again.
 */
export async function liftShared(tx: Tx, hashes: readonly Buffer[], most: number): Promise<void> {
  await sql`
    with lifted as (
      delete from customers.blocked_key b
      where b.key_hash = any (${hashes}::bytea[]) and b.made_by = 'system:identity' and ${most} > (
        select count(*) from customers.identity_claim c where c.key_hash = b.key_hash)
      returning b.key_hash),
    opened as (
      update customers.identity_claim set settled_at = null, settled_by = null, outcome = null
      where key_hash in (select key_hash from lifted) and settled_by = 'system:identity')
    update customers.identity_key set ended_at = null, ended_by = null, ended_reason = null
    where key_hash in (select key_hash from lifted) and ended_by = 'system:identity'`.execute(tx);
}

/** Takes keys out by which nobody was heard since: a later message may have found its customer by one. */
export async function eraseKeys(tx: Tx, rows: readonly { customerId: string; key: string }[]): Promise<void> {
  await sql`
    delete from customers.identity_key k
    using unnest(${rows.map((row) => row.customerId)}::uuid[],
      ${rows.map((row) => Buffer.from(row.key, 'hex'))}::bytea[]) as r (customer, hash)
    where k.customer_id = r.customer and k.key_hash = r.hash and not exists (
      select 1 from customers.contact c where c.customer_id = k.customer_id and c.events > 0
        and c.last_heard_at > k.verified_at)`.execute(tx);
}

/** Takes customers out who have nothing left: no event, no hand that edited them, no merge, no agreement or claim. */
export async function eraseCustomers(tx: Tx, customerIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    with free as (
      select c.customer_id from customers.customer c
      left join customers.contact t on t.customer_id = c.customer_id
      where c.customer_id = any (${customerIds}::uuid[]) and c.version = 1 and coalesce(t.events, 0) = 0
        and c.face_id = c.customer_id
        and not exists (select 1 from customers.customer o where o.face_id = c.customer_id and o.customer_id <> c.customer_id)
        and not exists (select 1 from customers.link l
          where (l.customer_id = c.customer_id or l.to_id = c.customer_id) and l.undone_at is null)
        and not exists (select 1 from customers.agreement a where a.customer_id = c.customer_id)
        and not exists (select 1 from customers.agreement_role r where r.customer_id = c.customer_id)
        and not exists (select 1 from customers.identity_claim i where i.customer_id = c.customer_id)
      order by c.customer_id for update of c),
    keys as (delete from customers.identity_key where customer_id in (select customer_id from free)),
    links as (delete from customers.link where customer_id in (select customer_id from free)),
    contacts as (delete from customers.contact where customer_id in (select customer_id from free))
    delete from customers.customer where customer_id in (select customer_id from free) returning customer_id`.execute(
    tx,
  );
  return rows.map((row) => row.customer_id);
}

/** Locks the contact of customers in ascending order, as writers of their events do. */
export async function lockContacts(tx: Tx, customerIds: readonly string[]): Promise<void> {
  await sql`
    select customer_id from customers.contact where customer_id = any (${customerIds}::uuid[])
    order by customer_id for update`.execute(tx);
}
