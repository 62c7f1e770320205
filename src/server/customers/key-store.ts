import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { CustomerIds } from './customer-ids.ts';

/** A claim to look at. */
export interface ClaimRow {
  readonly customer_id: string;
  readonly name: string | null;
  readonly kind: string;
  readonly value: string;
  readonly claim_id: string;
  readonly source: string | null;
  readonly claimed_at: Date;
  readonly holder_id: string | null;
  readonly holder_name: string | null;
}

const claim = sql`
  q.customer_id, c.name, q.kind, q.value, encode(q.key_hash, 'hex') as claim_id, q.source_id as source, q.claimed_at,
  k.customer_id as holder_id, h.name as holder_name`;

/** Whoever holds the claimed key now, if anybody. */
const withHolder = sql`
  join customers.customer c on c.customer_id = q.customer_id
  left join customers.identity_key k on k.key_hash = q.key_hash and k.ended_at is null
  left join customers.customer h on h.customer_id = k.customer_id`;

/** Open claims of everyone, oldest first. */
export async function listClaims(tx: Tx, limit: number): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select ${claim} from (
      select * from customers.identity_claim where settled_at is null order by claimed_at, key_hash limit ${limit}) q
    ${withHolder} order by q.claimed_at, q.key_hash`.execute(tx);
  return rows;
}

/** Open claims that these customers make, and those that others make on their keys. */
export async function listClaimsOf(tx: Tx, ids: CustomerIds): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select ${claim} from (
      select * from customers.identity_claim where customer_id = any (${ids.all}::uuid[]) and settled_at is null
      union
      select i.* from customers.identity_key o join customers.identity_claim i on i.key_hash = o.key_hash
      where o.customer_id = any (${ids.all}::uuid[]) and o.ended_at is null and i.settled_at is null) q
    ${withHolder} order by q.claimed_at, q.key_hash limit 200`.execute(tx);
  return rows;
}

/** An open claim, locked for its settling. */
export async function lockClaim(
  tx: Tx,
  ids: CustomerIds,
  hash: Buffer,
): Promise<{ customer_id: string; kind: string; value: string; source_id: string | null } | undefined> {
  const { rows } = await sql<{ customer_id: string; kind: string; value: string; source_id: string | null }>`
    select customer_id, kind, value, source_id from customers.identity_claim
    where key_hash = ${hash} and customer_id = any (${ids.all}::uuid[]) and settled_at is null
    order by customer_id for update`.execute(tx);
  return rows[0];
}

/** Writes how a claim ended. */
export async function saveSettled(
  tx: Tx,
  row: { customerId: string; hash: Buffer; outcome: 'verified' | 'refused'; evidence: string; at: Date; by: string },
): Promise<void> {
  await sql`
    update customers.identity_claim set settled_at = ${row.at}, settled_by = ${row.by}, outcome = ${row.outcome},
      evidence = ${row.evidence}
    where customer_id = ${row.customerId} and key_hash = ${row.hash} and settled_at is null`.execute(tx);
}

/** Ends a key of these customers; gives back who held it, or nothing. */
export async function saveEnded(
  tx: Tx,
  row: { hash: Buffer; holders: readonly string[] | undefined; at: Date; by: string; reason: string },
): Promise<string | undefined> {
  const his = row.holders === undefined ? sql`true` : sql`customer_id = any (${row.holders}::uuid[])`;
  const { rows } = await sql<{ customer_id: string }>`
    update customers.identity_key set ended_at = ${row.at}, ended_by = ${row.by}, ended_reason = ${row.reason}
    where key_hash = ${row.hash} and ended_at is null and ${his} returning customer_id`.execute(tx);
  return rows[0]?.customer_id;
}

/** Blocks a key for good; open claims on it are withdrawn. */
export async function insertBlocked(
  tx: Tx,
  row: { hash: Buffer; kind: string; value: string; reason: string; at: Date; by: string },
): Promise<void> {
  await sql`
    insert into customers.blocked_key (key_hash, kind, value, reason, made_at, made_by)
    values (${row.hash}, ${row.kind}, ${row.value}, ${row.reason}, ${row.at}, ${row.by}) on conflict do nothing`.execute(
    tx,
  );
  await sql`
    update customers.identity_claim set settled_at = ${row.at}, settled_by = ${row.by}, outcome = 'withdrawn'
    where key_hash = ${row.hash} and settled_at is null`.execute(tx);
}

/** A key that is no identity, and why. */
export interface BlockedRow {
  readonly kind: string;
  readonly value: string;
  readonly reason: string;
  readonly made_at: Date;
  readonly made_by: string;
}

/** Keys that are no identity, newest first. */
export async function listBlocked(tx: Tx): Promise<BlockedRow[]> {
  const { rows } = await sql<BlockedRow>`
    select kind, value, reason, made_at, made_by from customers.blocked_key
    order by made_at desc, value limit 1000`.execute(tx);
  return rows;
}
