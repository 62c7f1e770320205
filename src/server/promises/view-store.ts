import { type RawBuilder, sql } from 'kysely';
import type { Language } from '../../shared/scalars.ts';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Entry } from './entry.ts';
import { type EntryKey, entryColumns } from './entry-store.ts';

/** How much is open between a customer and us on one side: counted up to `most` and one more. */
export interface OpenCount {
  readonly customer_id: string;
  readonly owed_by: 'company' | 'customer';
  readonly promises: number;
  readonly due_at: Date | null;
}

/** What is open between these customers and us, by who owes it, with the next due; no further than `most` and one. */
export async function countOpen(tx: Tx, customerIds: readonly string[], most: number): Promise<OpenCount[]> {
  const { rows } = await sql<OpenCount>`
    select asked.customer_id, side.owed_by, counted.promises, counted.due_at
    from unnest(${uuids(customerIds)}::uuid[]) as asked (customer_id)
      cross join (values ('company'), ('customer')) as side (owed_by)
      cross join lateral (
        select count(*) as promises, min(due_at) as due_at from (
          select due_at from promises.promise p
          where p.customer_id = asked.customer_id and p.owed_by = side.owed_by and p.state = 'open'
            and p.origin <> 'expectation' and p.outer_id is null
          order by due_at limit ${most + 1}) as first) as counted
    where counted.promises > 0`.execute(tx);
  return rows;
}

/** An entry with the names of those on its two sides. */
export interface NamedEntry extends Entry {
  readonly customer: string | null;
  readonly maker_person_name: string | null;
  readonly maker_department_name: string | null;
  readonly keeper_person_name: string | null;
  readonly keeper_department_name: string | null;
  readonly keeper_partner_name: string | null;
  /** A standing promise in the reader's language. */
  readonly standing_words: string | null;
  readonly read_in: Language;
}

const columns = sql.join(entryColumns.map((name) => sql.ref(`p.${name}`)));

function named(language: Language): RawBuilder<unknown> {
  const department = sql.ref(`name_${language}`);
  return sql`
    select ${columns}, coalesce(face.name, own.name) as customer,
      mp.name as maker_person_name, (select ${department} from staff.public_department
        where department_id::text = p.maker_department) as maker_department_name,
      kp.name as keeper_person_name, (select ${department} from staff.public_department
        where department_id::text = p.keeper_department) as keeper_department_name,
      (select name from promises.partner where partner_id = p.keeper_partner) as keeper_partner_name,
      (select s.texts -> ${language}::text ->> 'promise' from promises.standing s
        where s.standing_id = p.standing_id and s.version = p.standing_version) as standing_words,
      ${language}::text as read_in
    from p
      left join customers.public_customer own on own.customer_id = p.customer_id
      left join customers.public_customer face on face.customer_id = own.face_id
      left join staff.public_person mp on mp.person_id::text = p.maker_person
      left join staff.public_person kp on kp.person_id::text = p.keeper_person`;
}

/** These entries with names, in no order. */
export async function listNamed(tx: Tx, keys: readonly EntryKey[], language: Language): Promise<NamedEntry[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<NamedEntry>`
    with p as (select p.* from promises.promise p join unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.promiseId))}::uuid[])
      as r (customer_id, promise_id) using (customer_id, promise_id))
    ${named(language)}`.execute(tx);
  return rows;
}

/** A place in a list by an instant and an id. */
export interface ListPlace {
  readonly at: string;
  readonly promiseId: string;
}

/** What stands between these customers and us: open ones by due, then the rest, the newest first. */
export async function listOfCustomer(
  tx: Tx,
  customerIds: readonly string[],
  language: Language,
  page: { readonly offset: number; readonly limit: number },
): Promise<NamedEntry[]> {
  const { rows } = await sql<NamedEntry>`
    with p as materialized (
      select p.* from promises.promise p
      where p.customer_id = any (${uuids(customerIds)}::uuid[]) and p.state <> 'dismissed'
      order by ${ofCustomer} limit ${page.limit} offset ${page.offset})
    ${named(language)} order by ${ofCustomer}`.execute(tx);
  return rows;
}

const ofCustomer = sql`
  case p.state when 'open' then 0 when 'found' then 1 else 2 end,
  case when p.state = 'open' then p.due_at end nulls last,
  coalesce(p.settled_at, p.made_at, p.heard_at) desc, p.promise_id`;

/** What a list of promises is narrowed to. */
export interface ListFilter {
  readonly which: 'open' | 'late' | 'settled' | 'exceeded' | 'broken' | 'found' | 'unexpected' | 'asked' | 'moved';
  readonly keeper_department?: string | undefined;
  readonly keeper_person?: string | undefined;
  readonly keeper_partner?: string | undefined;
  readonly maker_department?: string | undefined;
  readonly maker_person?: string | undefined;
  readonly touchpoint?: string | undefined;
  readonly product?: string | undefined;
  readonly reason?: string | undefined;
  readonly kind?: string | undefined;
  readonly standing_id?: string | undefined;
  /** Local days of the original due; of what has none, of the day on which it was heard. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Of this person: kept or made by him, or by his department where nobody is named. */
  readonly mine?: { readonly personId: string; readonly departmentId: string | undefined } | undefined;
}

/** By which instant a list runs, which way, and which states are in it. */
function orderOf(which: ListFilter['which']): {
  by: RawBuilder<unknown>;
  forward: boolean;
  where: RawBuilder<unknown>;
} {
  const due = { by: sql`p.due_at`, forward: true };
  if (which === 'late') return { ...due, where: sql`p.state = 'open' and p.due_at <= now()` };
  if (which === 'moved') return { ...due, where: sql`p.state = 'open' and p.due_note = 'moved'` };
  if (which === 'open') return { ...due, where: sql`p.state = 'open'` };
  if (which === 'asked')
    return { ...due, where: sql`p.state = 'open' and p.acceptance in ('asked', 'declined', 'countered')` };
  if (which === 'settled' || which === 'exceeded' || which === 'broken') {
    const states = which === 'settled' ? sql`true` : sql`p.state = ${which}`;
    const settled = sql`p.state in ('kept', 'exceeded', 'broken') and ${states}`;
    return { by: sql`p.settled_at`, forward: false, where: settled };
  }
  const found = which === 'found' ? sql`p.state = 'found'` : sql`p.state = 'unexpected' and p.result_at is not null`;
  return { by: sql`p.heard_at`, forward: false, where: sql`${found} and p.state in ('found', 'unexpected')` };
}

/** A page of promises, in the order of their kind of list; `limit` of them after a place. */
export async function listPromises(
  tx: Tx,
  filter: ListFilter,
  language: Language,
  page: { readonly after: ListPlace | undefined; readonly limit: number },
): Promise<(NamedEntry & { readonly place_at: string })[]> {
  const { by, forward, where } = orderOf(filter.which);
  const way = forward ? sql`asc` : sql`desc`;
  const wanted = [where, sql`${by} is not null`, sql`p.origin <> 'expectation'`, ...conditionsOf(filter, by)];
  if (page.after !== undefined) {
    const place = sql`(${page.after.at}::timestamptz, ${page.after.promiseId}::uuid)`;
    wanted.push(forward ? sql`(${by}, p.promise_id) > ${place}` : sql`(${by}, p.promise_id) < ${place}`);
  }
  const { rows } = await sql<NamedEntry & { place_at: string }>`
    with p as materialized (
      select p.*, ${by}::text as place_at from promises.promise p where ${sql.join(wanted, sql` and `)}
      order by ${by} ${way}, p.promise_id ${way} limit ${page.limit})
    select n.*, p.place_at from (${named(language)}) n join p using (customer_id, promise_id)
    order by ${by} ${way}, p.promise_id ${way}`.execute(tx);
  return rows;
}

/** Lists whose rows stand behind a number of the rates: they hold whom the rates count. */
const countedLists: readonly string[] = ['open', 'late', 'settled', 'exceeded', 'broken'];

/** The bounds in instants are wide enough for every zone; they let the index help. */
function periodOf({ which, since, until }: ListFilter, by: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  const hasDue = which !== 'found' && which !== 'unexpected';
  const isByDue = hasDue && !['settled', 'exceeded', 'broken'].includes(which);
  if (since !== undefined) {
    wanted.push(hasDue ? sql`p.due_on >= ${since}::date` : sql`${by} >= ${since}::date`);
    if (isByDue) wanted.push(sql`p.due_at >= ${since}::date - 1`);
  }
  if (until !== undefined) {
    wanted.push(hasDue ? sql`p.due_on <= ${until}::date` : sql`${by} < ${until}::date + 1`);
    if (isByDue) wanted.push(sql`p.due_at < ${until}::date + 3`);
  }
  return wanted;
}

function conditionsOf(filter: ListFilter, by: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) wanted.push(sql`${sql.ref(`p.${column}`)} = ${value}`);
  };
  equal('keeper_department', filter.keeper_department);
  equal('keeper_person', filter.keeper_person);
  equal('maker_department', filter.maker_department);
  equal('maker_person', filter.maker_person);
  equal('touchpoint', filter.touchpoint);
  equal('product', filter.product);
  equal('kind', filter.kind);
  if (filter.keeper_partner !== undefined) wanted.push(sql`p.keeper_partner = ${filter.keeper_partner}::uuid`);
  if (filter.standing_id !== undefined) wanted.push(sql`p.standing_id = ${filter.standing_id}::uuid`);
  if (filter.reason !== undefined) {
    wanted.push(filter.reason === 'none' ? sql`p.reason is null` : sql`p.reason = ${filter.reason}`);
  }
  wanted.push(...periodOf(filter, by));
  if (filter.mine === undefined && countedLists.includes(filter.which)) {
    wanted.push(sql`p.owed_by = 'company'`, sql`p.outer_id is null`);
  }
  if (filter.mine !== undefined) {
    const { personId, departmentId } = filter.mine;
    const own = sql`p.keeper_person = ${personId} or p.maker_person = ${personId}`;
    const ours = sql`p.keeper_person is null and p.keeper_department = ${departmentId ?? null}::text`;
    wanted.push(sql`(${own} or ${ours})`);
  }
  return wanted;
}
