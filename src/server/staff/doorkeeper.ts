import type { Actor, House } from '../platform/area.ts';
import { nobody, type Shown } from '../platform/http/gate.ts';
import { sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { keyActor, localActor, personActor } from './actors.ts';
import { goOn, memoryOf } from './house-memory.ts';
import { isLocalToken } from './local-token.ts';
import { findApiKey, findSession, saveApiKeyUsed, saveSessionSeen } from './sign-in-store.ts';

const keyShape = /^kept_[0-9a-f]{8}_[\w-]{43}$/;

/** Opens the one who knows who stands at the door: by session, API key or the machine's own token. */
export function openDoorkeeper(house: House): { actorOf(shown: Shown): Promise<Actor> } {
  return {
    async actorOf(shown) {
      const [scheme, credential] = schemeOf(shown.authorization);
      if (scheme === 'bearer') return bearerOf(house, shown, credential);
      // Basic belongs to the intake's write keys, which that door looks at by itself.
      if (scheme === 'basic') return nobody(shown.language);
      if (scheme !== '') refuse('access.not-signed-in');
      if (shown.sessionToken === undefined) return nobody(shown.language);
      const known = await byToken(house, shown.sessionToken, () => personOf(house, shown.sessionToken ?? ''));
      return known ?? nobody(shown.language);
    },
  };
}

function schemeOf(header: string | undefined): [string, string] {
  const [scheme = '', credential = ''] = (header ?? '').trim().split(/ +/, 2);
  return [scheme.toLowerCase(), credential];
}

async function bearerOf(house: House, shown: Shown, token: string): Promise<Actor> {
  if (keyShape.test(token)) {
    const known = await byToken(house, token, () => keyOf(house, token));
    if (known !== undefined) return known;
  } else if (isLocalToken(house.config, token, shown.address)) {
    return localActor(shown.language);
  }
  return refuse('access.not-signed-in');
}

/** Asks the database at most once a second for each token; what is unknown is not remembered. */
async function byToken(house: House, token: string, ask: () => Promise<Actor | undefined>): Promise<Actor | undefined> {
  const { actors } = memoryOf(house);
  const key = sha256(token).toString('base64');
  const cached = actors.get(key);
  if (cached !== undefined) return cached;
  const found = await ask();
  if (found !== undefined) actors.set(key, found);
  return found;
}

async function personOf(house: House, token: string): Promise<Actor | undefined> {
  const hash = sha256(token);
  const found = await findSession(house.database.read, hash);
  if (found === undefined) return undefined;
  if (found.tired) goOn(house, 'a session was not moved on', () => saveSessionSeen(house.database.write, hash));
  return personActor(found, hash.toString('hex'));
}

async function keyOf(house: House, token: string): Promise<Actor | undefined> {
  const found = await findApiKey(house.database.read, { secretHash: sha256(token) });
  if (found === undefined) return undefined;
  if (found.unused)
    goOn(house, 'a use of a key was not noted', () => saveApiKeyUsed(house.database.write, found.key_id));
  return keyActor(found);
}
