import { setTimeout as pause } from 'node:timers/promises';
import { type MailServer, openMailServer } from '../support/mail-server.ts';
import { type AlarmVerdict, checkAlarms } from './alarm-checker.ts';
import {
  type Look,
  type Made,
  makePromises,
  openLook,
  type Sort,
  type Staff,
  seatStaff,
  until,
} from './alarm-scene.ts';
import { besideServer, openServerProcess, type ServerProcess, type Surroundings } from './server-process.ts';

/** Several servers on one database, with a mail server, people and departments. */
export interface AlarmHouse {
  readonly servers: readonly ServerProcess[];
  readonly mail: MailServer;
  readonly staff: Staff;
  readonly look: Look;
  /** What each of its servers has in its environment. */
  readonly env: Surroundings;
  close(): Promise<void>;
}

/** Opens so many servers on one database; the first has started it, unless the address of one that is there is given. */
export async function openAlarmHouse(count: number, databaseUrl?: string): Promise<AlarmHouse> {
  const mail = await openMailServer();
  // Each server has two pools, and the house's own PostgreSQL takes sixty connections in all.
  const env = {
    KEPT_SMTP_URL: `smtp://127.0.0.1:${mail.port}?ignoreTLS=true`,
    ...(count > 2 ? { KEPT_POOL: '5' } : {}),
  };
  const first = await openServerProcess({ env, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const others: ServerProcess[] = [];
  let look: Look | undefined;
  const close = async () => {
    await look?.close();
    for (const server of [...others, first]) await server.close();
    await mail.close();
  };
  try {
    for (let no = 1; no < count; no += 1) others.push(await besideServer(first, env));
    for (const server of others) await server.start();
    look = await openLook(first.databaseUrl());
    return { servers: [first, ...others], mail, staff: await seatStaff(look), look, env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One drill's size. */
export interface AlarmDrill {
  readonly name: string;
  readonly promises: number;
  readonly kills: number;
  /** From its making until the first promise is due, and over how long they fall due, in milliseconds. */
  readonly leadMs: number;
  readonly spanMs: number;
  /** Letters that a dead server had in its hands are taken from it after seconds, as if the minute had passed. */
  readonly hurry: boolean;
}

/** Every seventh promise or so has a keeper who left, a department that was closed, or nobody. */
function sortOf(at: number): Sort {
  const strays: readonly Sort[] = ['left', 'succeeded', 'closed', 'unknown', 'nobody'];
  if (at % 9 === 0) return strays[(at / 9) % strays.length] ?? 'own';
  return at % 4 === 0 ? 'asked' : 'own';
}

/** D10: promises fall due while the servers are killed at random, each alone or two at once, and started again. */
export async function runAlarmDrill(house: AlarmHouse, drill: AlarmDrill): Promise<AlarmVerdict> {
  const { servers } = house;
  const making = make(house, drill, servers);
  const deaths = new Map<ServerProcess, number>();
  let kills = 0;
  await pause(drill.leadMs / 2);
  while (kills < drill.kills) {
    await pause(50 + Math.random() * 500);
    const dying = servers.filter(() => Math.random() < 0.5).slice(0, Math.min(2, drill.kills - kills));
    for (const server of dying) deaths.set(server, (deaths.get(server) ?? 0) + 1);
    kills += dying.length;
    await Promise.all(
      dying.map(async (server) => {
        await server.end('SIGKILL');
        await pause(Math.random() * 300);
        await startAgain(server);
      }),
    );
  }
  return judge(house, drill, await making);
}

/** Promises fall due while nothing is killed. */
export async function runQuietDrill(house: AlarmHouse, drill: AlarmDrill): Promise<AlarmVerdict> {
  return judge(house, drill, await make(house, drill, house.servers));
}

/** D12: a server kills itself before, after and between sending and marking, again and again. */
export async function runLetterDrill(house: AlarmHouse, drill: AlarmDrill): Promise<AlarmVerdict> {
  const [server, ...others] = house.servers;
  if (server === undefined) throw new Error('no server');
  for (const other of others) await other.end('SIGKILL');
  const made = await make(house, drill, [server]);
  await server.end('SIGKILL');
  const points = ['before-send', 'after-send', 'after-mark'];
  const most = Math.max(1, Math.floor(drill.promises / drill.kills / 2));
  const stuck: string[] = [];
  for (let kill = 0; kill < drill.kills; kill += 1) {
    const fault = `${points[kill % points.length]}:${1 + Math.floor(Math.random() * most)}`;
    await server.start({ FAULT: fault });
    const died = await Promise.race([server.killsItself().then(() => true), pause(60_000, false, { ref: false })]);
    if (!died) {
      stuck.push(`it did not pass ${fault}`);
      await server.end('SIGKILL');
    }
  }
  await server.start();
  // Asked to end in the middle of sending it leaves the rest to the next.
  const { code, ms } = await server.end('SIGTERM');
  if (code !== 0 || ms > 9_000) stuck.push(`SIGTERM ended with ${code} after ${Math.round(ms)} ms`);
  // The first took its database with it: the others come after.
  for (const one of house.servers) await startAgain(one);
  const verdict = await judge(house, drill, made);
  return { ...verdict, faults: [...verdict.faults, ...stuck] };
}

/** P6: everything falls due while no server runs; each rings once after the start, oldest first, and says how late. */
export async function runDownDrill(house: AlarmHouse, drill: AlarmDrill, hoursDown: number): Promise<AlarmVerdict> {
  const { look, servers } = house;
  const [server] = servers;
  const made = await make(house, drill, servers);
  await until(async () => (await look.count('select count(*) from platform.timer')) >= made.length, 60_000);
  // Not asked to end: the first would take its database with it.
  for (const one of servers) await one.end('SIGKILL');
  // The time passes by the database's own rows: as if nothing had run for so long.
  const ms = hoursDown * 3_600_000;
  for (const statement of [
    `update promises.promise set made_at = made_at - $2 * interval '1 ms', heard_at = heard_at - $2 * interval '1 ms',
       due_at = due_at - $2 * interval '1 ms', adequate_at = adequate_at - $2 * interval '1 ms' where ref like $1 || '-%'`,
    `update platform.timer t set ring_at = ring_at - $2 * interval '1 ms' from promises.promise p
     where p.customer_id = t.customer_id and p.promise_id = t.record_id and p.ref like $1 || '-%'`,
  ]) {
    await look.rows(statement, [drill.name, ms]);
  }
  await server?.start();
  const verdict = await judge(
    house,
    { ...drill, leadMs: 0 },
    made.map((one) => ({ ...one, dueMs: one.dueMs - ms })),
  );
  const disorder = await look.count(
    `select count(*) from (select rang_at, ring_at, max(ring_at) over (order by rang_at, ring_at) as before
       from promises.alarm join promises.promise using (customer_id, promise_id) where ref like $1 || '-%') a
     where ring_at < before`,
    [drill.name],
  );
  for (const other of servers.slice(1)) await other.start();
  return disorder === 0 ? verdict : { ...verdict, faults: [...verdict.faults, `${disorder} rang after younger ones`] };
}

async function make(house: AlarmHouse, drill: AlarmDrill, servers: readonly ServerProcess[]): Promise<Made[]> {
  const [first] = house.servers;
  if (first === undefined) throw new Error('no server');
  const { writeKey } = await first.makeSource(drill.name);
  house.mail.taken.length = 0;
  return makePromises(servers, {
    writeKey,
    name: drill.name,
    promises: drill.promises,
    sides: house.staff.sides,
    sortOf,
    dueIn: () => Math.round(drill.leadMs + Math.random() * drill.spanMs),
  });
}

/** Starts a server as a supervisor does, who tries again: what starts while its database does may give up. */
async function startAgain(server: ServerProcess): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await server.start();
      // Its own giving up is no death; another's would be.
      if (tries > 1) server.deaths.length = 0;
      return;
    } catch (error) {
      if (tries === 5) throw error;
      await pause(300);
    }
  }
}

/** Waits until all has rung and was sent, and looks. */
async function judge(house: AlarmHouse, drill: AlarmDrill, made: readonly Made[]): Promise<AlarmVerdict> {
  const { look, mail, staff, servers } = house;
  const last = Math.max(...made.map((one) => one.dueMs)) - Date.now();
  if (last > 0) await pause(last);
  const quiet = async () => {
    if (drill.hurry) await takeFromTheDead(look);
    const rung = await look.count(
      `select count(*) from promises.alarm join promises.promise using (customer_id, promise_id) where ref like $1 || '-%'`,
      [drill.name],
    );
    const waiting = await look.count(`select count(*) from today.delivery where state = 'waiting'`);
    return rung >= made.filter((one) => one.inTime).length && waiting === 0;
  };
  const settled = await until(quiet, drill.hurry ? 60_000 : 240_000);
  const verdict = await checkAlarms(look, { made, staff, name: drill.name, taken: mail.taken, kills: drill.kills });
  const deaths = servers.flatMap((server) => server.deaths.splice(0));
  return { ...verdict, faults: [...verdict.faults, ...(settled ? [] : ['it never came to rest']), ...deaths] };
}

/** What was taken more than five seconds ago and is not sent was in the hands of a server that was killed. */
async function takeFromTheDead(look: Look): Promise<void> {
  await look.rows(
    `update today.delivery set next_at = clock_timestamp()
     where state = 'waiting' and tries > 0 and error is null
       and next_at between clock_timestamp() and clock_timestamp() + interval '55 seconds'`,
  );
}

/** A verdict in one line. */
export function lineOf(name: string, verdict: AlarmVerdict, kills: number): string {
  const { promises, alarms, tellings, letters, doubled, delayMs } = verdict;
  return [
    `${name}: ${promises} promises, ${kills} kills, ${alarms} alarms, ${tellings} tellings`,
    `${letters} letters (${doubled} twice, at most 5 a kill)`,
    `rang after p50 ${delayMs.p50} ms, p99 ${delayMs.p99} ms, at most ${delayMs.most} ms`,
  ].join(', ');
}
