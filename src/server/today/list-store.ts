import { type RawBuilder, sql } from 'kysely';
import type { lineFilters, Slots, vias } from '../../shared/today.ts';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Scope } from './hearer-store.ts';

/** An open line as the list shows it. */
export interface LineRow {
  readonly customer_id: string;
  readonly room: string;
  readonly key: string;
  readonly customer: string | null;
  readonly customer_key: string | null;
  readonly kind: string;
  readonly word: string;
  readonly slots: Slots;
  readonly path: string;
  readonly act: unknown;
  readonly weight: number;
  readonly until: Date | null;
  readonly late: boolean;
  readonly since: Date;
  readonly via: (typeof vias)[number];
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly department_id: string | null;
  readonly name_en: string | null;
  readonly name_es: string | null;
  readonly name_ru: string | null;
  readonly claimed_by: string | null;
  readonly claimer_name: string | null;
  readonly snoozed_until: Date | null;
}

/** Which lines, of whom, as of when. */
export interface Asked {
  readonly me: string;
  readonly scope: Scope;
  readonly filter: (typeof lineFilters)[number];
  readonly now: Date;
}

/** After which line a further page begins. */
export interface After {
  readonly late: boolean;
  readonly weight: number;
  /** ISO, or empty where there is none. */
  readonly until: string;
  readonly customerId: string;
  readonly room: string;
  readonly key: string;
}

/** Lines in order: late first, then the weightier, then those that are due first. */
export async function listLines(tx: Tx, asked: Asked, after: After | undefined, limit: number): Promise<LineRow[]> {
  const { scope, me, now } = asked;
  const { rows } = await sql<LineRow>`
    with page as (
      select l.*, coalesce(l.until < ${now}, false) as late, coalesce(l.until, 'infinity') as due from today.line l
      where ${isAsked(asked)} ${after === undefined ? sql`` : sql`and ${isAfter(after, now)}`}
      order by late desc, l.weight desc, due, l.customer_id, l.room, l.key limit ${limit})
    select l.customer_id, l.room, l.key, l.kind, l.word, l.slots, l.path, l.act, l.weight, l.until, l.late, l.since,
      l.snoozed_until, f.name as customer,
      case when f.name is null then (
        select k.value from customers.public_identity_key k
        where k.kind <> 'anonymous'
          and k.customer_id in (select m.customer_id from customers.public_customer m where m.face_id = c.face_id)
        order by array_position(array['email', 'phone', 'card', 'user'], k.kind) limit 1) end as customer_key,
      case when l.person_id = ${me} or l.claimed_by = ${me} then 'own'
        when l.person_id is not null then 'stand-in'
        when l.department_id = any (${uuids(scope.departments)}::uuid[]) then 'department' else 'house' end as via,
      l.person_id, p.name as person_name, d.department_id, d.name_en, d.name_es, d.name_ru,
      q.person_id as claimed_by, q.name as claimer_name
    from page l
      left join customers.public_customer c on c.customer_id = l.customer_id
      left join customers.public_customer f on f.customer_id = c.face_id
      left join staff.public_person p on p.person_id = l.person_id
      left join staff.public_department d on d.department_id = l.department_id
      left join staff.public_person q on q.person_id = l.claimed_by and q.state = 'active'
    order by l.late desc, l.weight desc, l.due, l.customer_id, l.room, l.key`.execute(tx);
  return rows;
}

/** How much there is, counted up to so many lines. */
export async function countLines(
  tx: Tx,
  asked: Asked,
  most: number,
): Promise<{ lines: number; customers: number; late: number; snoozed: number }> {
  const snoozed = { ...asked, filter: 'snoozed' as const };
  const { rows } = await sql<{ lines: number; customers: number; late: number; snoozed: number }>`
    select count(*) as lines, count(distinct customer_id) as customers, count(*) filter (where until < ${asked.now}) as late,
      (select count(*) from (select 1 from today.line l where ${isAsked(snoozed)} limit ${most}) s) as snoozed
    from (select l.customer_id, l.until from today.line l where ${isAsked(asked)} limit ${most}) l`.execute(tx);
  return rows[0] ?? { lines: 0, customers: 0, late: 0, snoozed: 0 };
}

function isAsked({ me, scope, filter, now }: Asked): RawBuilder<unknown> {
  const seen = filter === 'department' ? ofDepartments(scope.departments) : sql`(${ofScope(scope)} or ${isMine(me)})`;
  const put =
    filter === 'snoozed' ? sql`l.snoozed_until > ${now}` : sql`(l.snoozed_until is null or l.snoozed_until <= ${now})`;
  return sql`l.settled_at is null and ${put} and ${seen} and ${filter === 'department' ? sql`true` : isFree(me)}`;
}

/** What somebody took stays his, whatever department he goes to. */
function isMine(me: string): RawBuilder<unknown> {
  return sql`l.claimed_by = ${me}::uuid`;
}

/** Nobody else who works here has taken it. */
function isFree(me: string): RawBuilder<unknown> {
  return sql`(l.claimed_by is null or l.claimed_by = ${me}::uuid or not exists (
    select 1 from staff.public_person p where p.person_id = l.claimed_by and p.state = 'active'))`;
}

function ofDepartments(ids: readonly string[]): RawBuilder<unknown> {
  return sql`(l.person_id is null and l.department_id = any (${uuids(ids)}::uuid[]))`;
}

/** The same as `sees` in scope-rules.ts, for many lines. */
function ofScope(scope: Scope): RawBuilder<unknown> {
  const arms = [
    sql`l.person_id = any (${uuids(scope.people)}::uuid[])`,
    ofDepartments([...scope.departments, ...scope.lost]),
  ];
  if (scope.house) arms.push(sql`(l.person_id is null and l.department_id is null)`);
  if (scope.orphans.length > 0) {
    arms.push(sql`(l.person_id = any (${uuids(scope.orphans)}::uuid[]) and l.department_id is null)`);
  }
  if (scope.all_orphans.length > 0 && scope.answers.length > 0) {
    arms.push(sql`(l.person_id = any (${uuids(scope.all_orphans)}::uuid[])
      and l.department_id = any (${uuids(scope.answers)}::uuid[]))`);
  }
  return sql`(${sql.join(arms, sql` or `)})`;
}

function isAfter(after: After, now: Date): RawBuilder<unknown> {
  const due = after.until === '' ? sql`'infinity'::timestamptz` : sql`${after.until}::timestamptz`;
  return sql`(coalesce(l.until < ${now}, false)::int * -1, -l.weight, coalesce(l.until, 'infinity'), l.customer_id, l.room, l.key)
    > (${after.late ? -1 : 0}::int, ${-after.weight}::int, ${due}, ${after.customerId}::uuid, ${after.room}::text, ${after.key}::text)`;
}
