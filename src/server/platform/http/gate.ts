import type { Right } from '../../../shared/contract.ts';
import type { Language } from '../../../shared/scalars.ts';
import type { Actor } from '../area.ts';

/** What a caller shows to be known. */
export interface Shown {
  readonly sessionToken: string | undefined;
  /** The `Authorization` header as it came. */
  readonly authorization: string | undefined;
  readonly address: string;
  readonly language: Language;
}

/** One use of one customer's memory. */
export interface Use {
  readonly customerId: string;
  readonly at: Date;
  readonly actor: string;
  readonly actorKind: 'person' | 'key' | 'partner' | 'customer' | 'system';
  readonly purpose: string;
  readonly verb: string;
}

/** What the door asks of the rooms `staff` and `privacy`, without knowing them. */
export interface Gate {
  /** Who this is; nobody when nothing is shown. Refuses `access.not-signed-in` for a key that is unknown or revoked. */
  actorOf(shown: Shown): Promise<Actor>;
  /** Writes uses where they survive the death of this process; throws when that fails. */
  recordUses(uses: readonly Use[]): void;
}

/** Somebody unknown. */
export function nobody(language: Language): Actor {
  return { kind: 'nobody', name: 'nobody', id: undefined, rights: new Set<Right>(['open']), language };
}

/** Kept itself, in its own work. */
export function systemActor(name: string): Actor {
  return { kind: 'system', name: `system:${name}`, id: undefined, rights: new Set<Right>(), language: 'en' };
}
