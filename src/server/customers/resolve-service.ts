import type { Call } from '../platform/area.ts';
import type { Tx } from '../platform/database/open.ts';
import { newId, sha256 } from '../platform/ids.ts';
import { findText, nameWords, sortName } from './find-rules.ts';
import { type IdentityKey, keyText } from './identity-rules.ts';
import {
  type CustomerRow,
  type KeyRow,
  listHoldersOfKind,
  listOwners,
  listUnknown,
  type OwnedKey,
} from './resolve-store.ts';
import { type Made, type Plan, writePlan } from './resolve-write-service.ts';

/** What a source says of a customer beside his keys. */
export interface Told {
  readonly kind?: 'person' | 'organisation' | undefined;
  readonly name?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly city?: string | undefined;
}

/** One message that comes with keys and wants to know whose it is. */
export interface Approach {
  /** Keys that the source vouches for, strongest first. */
  readonly verified: readonly IdentityKey[];
  /** Keys that are only said; they open nothing. */
  readonly claimed: readonly IdentityKey[];
  /** The device or the record that it came from; there whenever nothing is verified. */
  readonly anonymous: IdentityKey | undefined;
  readonly told: Told | undefined;
  readonly sourceId: string;
  readonly madeBy: string;
}

/**
 * Says whose each approach is, making customers for new keys: one customer for a new key however many ask at once. The
 * first verified key with a holder decides; a second one that another holds becomes a claim. Approaches are looked at in
 * the given order; set-based, three statements when nothing is new.
 */
export async function resolve(
  call: Call,
  approaches: readonly Approach[],
  options: { keepBefore?: boolean; owned?: readonly OwnedKey[] } = {},
): Promise<{ customerIds: string[]; made: Made }> {
  const plan = await planOf(call, approaches, options.owned ?? (await ownersOf(call.tx, approaches)));
  return writePlan(call, plan, options.keepBefore === true);
}

/** Who holds the keys of these approaches now; a caller that reads it ahead gives it to `resolve`. */
export async function ownersOf(tx: Tx, approaches: readonly Approach[]): Promise<OwnedKey[]> {
  const hashes = new Map<string, Buffer>();
  for (const approach of approaches) {
    for (const key of keysOf(approach)) hashOf(key, hashes);
  }
  return listOwners(tx, [...hashes.values()]);
}

interface Known {
  /** Hash in hex → holder, or `null` when blocked. */
  readonly owners: Map<string, string | null>;
  /** Holders of e-mails and phones who also hold a user key: another user id is another person. */
  readonly withUser: Set<string>;
  readonly unknown: Set<string>;
}

async function planOf(call: Call, approaches: readonly Approach[], owned: readonly OwnedKey[]): Promise<Plan> {
  const owners = new Map(owned.map((row) => [row.hash, row.customer_id]));
  for (const row of owned) if (row.customer_id === null) owners.set(row.hash, null);
  const holders = [...new Set(owned.flatMap((row) => (row.customer_id === null ? [] : [row.customer_id])))];
  const stitching = approaches.some((approach) => approach.verified.length > 0 && approach.anonymous !== undefined);
  const known: Known = {
    owners,
    withUser: hasUnownedUser(approaches, owners) ? await listHoldersOfKind(call.tx, holders, 'user') : new Set(),
    unknown: stitching && holders.length > 0 ? await listUnknown(call.tx, holders) : new Set(),
  };
  const plan: Plan = { customerIds: [], customers: [], keys: [], updates: [], claims: [], merges: [] };
  for (const approach of approaches) plan.customerIds.push(place(approach, known, plan));
  return plan;
}

/** Decides one approach, noting in `plan` what is to be written and in `known` what the next ones find. */
function place(approach: Approach, known: Known, plan: Plan): string {
  const free = approach.verified.filter((key) => known.owners.get(hex(key)) !== null);
  const anonymousOwner = anonymousHolder(approach, known);
  const holder = holderOf(free, known);
  const adopted =
    holder === undefined && free.length > 0 && anonymousOwner !== undefined && known.unknown.has(anonymousOwner);
  const found = holder ?? (free.length === 0 || adopted ? anonymousOwner : undefined);
  const customerId = found ?? newId();
  if (found === undefined) plan.customers.push(customerRow(approach, customerId, stateOf(approach, free)));
  else if (approach.told !== undefined || adopted)
    plan.updates.push(customerRow(approach, found, stateOf(approach, free)));
  for (const key of free) takeKey(key, customerId, approach, known, plan);
  if (anonymousOwner === undefined) {
    if (approach.anonymous !== undefined) takeKey(approach.anonymous, customerId, approach, known, plan);
  } else if (anonymousOwner !== customerId && free.length > 0 && known.unknown.has(anonymousOwner)) {
    plan.merges.push({ fromId: anonymousOwner, toId: customerId });
    known.unknown.delete(anonymousOwner);
  }
  if (adopted && anonymousOwner !== undefined) known.unknown.delete(anonymousOwner);
  for (const key of approach.claimed) noteClaim(key, customerId, approach, known, plan);
  return customerId;
}

function keysOf(approach: Approach): IdentityKey[] {
  const keys = [...approach.verified, ...approach.claimed];
  return approach.anonymous === undefined ? keys : [...keys, approach.anonymous];
}

function anonymousHolder(approach: Approach, known: Known): string | undefined {
  if (approach.anonymous === undefined) return undefined;
  return known.owners.get(hex(approach.anonymous)) ?? undefined;
}

/** The holder of the first verified key, unless only an address agrees while the user ids differ. */
function holderOf(free: readonly IdentityKey[], known: Known): string | undefined {
  const newUser = free.some((key) => key.kind === 'user' && known.owners.get(hex(key)) === undefined);
  for (const key of free) {
    const owner = known.owners.get(hex(key));
    if (typeof owner !== 'string') continue;
    if (newUser && key.kind !== 'user' && known.withUser.has(owner)) continue;
    return owner;
  }
  return undefined;
}

function takeKey(key: IdentityKey, customerId: string, approach: Approach, known: Known, plan: Plan): void {
  const owner = known.owners.get(hex(key));
  if (owner === customerId || owner === null) return;
  if (owner !== undefined) {
    noteClaim(key, customerId, approach, known, plan);
    return;
  }
  plan.keys.push(keyRow(key, customerId, approach));
  known.owners.set(hex(key), customerId);
  if (key.kind === 'user') known.withUser.add(customerId);
}

function noteClaim(key: IdentityKey, customerId: string, approach: Approach, known: Known, plan: Plan): void {
  const owner = known.owners.get(hex(key));
  if (owner === customerId || owner === null || key.kind === 'anonymous') return;
  plan.claims.push({ ...keyRow(key, customerId, approach), holderId: owner });
}

function stateOf(approach: Approach, free: readonly IdentityKey[]): CustomerRow['state'] {
  if (free.length > 0) return 'known';
  return approach.claimed.length > 0 ? 'pending' : 'unknown';
}

function customerRow(approach: Approach, customerId: string, state: CustomerRow['state']): CustomerRow {
  const told = approach.told ?? {};
  return {
    customerId,
    state,
    kind: told.kind ?? 'person',
    name: told.name,
    givenName: told.givenName,
    familyName: told.familyName,
    language: told.language,
    country: told.country,
    city: told.city,
    madeBy: approach.madeBy,
    find: findText(told.name, told.city, ...approach.verified.map((key) => key.value)),
    sortName: sortName(told.name),
    words: nameWords(told.name, told.givenName, told.familyName, told.city),
  };
}

function keyRow(key: IdentityKey, customerId: string, approach: Approach): KeyRow {
  const { kind, value } = key;
  return { hash: sha256(keyText(key)), kind, value, customerId, sourceId: approach.sourceId, evidence: 'source' };
}

function hasUnownedUser(approaches: readonly Approach[], owners: ReadonlyMap<string, string | null>): boolean {
  return approaches.some(
    (approach) =>
      approach.verified.length > 1 && approach.verified.some((key) => key.kind === 'user' && !owners.has(hex(key))),
  );
}

const hexes = new WeakMap<IdentityKey, string>();

function hex(key: IdentityKey): string {
  const seen = hexes.get(key);
  if (seen !== undefined) return seen;
  const made = sha256(keyText(key)).toString('hex');
  hexes.set(key, made);
  return made;
}

function hashOf(key: IdentityKey, into: Map<string, Buffer>): void {
  const text = hex(key);
  if (!into.has(text)) into.set(text, Buffer.from(text, 'hex'));
}
