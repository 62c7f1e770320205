import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { History, ReplaySums } from './replay-rules.ts';

/** A replay as its table has it. */
export interface Replay {
  readonly replay_id: string;
  readonly made_at: Date;
  readonly finished_at: Date | null;
  readonly report: unknown;
}

const columns = sql`replay_id, made_at, finished_at, report`;

/** The last replay. */
export async function findLastReplay(tx: Tx): Promise<Replay | undefined> {
  const { rows } = await sql<Replay>`
    select ${columns} from moments.replay order by made_at desc, replay_id desc limit 1`.execute(tx);
  return rows[0];
}

/** Holds the replay that is under way, if there is one; nobody else goes on with it meanwhile. */
export async function lockUnderWay(tx: Tx): Promise<Replay | undefined> {
  const { rows } = await sql<Replay>`
    select ${columns} from moments.replay where finished_at is null order by made_at, replay_id limit 1
    for update skip locked`.execute(tx);
  return rows[0];
}

/** Waits until nobody else begins one in this transaction's time. */
export async function lockBeginning(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('moments.replay'))`.execute(tx);
}

/** Writes a new replay. */
export async function insertReplay(
  tx: Tx,
  one: { readonly id: string; readonly at: Date; readonly by: string; readonly sums: ReplaySums },
): Promise<void> {
  await sql`
    insert into moments.replay (replay_id, made_at, made_by, report)
    values (${one.id}, ${one.at}, ${one.by}, ${JSON.stringify(one.sums)}::jsonb)`.execute(tx);
}

/** Writes how far a replay is, and when it was done. */
export async function saveReplay(tx: Tx, id: string, sums: ReplaySums, finishedAt: Date | null): Promise<void> {
  await sql`
    update moments.replay set report = ${JSON.stringify(sums)}::jsonb, finished_at = ${finishedAt}
    where replay_id = ${id}::uuid`.execute(tx);
}

/** How many customers there are, each with all his records once. */
export async function countFaces(tx: Tx): Promise<number> {
  const { rows } = await sql<{ customers: number }>`
    select count(*) as customers from customers.public_customer
    where face_id = customer_id and state <> 'unknown'`.execute(tx);
  return rows[0]?.customers ?? 0;
}

/** The histories of so many customers after an id, in the order of their ids, as of a day of the house. */
export async function listHistories(
  tx: Tx,
  afterId: string,
  today: string,
  limit: number,
): Promise<{ customer_id: string; history: History }[]> {
  const { rows } = await sql<{ customer_id: string; gone: boolean | null; steps: number[] | null; bad: number | null }>`
    with f as (
      select customer_id from customers.public_customer
      where customer_id > ${afterId}::uuid and face_id = customer_id and state <> 'unknown'
      order by customer_id limit ${limit}),
    g as (
      select f.customer_id, bool_and(g.until is not null and g.until <= ${today}::date) as gone, max(g.until) as left_on
      from f join customers.public_customer c on c.face_id = f.customer_id
        join customers.public_agreement g on g.customer_id = c.customer_id
      group by 1)
    select f.customer_id, g.gone, m.steps, m.bad from f left join g using (customer_id)
      left join lateral (
        select array_agg((case when m.sign = 1 then 1 else -m.severity end)::int order by m.at, m.sign desc) as steps,
          (count(*) filter (where m.sign = -1 and m.day_on > g.left_on - 365))::int as bad
        from moments.moment m
        where m.customer_id = f.customer_id and (m.sign = -1 or m.sign = 1 and m.own)
          and (g.gone is not true or m.day_on <= g.left_on)) m on true
    order by f.customer_id`.execute(tx);
  return rows.map((row) => ({
    customer_id: row.customer_id,
    history: {
      fate: row.gone === null ? 'none' : row.gone ? 'left' : 'stayed',
      steps: row.steps ?? [],
      badInLastYear: row.bad ?? 0,
    },
  }));
}
