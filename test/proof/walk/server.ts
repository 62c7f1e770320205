import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A server that a stranger started, with a data folder of its own. */
export interface Started {
  /** What it said of itself in its first lines. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly origin: string;
  /** Ends it; with SIGTERM it must end well. The data folder stays. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it on the same data folder, at the same address. */
  again(): Promise<void>;
  /** Ends it and removes the folder. */
  close(): Promise<void>;
}

/** Runs what an npm script of ours runs (`start.mjs`, or `kept.mjs demo …`), and waits until it serves. */
export async function startKept(script: 'start.mjs' | 'kept.mjs', args: readonly string[] = []): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-walk-'));
  let child: ChildProcess | undefined;
  let said: Record<string, unknown> = {};
  let port = '0';

  const begin = async () => {
    const env = { PATH: process.env['PATH'] ?? '', KEPT_DATA: folder, KEPT_PORT: port, KEPT_LOG: 'error' };
    const started = spawn(process.execPath, [join(root, 'scripts', script), ...args, '--json'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    said = await firstLine(started);
    if (script === 'start.mjs') port = new URL(String(said['url'])).port;
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ending = child;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'close');
    ending.kill(signal);
    const [code] = await gone;
    if (signal === 'SIGTERM' && code !== 0) throw new Error(`the server ended with ${code}`);
  };
  await begin();
  return {
    get said() {
      return said;
    },
    get origin() {
      return String(said['url']);
    },
    end,
    again: begin,
    async close() {
      await end('SIGTERM');
      endDatabase(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 40, retryDelay: 100 });
    },
  };
}

/** The first line that is a JSON object; throws with all that was said where it ends before. */
function firstLine(child: ChildProcess): Promise<Record<string, unknown>> {
  const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>();
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += String(chunk);
    const line = out.split('\n').find((text) => text.startsWith('{') && text.endsWith('}'));
    if (line !== undefined) resolve(JSON.parse(line));
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    out += String(chunk);
  });
  child.once('close', (code) => reject(new Error(`the server ended with ${code}: ${out}`)));
  return promise;
}

/** A server that was killed leaves its database running; where nobody came back to it, it is ended here. */
function endDatabase(folder: string): void {
  const file = join(folder, 'database', 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return;
  try {
    process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // It has just ended.
  }
}
