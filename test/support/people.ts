import { departments } from '../../src/shared/staff-house.ts';
import { people } from '../../src/shared/staff-people.ts';
import type { TestHouse } from './house.ts';

/** The id of a department by its key; empty where there is none. */
export async function departmentOf(house: TestHouse, key: string): Promise<string> {
  const { departments: all } = await house.ask(departments, {}, house.administrator);
  return all.find((one) => one.key === key)?.department_id ?? '';
}

/** A person's version, as an edit has to name it; 0 where there is nobody. */
export async function versionOf(house: TestHouse, personId: string): Promise<number> {
  const { people: all } = await house.ask(people, {}, house.administrator);
  return all.find((one) => one.person_id === personId)?.version ?? 0;
}
