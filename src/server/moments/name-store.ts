import { sql } from 'kysely';
import { texts } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** The name of somebody who works here, as it is now. */
export async function findPersonName(tx: Tx, personId: string | undefined): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from staff.public_person where person_id = ${personId ?? null}::uuid`.execute(tx);
  return rows[0]?.name;
}

/** Whether somebody works here now. */
export async function isActivePerson(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from staff.public_person where person_id = ${personId}::uuid and state = 'active'`.execute(tx);
  return rows.length > 0;
}

/** Whether a department is open. */
export async function isOpenDepartment(tx: Tx, departmentId: string): Promise<boolean> {
  const { rows } = await sql`
    select from staff.public_department where department_id = ${departmentId}::uuid and closed_at is null`.execute(tx);
  return rows.length > 0;
}

/** The role of somebody who works here. */
export async function findRole(tx: Tx, personId: string | undefined): Promise<string | undefined> {
  const { rows } = await sql<{ role: string }>`
    select role from staff.public_person where person_id = ${personId ?? null}::uuid and state = 'active'`.execute(tx);
  return rows[0]?.role;
}

/** A department's names. */
export interface NamedDepartment {
  readonly department_id: string;
  readonly key: string | null;
  readonly names: { readonly en: string; readonly es: string; readonly ru: string };
}

/** Departments by their id or key as told. */
export async function listDepartments(tx: Tx, told: readonly string[]): Promise<NamedDepartment[]> {
  if (told.length === 0) return [];
  const { rows } = await sql<NamedDepartment>`
    select department_id, key, json_build_object('en', name_en, 'es', name_es, 'ru', name_ru) as names
    from staff.public_department
    where department_id::text = any (${texts(told)}::text[]) or key = any (${texts(told)}::text[])`.execute(tx);
  return rows;
}
