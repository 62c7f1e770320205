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
const figures = z.object({ url: z.string(), set_up: z.string().nullable(), pid: z.number() });

/** The real server as its own process, in a data folder of its own, with the database that it starts by itself. */
export interface ServerProcess {
  readonly origin: string;
  readonly folder: string;
  readonly pid: number;
  /** Why and when the server ended by itself; empty while it only ended when it was killed. Whoever reads it empties it. */
  readonly deaths: string[];
  start(): Promise<void>;
  /** Sends a signal to the server and waits for its end. Its database is not touched. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ code: number | null; ms: number }>;
  /** Kills the postmaster and all of its backends; false where none runs. */
  killDatabase(): boolean;
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

/**
 * Starts a new house and sets it up over HTTP, as a person would with the link that it printed. With `files`, neither
 * the server nor its database may have more files and connections open.
 */
export async function openServerProcess(about: { files?: number } = {}): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-drill-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const deaths: string[] = [];
  const asking = openPoster(origin, 20_000);
  let child: ChildProcess | undefined;
  let isWanted = false;
  let cookie = '';

  const start = async (): Promise<string | null> => {
    const log = openSync(join(folder, 'server.log'), 'a', 0o600);
    const line = [process.execPath, command, 'start', '--json'];
    const [program = '', ...args] =
      about.files === undefined ? line : ['/bin/sh', '-c', `ulimit -n ${about.files}; exec "$0" "$@"`, ...line];
    const started = spawn(program, args, {
      env: {
        ...process.env,
        KEPT_DATA: join(folder, 'data'),
        KEPT_PORT: String(port),
        KEPT_LOG: 'warn',
        DATABASE_URL: undefined,
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
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const before = performance.now();
    const dying = child;
    if (dying === undefined || dying.exitCode !== null || dying.signalCode !== null) return { code: null, ms: 0 };
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
    return came.body;
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
    async start() {
      await start();
    },
    end,
    killDatabase: () => killTree(postmasterOf(databaseFolder)),
    databaseUrl() {
      const secret = z
        .object({ kept: z.string() })
        .parse(JSON.parse(readFileSync(join(databaseFolder, 'secret'), 'utf8')));
      return `postgres://kept:${secret.kept}@127.0.0.1:${readFileSync(join(databaseFolder, 'port'), 'utf8')}/kept`;
    },
    async makeSource(name) {
      const input = { name, kind: 'server', channel: 'web', zone: 'Europe/Madrid', currency: 'EUR', language: 'es' };
      const made = z
        .object({ source_id: z.string(), write_key: z.string() })
        .parse(JSON.parse(await ask('/api/v1/intake/make-source', input)));
      return { sourceId: made.source_id, writeKey: made.write_key };
    },
    async close() {
      asking.close();
      await end('SIGTERM');
      killTree(postmasterOf(databaseFolder));
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
  try {
    const link = await start();
    await ask('/api/v1/staff/set-up', setUpInput(link?.split('#')[1] ?? ''));
  } catch (error) {
    await house.close();
    throw error;
  }
  return house;
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
