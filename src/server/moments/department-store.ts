import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** The departments by the key under which events tell them. */
export async function listDepartmentIds(tx: Tx): Promise<{ key: string; department_id: string }[]> {
  const { rows } = await sql<{ key: string; department_id: string }>`/* plan once */
    select key, department_id from staff.public_department where key is not null`.execute(tx);
  return rows;
}
