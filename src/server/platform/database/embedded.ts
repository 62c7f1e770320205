import { createHash } from 'node:crypto';
import { chmodSync, existsSync } from 'node:fs';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { type ClientAddress, withClient } from './client.ts';
import { chooseAccount, give } from './embedded-account.ts';
import { findBinaries } from './embedded-binaries.ts';
import { assertMajor, makeCluster, readSecret, type Secret } from './embedded-cluster.ts';
import { takeLock } from './embedded-lock.ts';
import {
  endStrays,
  findRunning,
  lastLines,
  type Plan,
  type Postmaster,
  readPidFile,
  signal,
  socketFolder,
  startPostmaster,
  stopPostmaster,
  waitReady,
  watch,
} from './embedded-postmaster.ts';
import { assertSafe, settingsFor, settingsMark, settingsText } from './embedded-settings.ts';

/** `folder` belongs to this module alone (cluster, secret, port, lock, log); `unsafe` trades durability for speed, in tests. */
export interface EmbeddedOptions {
  folder: string;
  log: Log;
  port?: number;
  unsafe?: boolean;
}

/** A PostgreSQL of our own, kept running until `stop`. The address stays the same when the server is restarted. */
export interface Embedded {
  /** As the owner of the database `kept`: not a superuser, may create databases. Holds a password: never log it. */
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  /** How often PostgreSQL died and was started again. */
  readonly restartCount: number;
  /** Calls back each time PostgreSQL dies on its own, before it is started again. */
  onExit(listener: (reason: string) => void): void;
  /** Resolves once PostgreSQL is down for good: after `stop`. */
  readonly died: Promise<void>;
  stop(): Promise<void>;
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** The port of last time where it is still free, so that addresses noted elsewhere stay true. */
async function choosePort(folder: string, wanted: number | undefined): Promise<number> {
  const path = join(folder, 'port');
  const last = Number(await readFile(path, 'utf8').catch(() => '0'));
  const port = (await freePort(wanted ?? last)) ?? (wanted === undefined ? await freePort(0) : undefined);
  if (port === undefined)
    throw new Error(`Port ${wanted ?? last} on 127.0.0.1 is taken: choose another for the database.`);
  await writeFile(path, String(port), { mode: 0o600 });
  return port;
}

/** A postmaster that a killed parent left: adopted when it has our settings, else stopped; in both cases with its data. */
async function takeOver(plan: Plan, wantedPort: number | undefined, log: Log): Promise<Postmaster | undefined> {
  const pid = await findRunning(plan.cluster);
  if (pid === undefined) return undefined;
  const orphan = watch(pid);
  if (await waitReady(plan.cluster, pid, 20)) {
    const port = (await readPidFile(plan.cluster))?.port ?? 0;
    const name = await readFile(join(plan.folder, 'running'), 'utf8').catch(() => '');
    if (name === plan.name && port > 0 && (wantedPort ?? port) === port) {
      plan.port = port;
      log.warn({ pid, folder: plan.folder }, 'took over the PostgreSQL that an earlier Kept left running');
      return orphan;
    }
  }
  log.warn({ pid, folder: plan.folder }, 'stopping the PostgreSQL that an earlier Kept left running');
  await stopPostmaster(orphan);
  return undefined;
}

async function launchPlan(plan: Plan, wantedPort: number | undefined): Promise<Postmaster> {
  plan.port = await choosePort(plan.folder, wantedPort);
  await writeFile(join(plan.folder, 'running'), plan.name, { mode: 0o600 });
  return await startPostmaster(plan);
}

function address(plan: Plan, user: 'postgres' | 'kept', secret: Secret, database: string): string {
  const socket = socketFolder(plan);
  const by = socket === undefined ? '' : `?host=${encodeURIComponent(socket)}`;
  return `postgres://${user}:${secret[user]}@127.0.0.1:${plan.port}/${database}${by}`;
}

/** The same, over a connection of the start itself. */
function starting(plan: Plan, user: 'postgres' | 'kept', secret: Secret, database: string): ClientAddress {
  return { url: address(plan, user, secret, database), name: 'kept-start' };
}

/** Makes the role and the database of Kept where they are missing (also after a kill between the two). */
async function makeDatabase(plan: Plan, secret: Secret): Promise<void> {
  await withClient(starting(plan, 'postgres', secret, 'postgres'), async (client) => {
    const role = await client.query("select 1 from pg_roles where rolname = 'kept'");
    if (role.rowCount === 0)
      await client.query(
        `create role kept login createdb password ${client.escapeLiteral(secret.kept)} in role pg_monitor`,
      );
    const database = await client.query("select 1 from pg_database where datname = 'kept'");
    if (database.rowCount === 0) await client.query('create database kept owner kept');
  });
}

async function openSafely(plan: Plan, secret: Secret, unsafe: boolean): Promise<void> {
  await makeDatabase(plan, secret);
  if (!unsafe) await withClient(starting(plan, 'kept', secret, 'kept'), assertSafe);
}

/** Starts again what died, with back-off from 0.1 to 5 s, until `isStopped`. */
async function revive(plan: Plan, log: Log, isStopped: () => boolean): Promise<Postmaster | undefined> {
  for (let wait = 100; !isStopped(); wait = Math.min(5000, wait * 2)) {
    await sleep(wait);
    await endStrays(plan.place);
    if (isStopped()) return undefined;
    try {
      return await startPostmaster(plan);
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : String(error) }, 'PostgreSQL did not start again');
    }
  }
  return undefined;
}

function supervise(plan: Plan, first: Postmaster, secret: Secret, log: Log, release: () => Promise<void>): Embedded {
  let current = first;
  let restartCount = 0;
  let stopping = false;
  const listeners: ((reason: string) => void)[] = [];
  const atExit = () => signal(current.pid, 'SIGINT');
  process.once('exit', atExit);

  async function keepAlive(): Promise<void> {
    while (!stopping) {
      const reason = await current.gone;
      if (stopping) return;
      log.error({ pid: current.pid, reason, last: await lastLines(plan.folder) }, 'PostgreSQL died; starting it again');
      for (const listener of listeners) listener(reason);
      const revived = await revive(plan, log, () => stopping);
      if (!revived) return;
      current = revived;
      restartCount += 1;
      log.info({ pid: current.pid, restartCount }, 'PostgreSQL runs again');
    }
  }
  const kept = keepAlive();
  const { promise: died, resolve: down } = Promise.withResolvers<void>();
  let stopped: Promise<void> | undefined;

  async function stop(): Promise<void> {
    stopping = true;
    await stopPostmaster(current);
    await kept;
    // A start that was under way when we were asked to stop.
    await stopPostmaster(current);
    process.off('exit', atExit);
    await release();
    down();
  }

  return {
    url: address(plan, 'kept', secret, 'kept'),
    get pid() {
      return current.pid;
    },
    folder: plan.folder,
    get restartCount() {
      return restartCount;
    },
    onExit: (listener) => void listeners.push(listener),
    died,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/**
 * Starts and supervises a PostgreSQL of our own in `folder`, making it at the first time; never deletes data.
 * Throws EmbeddedBusy within 2 s when another process holds the folder, UnsafeSettings, or an error saying what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log, unsafe = false } = options;
  const binaries = await findBinaries();
  await mkdir(options.folder, { recursive: true, mode: 0o755 });
  const folder = await realpath(options.folder);
  const release = await takeLock(folder);
  try {
    const cluster = join(folder, 'cluster');
    const account = chooseAccount(folder, cluster, binaries.postgres);
    const secret = await readSecret(folder, cluster);
    if (existsSync(cluster)) await assertMajor(cluster, binaries);
    else {
      log.info({ folder }, 'making a new database');
      await makeCluster(folder, cluster, binaries, account, secret);
    }
    await give(account, cluster);
    const settings = settingsFor(undefined, unsafe);
    const place = `kept-${createHash('sha256').update(cluster).digest('hex').slice(0, 8)}`;
    const plan: Plan = {
      account,
      postgres: binaries.postgres,
      folder,
      cluster,
      port: 0,
      place,
      name: `${place}-${settingsMark(settings)}`,
    };
    const postmaster =
      (await takeOver(plan, options.port, log)) ?? (await startFresh(plan, options.port, settingsText(settings)));
    try {
      await openSafely(plan, secret, unsafe);
    } catch (error) {
      await stopPostmaster(postmaster);
      throw error;
    }
    return supervise(plan, postmaster, secret, log, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function startFresh(plan: Plan, wantedPort: number | undefined, settings: string): Promise<Postmaster> {
  const path = join(plan.cluster, 'kept.conf');
  await writeFile(path, settings, { mode: 0o644 });
  chmodSync(path, 0o644);
  await endStrays(plan.place);
  return await launchPlan(plan, wantedPort);
}
