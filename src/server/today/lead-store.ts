import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** The open departments that somebody leads: those that he heads; all, for an administrator. */
export function ledBy(personId: string): RawBuilder<unknown> {
  return sql`(
    select d.department_id from staff.public_department d
    where d.closed_at is null and (d.head_id = ${personId}::uuid or exists (
      select 1 from staff.public_person p
      where p.person_id = ${personId}::uuid and p.state = 'active' and p.role = 'administrator')))`;
}

/** True where somebody leads the department, or that of the person; an administrator leads whoever has none, too. */
export async function leads(
  tx: Tx,
  me: string,
  whom: { readonly personId?: string | undefined; readonly departmentId?: string | undefined },
): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`
    select ${whom.departmentId ?? null}::uuid in ${ledBy(me)} or exists (
      select 1 from staff.public_person p where p.person_id = ${whom.personId ?? null}::uuid and (
        p.person_id = ${me}::uuid or p.department_id in ${ledBy(me)} or p.department_id is null and exists (
          select 1 from staff.public_person a
          where a.person_id = ${me}::uuid and a.state = 'active' and a.role = 'administrator'))) as leads`.execute(tx);
  return rows[0]?.leads === true;
}

/** Whom somebody leads, with how much awaits each; `person_id` null for what nobody of a department has. */
export interface TeamRow {
  readonly department_id: string | null;
  readonly name_en: string | null;
  readonly name_es: string | null;
  readonly name_ru: string | null;
  readonly person_id: string | null;
  readonly name: string | null;
  readonly lines: number;
  readonly late: number;
  readonly oldest: Date | null;
  readonly claimed: number;
  readonly snoozed: number;
  readonly settled: number;
}

/** How much awaits whom in the departments that somebody leads, by name; settled: on the day before, in a zone. */
export async function listTeam(
  tx: Tx,
  me: string,
  about: { readonly administrator: boolean; readonly zone: string; readonly now: Date },
): Promise<TeamRow[]> {
  const { administrator, zone, now } = about;
  const { rows } = await sql<TeamRow>`
    with led as ${ledBy(me)},
    day as (
      select date_trunc('day', ${now}::timestamptz at time zone ${zone}) at time zone ${zone} as ends,
        (date_trunc('day', ${now}::timestamptz at time zone ${zone}) - interval '1 day') at time zone ${zone} as begins),
    open as (
      select coalesce(q.person_id, case when w.state = 'active' then w.person_id end) as person_id,
        case when q.person_id is null and w.state is distinct from 'active'
          then coalesce(l.department_id, w.department_id) end as department_id,
        l.until, l.since, q.person_id is not null as claimed, coalesce(l.snoozed_until > ${now}, false) as snoozed
      from today.line l
        left join staff.public_person q on q.person_id = l.claimed_by and q.state = 'active'
        left join staff.public_person w on w.person_id = l.person_id
      where l.settled_at is null),
    counted as (
      select person_id, department_id, count(*) as lines, count(*) filter (where until < ${now}) as late,
        min(since) as oldest, count(*) filter (where claimed) as claimed, count(*) filter (where snoozed) as snoozed
      from open group by person_id, department_id),
    done as (
      select l.settled_by, count(*) as settled from today.line l, day
      where l.settled_at >= day.begins and l.settled_at < day.ends and l.settled_by is not null group by l.settled_by)
    select d.department_id, d.name_en, d.name_es, d.name_ru, p.person_id, p.name, coalesce(c.lines, 0) as lines,
      coalesce(c.late, 0) as late, c.oldest, coalesce(c.claimed, 0) as claimed, coalesce(c.snoozed, 0) as snoozed,
      coalesce(n.settled, 0) as settled
    from staff.public_person p
      left join staff.public_department d on d.department_id = p.department_id and d.closed_at is null
      left join counted c on c.person_id = p.person_id
      left join done n on n.settled_by = p.person_id
    where p.state = 'active' and (d.department_id in (select department_id from led)
      or d.department_id is null and ${administrator})
    union all
    select d.department_id, d.name_en, d.name_es, d.name_ru, null, null, coalesce(c.lines, 0), coalesce(c.late, 0),
      c.oldest, 0, 0, 0
    from led join staff.public_department d on d.department_id = led.department_id
      left join counted c on c.department_id = d.department_id and c.person_id is null
    union all
    select null, null, null, null, null, null, c.lines, c.late, c.oldest, 0, 0, 0
    from counted c
      left join staff.public_department d on d.department_id = c.department_id and d.closed_at is null
    where c.person_id is null and d.department_id is null and ${administrator}
    order by name, person_id`.execute(tx);
  return rows;
}
