import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Account, run } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';

const secretSchema = z.object({ postgres: z.string(), kept: z.string() });
/** The passwords of the superuser `postgres` and of `kept`, who owns the database. */
export type Secret = z.infer<typeof secretSchema>;

/** Reads the passwords of a data folder, or makes them for a new one; refuses where only they are missing. */
export async function readSecret(folder: string, cluster: string): Promise<Secret> {
  const path = join(folder, 'secret');
  if (existsSync(path)) return secretSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  if (existsSync(cluster))
    throw new Error(`The file ${path} with the passwords of the database in ${cluster} is missing: put it back.`);
  const secret = { postgres: randomBytes(24).toString('hex'), kept: randomBytes(24).toString('hex') };
  await writeFile(path, JSON.stringify(secret), { mode: 0o600, flag: 'wx' });
  return secret;
}

/** Makes the cluster aside and names it only when whole, so that a kill in the middle leaves nothing half-made. */
export async function makeCluster(
  folder: string,
  cluster: string,
  binaries: Binaries,
  account: Account,
  secret: Secret,
): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  const passwords = join(folder, 'password');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwords, `${secret.postgres}\n`, { mode: 0o600 });
  if (account.how !== 'none') {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwords, account.uid, account.gid);
  }
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const args = ['-D', unfinished, '--data-checksums', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  args.push('--encoding=UTF8', `--locale=${locale}`, '--lc-messages=C', '--text-search-config=simple');
  args.push('--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwords}`);
  const made = run(account, binaries.initdb, args);
  await rm(passwords, { force: true });
  if (made.status !== 0) throw new Error(`The database could not be made in ${folder}:\n${made.output.trim()}`);
  await appendFile(
    join(unfinished, 'postgresql.conf'),
    "\ninclude_if_exists = 'kept.conf'\n# Your own settings go below this line.\n",
  );
  await rename(unfinished, cluster);
}

/** Refuses data of another major version of PostgreSQL than the programs, touching nothing. */
export async function assertMajor(cluster: string, binaries: Binaries): Promise<void> {
  const found = Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10);
  if (found === binaries.major) return;
  throw new Error(
    `The data in ${cluster} is of PostgreSQL ${found}, and this Kept brings PostgreSQL ${binaries.major}. ` +
      'Nothing was touched. Back it up with the Kept that made it (kept backup) and restore that file with this one (kept restore).',
  );
}
