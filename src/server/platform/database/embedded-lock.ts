import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Moves a dead holder's lock away. Two that do so at once: the one that moved a newer lock puts it back. */
async function clearStale(path: string, judged: Holder | undefined): Promise<void> {
  const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  if (moved && moved.token !== judged?.token) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Takes the data folder for this process or throws EmbeddedBusy; the answer gives it back (also at exit). */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  const token = randomBytes(8).toString('hex');
  const mine = `${path}.${token}`;
  const holder: Holder = { pid: process.pid, born: bornAt(process.pid) ?? '', token };
  await writeFile(mine, JSON.stringify(holder), { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The data folder ${folder} cannot be written by this user (${error.code}).`, { cause: error });
  });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const taken = await link(mine, path).then(
        () => true,
        () => false,
      );
      if (taken) return holdUntilExit(path);
      const other = await readHolder(path);
      if (other && isAlive(other)) throw new EmbeddedBusy(other.pid, folder);
      await clearStale(path, other);
    }
    throw new Error(`The lock ${path} could not be taken: is the folder writable?`);
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
