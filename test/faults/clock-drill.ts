import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AlarmVerdict } from './alarm-checker.ts';
import { type AlarmDrill, type AlarmHouse, runQuietDrill } from './alarm-drill.ts';
import { besideServer, type ServerProcess, type Surroundings } from './server-process.ts';

/** How the servers' clocks go wrong: each of these clocks has a server of its own, on one database. */
export const clockCases: Readonly<Record<string, readonly string[]>> = {
  'an hour ahead': ['+1h'],
  'an hour behind': ['-1h'],
  'a year ahead': ['+1y'],
  standing: ['stands'],
  'ahead and behind, beside each other': ['+1h', '-1h'],
};

/** The library that lies to a process about the time; undefined where this machine has none. */
export function findFakeTime(): string | undefined {
  try {
    const path = execFileSync('faketime', ['-f', '+0s', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim();
    return path === '' ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The environment of a process whose clock is wrong, or stands; its stopwatch and its timers are right. */
function lying(library: string, clock: string): Surroundings {
  const stands = new Date(Date.now() - 30 * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  return {
    TZ: 'UTC',
    LD_PRELOAD: library,
    FAKETIME: clock === 'stands' ? stands : clock,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
}

/** D8: only servers whose clocks are wrong make, ring and tell; none early, twice, or not at all, and they warn. */
export async function runClockDrill(
  house: AlarmHouse,
  library: string,
  clocks: readonly string[],
  drill: AlarmDrill,
): Promise<AlarmVerdict> {
  const [first] = house.servers;
  if (first === undefined) throw new Error('no server');
  // Killed, it leaves its database running, whose clock is right; it is not needed any more.
  await first.end('SIGKILL');
  const servers: ServerProcess[] = [];
  try {
    for (const clock of clocks) {
      const server = await besideServer(first, { ...house.env, ...lying(library, clock) });
      servers.push(server);
      await server.start();
    }
    const verdict = await runQuietDrill({ ...house, servers }, drill);
    await pause(200);
    const silent = servers.filter(
      (server) => !/"aheadMs":/.test(readFileSync(join(server.folder, 'server.log'), 'utf8')),
    );
    return {
      ...verdict,
      faults: [...verdict.faults, ...silent.map((server) => `no warning from ${clocks[servers.indexOf(server)]}`)],
    };
  } finally {
    for (const server of servers) await server.close();
  }
}
