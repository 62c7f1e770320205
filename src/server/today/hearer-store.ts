import { type RawBuilder, sql } from 'kysely';
import { integers, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** Whom something concerns: a person, a department, both (the department stands in for him) or neither. */
export interface Concern {
  readonly personId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
}

/** Of each who no longer (or not yet) works here, those after him: `heir (person_id, to_id, depth)`. */
const heirs = sql`
  heir (person_id, to_id, depth) as (
    select person_id, successor_id, 1 from staff.public_person where state <> 'active' and successor_id is not null
    union all
    select h.person_id, p.successor_id, h.depth + 1
    from heir h join staff.public_person p on p.person_id = h.to_id
    where p.state <> 'active' and p.successor_id is not null and h.depth < 20)`;

/** Who answers for a department: its head; else everybody in it; nobody where it is closed or empty. */
const answering = sql`
  answering (department_id, person_id) as (
    select d.department_id, p.person_id
    from staff.public_department d
      left join staff.public_person head on head.person_id = d.head_id and head.state = 'active'
      join staff.public_person p on p.state = 'active'
        and (p.person_id = head.person_id or head.person_id is null and p.department_id = d.department_id)
    where d.closed_at is null)`;

/** Who hears for each concern, by its place in the list. */
export async function listHearers(
  tx: Tx,
  concerns: readonly Concern[],
): Promise<{ place: number; person_id: string }[]> {
  const { rows } = await sql<{ place: number; person_id: string }>`
    with recursive ${heirs}, ${answering},
    asked as (
      select r.place, r.person_id, coalesce(r.department_id, p.department_id) as department_id,
        case when p.state = 'active' then p.person_id else
          (select h.to_id from heir h join staff.public_person s on s.person_id = h.to_id
            where h.person_id = r.person_id and s.state = 'active' order by h.depth limit 1) end as found_id
      from unnest(${integers(concerns.map((_one, place) => place))}::int[],
        ${uuids(concerns.map((one) => one.personId))}::uuid[],
        ${uuids(concerns.map((one) => one.departmentId))}::uuid[]) as r (place, person_id, department_id)
      left join staff.public_person p on p.person_id = r.person_id)
    select place, found_id as person_id from asked where found_id is not null
    union
    select a.place, d.person_id from asked a join answering d on d.department_id = a.department_id
    where a.found_id is null
    union
    select a.place, p.person_id from asked a join staff.public_person p on p.role = 'administrator' and p.state = 'active'
    where a.found_id is null and not exists (select 1 from answering d where d.department_id = a.department_id)
    order by place, person_id`.execute(tx);
  return rows;
}

/** Whose lines somebody sees. */
export interface Scope {
  /** Himself, and those who left and whose successor he is. */
  readonly people: string[];
  /** Where he works and what he heads. */
  readonly departments: string[];
  /** Departments for which nobody answers but he, being an administrator. */
  readonly lost: string[];
  /** Where he answers for those who left without a successor. */
  readonly answers: string[];
  /** Who left without a successor, from where he answers. */
  readonly orphans: string[];
  /** Everybody who left without a successor: their lines may name another department. */
  readonly all_orphans: string[];
  readonly house: boolean;
  readonly administrator: boolean;
}

/** Whose lines a person sees: his own, his department's, and what would else be seen by nobody. */
export async function findScope(tx: Tx, personId: string): Promise<Scope | undefined> {
  const { rows } = await sql<Scope>`
    with recursive ${heirs}, ${answering},
    me as (select person_id, department_id, role from staff.public_person where person_id = ${personId}),
    after as (
      select p.person_id, p.department_id,
        (select h.to_id from heir h join staff.public_person s on s.person_id = h.to_id
          where h.person_id = p.person_id and s.state = 'active' order by h.depth limit 1) as to_id
      from staff.public_person p where p.state <> 'active'),
    mine as (
      select d.department_id from staff.public_department d, me
      where d.closed_at is null and (d.department_id = me.department_id or d.head_id = me.person_id)),
    lost as (
      select d.department_id from staff.public_department d, me where me.role = 'administrator'
        and not exists (select 1 from answering a where a.department_id = d.department_id)),
    answers as (
      select department_id from answering where person_id = ${personId} union select department_id from lost)
    select ${list(sql`person_id from me union select person_id from after where to_id = ${personId}`)} as people,
      ${list(sql`department_id from mine`)} as departments,
      ${list(sql`department_id from lost`)} as lost,
      ${list(sql`department_id from answers`)} as answers,
      ${list(sql`after.person_id from after, me where after.to_id is null
        and (after.department_id in (select department_id from answers)
          or after.department_id is null and me.role = 'administrator')`)} as orphans,
      ${list(sql`person_id from after where to_id is null`)} as all_orphans,
      me.role = 'administrator' or exists (
        select 1 from staff.public_department d where d.head_id = me.person_id and d.closed_at is null) as house,
      me.role = 'administrator' as administrator
    from me`.execute(tx);
  return rows[0];
}

function list(what: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`array(select ${what})`;
}

/** The names behind ids that stand in slots. */
export async function listNames(
  tx: Tx,
  people: readonly string[],
  departments: readonly string[],
): Promise<{ id: string; name: string | null; name_en: string; name_es: string; name_ru: string }[]> {
  const { rows } = await sql<{ id: string; name: string | null; name_en: string; name_es: string; name_ru: string }>`
    select person_id as id, name, '' as name_en, '' as name_es, '' as name_ru
    from staff.public_person where person_id = any (${uuids(people)}::uuid[])
    union all
    select department_id, null, name_en, name_es, name_ru
    from staff.public_department where department_id = any (${uuids(departments)}::uuid[])`.execute(tx);
  return rows;
}

/** A person's own zone, where he chose one. */
export async function findZone(tx: Tx, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ zone: string | null }>`
    select zone from staff.public_person where person_id = ${personId}`.execute(tx);
  return rows[0]?.zone ?? undefined;
}
