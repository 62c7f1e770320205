import { type Right, rights } from '../../shared/contract.ts';
import type { Language } from '../../shared/scalars.ts';
import { type Role, rightsOf } from '../../shared/staff.ts';
import type { Actor } from '../platform/area.ts';
import { keyRights } from './rules.ts';

/** Whoever holds the machine's own token: the command line on the same machine, with an administrator's rights. */
export function localActor(language: Language): Actor {
  return { kind: 'system', name: 'system:cli', id: undefined, rights: new Set(rights), language };
}

/** Somebody who works here, by a running session. */
export function personActor(
  row: { person_id: string; role: Role; language: Language; department_id: string | null },
  session?: string,
): Actor {
  return {
    kind: 'person',
    name: `person:${row.person_id}`,
    id: row.person_id,
    rights: new Set(rightsOf(row.role)),
    language: row.language,
    departmentId: row.department_id ?? undefined,
    session,
  };
}

/** A program, by its API key. */
export function keyActor(row: { key_id: string; scopes: readonly string[]; role: Role; language: Language }): Actor {
  return {
    kind: 'key',
    name: `key:${row.key_id}`,
    id: row.key_id,
    rights: new Set<Right>(['open', ...keyRights(row.scopes, row.role)]),
    language: row.language,
  };
}
