import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** Another living process holds the data folder; the message names its pid and the folder. */
export class EmbeddedBusy extends Error {
  readonly pid: number;
  readonly folder: string;
  constructor(pid: number, folder: string) {
    super(`The data folder ${folder} is in use by process ${pid}. Stop that one first, or use another folder.`);
    this.name = 'EmbeddedBusy';
    this.pid = pid;
    this.folder = folder;
  }
}

const holderSchema = z.object({ pid: z.number().int().positive(), born: z.string(), token: z.string() });
type Holder = z.infer<typeof holderSchema>;

function bornOnLinux(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command's name stands in parentheses and may hold anything; the start time is the 22nd field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') throw new Error('a zombie');
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19] ?? ''}`;
}

/** When a process began, as text that no later process with the same pid shares; undefined when there is none. */
export function bornAt(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return bornOnLinux(pid);
    const text = execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C' },
    });
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  return bornAt(holder.pid) === holder.born;
}

/** The pid of the living process that holds a data folder; undefined when nobody does. */
export async function holderOf(folder: string): Promise<number | undefined> {
  const holder = await readHolder(join(folder, 'lock'));
  return holder && isAlive(holder) ? holder.pid : undefined;
}

/** What tells one lock file from every other that stood or will stand at its path: its token, else its place on disk. */
async function markOf(path: string): Promise<string | undefined> {
  const holder = await readHolder(path);
  if (holder) return holder.token;
  return await stat(path).then(
    (found) => `${found.ino}-${found.ctimeMs}`,
    () => undefined,
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

type Claim = 'mine' | Holder;

/**
 * Puts `mine` at `path`, or tells which living process holds it. The lock of a dead process is removed only by who holds
 * the right to remove that very lock, which is a lock of its own, named by the dead one's mark and claimed the same way:
 * so no one who judged an old lock ever removes a newer one, and one who dies in between is cleared like any other.
 */
async function claim(path: string, mine: string): Promise<Claim> {
  for (;;) {
    const taken = await link(mine, path).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) !== 'EEXIST') throw error;
        return false;
      },
    );
    if (taken) return 'mine';
    const mark = await markOf(path);
    const holder = await readHolder(path);
    if (holder && isAlive(holder)) return holder;
    if (mark === undefined || (holder && holder.token !== mark)) continue;
    const right = `${path}.${mark}`;
    if ((await claim(right, mine)) === 'mine') {
      if ((await markOf(path)) === mark) await rm(path, { force: true });
      await rm(right, { force: true });
    } else await sleep(5);
  }
}

/** Takes the data folder for this process or throws EmbeddedBusy; the answer gives it back (also at exit). */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  const token = randomBytes(8).toString('hex');
  const mine = join(folder, `claim.${token}`);
  const holder: Holder = { pid: process.pid, born: bornAt(process.pid) ?? '', token };
  try {
    await writeFile(mine, JSON.stringify(holder), { mode: 0o600 });
    const claimed = await claim(path, mine);
    if (claimed !== 'mine') throw new EmbeddedBusy(claimed.pid, folder);
    return holdUntilExit(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new Error(`The data folder ${folder} cannot be written by this user (${code}).`, { cause: error });
  } finally {
    await rm(mine, { force: true });
  }
}

function holdUntilExit(path: string): () => Promise<void> {
  const atExit = () => rmSync(path, { force: true });
  process.once('exit', atExit);
  return async () => {
    process.off('exit', atExit);
    await rm(path, { force: true });
  };
}
