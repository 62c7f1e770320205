import { rights } from '../../shared/contract.ts';
import type { Language } from '../../shared/scalars.ts';
import type { Actor } from '../platform/area.ts';

/** Whoever holds the machine's own token: the command line on the same machine, with an administrator's rights. */
export function localActor(language: Language): Actor {
  return { kind: 'system', name: 'system:cli', id: undefined, rights: new Set(rights), language };
}
