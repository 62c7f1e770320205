import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/server/cli/main.ts', import.meta.url));
/** As the start script has it: what was compiled once is not compiled again. */
const compiled = fileURLToPath(new URL('../../.cache/compile', import.meta.url));

/** How a run of the command line ended. */
export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

/** A run of the command line that goes on. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves with the first line of its standard output that is a JSON object; rejects where it ends before. */
  readonly said: Promise<Record<string, unknown>>;
  readonly ended: Promise<Ran>;
}

const running = new Set<ChildProcess>();

/** Starts `kept …` as a process of its own, with nothing of our environment but the path. */
export function launch(args: readonly string[], env: Record<string, string>): Running {
  const began = performance.now();
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', KEPT_PORT: '0', KEPT_LOG: 'error', NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let out = '';
  let err = '';
  const { promise: said, resolve, reject } = Promise.withResolvers<Record<string, unknown>>();
  said.catch(() => undefined);
  child.stdout.on('data', (chunk: Buffer) => {
    out += String(chunk);
    const line = out.split('\n').find((text) => text.startsWith('{') && text.endsWith('}'));
    if (line !== undefined) resolve(JSON.parse(line));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += String(chunk);
  });
  const ended = once(child, 'close').then((): Ran => {
    running.delete(child);
    reject(new Error(`kept ${args.join(' ')} ended with ${child.exitCode}: ${err}${out}`));
    return { exit: child.exitCode, out, err, ms: performance.now() - began };
  });
  return { child, said, ended };
}

/** Runs `kept …` to its end. */
export function command(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  return launch(args, env).ended;
}

/** Ends what a failed test left running. */
export async function endCommands(): Promise<void> {
  const left = [...running];
  for (const child of left) child.kill('SIGTERM');
  await Promise.all(left.map((child) => (child.exitCode === null ? once(child, 'close') : undefined)));
}
