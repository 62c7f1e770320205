import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { rowsAt } from '../../../../test/support/database.ts';
import { startEmbedded } from './embedded.ts';
import { bornAt, EmbeddedBusy } from './embedded-lock.ts';
import { signal } from './embedded-postmaster.ts';

const script = fileURLToPath(new URL('../../../../test/support/hold-database.ts', import.meta.url));
const heldSchema = z.object({ url: z.string(), pid: z.number() });
const said: string[] = [];
const say = (_: object, message: string) => void said.push(message);
const log = { debug: say, info: say, warn: say, error: say };
let folder: string;
const children: ChildProcess[] = [];

/** Another process that holds the folder. */
async function holder(): Promise<{ child: ChildProcess; url: string; pid: number }> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const line = createInterface({ input: child.stdout });
  const [text] = await once(line, 'line');
  return { child, ...heldSchema.parse(JSON.parse(String(text))) };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  // Nobody but its owner may enter: as of "mktemp -d", or a home of mode 700.
  const closed = await mkdtemp(join(tmpdir(), 'kept-embedded-'));
  await chmod(closed, 0o700);
  folder = join(closed, 'kept data', 'database');
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  const found = Number(
    (await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '0')).split('\n')[0],
  );
  if (found > 0) signal(found, 'SIGQUIT');
  await rm(join(folder, '..', '..'), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test('the first start makes a safe database that is not a superuser’s, and keeps its password to itself', async () => {
  const embedded = await startEmbedded({ folder, log });
  const [settings] = await rowsAt(
    embedded.url,
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
       current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding,
       (select datlocprovider::text || ':' || datlocale from pg_database where datname = current_database()) as locale,
       (select rolsuper from pg_roles where rolname = current_user) as super`,
  );
  expect(settings).toEqual({
    fsync: 'on',
    pages: 'on',
    commit: 'on',
    checksums: 'on',
    addresses: '127.0.0.1',
    encoding: 'UTF8',
    locale: 'b:C.UTF-8',
    super: false,
  });
  await rowsAt(embedded.url, 'create table noted (n int); insert into noted values (1)');
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  if (process.getuid?.() === 0) expect(statSync(join(folder, 'cluster')).uid).not.toBe(0);
  const password = new URL(embedded.url).password;
  expect(said.join('\n')).not.toContain(password);
  const wrong = embedded.url.replace(password, 'wrong');
  await expect(rowsAt(wrong, 'select 1')).rejects.toThrow('password authentication failed');
  await embedded.stop();
  await embedded.died;
  expect(bornAt(embedded.pid)).toBeUndefined();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('a second opener is refused at once with the pid and the folder, and the first goes on', async () => {
  const first = await holder();
  const started = performance.now();
  const second = await startEmbedded({ folder, log }).catch((error: unknown) => error);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(second).toBeInstanceOf(EmbeddedBusy);
  expect(String(second)).toContain(String(first.child.pid));
  expect(String(second)).toContain(folder);
  expect(await rowsAt(first.url, 'select n from noted')).toEqual([{ n: 1 }]);
  await kill(first.child);
});

test('the PostgreSQL of a killed parent is taken over with its data, and of five who try at once one gets it', async () => {
  const orphan = Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  expect(bornAt(orphan)).toBeDefined();
  const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => startEmbedded({ folder, log })));
  const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(won.length).toBe(1);
  const embedded = won[0];
  expect(embedded?.pid).toBe(orphan);
  expect(await rowsAt(embedded?.url ?? '', 'select n from noted')).toEqual([{ n: 1 }]);
  // Not our child, and watched all the same.
  signal(orphan, 'SIGKILL');
  while (embedded?.restartCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await rowsAt(embedded?.url ?? '', 'select n from noted')).toEqual([{ n: 1 }]);
  await embedded?.stop();
});

test('a PostgreSQL that is killed with a session open is back at the same address within 5 s, with what it acknowledged', async () => {
  const embedded = await startEmbedded({ folder, log });
  const reasons: string[] = [];
  embedded.onExit((reason) => reasons.push(reason));
  const busy = rowsAt(embedded.url, 'select pg_sleep(20)').catch((error: unknown) => error);
  await rowsAt(embedded.url, 'insert into noted values (2)');
  const before = embedded.pid;
  const started = performance.now();
  signal(before, 'SIGKILL');
  while (embedded.restartCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await rowsAt(embedded.url, 'select n from noted order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(embedded.pid).not.toBe(before);
  expect(reasons).toEqual(['killed by SIGKILL']);
  expect(await busy).toBeInstanceOf(Error);
  await embedded.stop();
});

test('a lock whose process is gone, or whose pid is another’s now, stops nobody', async () => {
  const lock = join(folder, 'lock');
  for (const stale of [JSON.stringify({ pid: process.ppid, born: 'another boot:1', token: 'x' }), '', '{"pid":']) {
    await writeFile(lock, stale);
    await writeFile(join(folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${join(folder, 'cluster')}\n1\n1\n`);
    const port = (await readFile(join(folder, 'port'), 'utf8')).trim();
    await writeFile(join(folder, 'cluster', `.s.PGSQL.${port}.lock`), `${process.pid}\n${join(folder, 'cluster')}\n`);
    const embedded = await startEmbedded({ folder, log });
    await embedded.stop();
  }
});

test('unsafe settings are refused by name, unless asked for', async () => {
  const path = join(folder, 'cluster', 'postgresql.conf');
  const before = await readFile(path, 'utf8');
  await writeFile(path, `${before}\nfsync = off\n`);
  await expect(startEmbedded({ folder, log })).rejects.toThrow(/fsync must be "on"/);
  const embedded = await startEmbedded({ folder, log, unsafe: true });
  await embedded.stop();
  await writeFile(path, before);
});

test('data of another major version is refused and not touched', async () => {
  const path = join(folder, 'cluster', 'PG_VERSION');
  const before = await readFile(path, 'utf8');
  await writeFile(path, '15\n');
  await expect(startEmbedded({ folder, log })).rejects.toThrow(
    /is of PostgreSQL 15.*Nothing was touched.*kept backup/s,
  );
  await writeFile(path, before);
  const embedded = await startEmbedded({ folder, log });
  expect(await rowsAt(embedded.url, 'select count(*)::int as n from noted')).toEqual([{ n: 2 }]);
  await embedded.stop();
});

test('a first start that was killed while it made the cluster is begun again', async () => {
  const half = join(folder, '..', 'half');
  await mkdir(join(half, 'cluster.unfinished', 'base'), { recursive: true });
  const embedded = await startEmbedded({ folder: half, log });
  expect(await rowsAt(embedded.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await embedded.stop();
});
