import { setTimeout as pause } from 'node:timers/promises';
import { openFaults } from './alarm-checker.ts';
import type { AlarmHouse } from './alarm-drill.ts';
import { type Look, makePromises, until } from './alarm-scene.ts';
import { openPoster, type Poster } from './ask.ts';

/** What came of promises that were settled in the second in which they fell due. */
export interface Hammered {
  readonly promises: number;
  /** How many of them rang before they were settled, and how many never did. */
  readonly rang: number;
  readonly silent: number;
  readonly faults: readonly string[];
}

const acts = ['settle', 'release', 'renegotiate'] as const;
type Act = (typeof acts)[number];

interface Struck {
  readonly promiseId: string;
  readonly act: Act;
  readonly status: string;
  /** When the answer came. The drill runs on the database's machine, by the same clock. */
  readonly ackedMs: number;
}

/**
 * P7: promises are kept, released and renegotiated around the instant of their due, at all servers at once,
 * while these ring: either order, but no alarm after the acknowledgement, nothing left behind, no deadlock.
 */
export async function runHammerDrill(
  house: AlarmHouse,
  about: { name: string; promises: number; leadMs: number; spanMs: number; shares: readonly number[] },
): Promise<Hammered> {
  const { servers, look, staff } = house;
  const [first] = servers;
  if (first === undefined) throw new Error('no server');
  await look.rows('update promises.setting set alarm_shares = $1', [about.shares]);
  const { writeKey } = await first.makeSource(about.name);
  const made = await makePromises(servers, {
    writeKey,
    name: about.name,
    promises: about.promises,
    sides: staff.sides,
    sortOf: (at) => (at % 4 === 0 ? 'asked' : 'own'),
    dueIn: () => Math.round(about.leadMs + Math.random() * about.spanMs),
  });
  const places = await entered(look, about.name, made.length);
  const posters = servers.map((server) => openPoster(server.origin, 20_000));
  const headers = { 'content-type': 'application/json', cookie: first.cookie };
  const struck = await Promise.all(
    made.map(async (one, at) => {
      const key = places.get(one.ref);
      const post = posters[at % posters.length]?.post;
      if (key === undefined || post === undefined) return undefined;
      await pause(Math.max(0, one.dueMs - Date.now() - 250 + Math.random() * 350));
      return strike(post, headers, acts[at % 5 === 4 ? 2 : at % 5 === 3 ? 1 : 0], key);
    }),
  );
  for (const poster of posters) poster.close();
  await until(async () => (await look.count(overdue)) === 0, 20_000);
  await look.rows(`update promises.setting set alarm_shares = '{}'`);
  return judge(
    look,
    about.name,
    struck.flatMap((one) => one ?? []),
    made.length,
  );
}

interface Key {
  readonly customer_id: string;
  readonly promise_id: string;
  readonly version: number;
}

async function entered(look: Look, name: string, promises: number): Promise<Map<string, Key>> {
  let rows: Record<string, unknown>[] = [];
  await until(async () => {
    rows = await look.rows(`select ref, customer_id, promise_id, version from promises.promise where ref like $1`, [
      `${name}-%`,
    ]);
    return rows.length === promises;
  }, 30_000);
  return new Map(
    rows.map((row) => [
      String(row['ref']),
      {
        customer_id: String(row['customer_id']),
        promise_id: String(row['promise_id']),
        version: Number(row['version']),
      },
    ]),
  );
}

async function strike(post: Poster, headers: Record<string, string>, act: Act, key: Key): Promise<Struck> {
  const due = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const more = {
    settle: {},
    release: { words: 'Never mind.' },
    renegotiate: { words: 'The day after tomorrow, then.', agreed: true, due },
  };
  const ask = () => post(`/api/v1/promises/${act}`, JSON.stringify({ ...key, ...more[act] }), headers);
  let came = await ask();
  // Too many at once for this machine: nothing was saved, so it is asked again.
  for (let tries = 0; came.status === 503 && tries < 20; tries += 1) {
    await pause(250);
    came = await ask();
  }
  const ackedMs = Date.now();
  const status = came.status === undefined ? came.why : `${came.status} ${came.status === 200 ? '' : came.body}`.trim();
  return { promiseId: key.promise_id, act, status, ackedMs };
}

const endOf: Readonly<Record<Act, readonly string[]>> = {
  settle: ['kept', 'broken'],
  release: ['released'],
  renegotiate: ['renegotiated', 'broken'],
};

async function judge(look: Look, name: string, struck: readonly Struck[], promises: number): Promise<Hammered> {
  const faults = openFaults();
  const rows = await look.rows(
    `select p.promise_id, p.state, p.settled_at > p.due_at as late,
       coalesce((select json_agg((extract(epoch from a.rang_at) * 1000)::float8) from promises.alarm a
         where a.customer_id = p.customer_id and a.promise_id = p.promise_id), '[]') as rang,
       (select count(*)::int from promises.alarm a where a.customer_id = p.customer_id
         and a.promise_id = p.promise_id and a.kind = 'breach') as breaches
     from promises.promise p where p.ref like $1`,
    [`${name}-%`],
  );
  const found = new Map(rows.map((row) => [String(row['promise_id']), row]));
  for (const one of struck) judgeOne(one, found.get(one.promiseId), faults);
  if (struck.length !== promises) faults.add('not entered', String(promises - struck.length));
  for (const [rule, statement] of Object.entries(rules)) {
    const broken = await look.count(statement);
    if (broken !== 0) faults.add(`broken: ${rule}`, String(broken));
  }
  const rang = rows.filter((row) => row['breaches'] !== 0).length;
  return { promises, rang, silent: rows.length - rang, faults: faults.list() };
}

function judgeOne(one: Struck, row: Record<string, unknown> | undefined, faults: ReturnType<typeof openFaults>): void {
  const times = Array.isArray(row?.['rang']) ? row['rang'].map(Number) : [];
  if (one.status !== '200') faults.add('not taken', `${one.act} ${one.status}`);
  if (times.some((ms) => ms > one.ackedMs))
    faults.add('rang after it was acknowledged', JSON.stringify({ one, times }));
  if (!endOf[one.act].includes(String(row?.['state']))) faults.add('in another state', JSON.stringify({ one, row }));
  if (one.act === 'settle' && (row?.['state'] === 'broken') !== row?.['late'])
    faults.add('kept or broken by another time than its own', JSON.stringify(row));
}

const overdue = 'select count(*) from platform.timer where ring_at <= clock_timestamp()';
const rules: Readonly<Record<string, string>> = {
  'no timer is overdue': overdue,
  'no timer is of a promise that is not open': `select count(*) from platform.timer t
    join promises.promise p on p.customer_id = t.customer_id and p.promise_id = t.record_id where p.state <> 'open'`,
  'no line is of a promise that is not open': `select count(*) from today.line l
    join promises.promise p on p.customer_id = l.customer_id and l.key like '%:' || p.promise_id
    where l.settled_at is null and l.room = 'promises' and p.state <> 'open'`,
  'each that is open and due has rung once': `select count(*) from promises.promise p
    where state = 'open' and due_at < clock_timestamp() and due_at > heard_at and 1 <> (
      select count(*) from promises.alarm a where a.customer_id = p.customer_id and a.promise_id = p.promise_id
        and a.kind = 'breach')`,
  'the database saw no deadlock': 'select deadlocks from pg_stat_database where datname = current_database()',
};
