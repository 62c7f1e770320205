import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** A customer with his face, as merging looks at him. */
export interface FaceRow {
  readonly customer_id: string;
  readonly face_id: string;
  readonly name: string | null;
  readonly kind: string;
  readonly country: string | null;
  readonly state: string;
}

/** A merge: the face of `customer_id` points to `to_id`. */
export interface LinkRow {
  readonly customer_id: string;
  readonly link_id: string;
  readonly to_id: string;
  readonly undone_at: Date | null;
}

/** Every member of the faces of these customers, locked in ascending order; one whose face moved meanwhile is left out. */
export async function lockFaces(tx: Tx, customerIds: readonly string[]): Promise<FaceRow[]> {
  const { rows } = await sql<FaceRow>`
    select customer_id, face_id, name, kind, country, state from customers.customer
    where face_id in (select face_id from customers.customer where customer_id = any (${customerIds}::uuid[]))
    order by customer_id for update`.execute(tx);
  return rows;
}

/** Members of a customer's face, himself among them; empty when there is no such customer. */
export async function listMembers(tx: Tx, customerId: string): Promise<FaceRow[]> {
  const { rows } = await sql<FaceRow>`
    select m.customer_id, m.face_id, m.name, m.kind, m.country, m.state
    from customers.customer c join customers.customer m on m.face_id = c.face_id
    where c.customer_id = ${customerId} order by m.customer_id`.execute(tx);
  return rows;
}

/** Standing links out of these customers. */
export async function listStanding(tx: Tx, customerIds: readonly string[]): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select customer_id, link_id, to_id, undone_at from customers.link
    where customer_id = any (${customerIds}::uuid[]) and undone_at is null`.execute(tx);
  return rows;
}

/** A merge that one of these customers took part in as the one who was merged. */
export async function findLink(tx: Tx, customerIds: readonly string[], linkId: string): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    select customer_id, link_id, to_id, undone_at from customers.link
    where customer_id = any (${customerIds}::uuid[]) and link_id = ${linkId}`.execute(tx);
  return rows[0];
}

/** Writes a merge. */
export async function insertLink(
  tx: Tx,
  link: { fromId: string; linkId: string; toId: string; evidence: string; reason: string; at: Date; by: string },
): Promise<void> {
  await sql`
    insert into customers.link (customer_id, link_id, to_id, evidence, reason, made_at, made_by)
    values (${link.fromId}, ${link.linkId}, ${link.toId}, ${link.evidence}, ${link.reason}, ${link.at}, ${link.by})`.execute(
    tx,
  );
}

/** Writes that a merge is undone, by whom and why. */
export async function saveUndone(
  tx: Tx,
  link: { customerId: string; linkId: string; at: Date; by: string; reason: string },
): Promise<void> {
  await sql`
    update customers.link set undone_at = ${link.at}, undone_by = ${link.by}, undone_reason = ${link.reason}
    where customer_id = ${link.customerId} and link_id = ${link.linkId}`.execute(tx);
}

/** Writes each customer's face. */
export async function saveFaces(tx: Tx, faces: ReadonlyMap<string, string>): Promise<void> {
  await sql`
    update customers.customer c set face_id = r.face
    from unnest(${[...faces.keys()]}::uuid[], ${[...faces.values()]}::uuid[]) as r (id, face)
    where c.customer_id = r.id and c.face_id <> r.face`.execute(tx);
}

/** How much hangs on a face: keys, agreements. */
export async function countSide(tx: Tx, customerIds: readonly string[]): Promise<{ keys: number; agreements: number }> {
  const { rows } = await sql<{ keys: number; agreements: number }>`
    select
      (select count(*) from customers.identity_key
        where customer_id = any (${customerIds}::uuid[]) and ended_at is null and kind <> 'anonymous') as keys,
      (select count(*) from customers.agreement where customer_id = any (${customerIds}::uuid[])) as agreements`.execute(
    tx,
  );
  return rows[0] ?? { keys: 0, agreements: 0 };
}

/** Keys of these customers, for comparing two of them. */
export async function listKeyValues(
  tx: Tx,
  customerIds: readonly string[],
): Promise<{ customer_id: string; kind: string; value: string }[]> {
  const { rows } = await sql<{ customer_id: string; kind: string; value: string }>`
    select customer_id, kind, value from customers.identity_key
    where customer_id = any (${customerIds}::uuid[]) and ended_at is null
    union all
    select customer_id, kind, value from customers.identity_claim
    where customer_id = any (${customerIds}::uuid[]) and settled_at is null`.execute(tx);
  return rows;
}
