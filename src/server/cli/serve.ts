import { existsSync, rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Kept, openKept } from '../kept.ts';
import { machineClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { troubleOf } from '../platform/database/open.ts';
import type { Log } from '../platform/log.ts';
import { localTokenFile, makeLocalToken } from '../staff/local-token.ts';
import { setUpLink } from '../staff/set-up-service.ts';
import { exits, stop } from './exit.ts';
import { findLastServer, type RunningServer, serverFile } from './house.ts';
import { words } from './words.ts';

const webFolder = fileURLToPath(new URL('../../../dist/web', import.meta.url));
/** How many ports after the usual one are tried. */
const portsTried = 50;
/** Open requests get so long after a signal, then their connections are cut; the process ends before ten seconds. */
const patienceMs = 5_000;
const lastMs = 9_500;
const farewellMs = 60;

/** A Kept that listens. */
export interface Served {
  readonly kept: Kept;
  readonly config: Config;
  /** Where people open it. */
  readonly origin: string;
  /** Where this machine reaches it. */
  readonly localUrl: string;
  /** The one-time link of a house that is not set up yet. */
  readonly setUp: string | undefined;
  close(): Promise<void>;
}

/** Opens a Kept on a migrated database, listens, and writes down how the other commands find it. */
export async function serve(options: { config: Config; databaseUrl: string; log: Log }): Promise<Served> {
  const { databaseUrl, log } = options;
  const config: Config = { ...options.config, predecessorId: (await findLastServer(options.config))?.serverId };
  const kept = await openKept({
    config,
    databaseUrl,
    log,
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : undefined,
  });
  try {
    const origin = await kept
      .listen()
      .catch((error: NodeJS.ErrnoException) => stop(exits.refused, notHeard(config, error)));
    const localUrl = localUrlOf(kept, config);
    makeLocalToken(config);
    await writeServer(config, localUrl);
    const setUp = await setUpLink(kept.house);
    const tidy = () => forget(config);
    process.once('exit', tidy);
    const close = async () => {
      await closeSoon(kept);
      process.off('exit', tidy);
      forget(config);
    };
    return { kept, config, origin, localUrl, setUp, close };
  } catch (error) {
    await kept.close();
    throw error;
  }
}

function forget(config: Config): void {
  rmSync(serverFile(config), { force: true });
  rmSync(localTokenFile(config), { force: true });
}

async function writeServer(config: Config, url: string): Promise<void> {
  const says: RunningServer = {
    pid: process.pid,
    url,
    serverId: config.serverId,
    startedAt: machineClock.now().toISOString(),
  };
  await mkdir(join(config.dataFolder, 'run'), { recursive: true, mode: 0o700 });
  const draft = `${serverFile(config)}.${config.serverId}`;
  await writeFile(draft, `${JSON.stringify(says)}\n`, { mode: 0o600 });
  await rename(draft, serverFile(config));
}

function localUrlOf(kept: Kept, config: Config): string {
  const address = kept.app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const scheme = config.tls === undefined ? 'http' : 'https';
  const isEverywhere = config.host === '0.0.0.0' || config.host === '::';
  const host = isEverywhere ? '127.0.0.1' : config.host;
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function notHeard(config: Config, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return words.portTaken(config.host, config.port);
  return words.notListening(config.host, config.port, error.code ?? error.message);
}

/** Ends in patience, then cuts what is still open. */
async function closeSoon(kept: Kept): Promise<void> {
  const hurry = setTimeout(() => kept.app.server.closeAllConnections(), patienceMs);
  try {
    await kept.close();
    // The pools' farewells are on their way; a database stopped at once would complain of them.
    await pause(farewellMs);
  } finally {
    clearTimeout(hurry);
  }
}

/** The port to listen on: the one that was asked for, refused where it is taken, else the next free one. */
export async function choosePort(config: Config): Promise<number> {
  if (config.port === 0) return 0;
  const last = config.portIsGiven ? config.port : Math.min(65_535, config.port + portsTried);
  for (let port = config.port; port <= last; port += 1) if (await isFree(config.host, port)) return port;
  return stop(exits.refused, words.portTaken(config.host, config.port));
}

/** A port that is in use says EADDRINUSE; any other trouble is told better by listening itself. */
function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** A port that is free now. */
export function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A fault that nobody caught ends the server, so that it is started anew; a database that is away does not. */
export function watchFaults(log: Log): void {
  const onFault = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (troubleOf(error) !== undefined) return log.warn({ error: text }, 'the database was away');
    log.error({ error: text }, 'a fault that nobody caught; ending');
    process.stderr.write(`kept: ${words.uncaught(error instanceof Error ? error.message : String(error))}\n`);
    return process.exit(exits.fault);
  };
  process.on('unhandledRejection', onFault);
  process.on('uncaughtException', onFault);
}

/** Resolves with the signal that asks this process to end; a second one ends it at once. */
export function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    let isAsked = false;
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.removeAllListeners(name);
      process.on(name, () => {
        if (isAsked) process.exit(exits.fault);
        isAsked = true;
        resolve(name);
      });
    }
  });
}

/** Runs what closes everything; where it does not end in time the process is ended all the same. */
export async function endInTime(work: () => Promise<void>): Promise<void> {
  const given = new AbortController();
  const watchdog = pause(lastMs, undefined, { signal: given.signal, ref: false }).then(
    () => process.exit(exits.fault),
    () => undefined,
  );
  await work();
  given.abort();
  await watchdog;
}
