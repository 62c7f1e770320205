import type { Actor } from '../platform/area.ts';
import type { Tx } from '../platform/database/open.ts';
import { keyActor, personActor } from './actors.ts';
import { findApiKey, findKnown } from './sign-in-store.ts';

/**
 * Whoever started something that runs later (`person:<id>`, `key:<id>`), with the rights he has now, not with those he
 * had then, nor with the server's. `undefined` when he left or his key ended: what he started must not go on.
 */
export async function actorNamed(tx: Tx, name: string): Promise<Actor | undefined> {
  const [kind, id] = name.split(':', 2);
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  if (kind === 'person') {
    const row = await findKnown(tx, id);
    return row === undefined ? undefined : personActor(row);
  }
  if (kind !== 'key') return undefined;
  const row = await findApiKey(tx, { keyId: id });
  return row === undefined ? undefined : keyActor(row);
}
