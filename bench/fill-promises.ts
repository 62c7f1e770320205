import type pg from 'pg';
import { tzVersion } from '../src/server/platform/calendar/zone-data.ts';

/** The id under which the promise number `$ref` is entered: SHA-256 shaped as a UUID of version 8, as the product makes it. */
const idOf = (ref: string) => `
  (select substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-8' || substr(h, 14, 3) || '-'
     || translate(substr(h, 17, 1), '0123456789abcdef', '89ab89ab89ab89ab') || substr(h, 18, 3) || '-' || substr(h, 21, 12)
   from (select encode(sha256(convert_to('promise ' || ${ref}, 'UTF8')), 'hex') as h) x)::uuid`;

/**
 * Fills the ledger with `open` open promises of random customers, due in the next 90 days and one in a hundred late, and
 * a fifth as many that ended in the 90 days before, with their counts and timers, by plain SQL.
 */
export async function fillPromises(client: pg.Client, open: number): Promise<void> {
  await client.query(`set statement_timeout = 0; set synchronous_commit = off; set work_mem = '256MB'`);
  const { rows } = await client.query(`select source_id from intake.source where name = 'Benchmark'`);
  await client.query(`
    create temp table holder as
    select row_number() over () - 1 as n, customer_id, value from customers.identity_key where kind = 'user' and value like 'bench-%'`);
  await client.query('create unique index on holder (n)');
  await client.query('analyze holder');
  const { rows: counted } = await client.query('select count(*)::int as n from holder');
  const holders = Number(counted[0]?.n);
  const step = 100_000;
  for (let from = 0; from < open * 1.2; from += step) {
    await client.query(
      `insert into promises.promise (customer_id, promise_id, origin, owed_by, state, source_id, ref, made_at, heard_at,
         maker_person, maker_department, keeper_person, keeper_department, kind, channel, touchpoint, product, words,
         language, unit, better, adequate_local, adequate_at, due_local, due_at, due_on, result_at, settled_at, reason,
         zone, acceptance, visible, version)
       select h.customer_id, ${idOf("'bench-' || g")}, 'made', 'company', s.state, $1, 'bench-' || g,
         least(now() - interval '1 hour', d.due - interval '10 days'), least(now() - interval '1 hour', d.due - interval '10 days'), 'person ' || g % 200, 'department ' || g % 7,
         'person ' || (g * 7) % 200, 'department ' || (g * 3) % 11, 'kind ' || g % 9, 'phone', 'touchpoint ' || g % 20,
         'product ' || g % 50, 'It will be there.', 'en', 'date', 'earlier', d.local, d.due, d.local, d.due, d.local::date,
         case when s.state <> 'open' then d.due - interval '1 hour' * (g % 30 - 3) end,
         case when s.state <> 'open' then d.due - interval '1 hour' * (g % 30 - 3) end,
         case when s.state = 'broken' and g % 3 > 0 then (array['no-capacity', 'not-told'])[1 + g % 2] end,
         'Europe/Madrid', 'unasked', true, 1
       from generate_series($2::int, $3::int) g
         join holder h on h.n = (g::bigint * 7919) % $4
         cross join lateral (select case when g < $5 then 'open' when g % 10 = 0 then 'broken' when g % 4 = 0 then 'exceeded'
           else 'kept' end as state) s
         cross join lateral (select date_trunc('minute', now() + interval '1 minute' * case
           when s.state = 'open' and g % 100 > 0 then 60 + (g::bigint * 104729) % 129600
           else -60 - (g::bigint * 104729) % 129600 end) as due) i
         cross join lateral (select i.due, to_char(i.due at time zone 'Europe/Madrid', 'YYYY-MM-DD"T"HH24:MI') as local) d`,
      [rows[0]?.source_id, from, Math.min(from + step, Math.round(open * 1.2)) - 1, holders, open],
    );
  }
  // What would have rung by now has; the zones are those of this machine.
  await client.query(`
    insert into promises.alarm (customer_id, promise_id, kind, ring_at, rang_at)
    select p.customer_id, p.promise_id, a.kind, a.at, a.at from promises.promise p cross join lateral (values
      ('share-50', made_at + (due_at - made_at) * 0.5), ('share-80', made_at + (due_at - made_at) * 0.8), ('breach', due_at)) a (kind, at)
    where p.state = 'open' and a.at <= now()`);
  await client.query(
    `insert into promises.setting (accept_minutes, alarm_shares, public_page, public_rate, zone_data)
     values (240, '{50,80}', false, false, $1) on conflict (only_one) do update set zone_data = excluded.zone_data`,
    [tzVersion()],
  );
  await client.query(`
    insert into platform.timer (room, customer_id, record_id, ring_at)
    select 'promises', customer_id, promise_id, greatest(due_at, now() + interval '1 hour') from promises.promise where state = 'open' and due_at > now()`);
  for (const [dimension, value] of dimensions) await tally(client, dimension, value);
  await client.query('vacuum analyze promises.promise, promises.tally, platform.timer');
}

const dimensions = [
  ['all', `''`],
  ['keeper', 'keeper_department'],
  ['keeper-person', 'keeper_person'],
  ['maker', 'maker_department'],
  ['maker-person', 'maker_person'],
  ['pair', `maker_department || chr(31) || keeper_department`],
  ['touchpoint', 'touchpoint'],
  ['product', 'product'],
  ['kind', 'kind'],
  ['reason', `case when state = 'broken' then coalesce(reason, '') end`],
] as const;

async function tally(client: pg.Client, dimension: string, value: string): Promise<void> {
  await client.query(
    `insert into promises.tally (side, dimension, day_on, value, state, promises)
     select side, $1, day, value, state, count(*) from (
       select 'due' as side, due_on as day, ${value} as value, state from promises.promise
       union all
       select 'settled', (settled_at at time zone zone)::date, ${value}, state from promises.promise where state <> 'open') p
     where value is not null group by 1, 3, 4, 5`,
    [dimension],
  );
}
