import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, launch } from './embedded-account.ts';
import { bornAt } from './embedded-lock.ts';

/** A running postmaster, whether we started it or found it. `gone` resolves when it has ended, whatever the reason. */
export interface Postmaster {
  pid: number;
  gone: Promise<string>;
}

/** All that it takes to start PostgreSQL on a cluster. `place` marks its processes on this machine, `name` its settings too. */
export interface Plan {
  account: Account;
  postgres: string;
  folder: string;
  cluster: string;
  port: number;
  place: string;
  name: string;
}

interface PidFile {
  pid: number;
  port: number;
  status: string;
}

/** Reads what a postmaster says of itself in its folder; undefined when none has started or the last one ended well. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** The postmaster that runs on this cluster now, though its parent may be dead; undefined when the pid is somebody else's. */
export async function findRunning(cluster: string): Promise<number | undefined> {
  const file = await readPidFile(cluster);
  if (!file?.pid || bornAt(file.pid) === undefined) return undefined;
  if (process.platform !== 'linux') return file.pid;
  return commandLine(file.pid).includes(cluster) ? file.pid : undefined;
}

/** Sends a signal (0 only asks); false when there is no such process. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Watches a postmaster that is not our child. */
export function watch(pid: number): Postmaster {
  const born = bornAt(pid);
  const gone = new Promise<string>((resolve) => {
    const timer = setInterval(() => {
      if (born !== undefined && bornAt(pid) === born) return;
      clearInterval(timer);
      resolve('it ended');
    }, 200);
    timer.unref();
  });
  return { pid, gone };
}

function openLog(folder: string): number {
  const path = join(folder, 'postgres.log');
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return openSync(path, size > 8_000_000 ? 'w' : 'a', 0o600);
}

/** The last lines of PostgreSQL's own log, for a message about a start that failed. */
export async function lastLines(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}

/**
 * PostgreSQL does not start where the pid of its last postmaster exists, though it be a zombie (a container has no init to
 * collect it) or somebody else's by now. Stray children are ended before this, and the folder is locked by us: then its
 * pid file goes. A pid that is simply gone PostgreSQL judges by itself.
 */
async function forgetDead(cluster: string): Promise<void> {
  if ((await findRunning(cluster)) !== undefined) return;
  const pid = (await readPidFile(cluster))?.pid;
  if (pid && signal(pid, 0)) await rm(join(cluster, 'postmaster.pid'), { force: true });
  // The socket's lock names a pid too, and is believed as long as any process, or the shadow of one, has that number.
  for (const name of await readdir(cluster)) {
    if (name.startsWith('.s.PGSQL.')) await rm(join(cluster, name), { force: true });
  }
}

/**
 * Where the server's socket lies: beside its data, readable by it and root alone; half the cost of loopback TCP for a
 * batch. `undefined` where the path is longer than a socket's address may be, or the system has none.
 */
export function socketFolder(plan: Pick<Plan, 'cluster'>): string | undefined {
  const tooLong = Buffer.byteLength(`${plan.cluster}/.s.PGSQL.65535`) > 100;
  return tooLong || /[,"\s]/.test(plan.cluster) || process.platform === 'win32' ? undefined : plan.cluster;
}

/** Starts PostgreSQL as our child and waits until it takes connections, or throws with the end of its log. */
export async function startPostmaster(plan: Plan): Promise<Postmaster> {
  await forgetDead(plan.cluster);
  const log = openLog(plan.folder);
  const args = ['-D', plan.cluster, '-c', `port=${plan.port}`, '-c', `cluster_name=${plan.name}`];
  args.push('-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${socketFolder(plan) ?? ''}`);
  args.push('-c', 'unix_socket_permissions=0700', '-c', 'logging_collector=off');
  const child = launch(plan.account, plan.postgres, args, log);
  closeSync(log);
  let ended: string | undefined;
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, killer) => resolve(killer ? `killed by ${killer}` : `exit code ${code}`));
  });
  void gone.then((reason) => {
    ended = reason;
  });
  child.unref();
  const pid = child.pid ?? -1;
  while (!(await isReady(plan.cluster, pid))) {
    if (ended !== undefined) throw new Error(`PostgreSQL did not start (${ended}):\n${await lastLines(plan.folder)}`);
    await sleep(15);
  }
  return { pid, gone };
}

async function isReady(cluster: string, pid: number): Promise<boolean> {
  const file = await readPidFile(cluster);
  return file?.pid === pid && file.status === 'ready';
}

/** Waits until a postmaster takes connections; false after `seconds`. */
export async function waitReady(cluster: string, pid: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    if (await isReady(cluster, pid)) return true;
    if (bornAt(pid) === undefined) return false;
    await sleep(50);
  }
  return false;
}

/** Ends a postmaster: politely (sessions cut, everything written), after 30 s at once (the log replays at the next start). */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT'] as const) {
    if (await isGone(postmaster, 0)) return;
    signal(postmaster.pid, name);
    if (await isGone(postmaster, 30_000)) return;
  }
}

async function isGone(postmaster: Postmaster, milliseconds: number): Promise<boolean> {
  const waiting = new AbortController();
  const late = sleep(milliseconds, false, { signal: waiting.signal }).catch(() => false);
  const gone = await Promise.race([postmaster.gone.then(() => true), late]);
  waiting.abort();
  return gone;
}

/** Ends the children that a killed postmaster left behind; while one lives, no new postmaster may open the cluster. */
export async function endStrays(place: string): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    const left = strays(place);
    if (left.length === 0) return;
    for (const pid of left) signal(pid, round < 50 ? 'SIGQUIT' : 'SIGKILL');
    await sleep(50);
  }
}

function strays(place: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').map(Number);
  return pids.filter((pid) => pid > 0 && commandLine(pid).startsWith(`postgres: ${place}`));
}
