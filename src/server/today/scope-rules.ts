import type { Scope } from './hearer-store.ts';

/** Whose a line is. */
export interface Owned {
  readonly person_id: string | null;
  readonly department_id: string | null;
  readonly claimed_by: string | null;
}

/**
 * True where somebody sees a line: his own, of who left and whose successor he is, his department's, one that he took;
 * and, as whoever answers there, what would else be seen by nobody.
 */
export function sees(me: string, scope: Scope, line: Owned): boolean {
  if (line.claimed_by === me) return true;
  const { person_id, department_id } = line;
  if (person_id === null) {
    return department_id === null ? scope.house : [...scope.departments, ...scope.lost].includes(department_id);
  }
  if (scope.people.includes(person_id)) return true;
  if (department_id === null) return scope.orphans.includes(person_id);
  return scope.all_orphans.includes(person_id) && scope.answers.includes(department_id);
}
