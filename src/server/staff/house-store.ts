import { sql } from 'kysely';
import type { WorkingWeek } from '../../shared/calendar.ts';
import type { Language } from '../../shared/scalars.ts';
import type { HouseInput } from '../../shared/staff-house.ts';
import type { Tx } from '../platform/database/open.ts';

/** The organisation, with the mark of its logo. */
export interface OrganisationRow {
  readonly organisation_id: string;
  readonly name: string;
  readonly languages: Language[];
  readonly zone: string;
  readonly currency: string;
  readonly country: string;
  readonly region: string | null;
  readonly holidays: boolean;
  readonly working_week: WorkingWeek;
  readonly version: number;
  readonly logo: string | null;
}

/** The organisation; `undefined` until the house is set up. */
export async function findOrganisation(tx: Tx): Promise<OrganisationRow | undefined> {
  const { rows } = await sql<OrganisationRow>`
    select o.organisation_id, o.name, o.languages, o.zone, o.currency, o.country, o.region, o.holidays,
      o.working_week, o.version,
      encode(substr(l.sha256, 1, 8), 'hex') as logo
    from staff.organisation o left join staff.logo l using (organisation_id)`.execute(tx);
  return rows[0];
}

/** Writes the one organisation; false when there already is one. */
export async function insertOrganisation(tx: Tx, id: string, house: HouseInput, at: Date): Promise<boolean> {
  const done = await sql`
    insert into staff.organisation
      (organisation_id, name, languages, zone, currency, country, region, holidays, working_week, set_up_at)
    values (${id}, ${house.name}, ${house.languages}, ${house.zone}, ${house.currency}, ${house.country},
      ${house.region ?? null}, ${house.holidays ?? true}, ${JSON.stringify(house.working_week)}::jsonb, ${at})
    on conflict (only_one) do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Changes the organisation if it still is of that version. */
export async function saveOrganisation(tx: Tx, house: HouseInput, version: number): Promise<boolean> {
  const done = await sql`
    update staff.organisation set name = ${house.name}, languages = ${house.languages}, zone = ${house.zone},
      currency = ${house.currency}, country = ${house.country}, region = ${house.region ?? null},
      holidays = ${house.holidays ?? true},
      working_week = ${JSON.stringify(house.working_week)}::jsonb, version = version + 1
    where version = ${version}`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** The logo. */
export async function findLogo(
  tx: Tx,
): Promise<{ readonly content_type: string; readonly sha256: Buffer; readonly bytes: Buffer } | undefined> {
  const { rows } = await sql<{ content_type: string; sha256: Buffer; bytes: Buffer }>`
    select content_type, sha256, bytes from staff.logo`.execute(tx);
  return rows[0];
}

/** Keeps the logo in place of an earlier one. */
export async function saveLogo(
  tx: Tx,
  logo: { organisationId: string; type: string; sha256: Buffer; bytes: Buffer },
): Promise<void> {
  await sql`
    insert into staff.logo (organisation_id, content_type, sha256, bytes)
    values (${logo.organisationId}, ${logo.type}, ${logo.sha256}, ${logo.bytes})
    on conflict (organisation_id) do update
      set content_type = excluded.content_type, sha256 = excluded.sha256, bytes = excluded.bytes`.execute(tx);
}

/** A department with its head and the number of its people. */
export interface DepartmentRow {
  readonly department_id: string;
  readonly key: string | null;
  readonly name_en: string;
  readonly name_es: string;
  readonly name_ru: string;
  readonly head_id: string | null;
  readonly head_name: string | null;
  readonly working_week: WorkingWeek | null;
  readonly zone: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly people: number;
  readonly closed_at: Date | null;
  readonly version: number;
}

const departmentColumns = sql`
  d.department_id, d.key, d.name_en, d.name_es, d.name_ru, d.head_id, h.name as head_name, d.working_week, d.zone,
  d.country, d.region, d.closed_at, d.version,
  (select count(*)::int from staff.person p where p.department_id = d.department_id and p.state <> 'left') as people`;

/** Every department, open ones first. */
export async function listDepartments(tx: Tx): Promise<DepartmentRow[]> {
  const { rows } = await sql<DepartmentRow>`
    select ${departmentColumns} from staff.department d left join staff.person h on h.person_id = d.head_id
    order by d.closed_at nulls first, d.name_en, d.department_id`.execute(tx);
  return rows;
}

/** One department, locked until this transaction ends. */
export async function lockDepartment(tx: Tx, departmentId: string): Promise<DepartmentRow | undefined> {
  const { rows } = await sql<DepartmentRow>`
    select ${departmentColumns} from staff.department d left join staff.person h on h.person_id = d.head_id
    where d.department_id = ${departmentId} for update of d`.execute(tx);
  return rows[0];
}

/** Where and when a department works, each null where it is as in the house. */
export type DepartmentHours = Pick<DepartmentRow, 'working_week' | 'zone' | 'country' | 'region'>;

/** A new department; its hours are the house's. */
export interface NewDepartment {
  readonly departmentId: string;
  readonly key: string | null;
  readonly en: string;
  readonly es: string;
  readonly ru: string;
  readonly headId: string | null;
}

/** Writes departments. */
export async function insertDepartments(tx: Tx, rows: readonly NewDepartment[]): Promise<void> {
  await sql`
    insert into staff.department (department_id, key, name_en, name_es, name_ru, head_id)
    select * from unnest(
      ${rows.map((row) => row.departmentId)}::uuid[], ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.en)}::text[], ${rows.map((row) => row.es)}::text[],
      ${rows.map((row) => row.ru)}::text[], ${rows.map((row) => row.headId)}::uuid[])`.execute(tx);
}

/** Writes the names, the head and the hours of a department that is locked. */
export async function saveDepartment(tx: Tx, row: Omit<NewDepartment, 'key'> & DepartmentHours): Promise<void> {
  const week = row.working_week === null ? null : JSON.stringify(row.working_week);
  await sql`
    update staff.department set name_en = ${row.en}, name_es = ${row.es}, name_ru = ${row.ru},
      head_id = ${row.headId}, working_week = ${week}::jsonb, zone = ${row.zone}, country = ${row.country},
      region = ${row.region}, version = version + 1
    where department_id = ${row.departmentId}`.execute(tx);
}

/** Closes a department that is locked; its people go to another one. */
export async function saveClosed(tx: Tx, departmentId: string, peopleTo: string | null, at: Date): Promise<void> {
  await sql`
    update staff.person set department_id = ${peopleTo}, version = version + 1
    where department_id = ${departmentId} and state <> 'left'`.execute(tx);
  await sql`
    update staff.department set closed_at = ${at}, head_id = null, version = version + 1
    where department_id = ${departmentId}`.execute(tx);
}
