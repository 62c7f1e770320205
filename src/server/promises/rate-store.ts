import { sql } from 'kysely';
import type { Language } from '../../shared/scalars.ts';
import { texts } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Dimension } from './tally-rules.ts';

/** A count of the tally: promises of a state, on a day, of one dimension's value. */
export interface TallyRow {
  readonly day: string;
  readonly value: string;
  readonly state: string;
  readonly promises: number;
}

/** The counts of one dimension in a period, those not folded yet among them; days summed where they are not wanted. */
export async function listTally(
  tx: Tx,
  side: 'due' | 'settled',
  dimension: Dimension,
  period: { readonly since: string; readonly until: string },
  options: { readonly byDay: boolean },
): Promise<TallyRow[]> {
  const day = options.byDay ? sql`day_on::text` : sql`''::text`;
  const within = sql`side = ${side} and dimension = ${dimension} and day_on between ${period.since}::date and ${period.until}::date`;
  const { rows } = await sql<TallyRow>`
    select ${day} as day, value, state, sum(promises)::bigint as promises from (
      select day_on, value, state, promises from promises.tally where ${within}
      union all
      select day_on, value, state, promises from promises.tally_change where ${within}) t
    group by 1, 2, 3 having sum(promises) <> 0`.execute(tx);
  return rows;
}

/**
 * How many promises to customers are open and due before now, by keeper: whole days that are over in every zone are
 * summed from the counts, the last two looked at one by one.
 */
export async function countLate(tx: Tx, now: Date, overBefore: string): Promise<{ value: string; promises: number }[]> {
  const { rows } = await sql<{ value: string; promises: number }>`
    select value, sum(promises)::bigint as promises from (
      select value, promises from promises.tally
      where side = 'due' and dimension = 'keeper' and state = 'open' and day_on < ${overBefore}::date
      union all
      select value, promises from promises.tally_change
      where side = 'due' and dimension = 'keeper' and state = 'open' and day_on < ${overBefore}::date
      union all
      select coalesce(keeper_partner::text, keeper_department, ''), 1 from promises.promise
      where state = 'open' and due_at <= ${now} and due_at >= ${overBefore}::date - 1 and due_on >= ${overBefore}::date
        and origin <> 'expectation' and owed_by = 'company' and outer_id is null) t
    group by value having sum(promises) <> 0`.execute(tx);
  return rows;
}

/** What asks to be looked at, counted up to 10 000. */
export async function countLookedFor(tx: Tx): Promise<{ found: number; unexpected: number; unread: number }> {
  const { rows } = await sql<{ found: number; unexpected: number; unread: number }>`
    select
      (select count(*) from (select from promises.promise where state in ('found', 'unexpected') and state = 'found'
        limit 10000) f) as found,
      (select count(*) from (select from promises.promise where state in ('found', 'unexpected')
        and state = 'unexpected' and result_at is not null limit 10000) u) as unexpected,
      (select count(*) from (select from promises.unread limit 10000) r) as unread`.execute(tx);
  return rows[0] ?? { found: 0, unexpected: 0, unread: 0 };
}

/** The names of departments, partners and people among these values. */
export async function listNames(
  tx: Tx,
  values: readonly string[],
  language: Language,
): Promise<{ value: string; kind: 'person' | 'department' | 'partner' | 'standing'; name: string }[]> {
  if (values.length === 0) return [];
  const wanted = texts(values);
  const { rows } = await sql<{ value: string; kind: 'person' | 'department' | 'partner' | 'standing'; name: string }>`
    select department_id::text as value, 'department' as kind, ${sql.ref(`name_${language}`)} as name
    from staff.public_department where department_id::text = any (${wanted}::text[])
    union all
    select person_id::text, 'person', name from staff.public_person where person_id::text = any (${wanted}::text[])
    union all
    select partner_id::text, 'partner', name from promises.partner where partner_id::text = any (${wanted}::text[])
    union all
    select distinct on (standing_id) standing_id::text, 'standing', texts -> ${language}::text ->> 'title'
    from promises.standing where standing_id::text = any (${wanted}::text[])`.execute(tx);
  return rows;
}

/** Everybody who may be asked to keep a promise. */
export async function listKeepers(
  tx: Tx,
  language: Language,
): Promise<{ kind: 'person' | 'department' | 'partner'; id: string; name: string; department: string | null }[]> {
  const name = sql.ref(`name_${language}`);
  const { rows } = await sql<{
    kind: 'person' | 'department' | 'partner';
    id: string;
    name: string;
    department: string | null;
  }>`
    select 'department' as kind, department_id::text as id, ${name} as name, null as department
    from staff.public_department where closed_at is null
    union all
    select 'person', p.person_id::text, p.name, ${sql.ref(`d.name_${language}`)}
    from staff.public_person p left join staff.public_department d using (department_id) where p.state = 'active'
    union all
    select 'partner', partner_id::text, name, null from promises.partner where closed_at is null
    order by 1, 3`.execute(tx);
  return rows;
}

/** Open promises of a keeper due on a day. */
export async function countDueOn(
  tx: Tx,
  keeper: {
    readonly person?: string | undefined;
    readonly department?: string | undefined;
    readonly partner?: string | undefined;
  },
  day: string,
): Promise<number> {
  const [dimension, value] =
    keeper.person === undefined
      ? ['keeper', keeper.partner ?? keeper.department ?? '']
      : ['keeper-person', keeper.person];
  const within = sql`side = 'due' and dimension = ${dimension} and day_on = ${day}::date and value = ${value} and state = 'open'`;
  const { rows } = await sql<{ promises: number }>`
    select coalesce(sum(promises), 0)::bigint as promises from (
      select promises from promises.tally where ${within}
      union all select promises from promises.tally_change where ${within}) t`.execute(tx);
  return rows[0]?.promises ?? 0;
}
