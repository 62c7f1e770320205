import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { chown, lchown, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** As whom PostgreSQL runs: `none` as ourselves, `drop` by uid, `setpriv` by uid with the right to pass closed folders. */
export interface Account {
  uid: number;
  gid: number;
  how: 'none' | 'drop' | 'setpriv';
}

/** Nothing of our own environment reaches PostgreSQL: no PG* settings, no secrets, English messages. */
const environment = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'C',
  TZ: 'UTC',
};

/** Root's first choice first; each must be an entry of the machine, for initdb looks its own name up. */
const wanted = ['kept', 'postgres', 'nobody'];

function entries(): Map<string, { uid: number; gid: number }> {
  const found = new Map<string, { uid: number; gid: number }>();
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) found.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return found;
}

function unprivileged(cluster: string): { uid: number; gid: number } {
  const known = entries();
  const owner = ownerOf(cluster);
  for (const entry of known.values()) if (entry.uid !== 0 && entry.uid === owner) return entry;
  for (const name of wanted) {
    const entry = known.get(name);
    if (entry && entry.uid !== 0) return entry;
  }
  throw new Error(
    'PostgreSQL does not run as root and this machine has none of the users kept, postgres, nobody. Make one (useradd --system kept), or start Kept as another user.',
  );
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    return undefined;
  }
}

function mayPass(path: string, account: { uid: number; gid: number }): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Chooses as whom PostgreSQL runs. `folder` holds the cluster, `program` is the binary; refuses clearly where root has no way. */
export function chooseAccount(folder: string, cluster: string, program: string): Account {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) {
    const owner = ownerOf(cluster);
    if (uid > 0 && owner !== undefined && owner !== uid)
      throw new Error(
        `The data folder ${cluster} belongs to user ${owner}, and Kept runs as ${uid}. Start Kept as that user or root, or give it the folder (chown -R).`,
      );
    return { uid, gid, how: 'none' };
  }
  const chosen = unprivileged(cluster);
  if (mayPass(folder, chosen) && mayPass(program, chosen)) return { ...chosen, how: 'drop' };
  const tried = run({ ...chosen, how: 'setpriv' }, program, ['--version']);
  if (tried.status === 0) return { ...chosen, how: 'setpriv' };
  throw new Error(
    `PostgreSQL does not run as root, and user ${chosen.uid} may not enter ${folder} or ${dirname(program)}. ` +
      'Install setpriv (package util-linux), or keep Kept and its data under a folder that others may enter, such as /var/lib/kept.',
  );
}

function command(account: Account, program: string, args: string[]): [string, string[]] {
  if (account.how !== 'setpriv') return [program, args];
  const rights = ['--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups'];
  // The right to read and pass, not to write: enough to reach a folder below a closed one.
  rights.push('--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search');
  // Without it access(2), by which initdb looks for its sister programs, ignores the right.
  rights.push('--securebits=+no_setuid_fixup', '--');
  return ['setpriv', [...rights, program, ...args]];
}

function identity(account: Account): { uid?: number; gid?: number } {
  return account.how === 'drop' ? { uid: account.uid, gid: account.gid } : {};
}

/** Runs a program of PostgreSQL as its account to its end. */
export function run(account: Account, program: string, args: string[]): { status: number | null; output: string } {
  const [file, all] = command(account, program, args);
  const done = spawnSync(file, all, { ...identity(account), cwd: '/', env: environment, encoding: 'utf8' });
  return { status: done.status, output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}` };
}

/** Starts a program of PostgreSQL as its account in a process group of its own (Ctrl-C reaches only us), output to `log`. */
export function launch(account: Account, program: string, args: string[], log: number): ChildProcess {
  const [file, all] = command(account, program, args);
  const options: SpawnOptions = {
    ...identity(account),
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  };
  return spawn(file, all, options);
}

/** Gives a folder and all in it to the account when it is not its own (a copy made by root). */
export async function give(account: Account, path: string): Promise<void> {
  if (account.how === 'none' || ownerOf(path) === account.uid) return;
  for (const entry of await readdir(path, { recursive: true }))
    await lchown(join(path, entry), account.uid, account.gid);
  await chown(path, account.uid, account.gid);
}
