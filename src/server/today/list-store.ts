import { type RawBuilder, sql } from 'kysely';
import type { lineFilters, Slots, vias } from '../../shared/today.ts';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Handed } from './hand-over-store.ts';
import type { Scope } from './hearer-store.ts';
import { points } from './hurt-rules.ts';

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
  readonly hand_over: unknown;
  readonly handed: Handed | null;
  readonly weight: number;
  readonly until: Date | null;
  readonly late: boolean;
  readonly owed: number;
  readonly lost: boolean;
  /** Its own points, and those of the customer's line that hurts most, by which his lines stand together. */
  readonly hurt: number;
  readonly lead: number;
  /** When the first of the customer's lines is due; null where none is. */
  readonly lead_due: Date | null;
  /** The customer's face; the line's own customer where it is about the house. */
  readonly face_id: string;
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
  readonly handed_name: string | null;
  readonly snoozed_until: Date | null;
}

/** Which lines, of whom, as of when. */
export interface Asked {
  readonly me: string;
  readonly scope: Scope;
  readonly filter: (typeof lineFilters)[number];
  readonly now: Date;
  /** As a lead: the lines of one person, or those of a department that nobody has; whatever the filter says. */
  readonly whose?: Whose | undefined;
}

/** Whose lines a lead looks at. */
export type Whose = { readonly personId: string } | { readonly departmentId: string };

/** After which line a further page begins. */
export interface After {
  readonly lead: number;
  /** ISO, or empty where there is none; so is `until`. */
  readonly leadDue: string;
  readonly faceId: string;
  readonly hurt: number;
  readonly until: string;
  readonly customerId: string;
  readonly room: string;
  readonly key: string;
}

/** A line's points, as `hurtOf` in hurt-rules.ts counts them. */
function hurt(now: Date): RawBuilder<unknown> {
  return sql`(${points.weight}::int * l.weight
    + case when l.until < ${now} then ${points.late}::int + ${points.dayLate}::int * least(${points.mostDays}::int,
        floor(extract(epoch from ${now}::timestamptz - l.until) / 86400)::int) else 0 end
    + ${points.owed}::int * least(coalesce(s.owed, 0), ${points.mostOwed}::int)
    + case when s.lost then ${points.lost}::int else 0 end)`;
}

/**
 * Lines in order: the customer whose worst line hurts most comes first (of equals he to whom something is due first), with
 * all his lines, the worst first, then those that are due first. What is about the house stands each for itself.
 */
export async function listLines(tx: Tx, asked: Asked, after: After | undefined, limit: number): Promise<LineRow[]> {
  const { scope, me, now } = asked;
  const { rows } = await sql<LineRow>`
    with weighed as (
      select l.customer_id, l.room, l.key, coalesce(l.until, 'infinity') as due, c.face_id as whose,
        coalesce(c.face_id, l.customer_id) as face_id, coalesce(s.owed, 0) as owed, coalesce(s.lost, false) as lost,
        ${hurt(now)} as hurt
      from today.line l
        left join customers.public_customer c on c.customer_id = l.customer_id
        left join today.stake s on s.customer_id = c.face_id
      where ${isAsked(asked)}),
    led as (
      select *, case when whose is null then hurt else max(hurt) over (partition by whose) end as lead,
        case when whose is null then due else min(due) over (partition by whose) end as lead_due
      from weighed),
    page as (
      select * from led where ${after === undefined ? sql`true` : isAfter(after)}
      order by lead desc, lead_due, face_id, hurt desc, due, customer_id, room, key limit ${limit})
    select l.customer_id, l.room, l.key, l.kind, l.word, l.slots, l.path, l.act, l.hand_over, l.handed, l.weight, l.until,
      coalesce(l.until < ${now}, false) as late, o.owed, o.lost, o.hurt, o.lead,
      nullif(o.lead_due, 'infinity') as lead_due, o.face_id, l.since, l.snoozed_until,
      f.name as customer,
      case when f.name is null then (
        select k.value from customers.public_identity_key k
        where k.kind <> 'anonymous'
          and k.customer_id in (select m.customer_id from customers.public_customer m where m.face_id = o.whose)
        order by array_position(array['email', 'phone', 'card', 'user'], k.kind) limit 1) end as customer_key,
      case when l.person_id = ${me} or l.claimed_by = ${me} then 'own'
        when ${asked.whose !== undefined} then 'team'
        when l.person_id is not null then 'stand-in'
        when l.department_id = any (${uuids(scope.departments)}::uuid[]) then 'department' else 'house' end as via,
      l.person_id, p.name as person_name, d.department_id, d.name_en, d.name_es, d.name_ru,
      q.person_id as claimed_by, q.name as claimer_name, h.name as handed_name
    from page o
      join today.line l on l.customer_id = o.customer_id and l.room = o.room and l.key = o.key
      left join customers.public_customer f on f.customer_id = o.whose
      left join staff.public_person p on p.person_id = l.person_id
      left join staff.public_department d on d.department_id = l.department_id
      left join staff.public_person q on q.person_id = l.claimed_by and q.state = 'active'
      left join staff.public_person h on h.person_id = (l.handed->>'by')::uuid
    order by o.lead desc, o.lead_due, o.face_id, o.hurt desc, o.due, o.customer_id, o.room, o.key`.execute(tx);
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

/** What colleagues took of what somebody sees since an instant, newest first. */
export async function listTaken(
  tx: Tx,
  { me, scope }: Asked,
  since: Date,
  limit: number,
): Promise<{ customer_id: string; room: string; key: string; claimed_by: string; claimer_name: string }[]> {
  const { rows } = await sql<{
    customer_id: string;
    room: string;
    key: string;
    claimed_by: string;
    claimer_name: string;
  }>`
    select l.customer_id, l.room, l.key, l.claimed_by, p.name as claimer_name
    from today.line l join staff.public_person p on p.person_id = l.claimed_by and p.state = 'active'
    where l.settled_at is null and l.claimed_at > ${since} and l.claimed_by <> ${me} and ${ofScope(scope)}
    order by l.claimed_at desc limit ${limit}`.execute(tx);
  return rows;
}

function isAsked({ me, scope, filter, now, whose }: Asked): RawBuilder<unknown> {
  if (whose !== undefined) return sql`l.settled_at is null and ${isOf(whose)}`;
  const seen = filter === 'department' ? ofDepartments(scope.departments) : sql`(${ofScope(scope)} or ${isMine(me)})`;
  const put =
    filter === 'snoozed' ? sql`l.snoozed_until > ${now}` : sql`(l.snoozed_until is null or l.snoozed_until <= ${now})`;
  return sql`l.settled_at is null and ${put} and ${seen} and ${filter === 'department' ? sql`true` : isFree(me)}`;
}

/** What one person has, put off or not; what of a department nobody has who works here. */
function isOf(whose: Whose): RawBuilder<unknown> {
  if ('personId' in whose) {
    const { personId } = whose;
    return sql`(l.claimed_by = ${personId}::uuid or l.person_id = ${personId}::uuid and not exists (
      select 1 from staff.public_person p where p.person_id = l.claimed_by and p.state = 'active'))`;
  }
  return sql`not exists (
      select 1 from staff.public_person p where p.person_id in (l.claimed_by, l.person_id) and p.state = 'active')
    and coalesce(l.department_id, (select p.department_id from staff.public_person p where p.person_id = l.person_id))
      = ${whose.departmentId}::uuid`;
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

function isAfter(after: After): RawBuilder<unknown> {
  return sql`(-lead, lead_due, face_id, -hurt, due, customer_id, room, key) > (${-after.lead}::int,
    ${instant(after.leadDue)}, ${after.faceId}::uuid, ${-after.hurt}::int, ${instant(after.until)},
    ${after.customerId}::uuid, ${after.room}::text, ${after.key}::text)`;
}

function instant(text: string): RawBuilder<unknown> {
  return text === '' ? sql`'infinity'::timestamptz` : sql`${text}::timestamptz`;
}
