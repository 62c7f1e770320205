import type { Call } from '../platform/area.ts';
import { newId, newSecret, sha256 } from '../platform/ids.ts';
import { forgetActors } from './house-memory.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import {
  eraseSession,
  eraseSessions,
  findPassword,
  findPasswordOf,
  insertSession,
  savePassword,
} from './sign-in-store.ts';

/**
 * The one module that knows how somebody proves who he is and how he stays known. Later ways (a second factor, passkeys,
 * single sign-on) prove a person here, against `staff.credential`, and then open the same session.
 */

/** A browser keeps its cookie as long as it may; the session itself ends after 14 days without use, or 90 in all. */
const cookieSeconds = 400 * 86_400;

/** Whose address and password these are; `undefined` after the same time when they are nobody's. */
export async function prove(call: Call, email: string, password: string): Promise<string | undefined> {
  const found = await findPassword(call.tx, email);
  return (await isPassword(password, found?.secret, call.house.config.passwordCost)) ? found?.person_id : undefined;
}

/** True when this is the person's own password. */
export async function isOwnPassword(call: Call, personId: string, password: string): Promise<boolean> {
  return isPassword(password, await findPasswordOf(call.tx, personId), call.house.config.passwordCost);
}

/** Keeps a new password; every session of the person ends. */
export async function setPassword(call: Call, personId: string, password: string): Promise<void> {
  const secret = await hashPassword(password, call.house.config.passwordCost);
  await savePassword(call.tx, newId(), personId, secret);
  await endSessions(call, personId);
}

/** Opens a new session, whatever the browser showed before: a token planted beforehand is worth nothing. */
export async function openSession(call: Call, personId: string): Promise<void> {
  if (call.actor.session !== undefined) await endSession(call, call.actor.session);
  const token = newSecret();
  await insertSession(call.tx, sha256(token), personId, call.address);
  call.cookie({ token, maxAgeSeconds: cookieSeconds });
}

/** Ends the session of this browser. */
export async function endSession(call: Call, session: string | undefined): Promise<void> {
  if (session !== undefined) await eraseSession(call.tx, Buffer.from(session, 'hex'));
  forgetActors(call.house);
  call.cookie(undefined);
}

/** Ends every session of a person, at the latest within a second on every server. */
export async function endSessions(call: Call, personId: string): Promise<void> {
  await eraseSessions(call.tx, personId);
  forgetActors(call.house);
}
