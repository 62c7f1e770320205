import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { writeKey } from './fill.ts';
import { fillPromises } from './fill-promises.ts';
import { load, quantiles } from './load.ts';
import type { Bench, Row } from './rows.ts';

const source = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;

/** The ledger with so many open promises: what is due, alarms, settling by events, the page. */
export async function promises(bench: Bench, open: number, only?: string): Promise<Row[]> {
  const { client } = bench;
  const { rows } = await client.query(`select count(*)::int as n from promises.promise where state = 'open'`);
  if (Number(rows[0]?.n) < open * 0.9) await fillPromises(client, open);
  const parts: Readonly<Record<string, () => Promise<Row>>> = {
    finding: () => finding(client, open),
    page: () => page(bench),
    settling: () => settling(bench),
    alarms: () => alarms(bench),
  };
  const measured: Row[] = [];
  for (const [name, part] of Object.entries(parts))
    if (only === undefined || only === name) measured.push(await part());
  return measured;
}

/** The statement by which due timers are taken, rolled back; 500 of them due. */
async function finding(client: pg.Client, open: number): Promise<Row> {
  const took: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    await client.query('begin');
    await client.query(`update platform.timer set ring_at = now() - interval '1 second' where (room, customer_id, record_id) in
      (select room, customer_id, record_id from platform.timer tablesample system (0.5) limit ${round % 2 === 0 ? 500 : 20})`);
    const began = performance.now();
    await client.query(`
      with due as materialized (
        select room, customer_id, record_id from platform.timer
        where ring_at <= statement_timestamp() and room = any ('{promises}')
        order by ring_at limit 500 for update skip locked)
      delete from platform.timer t using due
      where t.room = due.room and t.customer_id = due.customer_id and t.record_id = due.record_id
      returning t.record_id`);
    took.push(performance.now() - began);
    await client.query('rollback');
  }
  const { p50, p95 } = quantiles(took);
  return {
    what: `finding 20 or 500 due among ${open} open promises`,
    measured: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    against: '≤ 50 ms',
    ratio: (p95 / 50).toFixed(2),
    reached: p95 <= 50,
  };
}

/** What the Promises page asks, each of it. */
async function page({ server }: Bench): Promise<Row> {
  const paths = [
    '/api/v1/promises/overview?',
    '/api/v1/promises/days?',
    '/api/v1/promises/list?which=late&limit=50',
    '/api/v1/promises/list?which=open&limit=50',
    '/api/v1/promises/list?which=open&limit=50&keeper_department=department%203',
    '/api/v1/promises/list?which=broken&limit=50',
    '/api/v1/promises/rates?by=keeper-person',
  ];
  const options = { connections: 1, authorization: `Bearer ${server.token}` };
  const each: string[] = [];
  let worst = 0;
  for (const path of paths) {
    const run = await load(
      server.origin,
      Array.from({ length: 200 }, () => ({ path })),
      options,
    );
    worst = Math.max(worst, run.p95);
    each.push(
      `${path.replace('/api/v1/promises/', '').replace(/[?&]limit=50|\?$/g, '')} ${run.p50.toFixed(0)}/${run.p95.toFixed(0)}`,
    );
  }
  return {
    what: 'the Promises page, p50/p95 of each of its questions',
    measured: `${each.join(', ')} ms`,
    against: 'p95 ≤ 100 ms',
    ratio: (worst / 100).toFixed(2),
    reached: worst <= 100,
  };
}

/** 10 000 results by events through the Segment door, until each promise is settled. */
async function settling({ server, client }: Bench): Promise<Row> {
  const { rows } = await client.query<{ ref: string; value: string; customer_id: string; promise_id: string }>(`
    select p.ref, k.value, p.customer_id, p.promise_id from promises.promise p join customers.identity_key k on k.customer_id = p.customer_id and k.kind = 'user'
    where p.state = 'open' and p.due_at > now() order by random() limit 10000`);
  const messages = rows.map(({ ref, value }) => ({
    type: 'track',
    userId: value,
    event: 'Promise Result',
    messageId: `result-${ref}`,
    timestamp: new Date().toISOString(),
    properties: { promise_id: ref, unit: 'date', result: new Date().toISOString() },
  }));
  const bodies = Array.from({ length: 20 }, (_b, b) => ({
    path: '/v1/batch',
    body: JSON.stringify({ batch: messages.slice(b * 500, b * 500 + 500) }),
  }));
  /** How many of these are open still. */
  const left = async (of: typeof rows) => {
    const asked = await client.query(
      `select count(*)::int as n from unnest($1::uuid[], $2::uuid[]) r (customer_id, promise_id)
         join promises.promise p using (customer_id, promise_id) where p.state = 'open'`,
      [of.map((row) => row.customer_id), of.map((row) => row.promise_id)],
    );
    return Number(asked.rows[0]?.n);
  };
  const began = performance.now();
  await load(server.origin, bodies, { connections: 4, authorization: source });
  const sent = performance.now() - began;
  // Those sent last are settled last: all are looked at when these are, so that asking costs the server little.
  while ((await left(rows.slice(-100))) > 0 || (await left(rows)) > 0) {
    if (performance.now() - began > 120_000) throw new Error('not all promises were settled');
    await pause(100);
  }
  const seconds = (performance.now() - began) / 1_000;
  return {
    what: `settling ${rows.length} promises by events`,
    measured: `${seconds.toFixed(2)} s from the first request, of which ${(sent / 1_000).toFixed(2)} s to be acknowledged`,
    against: '≤ 5 s',
    ratio: (seconds / 5).toFixed(2),
    reached: seconds <= 5,
  };
}

/** 2 000 promises that fall due within 20 s, as somebody outside sees their alarms. */
async function alarms({ client }: Bench): Promise<Row> {
  const { rows } = await client.query<{ promise_id: string }>(`
    with chosen as (
      select customer_id, promise_id, clock_timestamp() + interval '3 seconds' + random() * interval '20 seconds' as at
      from promises.promise where state = 'open' and due_at > now() + interval '1 day' limit 2000),
    moved as (
      update promises.promise p set due_at = chosen.at, adequate_at = chosen.at, due_local = null, adequate_local = null
      from chosen where p.customer_id = chosen.customer_id and p.promise_id = chosen.promise_id)
    update platform.timer t set ring_at = chosen.at from chosen
    where t.room = 'promises' and t.customer_id = chosen.customer_id and t.record_id = chosen.promise_id
    returning t.record_id as promise_id`);
  const wanted = rows.map((row) => row.promise_id);
  const seen = new Map<string, number>();
  const until = performance.now() + 60_000;
  while (seen.size < wanted.length && performance.now() < until) {
    const { rows: rung } = await client.query<{ promise_id: string; late: number }>(
      `select promise_id, (extract(epoch from clock_timestamp() - ring_at) * 1000)::float8 as late
       from promises.alarm where kind = 'breach' and promise_id = any ($1::uuid[]) and not promise_id = any ($2::uuid[])`,
      [wanted, [...seen.keys()]],
    );
    for (const row of rung) seen.set(row.promise_id, row.late);
    await pause(20);
  }
  if (seen.size < wanted.length) throw new Error(`${wanted.length - seen.size} alarms did not ring`);
  const { p50, p99 } = quantiles([...seen.values()]);
  return {
    what: `${wanted.length} alarms, from their instant until they are seen from outside`,
    measured: `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
    against: 'p99 ≤ 1 000 ms',
    ratio: (p99 / 1_000).toFixed(2),
    reached: p99 <= 1_000,
  };
}
