import { recountAfter } from '../src/server/moments/account-store.ts';
import { openDatabase } from '../src/server/platform/database/open.ts';
import { fillMoments } from './fill-moments.ts';
import { load, type Run } from './load.ts';
import type { Bench, Row } from './rows.ts';

const quiet = { debug() {}, info() {}, warn() {}, error: console.error };

/** Accounts of five to one, with 40 judged contacts of each customer: counted anew, kept by each new one, looked at. */
export async function moments(bench: Bench, url: string, only?: string): Promise<Row[]> {
  const { rows } = await bench.client.query('select 1 from moments.moment limit 1');
  if (rows.length === 0) await fillMoments(bench.client);
  const parts: Readonly<Record<string, () => Promise<Row>>> = {
    recount: () => recounting(bench, url),
    mark: () => marking(bench),
    views: () => viewing(bench),
    accounts: () => looking(bench),
    replay: () => replaying(bench),
  };
  const measured: Row[] = [];
  for (const [name, part] of Object.entries(parts))
    if (only === undefined || only === name) measured.push(await part());
  return measured;
}

/** Every account made anew, as after a change of the settings, in pieces of one transaction each. */
async function recounting({ client, customers }: Bench, url: string): Promise<Row> {
  const database = openDatabase(url, { log: quiet, poolSize: 4 });
  const began = performance.now();
  let after = '00000000-0000-0000-0000-000000000000';
  let counted = 0;
  for (;;) {
    const from = after;
    const done = await database.transaction((tx) => recountAfter(tx, from, 2_000, { five: 5, cap: null }));
    counted += done.length;
    after = done.at(-1)?.after.customer_id ?? after;
    if (done.length === 0) break;
  }
  const seconds = (performance.now() - began) / 1_000;
  await database.close();
  const { rows } = await client.query<{ moments: number; owed: number }>(
    'select sum(moments)::float8 as moments, (count(*) filter (where balance < 0))::float8 as owed from moments.account',
  );
  const limit = customers / 10_000;
  return {
    what: `${counted} accounts of ${rows[0]?.moments} moments counted anew (${rows[0]?.owed} are owed something)`,
    measured: `${seconds.toFixed(2)} s`,
    against: `≤ ${limit.toFixed(0)} s (10 s of 100 000)`,
    ratio: (seconds / limit).toFixed(2),
    reached: seconds <= limit,
  };
}

async function someone({ client }: Bench, count: number): Promise<string[]> {
  const { rows } = await client.query<{ customer_id: string }>(
    'select customer_id from moments.account order by random() limit $1',
    [count],
  );
  return rows.map((row) => row.customer_id);
}

/** A moment said by hand; acknowledged only once it is judged and the account stands, in one transaction. */
async function marking(bench: Bench): Promise<Row> {
  const people = await someone(bench, 1_200);
  const requests = people.map((customer_id, n) => ({
    path: '/api/v1/moments/mark',
    body: JSON.stringify({
      customer_id,
      by: 'customer',
      touchpoint: 'call-centre',
      marks: { people: 5, emotional: n % 10 === 0 ? 2 : 4 },
    }),
  }));
  const options = { connections: 1, authorization: `Bearer ${bench.server.token}` };
  await load(bench.server.origin, requests.slice(0, 200), options);
  const run = await load(bench.server.origin, requests.slice(200, 700), options);
  const four = await load(bench.server.origin, requests.slice(700), { ...options, connections: 4 });
  return {
    what: 'a moment of a customer of 40 judged, his account with it, one in ten a bad one; one after the other, and 4 at once',
    measured: `p50 ${run.p50.toFixed(1)} ms, p95 ${run.p95.toFixed(1)} ms; ${four.p50.toFixed(1)} and ${four.p95.toFixed(1)} ms, ${((four.count * 1_000) / four.ms).toFixed(0)}/s`,
    against: 'account in the transaction of its moment; p95 ≤ 100 ms',
    ratio: (run.p95 / 100).toFixed(2),
    reached: run.p95 <= 100,
  };
}

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

async function asked(bench: Bench, paths: readonly string[], what: string): Promise<Row> {
  const options = { connections: 1, authorization: `Bearer ${bench.server.token}` };
  const runs: { path: string; run: Run }[] = [];
  for (const path of paths) {
    const requests = Array.from({ length: 60 }, () => ({ path: `/api/v1/moments/${path}` }));
    runs.push({ path, run: await load(bench.server.origin, requests, options) });
  }
  const worst = Math.max(...runs.map(({ run }) => run.p95));
  return {
    what,
    measured: `${runs.map(({ path, run }) => `${path} ${run.p50.toFixed(0)}/${run.p95.toFixed(0)}`).join(', ')} ms`,
    against: 'p95 ≤ 100 ms',
    ratio: (worst / 100).toFixed(2),
    reached: worst <= 100,
  };
}

/** The map over three periods, and the list of moments by each filter. */
function viewing(bench: Bench): Promise<Row> {
  const years = `since=${day(1_095)}`;
  const paths = [
    'map',
    `map?since=${day(365)}`,
    `map?${years}`,
    'over-time',
    'list',
    `list?${years}`,
    `list?${years}&touchpoint=home-visit`,
    ...['good', 'indifferent', 'bad', 'unjudged'].map((sign) => `list?${years}&sign=${sign}`),
    ...['process', 'people', 'environment', 'feeling'].map((mark) => `list?${years}&failing=${mark}`),
    ...['perception', 'remembrance'].map((stage) => `list?${years}&stage=${stage}`),
    `list?${years}&stage=perception&sign=bad&failing=people`,
    ...['both', 'unsaid'].map((kind) => `list?${years}&kind=${kind}`),
    ...['machine', 'employee'].map((source) => `list?${years}&source=${source}`),
    `list?${years}&department=maintenance`,
    `list?${years}&department=nobody`,
    `list?${years}&touchpoint=nowhere`,
    `list?${years}&touchpoint=home-visit&sign=bad&failing=environment`,
    `list?since=${day(1_000)}&until=${day(990)}`,
    `list?since=${day(1_000)}&until=${day(990)}&sign=bad`,
  ];
  return asked(bench, paths, 'the map and the list of moments, p50/p95 of each question');
}

/** Accounts: of one, and the three lists. */
async function looking(bench: Bench): Promise<Row> {
  const paths = ['accounts?which=owed', 'accounts?which=forgotten', 'accounts?which=lost'];
  const lists = await asked(bench, paths, 'the lists of accounts and the account of random customers, p50/p95 of each');
  const options = { connections: 1, authorization: `Bearer ${bench.server.token}` };
  const people = await someone(bench, 400);
  const of = (verb: string) => people.map((id) => ({ path: `/api/v1/moments/${verb}?customer_id=${id}` }));
  const one = await load(bench.server.origin, of('account'), options);
  const all = await load(bench.server.origin, of('of-customer'), options);
  const worst = Math.max(one.p95, all.p95, Number(lists.ratio) * 100);
  return {
    ...lists,
    measured: `${lists.measured}; account ${one.p50.toFixed(0)}/${one.p95.toFixed(0)}, of-customer ${all.p50.toFixed(0)}/${all.p95.toFixed(0)} ms`,
    ratio: (worst / 100).toFixed(2),
    reached: worst <= 100,
  };
}

/** A replay of fifteen settings over everybody's history, in the background. */
async function replaying({ server, client }: Bench): Promise<Row> {
  const options = { connections: 1, authorization: `Bearer ${server.token}` };
  const began = performance.now();
  await load(server.origin, [{ path: '/api/v1/moments/replay', body: '{}' }], options);
  const ended = async () => {
    const { rows } = await client.query('select 1 from moments.replay where finished_at is null');
    return rows.length === 0;
  };
  while (!(await ended())) await new Promise((done) => setTimeout(done, 200));
  return {
    what: 'a replay of fifteen settings over the history of everybody, in the background',
    measured: `${((performance.now() - began) / 1_000).toFixed(1)} s until it is there`,
    against: 'no target',
    ratio: '–',
    reached: undefined,
  };
}
