import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { FreeDay, HouseHours, OwnHours } from './calendar-rules.ts';

/** What decides when the house and some of its departments work. */
export interface HoursRow extends HouseHours {
  readonly departments: readonly OwnHours[];
  readonly free_days: readonly FreeDay[];
}

const freeDayColumns = sql`
  f.free_day_id, f.department_id, f.kind, f.name, f.free_on::text as date, f.yearly, f.hours`;

/** The house's hours, those of some departments, and every day that concerns them; `undefined` until the house is set up. */
export async function findHours(tx: Tx, departmentIds: readonly string[]): Promise<HoursRow | undefined> {
  const { rows } = await sql<HoursRow>`
    select o.zone, o.country, o.region, o.holidays, o.working_week,
      (select coalesce(jsonb_agg(d), '[]') from (
        select department_id, zone, country, region, working_week from staff.department
        where department_id = any(${departmentIds}::uuid[])) d) as departments,
      (select coalesce(jsonb_agg(d order by d.free_day_id), '[]') from (
        select ${freeDayColumns} from staff.free_day f
        where f.department_id is null or f.department_id = any(${departmentIds}::uuid[])) d) as free_days
    from staff.organisation o`.execute(tx);
  return rows[0];
}

/** What is said of one day, locked until this transaction ends. */
export async function lockFreeDay(tx: Tx, freeDayId: string): Promise<FreeDay | undefined> {
  const { rows } = await sql<FreeDay>`
    select ${freeDayColumns} from staff.free_day f where f.free_day_id = ${freeDayId} for update`.execute(tx);
  return rows[0];
}

/** What was said of that day before, by the same department or the house. */
export async function findSaid(tx: Tx, day: FreeDay): Promise<FreeDay | undefined> {
  const { rows } = await sql<FreeDay>`
    select ${freeDayColumns} from staff.free_day f
    where f.department_id is not distinct from ${day.department_id}::uuid
      and f.free_on is not distinct from ${day.date}::date and f.yearly is not distinct from ${day.yearly}::text`.execute(
    tx,
  );
  return rows[0];
}

/** Writes what is said of a day in place of what was; gives back its id. */
export async function saveFreeDay(tx: Tx, day: FreeDay): Promise<string> {
  const hours = day.hours === null ? null : JSON.stringify(day.hours);
  const { rows } = await sql<{ free_day_id: string }>`
    insert into staff.free_day (free_day_id, department_id, kind, name, free_on, yearly, hours)
    values (${day.free_day_id}, ${day.department_id}, ${day.kind}, ${day.name}, ${day.date}, ${day.yearly}, ${hours}::jsonb)
    on conflict (department_id, free_on, yearly) do update
      set kind = excluded.kind, name = excluded.name, hours = excluded.hours
    returning free_day_id`.execute(tx);
  return rows[0]?.free_day_id ?? day.free_day_id;
}

/** Takes back what was said of a day. */
export async function eraseFreeDay(tx: Tx, freeDayId: string): Promise<void> {
  await sql`delete from staff.free_day where free_day_id = ${freeDayId}`.execute(tx);
}
