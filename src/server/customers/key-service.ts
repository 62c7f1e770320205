import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type {
  addKey as addContract,
  blockKey as blockContract,
  blockedKeys as blockedContract,
  claims as claimsContract,
  endKey as endContract,
  settleClaim as settleContract,
} from '../../shared/customers.ts';
import type { Call } from '../platform/area.ts';
import { sha256 } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { houseCountry } from './country-service.ts';
import { listFindParts, saveFind, saveKnown } from './customer-store.ts';
import { findText } from './find-rules.ts';
import { type IdentityKey, keyOf, keyText } from './identity-rules.ts';
import {
  type ClaimRow,
  insertBlocked,
  listBlocked,
  listClaims,
  lockClaim,
  saveEnded,
  saveSettled,
} from './key-store.ts';
import { membersHeld } from './merge-service.ts';
import { insertKeys, listOwners } from './resolve-store.ts';

/** Adds a verified key. Refuses `key.no-key`, `key.blocked`, `key.held-by-another`; his own already is no harm. */
export async function addKey(call: Call, input: InputOf<typeof addContract>): Promise<ReplyOf<typeof addContract>> {
  const ids = await membersHeld(call, input.customer_id);
  const key = await keyTold(call, input.key);
  await holdKey(call, { key, customerId: input.customer_id, his: ids.all, evidence: input.evidence });
  for (const customerId of ids.all) {
    const settled = { customerId, hash: sha256(keyText(key)), outcome: 'verified' as const, evidence: input.evidence };
    await saveSettled(call.tx, { ...settled, at: call.now, by: call.actor.name });
  }
  await becomeKnown(call, input.customer_id);
  return {};
}

/** Makes a key a customer's, verified; `his` are all who are read as one with him. */
export async function holdKey(
  call: Call,
  about: {
    key: IdentityKey;
    customerId: string;
    his: readonly string[];
    evidence: string;
    sourceId?: string | undefined;
  },
): Promise<void> {
  const hash = sha256(keyText(about.key));
  if ((await listOwners(call.tx, [hash])).some((row) => row.customer_id === null)) refuse('key.blocked');
  const { customerId, evidence, sourceId } = about;
  const won = await insertKeys(call.tx, [{ hash, ...about.key, customerId, sourceId, evidence }], call.now);
  if (won.size > 0) return;
  const owners = await listOwners(call.tx, [hash]);
  if (owners.some((row) => row.customer_id !== null && about.his.includes(row.customer_id))) return;
  refuse('key.held-by-another');
}

/** Ends a key of a customer. Refuses `record.not-found` where he holds no such key. */
export async function endKey(call: Call, input: InputOf<typeof endContract>): Promise<ReplyOf<typeof endContract>> {
  const ids = await membersHeld(call, input.customer_id);
  const hash = sha256(keyText(await keyTold(call, input.key)));
  const ended = { hash, holders: ids.all, at: call.now, by: call.actor.name, reason: input.reason };
  const holder = await saveEnded(call.tx, ended);
  if (holder === undefined) refuse('record.not-found');
  await writeFind(call, holder);
  return {};
}

/** Says that a key is nobody's own: it ends as an identity everywhere, and never becomes one again. */
export async function blockKey(
  call: Call,
  input: InputOf<typeof blockContract>,
): Promise<ReplyOf<typeof blockContract>> {
  const key = await keyTold(call, input.key);
  const about = { hash: sha256(keyText(key)), at: call.now, by: call.actor.name, reason: input.reason };
  await insertBlocked(call.tx, { ...about, ...key });
  const holder = await saveEnded(call.tx, { ...about, holders: undefined });
  if (holder === undefined) return {};
  call.use([holder]);
  await writeFind(call, holder);
  return {};
}

/** Keys that are no identity. */
export async function blockedKeys(call: Call): Promise<ReplyOf<typeof blockedContract>> {
  const rows = await listBlocked(call.tx);
  return { keys: rows.map((row) => ({ ...row, made_at: row.made_at.toISOString() })) };
}

/** Open claims, oldest first. */
export async function claims(
  call: Call,
  input: InputOf<typeof claimsContract>,
): Promise<ReplyOf<typeof claimsContract>> {
  const rows = await listClaims(call.tx, input.limit);
  call.use(rows.flatMap((row) => (row.holder_id === null ? [row.customer_id] : [row.customer_id, row.holder_id])));
  return { claims: rows.map(claimOf) };
}

/** Settles a claim. Refuses `record.not-found` for one that is not open, and what `addKey` refuses. */
export async function settleClaim(
  call: Call,
  input: InputOf<typeof settleContract>,
): Promise<ReplyOf<typeof settleContract>> {
  const ids = await membersHeld(call, input.customer_id);
  const hash = Buffer.from(input.claim_id, 'hex');
  const claim = await lockClaim(call.tx, ids, hash);
  if (claim === undefined) refuse('record.not-found');
  const { evidence, outcome } = input;
  if (outcome === 'verified') {
    const key = { kind: claim.kind, value: claim.value };
    const customerId = claim.customer_id;
    await holdKey(call, { key, customerId, his: ids.all, evidence, sourceId: claim.source_id ?? undefined });
    await becomeKnown(call, customerId);
  }
  const settled = { customerId: claim.customer_id, hash, outcome, evidence };
  await saveSettled(call.tx, { ...settled, at: call.now, by: call.actor.name });
  return {};
}

async function becomeKnown(call: Call, customerId: string): Promise<void> {
  await saveKnown(call.tx, customerId);
  await writeFind(call, customerId);
}

/** Writes anew what a customer is found by: names, city, keys. */
export async function writeFind(call: Call, customerId: string): Promise<void> {
  await saveFind(call.tx, customerId, findText(...(await listFindParts(call.tx, customerId))));
}

async function keyTold(call: Call, told: { kind: string; value: string }): Promise<IdentityKey> {
  const key = keyOf(told.kind, told.value, await houseCountry(call));
  if (key === undefined) refuse('key.no-key', { errors: [{ path: 'key.value', code: 'key.no-key' }] });
  return key;
}

/** A claim as it goes on the wire. */
export function claimOf(row: ClaimRow) {
  const { holder_id, holder_name, claimed_at, ...rest } = row;
  return {
    ...rest,
    claimed_at: claimed_at.toISOString(),
    holder: holder_id === null ? null : { customer_id: holder_id, name: holder_name },
  };
}
