import type pg from 'pg';

/** The counts of the ledger that are not what a recount of its promises says; one row for each count that is off. */
const offCounts = `
  with counted as (
    select *, coalesce(keeper_partner::text, keeper_department, '') as keeper,
      -- PostgreSQL reads an offset by the signs of POSIX, against ISO 8601.
      case when zone ~ '^[+-]' then translate(zone, '+-', '-+') else zone end as sql_zone
    from promises.promise
    where origin <> 'expectation' and owed_by = 'company' and outer_id is null and due_on is not null
      and state in ('open', 'kept', 'exceeded', 'broken', 'released', 'renegotiated')),
  days as (
    select 'due' as side, due_on as day_on, c.* from counted c
    union all
    select 'settled', (settled_at at time zone sql_zone)::date, c.* from counted c
    where settled_at is not null and state in ('kept', 'exceeded', 'broken')),
  recount as (
    select side, v.dimension, day_on, v.value, state, count(*) as promises
    from days d cross join lateral (values
      ('all', ''), ('keeper', keeper), ('keeper-person', keeper_person), ('maker', maker_department),
      ('maker-person', maker_person), ('pair', coalesce(maker_department, '') || chr(31) || keeper),
      ('touchpoint', touchpoint), ('product', product), ('kind', kind), ('standing', standing_id::text),
      ('reason', case when state = 'broken' then coalesce(reason, '') end)) as v (dimension, value)
    where v.value is not null group by 1, 2, 3, 4, 5),
  told as (
    select side, dimension, day_on, value, state, sum(promises) as promises from (
      select side, dimension, day_on, value, state, promises from promises.tally
      union all
      select side, dimension, day_on, value, state, promises from promises.tally_change) t
    group by 1, 2, 3, 4, 5)
  select count(*) from recount r full join told t using (side, dimension, day_on, value, state)
  where coalesce(r.promises, 0) <> coalesce(t.promises, 0)`;

const checks: readonly (readonly [string, string])[] = [
  ['count of promises that is not their number', offCounts],
  [
    'timer of a promise that is not open',
    `select count(*) from platform.timer t where t.room = 'promises' and not exists (
       select from promises.promise p
       where p.customer_id = t.customer_id and p.promise_id = t.record_id and p.state = 'open')`,
  ],
  [
    'open promise whose breach will not ring',
    `select count(*) from promises.promise p where p.state = 'open' and p.due_at > p.heard_at
       and not exists (select from promises.alarm a
         where a.customer_id = p.customer_id and a.promise_id = p.promise_id and a.kind = 'breach')
       and not exists (select from platform.timer t
         where t.room = 'promises' and t.customer_id = p.customer_id and t.record_id = p.promise_id)`,
  ],
];

/** What the ledger says of its promises that is not so, by kind; each in one statement, so true while others write. */
export async function listUntrue(client: pg.ClientBase): Promise<{ what: string; rows: number }[]> {
  const found: { what: string; rows: number }[] = [];
  for (const [what, statement] of checks) {
    const { rows } = await client.query(statement);
    const count = Number(rows[0]?.count);
    if (count > 0) found.push({ what, rows: count });
  }
  return found;
}
