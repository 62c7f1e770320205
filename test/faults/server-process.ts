import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openPoster } from './ask.ts';

const command = fileURLToPath(new URL('../../src/server/cli/main.ts', import.meta.url));
/** As the start script has it: what was compiled once is not compiled again. */
const compiled = fileURLToPath(new URL('../../.cache/compile', import.meta.url));
const figures = z.object({ url: z.string(), set_up: z.string().nullable(), pid: z.number() });

/** The real server as its own process, in a data folder of its own, with the database that it starts by itself. */
export interface ServerProcess {
  readonly origin: string;
  readonly folder: string;
  readonly pid: number;
  /** Why and when the server ended by itself; empty while it only ended when it was killed. Whoever reads it empties it. */
  readonly deaths: string[];
  /** Starts it again, with more environment than it has, for this life, where said. */
  start(more?: Surroundings): Promise<void>;
  /** Resolves when the server has ended by itself, as it was told to by FAULT, and takes no offence. */
  killsItself(): Promise<void>;
  /** Sends a signal to the server and waits for its end. Its database is not touched. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ code: number | null; ms: number }>;
  /** Kills the postmaster and all of its backends; false where none runs. */
  killDatabase(): boolean;
  /** Asks as the first administrator; throws where the answer is not 200. */
  ask(path: string, input: object): Promise<unknown>;
  /** What the first administrator shows: his cookie. */
  readonly cookie: string;
  /** Bytes that the server holds in memory; not a number where the system does not tell. */
  memory(): number;
  /** The address of the embedded database; holds a password. */
  databaseUrl(): string;
  makeSource(name: string): Promise<{ sourceId: string; writeKey: string }>;
  /** Ends all and removes the folder. */
  close(): Promise<void>;
}

/** Environment variables beside our own. */
export type Surroundings = Readonly<Record<string, string>>;

/** How a house is opened. */
export interface HouseWays {
  readonly env?: Surroundings;
  /** Neither the server nor its database may have more files and connections open. */
  readonly files?: number;
  /** A database that is there already; nothing embedded is started then. */
  readonly databaseUrl?: string;
}

/** Starts a new house and sets it up over HTTP, as a person would with the link that it printed. */
export async function openServerProcess(about: HouseWays = {}): Promise<ServerProcess> {
  const { house, start } = await prepare(about, '');
  try {
    const link = await start();
    await house.ask('/api/v1/staff/set-up', setUpInput(link?.split('#')[1] ?? ''));
  } catch (error) {
    await house.close();
    throw error;
  }
  return house;
}

/** Makes one more server on the database of a house that is set up, with a data folder of its own; starts nothing yet. */
export async function besideServer(first: ServerProcess, env: Surroundings = {}): Promise<ServerProcess> {
  return (await prepare({ env, databaseUrl: first.databaseUrl() }, first.cookie)).house;
}

interface Prepared {
  readonly house: ServerProcess;
  /** Gives back the link with which an empty house is set up. */
  start(): Promise<string | null>;
}

async function prepare(about: HouseWays, shown: string): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-drill-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const deaths: string[] = [];
  const asking = openPoster(origin, 20_000);
  let child: ChildProcess | undefined;
  let isWanted = false;
  let cookie = shown;

  const start = async (more: Surroundings = {}): Promise<string | null> => {
    const log = openSync(join(folder, 'server.log'), 'a', 0o600);
    const [program = '', ...args] = lineOf(about);
    const started = spawn(program, args, {
      env: {
        NODE_COMPILE_CACHE: compiled,
        ...process.env,
        ...about.env,
        ...more,
        KEPT_DATA: join(folder, 'data'),
        KEPT_PORT: String(port),
        KEPT_LOG: 'warn',
        DATABASE_URL: about.databaseUrl,
      },
      stdio: ['ignore', 'pipe', log],
    });
    closeSync(log);
    child = started;
    isWanted = true;
    started.once('exit', (code, signal) => {
      if (isWanted && child === started) deaths.push(`the server ended by itself: ${code ?? signal}`);
    });
    if (started.stdout === null) throw new Error('the server has no output');
    const lines = createInterface({ input: started.stdout });
    const [figuresLine] = await Promise.race([
      once(lines, 'line'),
      once(started, 'exit').then(([code]) => {
        throw new Error(`the server did not start (${code}): ${tail(join(folder, 'server.log'))}`);
      }),
    ]);
    return figures.parse(JSON.parse(String(figuresLine))).set_up;
  };
  const isGone = (one: ChildProcess | undefined) =>
    one === undefined || one.exitCode !== null || one.signalCode !== null;
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const before = performance.now();
    const dying = child;
    if (dying === undefined || isGone(dying)) return { code: null, ms: 0 };
    isWanted = false;
    const gone = once(dying, 'exit');
    dying.kill(signal);
    const [code] = await gone;
    return { code: typeof code === 'number' ? code : null, ms: performance.now() - before };
  };
  const ask = async (path: string, input: object) => {
    const came = await asking.post(path, JSON.stringify(input), { 'content-type': 'application/json', cookie });
    if (came.status === undefined) throw new Error(`${path}: ${came.why}`);
    if (came.status !== 200) throw new Error(`${path}: ${came.status} ${came.body}`);
    cookie = came.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? cookie;
    return JSON.parse(came.body);
  };
  const databaseFolder = join(folder, 'data', 'database');
  const house: ServerProcess = {
    origin,
    folder,
    get pid() {
      return child?.pid ?? -1;
    },
    deaths,
    get cookie() {
      return cookie;
    },
    memory: () => memoryOf(child?.pid ?? -1),
    async start(more) {
      await start(more);
    },
    async killsItself() {
      isWanted = false;
      if (child !== undefined && !isGone(child)) await once(child, 'exit');
      deaths.length = 0;
    },
    end,
    ask,
    killDatabase: () => killTree(postmasterOf(databaseFolder)),
    databaseUrl() {
      if (about.databaseUrl !== undefined) return about.databaseUrl;
      const secret = z
        .object({ kept: z.string() })
        .parse(JSON.parse(readFileSync(join(databaseFolder, 'secret'), 'utf8')));
      return `postgres://kept:${secret.kept}@127.0.0.1:${readFileSync(join(databaseFolder, 'port'), 'utf8')}/kept`;
    },
    async makeSource(name) {
      const input = { name, kind: 'server', channel: 'web', zone: 'Europe/Madrid', currency: 'EUR', language: 'es' };
      const made = z
        .object({ source_id: z.string(), write_key: z.string() })
        .parse(await ask('/api/v1/intake/make-source', input));
      return { sourceId: made.source_id, writeKey: made.write_key };
    },
    async close() {
      asking.close();
      await end('SIGTERM');
      killTree(postmasterOf(databaseFolder));
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
  return { house, start };
}

/** The command line of a server, under a limit of open files where there is one. */
function lineOf({ files }: HouseWays): string[] {
  const line = [process.execPath, command, 'start', '--json'];
  return files === undefined ? line : ['/bin/sh', '-c', `ulimit -n ${files}; exec "$0" "$@"`, ...line];
}

function setUpInput(token: string): object {
  return {
    token,
    organisation: {
      name: 'Drill Energy',
      languages: ['en'],
      zone: 'Europe/Madrid',
      currency: 'EUR',
      country: 'ES',
      working_week: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' })),
    },
    person: { name: 'Ada First', email: 'ada@example.org', password: 'correct horse battery', language: 'en' },
  };
}

/** The last lines that a server wrote of its troubles. */
export function tail(path: string): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

function postmasterOf(folder: string): number {
  try {
    return Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
}

function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;
  } catch {
    return Number.NaN;
  }
}

/** Kills a process and its children with no warning. */
function killTree(pid: number): boolean {
  if (!(pid > 1)) return false;
  const children = childrenOf(pid);
  const killed = kill(pid);
  for (const child of children) kill(child);
  return killed;
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
