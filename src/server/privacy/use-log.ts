import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../platform/area.ts';
import type { Use } from '../platform/http/gate.ts';
import { exportHead } from './heads.ts';
import { type Head, moveFile } from './mover.ts';
import { openSpool, type Spool, type SpoolPart, spoolFolder } from './spool.ts';

/** The log of every use of a customer's memory. */
export interface UseLog {
  /** Writes uses where they survive the death of this process; refuses `house.storage-full` when it cannot. */
  record(uses: readonly Use[]): void;
  /** Resolves when all that was recorded before stands in the database. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const moveEveryMs = 400;
const adoptEveryMs = 30_000;
const exportEveryMs = 3_600_000;
/**
 * A file whose writer's process seems to live (its number may be another's by now) is taken over only when it has not
 * been touched for so long. A writer that only slept still holds the file open and moves what it appends later.
 */
const silentMs = 30_000;

/** Opens the use log of this process; takes over what servers that died left in the spool. */
export async function openUseLog(house: House): Promise<UseLog> {
  const spool = openSpool(house.config);
  const work = moverOf(house, spool);
  const ended = new AbortController();
  const loop = async () => {
    while (!ended.signal.aborted) {
      await work.turn().catch((error: unknown) => {
        house.log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'the use log waits');
      });
      await pause(moveEveryMs, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    record: spool.append,
    settled: work.turn,
    async close() {
      ended.abort();
      await running;
      await work.turn().catch(() => undefined);
      work.exportLast();
      spool.close();
    },
  };
}

function moverOf(house: House, spool: Spool) {
  const taken: string[] = [];
  let waiting: SpoolPart | undefined;
  let last: Head | undefined;
  let exported: Head | undefined;
  let exportedMs = Number.NEGATIVE_INFINITY;
  let adoptedMs = Number.NEGATIVE_INFINITY;
  let chained: Promise<void> = Promise.resolve();

  const exportLast = () => {
    if (last === undefined || last === exported) return;
    exportHead(house.config, last, house.clock.now());
    exported = last;
    exportedMs = performance.now();
  };
  const moveOwn = async () => {
    // At most twice: a part that waited for the database, and what came meanwhile.
    for (let round = 0; round < 2; round += 1) {
      waiting ??= spool.turn();
      if (waiting === undefined) return;
      last = (await moveFile(house, waiting)) ?? last;
      spool.done(waiting);
      waiting = undefined;
    }
  };
  const adopt = async () => {
    if (performance.now() - adoptedMs < adoptEveryMs) return;
    adoptedMs = performance.now();
    taken.push(...(await takeOver(house)));
  };
  const moveTaken = async () => {
    for (let path = taken[0]; path !== undefined; path = taken[0]) {
      last = (await moveFile(house, { path })) ?? last;
      await rm(path, { force: true });
      taken.shift();
    }
  };
  const once = async () => {
    await moveOwn();
    await adopt();
    await moveTaken();
    if (performance.now() - exportedMs >= exportEveryMs) exportLast();
  };
  return {
    exportLast,
    /** One after the other, so that a chain has one writer. */
    turn(): Promise<void> {
      const next = chained.then(once);
      chained = next.catch(() => undefined);
      return next;
    },
  };
}

/** Takes the spool files of servers that are no more, each by renaming it: of several servers one gets it. */
async function takeOver(house: House): Promise<string[]> {
  const folder = spoolFolder(house.config);
  const { serverId } = house.config;
  const taken: string[] = [];
  for (const name of await readdir(folder)) {
    const match = /^uses-([0-9a-f-]{36})-(\d+)-[\w-]+\.log$/.exec(name);
    if (match === null || match[1] === serverId) continue;
    const path = join(folder, name);
    if (isAlive(Number(match[2])) && !(await isSilent(path))) continue;
    const mine = join(folder, `uses-${serverId}-${process.pid}-${randomUUID()}.log`);
    const isMine = await rename(path, mine).then(
      () => true,
      () => false,
    );
    if (isMine) taken.push(mine);
  }
  return taken;
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isSilent(path: string): Promise<boolean> {
  const touched = await stat(path).then(
    (found) => found.mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
  return performance.timeOrigin + performance.now() - touched > silentMs;
}
