import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../platform/config.ts';
import { addressOfRunning } from '../platform/database/embedded-address.ts';
import { holderOf, takeLock } from '../platform/database/embedded-lock.ts';
import { type Log, openLog } from '../platform/log.ts';
import { exits, stop } from './exit.ts';
import { words } from './words.ts';

/** What a running server says of itself in its data folder. */
const serverSchema = z.object({
  pid: z.number().int(),
  /** Where this machine reaches it. */
  url: z.string(),
  serverId: z.string(),
  startedAt: z.string(),
});
/** A server that runs on this data folder. */
export type RunningServer = z.infer<typeof serverSchema>;

/** Where a running server writes down how it is found. */
export function serverFile(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'run', 'server.json');
}

/** Where the embedded database of a data folder stands. */
export function databaseFolder(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'database');
}

/** Where the demo company's own files stand. */
export function demoConfigOf(config: Config): Config {
  return { ...config, dataFolder: join(config.dataFolder, 'demo'), baseUrl: undefined };
}

/** The server that holds this data folder now; undefined when none does. */
export async function findServer(config: Config): Promise<RunningServer | undefined> {
  const holder = await holderOf(config.dataFolder);
  if (holder === undefined) return undefined;
  const last = await findLastServer(config);
  return last?.pid === holder ? last : undefined;
}

/** The server that noted itself last in this data folder; to whoever holds the folder it is one that was killed. */
export async function findLastServer(config: Config): Promise<RunningServer | undefined> {
  try {
    const read = serverSchema.safeParse(JSON.parse(await readFile(serverFile(config), 'utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the data folder (its owner's alone) and takes it for this process; throws EmbeddedBusy where another has it. */
export async function takeFolder(config: Config): Promise<() => Promise<void>> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) =>
    stop(exits.fault, words.folderNotMade(config.dataFolder, error.code ?? '')),
  );
  return takeLock(config.dataFolder);
}

/** A database that a command may use. */
export interface Reached {
  /** Holds a password: never shown. */
  readonly url: string;
  /** The same for people: without a password. */
  readonly where: string;
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

/** An address without its user and password. */
export function shown(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}

/**
 * The database of this house: that of DATABASE_URL, else the embedded one of the server that runs, else the embedded
 * one, started for this command and stopped with `close`.
 */
export async function reachDatabase(config: Config, log: Log): Promise<Reached> {
  if (config.databaseUrl !== undefined)
    return { url: config.databaseUrl, where: shown(config.databaseUrl), isEmbedded: false, close: async () => {} };
  const folder = databaseFolder(config);
  const holder = await holderOf(folder);
  if (holder !== undefined) {
    const url = await addressOfRunning(folder);
    if (url === undefined) stop(exits.refused, words.databaseStarting(folder, holder));
    return { url, where: folder, isEmbedded: true, close: async () => {} };
  }
  const release = await takeFolder(config);
  const close = await startOwn(config, log).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  return {
    ...close,
    async close() {
      await close.close();
      await release();
    },
  };
}

/** Starts the embedded database of a data folder that this process holds. */
export async function startOwn(config: Config, log: Log): Promise<Reached> {
  const { startEmbedded } = await import('../platform/database/embedded.ts');
  const folder = databaseFolder(config);
  const embedded = await startEmbedded({ folder, log, unsafe: config.unsafe });
  return { url: embedded.url, where: folder, isEmbedded: true, close: () => embedded.stop() };
}

/** The log of a command: only what went wrong, on the error output. */
export function commandLog(config: Config): Log {
  return openLog(config.logLevel === 'info' ? 'error' : config.logLevel, 2);
}

/** The log of a server: on a terminal into a file, so that the screen stays readable; else JSON lines on the error output. */
export function serverLog(config: Config): { log: Log; file: string | undefined } {
  if (process.stderr.isTTY !== true) return { log: openLog(config.logLevel, 2), file: undefined };
  const file = join(config.dataFolder, 'log', 'kept.log');
  return { log: openLog(config.logLevel, file), file };
}
