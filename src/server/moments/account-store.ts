import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Weights } from './account-rules.ts';

/** How an account stands. */
export interface Account {
  readonly customer_id: string;
  readonly balance: number;
  readonly moments: number;
  readonly positive: number;
  readonly indifferent: number;
  readonly negative: number;
  readonly last_at: Date | null;
  readonly last_felt_at: Date | null;
  readonly last_negative_at: Date | null;
}

const columns = sql`
  a.customer_id, a.balance, a.moments, a.positive, a.indifferent, a.negative, a.last_at, a.last_felt_at,
  a.last_negative_at`;

/** The faces of these customers, each once; who names nobody has no account. */
export async function listFaces(
  tx: Tx,
  customerIds: readonly string[],
): Promise<{ customer_id: string; face_id: string; unknown: boolean }[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<{ customer_id: string; face_id: string; unknown: boolean }>`
    select c.customer_id, c.face_id, f.state = 'unknown' as unknown from customers.public_customer c
      join customers.public_customer f on f.customer_id = c.face_id
    where c.customer_id = any (${uuids(customerIds)}::uuid[])`.execute(tx);
  return rows;
}

/** The accounts of these faces, made where there are none, held until the transaction ends. */
export async function lockAccounts(tx: Tx, faceIds: readonly string[]): Promise<Account[]> {
  if (faceIds.length === 0) return [];
  const sorted = [...new Set(faceIds)].toSorted();
  await sql`
    insert into moments.account (customer_id) select * from unnest(${uuids(sorted)}::uuid[])
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<Account>`
    select ${columns} from moments.account a where a.customer_id = any (${uuids(sorted)}::uuid[])
    order by a.customer_id for update`.execute(tx);
  return rows;
}

/** Accounts as they stand. */
export async function listAccounts(tx: Tx, faceIds: readonly string[]): Promise<Account[]> {
  if (faceIds.length === 0) return [];
  const { rows } = await sql<Account>`
    select ${columns} from moments.account a where a.customer_id = any (${uuids(faceIds)}::uuid[])`.execute(tx);
  return rows;
}

/**
 * Makes accounts anew out of all their moments, in one statement. A step is b → min(b + a, c): a good moment a = 1 and c =
 * the cap, a bad one a = c = −5 s. Steps of that form join, so that a balance is S + min(0, min over k of (c_k − S_k)) with
 * S the running sum: no walk from one moment to the next. Held accounts; tells how each stands.
 */
export async function recount(tx: Tx, faceIds: readonly string[], weights: Weights): Promise<Account[]> {
  if (faceIds.length === 0) return [];
  const { rows } = await sql<Account>`
    update moments.account a set balance = r.balance, moments = r.moments, positive = r.positive,
      indifferent = r.indifferent, negative = r.negative, last_at = r.last_at, last_felt_at = r.last_felt_at,
      last_negative_at = r.last_negative_at
    from (${recounted(sql`m.customer_id = any (${uuids(faceIds)}::uuid[])`, weights, sql`unnest(${uuids(faceIds)}::uuid[])`)}) r
    where a.customer_id = r.customer_id
    returning ${columns}`.execute(tx);
  return rows;
}

/** The balances of these moments, by customer; of whoever has none, an account of nothing. */
function recounted(
  which: ReturnType<typeof sql>,
  { five, cap }: Weights,
  everyone: ReturnType<typeof sql>,
): ReturnType<typeof sql> {
  const most = cap ?? 1_000_000_000;
  // Only what moves a balance is put in order; the others, mostly more, are only counted.
  return sql`
    select f.customer_id, coalesce(s.total + least(0, s.low), 0)::int as balance, coalesce(n.moments, 0)::int as moments,
      coalesce(n.positive, 0)::int as positive, coalesce(n.indifferent, 0)::int as indifferent,
      coalesce(n.negative, 0)::int as negative, n.last_at, n.last_felt_at, n.last_negative_at
    from ${everyone} as f (customer_id) left join (
      select m.customer_id, count(*) as moments,
        count(*) filter (where m.sign = 1) as positive, count(*) filter (where m.sign = 0) as indifferent,
        count(*) filter (where m.sign = -1) as negative, max(m.at) as last_at,
        max(m.at) filter (where m.sign <> 0) as last_felt_at, max(m.at) filter (where m.sign = -1) as last_negative_at
      from moments.moment m where m.sign is not null and ${which} group by m.customer_id) n using (customer_id)
    left join (
      select customer_id, sum(a) as total, min(c - so_far) as low
      from (
        select w.*, sum(a) over (partition by customer_id order by at, sign desc rows unbounded preceding) as so_far
        from (
          select m.customer_id, m.at, m.sign,
            case when m.sign = 1 then 1 else -${five}::int * m.severity end as a,
            case when m.sign = 1 then ${most}::int else -${five}::int * m.severity end as c
          from moments.moment m where (m.sign = -1 or m.sign = 1 and m.own) and ${which}) w) s
      group by customer_id) s using (customer_id)`;
}

/** Makes the accounts of so many customers after an id anew, in their order, each with its balance before. For a change of settings. */
export async function recountAfter(
  tx: Tx,
  afterId: string,
  limit: number,
  weights: Weights,
): Promise<{ readonly before: number; readonly after: Account }[]> {
  const { rows } = await sql<{ customer_id: string; balance: number }>`
    select customer_id, balance from moments.account where customer_id > ${afterId}::uuid order by customer_id
    limit ${limit} for update`.execute(tx);
  const before = new Map(rows.map((row) => [row.customer_id, row.balance]));
  const after = await recount(tx, [...before.keys()], weights);
  return after
    .map((one) => ({ before: before.get(one.customer_id) ?? 0, after: one }))
    .toSorted((a, b) => (a.after.customer_id < b.after.customer_id ? -1 : 1));
}

/** Takes away accounts of no moment, and those under customers who are no faces any more; tells whose. */
export async function eraseAccounts(tx: Tx, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<{ customer_id: string }>`
    delete from moments.account a
    where a.customer_id = any (${uuids(customerIds)}::uuid[]) and (
      not exists (select 1 from moments.moment m where m.customer_id = a.customer_id) or not exists (
        select 1 from customers.public_customer c where c.customer_id = a.customer_id and c.face_id = a.customer_id))
    returning a.customer_id`.execute(tx);
  return rows.map((row) => row.customer_id);
}
