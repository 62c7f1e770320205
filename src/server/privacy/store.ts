import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { KeptUse } from './rules.ts';

/** The secrets of these customers, made where missing; ids in ascending order. */
export async function ensureSecrets(tx: Tx, fresh: ReadonlyMap<string, Buffer>): Promise<Map<string, Buffer>> {
  const ids = [...fresh.keys()];
  const known = await listSecrets(tx, ids);
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  await sql`
    insert into privacy.leaf_secret (customer_id, secret)
    select * from unnest(${missing}::uuid[], ${missing.map((id) => fresh.get(id) ?? null)}::bytea[])
    on conflict (customer_id) do nothing`.execute(tx);
  return listSecrets(tx, ids);
}

/** The secrets that these customers have. */
export async function listSecrets(tx: Tx, customerIds: readonly string[]): Promise<Map<string, Buffer>> {
  const { rows } = await sql<{ customer_id: string; secret: Buffer }>`
    select customer_id, secret from privacy.leaf_secret where customer_id = any(${[...customerIds]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.customer_id, row.secret]));
}

/** Which of these uses are not yet kept. */
export async function listNewUses(tx: Tx, uses: readonly KeptUse[]): Promise<Set<string>> {
  const { rows } = await sql<{ use_id: string }>`
    select t.use_id from unnest(${uses.map((use) => use.customerId)}::uuid[], ${uses.map((use) => use.useId)}::uuid[])
      as t (customer_id, use_id)
    where not exists (select 1 from privacy.use u where u.customer_id = t.customer_id and u.use_id = t.use_id)`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.use_id));
}

/** Keeps uses under their link, in the order of its leaves. */
export async function insertUses(
  tx: Tx,
  uses: readonly KeptUse[],
  link: { serverId: string; linkNo: number },
): Promise<void> {
  await sql`
    insert into privacy.use
      (customer_id, use_id, at, actor, actor_kind, purpose, verb, server_id, link_no, leaf_no)
    select t.customer_id, t.use_id, to_timestamp(t.at_ms / 1000.0), t.actor, t.actor_kind, t.purpose, t.verb,
      ${link.serverId}::uuid, ${link.linkNo}::bigint, t.leaf_no - 1
    from unnest(
      ${uses.map((use) => use.customerId)}::uuid[], ${uses.map((use) => use.useId)}::uuid[],
      ${uses.map((use) => use.atMs)}::bigint[], ${uses.map((use) => use.actor)}::text[],
      ${uses.map((use) => use.actorKind)}::text[], ${uses.map((use) => use.purpose)}::text[],
      ${uses.map((use) => use.verb)}::text[]
    ) with ordinality as t (customer_id, use_id, at_ms, actor, actor_kind, purpose, verb, leaf_no)`.execute(tx);
}

/** One link of a server's chain. */
export interface LinkRow {
  readonly server_id: string;
  readonly link_no: number;
  readonly leaves: Buffer[];
  readonly head: Buffer;
}

/** The newest link of a server; `undefined` before its first. */
export async function findLastLink(
  tx: Tx,
  serverId: string,
): Promise<{ readonly link_no: number; readonly head: Buffer } | undefined> {
  const { rows } = await sql<{ link_no: number; head: Buffer }>`
    select link_no, head from privacy.chain where server_id = ${serverId} order by link_no desc limit 1`.execute(tx);
  return rows[0];
}

/** Appends a link. */
export async function insertLink(tx: Tx, link: LinkRow, at: Date): Promise<void> {
  await sql`
    insert into privacy.chain (server_id, link_no, at, leaves, head)
    values (${link.server_id}, ${link.link_no}, ${at}, ${link.leaves}::bytea[], ${link.head})`.execute(tx);
}

/** Every server that has a chain or whose uses are kept. */
export async function listServers(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ server_id: string }>`
    with recursive linked as (
      (select server_id from privacy.chain order by server_id limit 1)
      union all
      select (select c.server_id from privacy.chain c where c.server_id > l.server_id order by c.server_id limit 1)
      from linked l where l.server_id is not null
    ), used as (
      (select server_id from privacy.use order by server_id limit 1)
      union all
      select (select u.server_id from privacy.use u where u.server_id > l.server_id order by u.server_id limit 1)
      from used l where l.server_id is not null
    )
    select server_id from linked where server_id is not null
    union select server_id from used where server_id is not null`.execute(tx);
  return rows.map((row) => row.server_id);
}

/** The next links of a server after a number. */
export async function listLinks(tx: Tx, serverId: string, after: number, limit: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select server_id, link_no, leaves, head from privacy.chain
    where server_id = ${serverId} and link_no > ${after} order by link_no limit ${limit}`.execute(tx);
  return rows;
}

/** A kept use with its place in the chain. */
export interface PlacedUse extends KeptUse {
  readonly linkNo: number;
  readonly leafNo: number;
}

/** The uses of a server's links from one number to another (both included), in the chain's order. */
export async function listPlacedUses(tx: Tx, serverId: string, from: number, to: number): Promise<PlacedUse[]> {
  const { rows } = await sql<PlacedUse>`
    select use_id as "useId", customer_id as "customerId", (extract(epoch from at) * 1000)::float8 as "atMs", actor,
      actor_kind as "actorKind", purpose, verb, link_no as "linkNo", leaf_no as "leafNo"
    from privacy.use where server_id = ${serverId} and link_no between ${from} and ${to}
    order by link_no, leaf_no, use_id`.execute(tx);
  return rows;
}

/** A use as it is shown. */
export interface ShownUse {
  readonly use_id: string;
  readonly customer_id: string;
  readonly at: Date;
  readonly actor_kind: 'person' | 'key' | 'partner' | 'customer' | 'system';
  readonly role: string | null;
  readonly department_id: string | null;
  readonly name_en: string | null;
  readonly name_es: string | null;
  readonly name_ru: string | null;
  readonly purpose: string;
  readonly verb: string;
}

/** The uses of one customer, under every id that is his, newest first, before a place. */
export async function listUses(
  tx: Tx,
  customerIds: readonly string[],
  from: { before: string | undefined; limit: number },
): Promise<ShownUse[]> {
  const { rows } = await sql<ShownUse>`
    select u.use_id, u.customer_id, u.at, u.actor_kind, p.role, p.department_id, d.name_en, d.name_es, d.name_ru,
      u.purpose, u.verb
    from privacy.use u
      left join staff.public_person p on u.actor = 'person:' || p.person_id
      left join staff.public_department d using (department_id)
    where u.customer_id = any(${[...customerIds]}::uuid[])
      and (${from.before ?? null}::uuid is null or u.use_id < ${from.before ?? null}::uuid)
    order by u.use_id desc limit ${from.limit}`.execute(tx);
  return rows;
}
