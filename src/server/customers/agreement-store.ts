import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { CustomerIds } from './customer-ids.ts';

/** What kind of agreement it is. */
export type AgreementKind = 'contract' | 'subscription' | 'policy' | 'account' | 'standing-order';
/** What somebody is on an agreement. */
export type AgreementRole = 'holder' | 'payer' | 'occupant' | 'authorised' | 'beneficiary' | 'contact';

/** What an agreement says. */
export interface Terms {
  readonly number: string;
  readonly kind: AgreementKind;
  readonly line: string | null;
  readonly place: string | null;
  readonly asset: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly terms: string | null;
  readonly terms_version: string | null;
}

/** An agreement as it is kept. */
export interface AgreementRow extends Terms {
  readonly customer_id: string;
  readonly agreement_id: string;
  readonly version: number;
}

/** Who is what on an agreement, with his name. */
export interface RoleRow {
  readonly agreement_id: string;
  readonly customer_id: string;
  readonly name: string | null;
  readonly role: AgreementRole;
  readonly since: string | null;
  readonly until: string | null;
}

const columns = sql`a.customer_id, a.agreement_id, a.number, a.kind, a.line, a.place, a.asset, a.since::text,
  a.until::text, a.terms, a.terms_version, a.version`;

/** Agreements of these customers and those on which they are something, newest first; at most 500. */
export async function listAgreements(tx: Tx, ids: CustomerIds): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select ${columns} from (
      select customer_id, agreement_id from customers.agreement where customer_id = any (${ids.all}::uuid[])
      union
      select owner_id, agreement_id from customers.agreement_role where customer_id = any (${ids.all}::uuid[])) o
    join customers.agreement a on a.customer_id = o.customer_id and a.agreement_id = o.agreement_id
    order by a.until is not null, a.since desc nulls last, a.number limit 500`.execute(tx);
  return rows;
}

/** Who is what on these agreements. */
export async function listRoles(tx: Tx, agreements: readonly AgreementRow[]): Promise<RoleRow[]> {
  const { rows } = await sql<RoleRow>`
    select r.agreement_id, r.customer_id, c.name, r.role, r.since::text, r.until::text
    from unnest(${agreements.map((row) => row.customer_id)}::uuid[],
      ${agreements.map((row) => row.agreement_id)}::uuid[]) as a (owner_id, agreement_id)
    join customers.agreement_role r on r.owner_id = a.owner_id and r.agreement_id = a.agreement_id
    left join customers.customer c on c.customer_id = r.customer_id
    order by r.role, r.since, r.customer_id`.execute(tx);
  return rows;
}

/** An agreement of these customers, locked until the end of the transaction. */
export async function lockAgreement(tx: Tx, ids: CustomerIds, agreementId: string): Promise<AgreementRow | undefined> {
  const { rows } = await sql<AgreementRow>`
    select ${columns} from customers.agreement a
    where a.customer_id = any (${ids.all}::uuid[]) and a.agreement_id = ${agreementId} for update`.execute(tx);
  return rows[0];
}

/** Writes an agreement; false where the customer has one of this number. */
export async function insertAgreement(
  tx: Tx,
  row: Terms & { customerId: string; agreementId: string; at: Date; by: string; find: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into customers.agreement (customer_id, agreement_id, number, kind, line, place, asset, since, until, terms,
      terms_version, made_at, made_by, find)
    values (${row.customerId}, ${row.agreementId}, ${row.number}, ${row.kind}, ${row.line}, ${row.place}, ${row.asset},
      ${row.since}, ${row.until}, ${row.terms}, ${row.terms_version}, ${row.at}, ${row.by}, ${row.find})
    on conflict do nothing returning agreement_id`.execute(tx);
  return rows.length > 0;
}

/** Writes what a person changed on an agreement. */
export async function saveAgreement(
  tx: Tx,
  row: Terms & { customerId: string; agreementId: string; version: number; find: string },
): Promise<void> {
  await sql`
    update customers.agreement set number = ${row.number}, kind = ${row.kind}, line = ${row.line}, place = ${row.place},
      asset = ${row.asset}, since = ${row.since}, until = ${row.until}, terms = ${row.terms},
      terms_version = ${row.terms_version}, version = ${row.version}, find = ${row.find}
    where customer_id = ${row.customerId} and agreement_id = ${row.agreementId}`.execute(tx);
}

/** True where another agreement of this customer has this number. */
export async function isNumberTaken(tx: Tx, customerId: string, number: string, agreementId: string): Promise<boolean> {
  const { rows } = await sql`
    select from customers.agreement
    where customer_id = ${customerId} and number = ${number} and agreement_id <> ${agreementId}`.execute(tx);
  return rows.length > 0;
}

/** One role of one customer on an agreement. */
export interface RoleToSave {
  readonly customerId: string;
  readonly ownerId: string;
  readonly agreementId: string;
  readonly role: AgreementRole;
  readonly since: string | null;
  readonly until: string | null;
}

/** Writes who is what, over what was written before; in ascending order. */
export async function saveRole(tx: Tx, row: RoleToSave, at: Date, by: string): Promise<void> {
  await sql`
    insert into customers.agreement_role (customer_id, agreement_id, role, owner_id, since, until, made_at, made_by)
    values (${row.customerId}, ${row.agreementId}, ${row.role}, ${row.ownerId}, ${row.since}, ${row.until}, ${at}, ${by})
    on conflict (customer_id, agreement_id, role) do update set since = excluded.since, until = excluded.until`.execute(
    tx,
  );
}

/** The agreement of a number that a customer, or whoever is read as one with him, has or is something on. */
export interface NumberedRow {
  /** Place in what was asked, from 1. */
  readonly at: number;
  readonly customer_id: string;
  readonly agreement_id: string;
}

/** Finds agreements by customer and number, his own before those on which he is only something. */
export async function listNumbered(
  tx: Tx,
  asked: readonly { customerId: string; number: string }[],
): Promise<NumberedRow[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<NumberedRow>`
    select distinct on (r.at) r.at, g.customer_id, g.agreement_id
    from unnest(${asked.map((one) => one.customerId)}::uuid[], ${asked.map((one) => one.number)}::text[])
      with ordinality as r (customer_id, number, at)
    join customers.customer c on c.customer_id = r.customer_id
    join customers.customer m on m.face_id = c.face_id
    join lateral (
      select a.customer_id, a.agreement_id, 0 as weight from customers.agreement a
      where a.customer_id = m.customer_id and a.number = r.number
      union all
      select a.customer_id, a.agreement_id, 1 from customers.agreement_role p
      join customers.agreement a on a.customer_id = p.owner_id and a.agreement_id = p.agreement_id
      where p.customer_id = m.customer_id and a.number = r.number) g on true
    order by r.at, g.weight, g.customer_id <> r.customer_id, g.agreement_id`.execute(tx);
  return rows;
}

/** What a source may change of an agreement, as it is. */
export interface AgreementPicture {
  readonly customer_id: string;
  readonly agreement_id: string;
  readonly number: string;
  readonly kind: string;
  readonly line: string | null;
  readonly place: string | null;
  readonly asset: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly terms_version: string | null;
  readonly told_at: Date | null;
  readonly find: string;
}

/** Agreements as they are, by customer and number; locked, in ascending order. */
export async function listPictures(
  tx: Tx,
  asked: readonly { customerId: string; number: string }[],
): Promise<AgreementPicture[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<AgreementPicture>`
    select customer_id, agreement_id, number, kind, line, place, asset, since, until, terms_version, told_at, find
    from customers.agreement
    where (customer_id, number) in (
      select * from unnest(${asked.map((one) => one.customerId)}::uuid[], ${asked.map((one) => one.number)}::text[]))
    order by customer_id, number for update`.execute(tx);
  return rows;
}

/** What a source tells of an agreement. */
export interface NoteRow {
  readonly customerId: string;
  readonly agreementId: string;
  readonly sourceId: string;
  readonly number: string;
  readonly kind: AgreementKind;
  readonly line: string | null;
  readonly place: string | null;
  readonly asset: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly termsVersion: string | null;
  readonly toldAt: Date;
  readonly find: string;
}

/**
 * Writes what sources tell of agreements: fills what is empty, and replaces what no person wrote unless something later
 * was told already; an end is always taken. In ascending order.
 */
export async function saveNotes(
  tx: Tx,
  notes: readonly NoteRow[],
  at: Date,
): Promise<{ customer_id: string; number: string; agreement_id: string; made: boolean }[]> {
  const of = <T>(read: (note: NoteRow) => T) => notes.map(read);
  const newer = sql`a.version = 1 and coalesce(a.told_at <= excluded.told_at, true)`;
  const told = (column: string) => {
    const [now, then] = [sql.ref(`excluded.${column}`), sql.ref(`a.${column}`)];
    return sql`case when ${newer} then coalesce(${now}, ${then}) else coalesce(${then}, ${now}) end`;
  };
  const { rows } = await sql<{ customer_id: string; number: string; agreement_id: string; made: boolean }>`
    insert into customers.agreement as a (customer_id, agreement_id, source_id, number, kind, line, place, asset, since,
      until, terms_version, told_at, find, made_at, made_by)
    select *, ${at}::timestamptz, 'source:' || source_id from unnest(
      ${of((note) => note.customerId)}::uuid[], ${of((note) => note.agreementId)}::uuid[],
      ${of((note) => note.sourceId)}::uuid[], ${of((note) => note.number)}::text[], ${of((note) => note.kind)}::text[],
      ${of((note) => note.line)}::text[], ${of((note) => note.place)}::text[], ${of((note) => note.asset)}::text[],
      ${of((note) => note.since)}::date[], ${of((note) => note.until)}::date[],
      ${of((note) => note.termsVersion)}::text[], ${of((note) => note.toldAt)}::timestamptz[],
      ${of((note) => note.find)}::text[])
      as r (customer_id, agreement_id, source_id, number, kind, line, place, asset, since, until, terms_version, told_at,
        find)
    on conflict (customer_id, number) do update set
      kind = case when a.version = 1 and excluded.kind <> 'contract' then excluded.kind else a.kind end,
      line = ${told('line')}, place = ${told('place')}, asset = ${told('asset')}, since = ${told('since')},
      until = coalesce(excluded.until, a.until), terms_version = ${told('terms_version')},
      told_at = greatest(a.told_at, excluded.told_at),
      find = case when position(excluded.find in a.find) > 0 then a.find
        else left(a.find || ' ' || excluded.find, 2000) end
    returning customer_id, number, agreement_id, xmax = 0 as made`.execute(tx);
  return rows;
}

/** Writes roles where there are none yet; gives back those that are new. */
export async function insertRoles(
  tx: Tx,
  roles: readonly RoleToSave[],
  at: Date,
  by: string,
): Promise<{ customer_id: string; agreement_id: string; role: string }[]> {
  if (roles.length === 0) return [];
  const of = <T>(read: (role: RoleToSave) => T) => roles.map(read);
  const { rows } = await sql<{ customer_id: string; agreement_id: string; role: string }>`
    insert into customers.agreement_role (customer_id, agreement_id, role, owner_id, since, until, made_at, made_by)
    select distinct on (customer_id, agreement_id, role) *, ${at}::timestamptz, ${by} from unnest(
      ${of((role) => role.customerId)}::uuid[], ${of((role) => role.agreementId)}::uuid[],
      ${of((role) => role.role)}::text[], ${of((role) => role.ownerId)}::uuid[], ${of((role) => role.since)}::date[],
      ${of((role) => role.until)}::date[]) as r (customer_id, agreement_id, role, owner_id, since, until)
    order by customer_id, agreement_id, role
    on conflict do nothing returning customer_id, agreement_id, role`.execute(tx);
  return rows;
}
