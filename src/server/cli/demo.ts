import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { machineClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { migrateAddress } from '../platform/database/migrate.ts';
import type { Log } from '../platform/log.ts';
import { openServer, type Server } from './ask.ts';
import { besides, dropDatabase, makeDatabase, nameOf } from './database-store.ts';
import { loadDemo, readRun, writeRun } from './demo-load.ts';
import { demoAddress, inviteCast, joinCast, renewPassword, setUpDemo } from './demo-people.ts';
import { promiseInPublic } from './demo-standing.ts';
import { type Exit, exits, stop } from './exit.ts';
import { commandLog, demoConfigOf, findServer, type Reached, reachDatabase, serverLog, takeFolder } from './house.ts';
import { askedToEnd, choosePort, endInTime, freePort, type Served, serve, watchFaults } from './serve.ts';
import { isAsking, type Show } from './show.ts';
import { words } from './words.ts';

/** What `kept demo` may be told; customers, seed and `until` count for the first time only. */
export interface DemoOptions {
  readonly customers?: number | undefined;
  readonly seed?: number | undefined;
  readonly until?: string | undefined;
  readonly newPassword?: boolean | undefined;
}

const usual = { customers: 300, seed: 1 };

/** A demo that is served. */
export interface OpenDemo {
  readonly served: Served;
  close(): Promise<void>;
}

/** Opens the demo company in a database beside the house's, loads it where it is not yet, and serves it on a port of its own. */
export async function openDemo(about: {
  config: Config;
  database: Reached;
  log: Log;
  options: DemoOptions;
  show: Show;
  signal: AbortSignal;
}): Promise<OpenDemo> {
  const { database, log, show, signal } = about;
  const config = await configOf(about.config);
  const release = await takeFolder(config);
  const closing: (() => Promise<void>)[] = [release];
  const close = async () => {
    for (const one of closing.toReversed()) await one();
  };
  try {
    const name = demoName(database.url);
    const isNew = await makeDatabase(database.url, name);
    const databaseUrl = besides(database.url, name);
    await migrateAddress(databaseUrl);
    const served = await serve({ config, databaseUrl, log });
    closing.push(served.close);
    const server = openServer(served.localUrl, config);
    closing.push(async () => server.close());
    const password = await fill({ ...about, config, served, server, isNew });
    tell(served, password, show);
    const leaving = new AbortController();
    const joining = joinCast(server, AbortSignal.any([signal, leaving.signal])).catch((error: unknown) =>
      log.debug({ error: error instanceof Error ? error.message : 'unknown' }, 'not everybody of the cast has joined'),
    );
    closing.push(async () => {
      leaving.abort();
      await joining;
    });
    return { served, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The name of the demo's database on a server. */
function demoName(url: string): string {
  return `${nameOf(url)}_demo`;
}

/** A demo writes no letters, and is opened under another name than the house, so that a browser keeps the two apart. */
async function configOf(config: Config): Promise<Config> {
  const next = { ...demoConfigOf(config), port: config.port + 1, portIsGiven: false, smtpUrl: undefined };
  const port = config.port === 0 ? await freePort(config.host) : await choosePort(next);
  const scheme = config.tls === undefined ? 'http' : 'https';
  const baseUrl = config.host === '127.0.0.1' ? `${scheme}://localhost:${port}` : undefined;
  return { ...next, port, portIsGiven: true, baseUrl };
}

interface Filling {
  readonly config: Config;
  readonly served: Served;
  readonly server: Server;
  readonly isNew: boolean;
  readonly options: DemoOptions;
  readonly show: Show;
  readonly signal: AbortSignal;
}

/** Loads what is not loaded; gives back the administrator's password where it was made now. */
async function fill(about: Filling): Promise<string | undefined> {
  const { config, served, server, options, show, signal } = about;
  const before = about.isNew ? undefined : await readRun(config);
  if (before?.loaded === true) {
    show.line(words.demo.already(before.customers));
    return options.newPassword === true ? renewPassword(server) : undefined;
  }
  const run = before ?? {
    customers: options.customers ?? usual.customers,
    seed: options.seed ?? usual.seed,
    until: options.until ?? monthStart(),
    loaded: false,
    messages: 0,
  };
  await writeRun(config, run);
  const password = served.setUp === undefined ? await renewPassword(server) : await setUpDemo(server, served.setUp);
  await inviteCast(server);
  await promiseInPublic(server, run.until);
  show.line(words.demo.loading(run.customers));
  const messages = await loadDemo(server, run, show, signal);
  await served.kept.delivery.settled();
  await writeRun(config, { ...run, loaded: true, messages });
  return password;
}

function monthStart(): string {
  return `${machineClock.now().toISOString().slice(0, 7)}-01T00:00:00.000Z`;
}

function tell(served: Served, password: string | undefined, show: Show): void {
  show.figures({
    url: served.origin,
    local_url: served.localUrl,
    data: served.config.dataFolder,
    email: demoAddress,
    password: password ?? null,
    pid: process.pid,
  });
  show.line(words.demo.running(served.origin));
  show.line(words.demo.signIn(demoAddress, password));
}

/** `kept demo`: serves the demo company until a signal ends it. */
export async function demo(config: Config, options: DemoOptions, show: Show): Promise<Exit> {
  const { log, file } = serverLog(demoConfigOf(config));
  const leaving = new AbortController();
  const database = await reachDatabase(config, log);
  watchFaults(log);
  const asked = askedToEnd();
  void asked.then(() => leaving.abort());
  let opened: OpenDemo;
  try {
    opened = await openDemo({ config, database, log, options, show, signal: leaving.signal });
  } catch (error) {
    await database.close();
    if (leaving.signal.aborted) stop(exits.fault, words.demo.halfLoaded);
    throw error;
  }
  if (file !== undefined) show.line(words.logHere(file));
  show.line(words.demo.toRemove);
  show.line(words.howToStop);
  show.line(words.ending(await asked));
  await endInTime(async () => {
    await opened.close();
    await database.close();
  });
  show.line(words.ended);
  return exits.done;
}

/** `kept demo --remove`: the demo's database and folder go in one act; nothing else is touched. */
export async function removeDemo(config: Config, options: { yes?: boolean | undefined }, show: Show): Promise<Exit> {
  const own = demoConfigOf(config);
  const running = await findServer(own);
  if (running !== undefined) stop(exits.refused, words.demo.stopFirst(running.pid));
  if (options.yes !== true && !(await isMeant())) stop(exits.refused, words.demo.notRemoved);
  const database = await reachDatabase(config, commandLog(config));
  try {
    const release = existsSync(own.dataFolder) ? await takeFolder(own) : async () => {};
    const wasThere = await dropDatabase(database.url, demoName(database.url));
    await release();
    await rm(own.dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    show.figures({ removed: wasThere });
    show.line(wasThere ? words.demo.removed : words.demo.nothingToRemove);
    return exits.done;
  } finally {
    await database.close();
  }
}

async function isMeant(): Promise<boolean> {
  if (!isAsking()) return false;
  const { confirm } = await import('@clack/prompts');
  return (await confirm({ message: words.demo.sure, initialValue: false })) === true;
}
