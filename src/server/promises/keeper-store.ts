import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** Somebody who works here now, with his department. */
export async function findKeepingPerson(
  tx: Tx,
  personId: string,
): Promise<{ department_id: string | null } | undefined> {
  const { rows } = await sql<{ department_id: string | null }>`
    select department_id::text as department_id from staff.public_person
    where person_id = ${personId}::uuid and state = 'active'`.execute(tx);
  return rows[0];
}

/** True for a department that is open. */
export async function isOpenDepartment(tx: Tx, departmentId: string): Promise<boolean> {
  const { rows } = await sql`
    select from staff.public_department where department_id = ${departmentId}::uuid and closed_at is null`.execute(tx);
  return rows.length > 0;
}

/** True for a partner with whom we work. */
export async function findKeepingPartner(tx: Tx, partnerId: string): Promise<boolean> {
  const { rows } = await sql`
    select from promises.partner where partner_id = ${partnerId}::uuid and closed_at is null`.execute(tx);
  return rows.length > 0;
}

/** The name of somebody who works here, as it is now. */
export async function findPersonName(tx: Tx, personId: string | undefined): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from staff.public_person where person_id = ${personId ?? null}::uuid`.execute(tx);
  return rows[0]?.name;
}

/** The name of an outside partner. */
export async function findPartnerName(tx: Tx, partnerId: string | undefined): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from promises.partner where partner_id = ${partnerId ?? null}::uuid`.execute(tx);
  return rows[0]?.name;
}
