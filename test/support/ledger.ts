import { listUntrue } from '../../src/server/cli/check-promises-store.ts';
import { within } from './database.ts';
import type { TestHouse } from './house.ts';

/** What the ledger says that is not so: counts against a recount, timers against open promises. */
export function untrueIn(house: TestHouse): Promise<{ what: string; rows: number }[]> {
  return within(house.database.url, listUntrue);
}

/** The counts of the ledger that are not nothing, by names in place of departments' ids. */
export async function countsIn(house: TestHouse): Promise<Record<string, unknown>[]> {
  return house.rows(
    `select side, dimension, day_on::text as day, coalesce(d.key, value) as value, state, sum(promises)::int as promises
     from (select side, dimension, day_on, value, state, promises from promises.tally
       union all select side, dimension, day_on, value, state, promises from promises.tally_change) t
       left join staff.department d on d.department_id::text = t.value
     where dimension <> 'standing' and dimension <> 'pair' and dimension <> 'keeper-person'
     group by 1, 2, 3, 4, 5 having sum(promises) <> 0 order by 1, 2, 3, 4, 5`,
  );
}

/** How the promises of the customer of a user id stand, with all that follows from them, without ids and clocks of ours. */
export async function ledgerOf(house: TestHouse, user: string): Promise<Record<string, unknown>> {
  const [row] = await house.rows(
    "select customer_id from customers.identity_key where kind = 'user' and value = $1 and ended_at is null",
    [user],
  );
  const id = [row?.['customer_id'] ?? null];
  const entry = "p.origin || ' ' || coalesce(case when p.origin = 'standing' then p.subject else p.ref end, '')";
  return {
    promises: await house.rows(
      `select ${entry} as promise, state, owed_by, kind, words, unit, due_local, desired_local, result_local, result,
         ticks, made_at, settled_at, renegotiated_at, released_at, felt, felt_at, acceptance, reason, replaced_by, replaces,
         maker.key as maker, keeper.key as keeper, keeper_person is not null as by_person, source_id is not null as told
       from promises.promise p
         left join staff.department maker on maker.department_id::text = p.maker_department
         left join staff.department keeper on keeper.department_id::text = p.keeper_department
       where customer_id = $1 order by 1, 2`,
      id,
    ),
    timers: await house.rows(
      `select ${entry} as promise, t.ring_at from platform.timer t
         join promises.promise p on p.customer_id = t.customer_id and p.promise_id = t.record_id
       where t.room = 'promises' and t.customer_id = $1 and p.acceptance <> 'asked' order by 1`,
      id,
    ),
    lines: await house.rows(
      "select kind, word, case when kind <> 'promises.accept' then until end as until from today.line where room = 'promises' and customer_id = $1 and settled_at is null order by 1, 2, 3",
      id,
    ),
    brief: await house.rows(
      "select line_id, weight, word, slots from memory.brief_line where room = 'promises' and customer_id = $1 order by 1",
      id,
    ),
    unread: await house.rows('select code from promises.unread where customer_id = $1 order by 1', id),
  };
}
