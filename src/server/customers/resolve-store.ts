import { sql } from 'kysely';
import { bytes, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** A verified key and who holds it; a blocked one has no holder. */
export interface OwnedKey {
  /** In hex. */
  readonly hash: string;
  readonly customer_id: string | null;
}

/** A key to be written for a customer. */
export interface KeyRow {
  readonly hash: Buffer;
  readonly kind: string;
  readonly value: string;
  readonly customerId: string;
  readonly sourceId: string | undefined;
  readonly evidence: string;
}

/** A customer to be written. */
export interface CustomerRow {
  readonly customerId: string;
  readonly kind: 'person' | 'organisation';
  readonly state: 'known' | 'pending' | 'unknown';
  readonly name: string | undefined;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly language: string | undefined;
  readonly country: string | undefined;
  readonly city: string | undefined;
  readonly madeBy: string;
  readonly find: string;
  readonly sortName: string;
  /** Words of the name and place, for correcting typing errors. */
  readonly words: readonly string[];
}

/** Who holds these keys, and which of them are blocked; one query. */
export async function listOwners(tx: Tx, hashes: readonly Buffer[]): Promise<OwnedKey[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<OwnedKey>`/* plan once */
    select encode(key_hash, 'hex') as hash, customer_id from customers.identity_key
    where key_hash = any (${bytes(hashes)}::bytea[]) and ended_at is null
    union all
    select encode(key_hash, 'hex'), null from customers.blocked_key where key_hash = any (${bytes(hashes)}::bytea[])`.execute(
    tx,
  );
  return rows;
}

/** Which of these customers hold a verified key of this kind. */
export async function listHoldersOfKind(tx: Tx, customerIds: readonly string[], kind: string): Promise<Set<string>> {
  const { rows } = await sql<{ customer_id: string }>`
    select distinct customer_id from customers.identity_key
    where customer_id = any (${uuids(customerIds)}::uuid[]) and kind = ${kind} and ended_at is null`.execute(tx);
  return new Set(rows.map((row) => row.customer_id));
}

/** Which of these customers name nobody yet. */
export async function listUnknown(tx: Tx, customerIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ customer_id: string }>`
    select customer_id from customers.customer
    where customer_id = any (${uuids(customerIds)}::uuid[]) and state = 'unknown' and face_id = customer_id`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.customer_id));
}

/** Writes keys in ascending order of hash; gives back the hashes that are now held by the given customers. */
export async function insertKeys(tx: Tx, rows: readonly KeyRow[], at: Date): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const sorted = [...rows].sort((a, b) => Buffer.compare(a.hash, b.hash));
  const { rows: won } = await sql<{ hash: string }>`
    insert into customers.identity_key as k
      (key_hash, kind, value, customer_id, source_id, evidence, verified_at)
    select h, kind, value, customer, source, evidence, ${at} from unnest(
      ${bytes(sorted.map((row) => row.hash))}::bytea[], ${texts(sorted.map((row) => row.kind))}::text[],
      ${texts(sorted.map((row) => row.value))}::text[], ${uuids(sorted.map((row) => row.customerId))}::uuid[],
      ${uuids(sorted.map((row) => row.sourceId ?? null))}::uuid[], ${texts(sorted.map((row) => row.evidence))}::text[])
      as r (h, kind, value, customer, source, evidence)
    on conflict (key_hash) do update set customer_id = excluded.customer_id, source_id = excluded.source_id,
      evidence = excluded.evidence, verified_at = excluded.verified_at, ended_at = null, ended_by = null,
      ended_reason = null
      where k.ended_at is not null
    returning encode(key_hash, 'hex') as hash`.execute(tx);
  return new Set(won.map((row) => row.hash));
}

/** Gives the keys that this transaction wrote for one customer to another (who turned out to be there already). */
export async function moveKeys(tx: Tx, fromId: string, toId: string): Promise<void> {
  await sql`update customers.identity_key set customer_id = ${toId} where customer_id = ${fromId}`.execute(tx);
}

/** Writes new customers, each its own face. */
export async function insertCustomers(tx: Tx, rows: readonly CustomerRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into customers.customer (customer_id, face_id, kind, state, name, given_name, family_name, language,
      country, city, made_at, made_by, find, sort_name)
    select id, id, kind, state, name, given, family, language, country, city, ${at}, made_by, find, sort from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[], ${texts(rows.map((row) => row.kind))}::text[],
      ${texts(rows.map((row) => row.state))}::text[], ${texts(rows.map((row) => row.name ?? null))}::text[],
      ${texts(rows.map((row) => row.givenName ?? null))}::text[], ${texts(rows.map((row) => row.familyName ?? null))}::text[],
      ${texts(rows.map((row) => row.language ?? null))}::text[], ${texts(rows.map((row) => row.country ?? null))}::text[],
      ${texts(rows.map((row) => row.city ?? null))}::text[], ${texts(rows.map((row) => row.madeBy))}::text[],
      ${texts(rows.map((row) => row.find))}::text[], ${texts(rows.map((row) => row.sortName))}::text[])
      as r (id, kind, state, name, given, family, language, country, city, made_by, find, sort)`.execute(tx);
}

/** Writes words that names are made of, where they are new; in ascending order. */
export async function insertWords(tx: Tx, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const sorted = [...new Set(words)].sort();
  await sql`
    insert into customers.name_word (word) select w from unnest(${sorted}::text[]) as r (w) on conflict do nothing`.execute(
    tx,
  );
}

/** What a trusted source says of customers who are there: fills what is empty, replaces only what no person wrote. */
export async function updateFromSource(tx: Tx, rows: readonly CustomerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const sorted = [...rows].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
  await sql`
    update customers.customer c set
      kind = case when c.version = 1 and r.kind = 'organisation' then r.kind else c.kind end,
      name = case when c.version = 1 then coalesce(r.name, c.name) else coalesce(c.name, r.name) end,
      sort_name = case when r.name is not null and (c.version = 1 or c.name is null) then r.sort else c.sort_name end,
      given_name = case when c.version = 1 then coalesce(r.given, c.given_name) else coalesce(c.given_name, r.given) end,
      family_name = case when c.version = 1 then coalesce(r.family, c.family_name)
        else coalesce(c.family_name, r.family) end,
      language = case when c.version = 1 then coalesce(r.language, c.language) else coalesce(c.language, r.language) end,
      country = case when c.version = 1 then coalesce(r.country, c.country) else coalesce(c.country, r.country) end,
      city = case when c.version = 1 then coalesce(r.city, c.city) else coalesce(c.city, r.city) end,
      state = case when r.state = 'known' then 'known' else c.state end,
      find = case when r.find = '' or position(r.find in c.find) > 0 then c.find else left(c.find || ' ' || r.find, 2000) end
    from unnest(
      ${uuids(sorted.map((row) => row.customerId))}::uuid[], ${texts(sorted.map((row) => row.state))}::text[],
      ${texts(sorted.map((row) => row.name ?? null))}::text[], ${texts(sorted.map((row) => row.givenName ?? null))}::text[],
      ${texts(sorted.map((row) => row.familyName ?? null))}::text[], ${texts(sorted.map((row) => row.language ?? null))}::text[],
      ${texts(sorted.map((row) => row.country ?? null))}::text[], ${texts(sorted.map((row) => row.city ?? null))}::text[],
      ${texts(sorted.map((row) => row.find))}::text[], ${texts(sorted.map((row) => row.kind))}::text[],
      ${texts(sorted.map((row) => row.sortName))}::text[])
      as r (id, state, name, given, family, language, country, city, find, kind, sort)
    where c.customer_id = r.id and (position(r.find in c.find) = 0
      or (coalesce(r.name, c.name), coalesce(r.given, c.given_name), coalesce(r.family, c.family_name),
        coalesce(r.language, c.language), coalesce(r.country, c.country), coalesce(r.city, c.city))
        is distinct from (c.name, c.given_name, c.family_name, c.language, c.country, c.city)
      or (r.state = 'known' and c.state <> 'known') or (r.kind = 'organisation' and c.kind <> r.kind))`.execute(tx);
}

/** A claim to be written, with whoever holds the key verified. */
export interface ClaimToWrite extends KeyRow {
  readonly holderId: string | undefined;
}

/** Writes claims: keys that somebody says are his; gives back those that are new. */
export async function insertClaims(
  tx: Tx,
  rows: readonly ClaimToWrite[],
  at: Date,
): Promise<{ customerId: string; hash: Buffer }[]> {
  const { rows: made } = await sql<{ customer_id: string; key_hash: Buffer }>`
    insert into customers.identity_claim (customer_id, key_hash, kind, value, source_id, claimed_at, holder_id)
    select distinct on (customer, h) customer, h, kind, value, source, ${at}::timestamptz, holder from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[], ${bytes(rows.map((row) => row.hash))}::bytea[],
      ${texts(rows.map((row) => row.kind))}::text[], ${texts(rows.map((row) => row.value))}::text[],
      ${uuids(rows.map((row) => row.sourceId ?? null))}::uuid[], ${uuids(rows.map((row) => row.holderId ?? null))}::uuid[])
      as r (customer, h, kind, value, source, holder)
    on conflict do nothing returning customer_id, key_hash`.execute(tx);
  return made.map((row) => ({ customerId: row.customer_id, hash: row.key_hash }));
}

/** What a source may change of a customer, as it was. */
export interface BeforeRow {
  readonly customer_id: string;
  readonly kind: string;
  readonly state: string;
  readonly name: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly find: string;
  readonly sort_name: string;
}

/** Customers as they are before a source changes them; locked, in ascending order. */
export async function listBefore(tx: Tx, customerIds: readonly string[]): Promise<BeforeRow[]> {
  const { rows } = await sql<BeforeRow>`
    select customer_id, kind, state, name, given_name, family_name, language, country, city, find, sort_name
    from customers.customer where customer_id = any (${uuids(customerIds)}::uuid[])
    order by customer_id for update`.execute(tx);
  return rows;
}

/** Keys that so many customers claim: shared, so blocked from now on. Their holder keeps no such key. */
export async function blockShared(tx: Tx, hashes: readonly Buffer[], most: number, at: Date): Promise<void> {
  if (hashes.length === 0) return;
  await sql`
    with shared as (
      select key_hash, min(kind) as kind, min(value) as value
      from customers.identity_claim where key_hash = any (${bytes(hashes)}::bytea[])
      group by key_hash having count(*) >= ${most}),
    blocked as (
      insert into customers.blocked_key (key_hash, kind, value, reason, made_at, made_by)
      select key_hash, kind, value, 'shared-by-many', ${at}, 'system:identity' from shared
      on conflict do nothing returning key_hash),
    withdrawn as (
      update customers.identity_claim set settled_at = ${at}, settled_by = 'system:identity', outcome = 'withdrawn'
      where key_hash in (select key_hash from blocked) and settled_at is null)
    update customers.identity_key set ended_at = ${at}, ended_by = 'system:identity', ended_reason = 'shared-by-many'
    where key_hash in (select key_hash from blocked)`.execute(tx);
}
