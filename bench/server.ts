import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A Kept of its own process, as in production, on a given database. */
export interface BenchServer {
  readonly origin: string;
  /** Authorisation of the command line on this machine. */
  readonly token: string;
  readonly startedMs: number;
  /** Resident memory in bytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

const ready = z.object({ origin: z.string(), token: z.string() });

/** Starts the server process and waits until it listens. */
export async function startServer(databaseUrl: string, dataFolder: string): Promise<BenchServer> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=32', 'bench/serve.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      KEPT_DATA: dataFolder,
      KEPT_PORT: '0',
      KEPT_LOG: 'warn',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { origin, token } = ready.parse(JSON.parse(String(line)));
  return {
    origin,
    token,
    startedMs: performance.now() - began,
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
