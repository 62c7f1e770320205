import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Guard } from './question-rules.ts';

/** What speaks for and against asking a customer about a contact, and how he is reached. */
export type GuardRow = Guard & {
  readonly customer_id: string;
  readonly moment_id: string;
  readonly face_id: string;
  readonly email: string | null;
  readonly country: string | null;
  readonly language: string | null;
};

/** The guards of these contacts, by everybody who is read as one with their customer. */
export async function listGuards(
  tx: Tx,
  keys: readonly { readonly customerId: string; readonly momentId: string }[],
  now: Date,
): Promise<GuardRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<GuardRow>`
    select r.customer_id, r.moment_id, own.face_id, f.country, f.language,
      exists (select 1 from moments.hold h where h.customer_id = any (m.ids) and h.ended_at is null
        and (h.until is null or h.until > ${now})) as held,
      exists (select 1 from moments.recovery c where c.customer_id = any (m.ids)
        and c.state in ('open', 'owned', 'done', 'unrepaired')) as repairing,
      (select max(q.asked_at) from moments.question q where q.customer_id = any (m.ids) and q.asked_at is not null)
        as "lastAskedAt",
      exists (select 1 from moments.question q where q.customer_id = any (m.ids) and q.moment_id = r.moment_id
        and q.kind = 'contact' and q.asked_at is not null and q.state <> 'dropped') as "askedOfContact",
      exists (select 1 from moments.judgement j where j.customer_id = any (m.ids) and j.moment_id = r.moment_id
        and j.source = 'customer') as said,
      (select k.value from customers.public_identity_key k where k.customer_id = any (m.ids) and k.kind = 'email'
        order by k.verified_at desc, k.value limit 1) as email
    from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.momentId))}::uuid[])
        as r (customer_id, moment_id)
      join customers.public_customer own on own.customer_id = r.customer_id
      join customers.public_customer f on f.customer_id = own.face_id
      cross join lateral (select array_agg(c.customer_id) as ids from customers.public_customer c
        where c.face_id = own.face_id) m`.execute(tx);
  return rows;
}
