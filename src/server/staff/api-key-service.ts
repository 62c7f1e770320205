import { randomBytes } from 'node:crypto';
import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import * as house from '../../shared/staff-house.ts';
import type { Call } from '../platform/area.ts';
import { newId, newSecret, sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { insertApiKey, listApiKeys, lockApiKey, saveRevoked } from './api-key-store.ts';
import { note } from './change-service.ts';
import { forgetActors } from './house-memory.ts';

/** Lists keys: all for an administrator, else the own. */
export async function apiKeys(call: Call): Promise<ReplyOf<typeof house.apiKeys>> {
  const all = call.actor.rights.has('staff.administer');
  const rows = await listApiKeys(call.tx, all ? undefined : call.actor.id);
  return {
    keys: rows.map((row) => ({
      ...row,
      scopes: house.keyScopes.filter((scope) => row.scopes.includes(scope)),
      made_at: row.made_at.toISOString(),
      last_used_at: row.last_used_at?.toISOString() ?? null,
      until: row.until?.toISOString() ?? null,
      revoked_at: row.revoked_at?.toISOString() ?? null,
    })),
  };
}

/** Makes a key; refuses scopes beyond the maker's rights. It ends when its maker leaves, and never exceeds him. */
export async function makeApiKey(
  call: Call,
  input: InputOf<typeof house.makeApiKey>,
): Promise<ReplyOf<typeof house.makeApiKey>> {
  const { actor } = call;
  if (actor.kind !== 'person' || actor.id === undefined) return refuse('access.not-allowed');
  const scopes = [...new Set(input.scopes)];
  if (!scopes.every((scope) => actor.rights.has(scope))) refuse('staff.more-than-own');
  const keyId = newId();
  const prefix = randomBytes(4).toString('hex');
  const secret = `kept_${prefix}_${newSecret()}`;
  await insertApiKey(call.tx, {
    keyId,
    name: input.name,
    prefix,
    secretHash: sha256(secret),
    scopes,
    madeBy: actor.id,
    at: call.now,
    until: input.until ?? null,
  });
  await note(call, `key:${keyId}`, null, { name: input.name, scopes, until: input.until ?? null });
  return { key_id: keyId, prefix, secret };
}

/** Ends a key at once. */
export async function revokeApiKey(
  call: Call,
  input: InputOf<typeof house.revokeApiKey>,
): Promise<Record<string, never>> {
  const key = await lockApiKey(call.tx, input.key_id);
  const mine = key?.made_by === call.actor.id || call.actor.rights.has('staff.administer');
  if (key === undefined || !mine) return refuse('record.not-found');
  if (key.revoked_at !== null) return {};
  await saveRevoked(call.tx, input.key_id, call.now);
  forgetActors(call.house);
  await note(call, `key:${input.key_id}`, { name: key.name }, { revoked: true });
  return {};
}
