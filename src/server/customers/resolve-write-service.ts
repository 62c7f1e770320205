import type { Call } from '../platform/area.ts';
import { findText } from './find-rules.ts';
import { mergeUnknown } from './merge-service.ts';
import {
  type BeforeRow,
  blockShared,
  type ClaimToWrite,
  type CustomerRow,
  insertClaims,
  insertCustomers,
  insertKeys,
  insertWords,
  type KeyRow,
  listBefore,
  listHoldersOfKind,
  listOwners,
  listUnknown,
  moveKeys,
  updateFromSource,
} from './resolve-store.ts';

/** From how many claimants on a key means nobody in particular. */
export const sharedFrom = 6;

/** What is to be written so that each approach has its customer. */
export interface Plan {
  /** Of each approach, in the given order. */
  customerIds: string[];
  customers: CustomerRow[];
  keys: KeyRow[];
  updates: CustomerRow[];
  claims: ClaimToWrite[];
  merges: { fromId: string; toId: string }[];
}

/** What resolving wrote, for an import to be able to take it out again. */
export interface Made {
  readonly customerIds: readonly string[];
  readonly keys: readonly KeyRow[];
  readonly claims: readonly { customerId: string; hash: Buffer }[];
  /** Merges of a device with its owner: who was merged, and the link. */
  readonly links: readonly { customerId: string; linkId: string }[];
  /** Customers who were there, as they were; only where it was asked for. */
  readonly before: readonly BeforeRow[];
}

/** What two resolutions of one transaction made together. */
export function joinMade(first: Made, then: Made): Made {
  const seen = new Set(first.before.map((row) => row.customer_id));
  const isMade = new Set(first.customerIds);
  return {
    customerIds: [...first.customerIds, ...then.customerIds],
    keys: [...first.keys, ...then.keys],
    claims: [...first.claims, ...then.claims],
    links: [...first.links, ...then.links],
    // How it was before the first; what the first made was not there.
    before: [
      ...first.before,
      ...then.before.filter((row) => !seen.has(row.customer_id) && !isMade.has(row.customer_id)),
    ],
  };
}

/** Writes a plan; customers whose new key another transaction took first turn out to be that one's holder. */
export async function writePlan(
  call: Call,
  plan: Plan,
  keepBefore: boolean,
): Promise<{ customerIds: string[]; made: Made }> {
  const won = await insertKeys(call.tx, plan.keys, call.now);
  const moved = await yieldToWinners(call, plan, won);
  const idOf = (id: string) => moved.get(id) ?? id;
  const made = plan.customers.filter((row) => !moved.has(row.customerId));
  await insertCustomers(call.tx, made, call.now);
  await insertWords(
    call.tx,
    [...plan.customers, ...plan.updates].flatMap((row) => row.words),
  );
  const before = await writeUpdates(call, plan, moved, keepBefore);
  const claims = plan.claims.map((claim) => ({ ...claim, customerId: idOf(claim.customerId) }));
  return {
    customerIds: plan.customerIds.map(idOf),
    made: {
      customerIds: made.map((row) => row.customerId),
      keys: plan.keys
        .filter((row) => won.has(row.hash.toString('hex')))
        .map((row) => ({ ...row, customerId: idOf(row.customerId) })),
      claims: await writeClaims(call, claims),
      links: await joinDevices(call, plan, idOf),
      before,
    },
  };
}

/** Writes what sources said of customers who are there, those among them who came a moment before. */
async function writeUpdates(
  call: Call,
  plan: Plan,
  moved: ReadonlyMap<string, string>,
  keepBefore: boolean,
): Promise<BeforeRow[]> {
  const told = plan.customers.filter((row) => moved.has(row.customerId));
  const rows = foldUpdates(
    [...told, ...plan.updates].map((row) => ({ ...row, customerId: moved.get(row.customerId) ?? row.customerId })),
  );
  if (rows.length === 0) return [];
  const isNew = new Set(plan.customers.map((row) => row.customerId));
  const there = keepBefore ? rows.map((row) => row.customerId).filter((id) => !isNew.has(id)) : [];
  const before = there.length === 0 ? [] : await listBefore(call.tx, there);
  await updateFromSource(call.tx, rows);
  return before;
}

/** Writes claims, and blocks what so many claim that it means nobody. */
async function writeClaims(call: Call, claims: readonly ClaimToWrite[]): Promise<Made['claims']> {
  if (claims.length === 0) return [];
  const made = await insertClaims(call.tx, claims, call.now);
  const contested = claims.filter((claim) => claim.holderId !== undefined && claim.kind !== 'anonymous');
  const hashes = contested.map((claim) => claim.hash);
  await blockShared(call.tx, hashes, sharedFrom, call.now);
  return made;
}

async function joinDevices(call: Call, plan: Plan, idOf: (id: string) => string): Promise<Made['links']> {
  const links: { customerId: string; linkId: string }[] = [];
  for (const { fromId, toId } of plan.merges) {
    const linkId = await mergeUnknown(call, fromId, idOf(toId));
    if (linkId !== undefined) links.push({ customerId: fromId, linkId });
  }
  return links;
}

/**
 * Where another transaction took a new customer's key first, he is that one's holder, by the rules that hold one after
 * the other: a user id decides; an address does not where both have user ids of their own (then it is a claim); a
 * device does where nobody was known by it. His other new keys go along.
 */
async function yieldToWinners(call: Call, plan: Plan, won: ReadonlySet<string>): Promise<Map<string, string>> {
  const lost = plan.keys.filter((row) => !won.has(row.hash.toString('hex')));
  const moved = new Map<string, string>();
  if (lost.length === 0) return moved;
  const race = await raceOf(call, plan, lost, won);
  for (const row of lost) {
    const owner = race.ownerOf.get(row.hash.toString('hex'));
    if (owner === undefined || moved.has(row.customerId)) continue;
    if (isOwners(row, owner, race)) {
      moved.set(row.customerId, owner);
      await moveKeys(call.tx, row.customerId, owner);
    } else if (row.kind !== 'anonymous') {
      plan.claims.push({ ...row, holderId: owner });
    }
  }
  return moved;
}

interface Race {
  readonly isNew: ReadonlySet<string>;
  readonly ownerOf: ReadonlyMap<string, string>;
  /** Kinds of the keys that each new customer got. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly withUser: ReadonlySet<string>;
  readonly unknown: ReadonlySet<string>;
}

async function raceOf(call: Call, plan: Plan, lost: readonly KeyRow[], won: ReadonlySet<string>): Promise<Race> {
  const owned = await listOwners(
    call.tx,
    lost.map((row) => row.hash),
  );
  const held = owned.flatMap((row) => (row.customer_id === null ? [] : [[row.hash, row.customer_id] as const]));
  const owners = [...new Set(held.map(([, owner]) => owner))];
  const got = Map.groupBy(
    plan.keys.filter((row) => won.has(row.hash.toString('hex'))),
    (row) => row.customerId,
  );
  return {
    isNew: new Set(plan.customers.map((row) => row.customerId)),
    ownerOf: new Map(held),
    kinds: new Map([...got].map(([customerId, rows]) => [customerId, new Set(rows.map((row) => row.kind))])),
    withUser: await listHoldersOfKind(call.tx, owners, 'user'),
    unknown: await listUnknown(call.tx, owners),
  };
}

/** True where the new customer who lost this key is its owner. */
function isOwners(lost: KeyRow, owner: string, race: Race): boolean {
  if (!race.isNew.has(lost.customerId)) return false;
  const got = race.kinds.get(lost.customerId) ?? new Set();
  if (lost.kind === 'user' || got.size === 0) return true;
  if (lost.kind === 'anonymous') return race.unknown.has(owner);
  return !(got.has('user') && race.withUser.has(owner));
}

function foldUpdates(rows: readonly CustomerRow[]): CustomerRow[] {
  const byId = new Map<string, CustomerRow>();
  for (const row of rows) {
    const before = byId.get(row.customerId);
    byId.set(row.customerId, before === undefined ? row : later(before, row));
  }
  return [...byId.values()];
}

function later(before: CustomerRow, after: CustomerRow): CustomerRow {
  return {
    ...after,
    state: before.state === 'known' ? 'known' : after.state,
    name: after.name ?? before.name,
    givenName: after.givenName ?? before.givenName,
    familyName: after.familyName ?? before.familyName,
    language: after.language ?? before.language,
    country: after.country ?? before.country,
    city: after.city ?? before.city,
    find: findText(before.find, after.find),
    sortName: after.name === undefined ? before.sortName : after.sortName,
  };
}
