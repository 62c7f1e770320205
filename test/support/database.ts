import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from '../../src/server/platform/database/client.ts';
import { startEmbedded } from '../../src/server/platform/database/embedded.ts';
import { holderOf } from '../../src/server/platform/database/embedded-lock.ts';
import { findRunning, signal } from '../../src/server/platform/database/embedded-postmaster.ts';
import { migrateAddress } from '../../src/server/platform/database/migrate.ts';

/** A database of a test's own, at the newest migration and otherwise empty. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

const prefix = 'kept-test-';
const quiet = { debug() {}, info() {}, warn() {}, error: console.error };

/** Works over one connection to a test's database. */
export function within<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient({ url, name: 'kept-test' }, work);
}

/** The rows of one statement, over a connection of its own. */
export async function rowsAt(url: string, statement: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
  return within(url, async (client) => (await client.query(statement, values)).rows);
}

/** Runs one statement of an administrator. */
async function administer(statement: string, url = adminUrl()): Promise<void> {
  await rowsAt(url, statement);
}

/** Keeps everybody out of a test's database while `work` runs, as when it is away. */
export async function shutOut<T>(url: string, work: () => Promise<T>): Promise<T> {
  const name = new URL(url).pathname.slice(1);
  await administer(`alter database ${name} connection limit 0`);
  try {
    await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    return await work();
  } finally {
    await administer(`alter database ${name} connection limit -1`);
  }
}

function adminUrl(): string {
  const url = process.env['KEPT_TEST_ADMIN_URL'];
  if (url === undefined)
    throw new Error('No test database: test/support/database.ts is to be a globalSetup of vitest.');
  return url;
}

function named(name: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** A run that was killed leaves its server; only those whose run is dead are ended. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name, 'database');
    // Only with a lock left behind: a run that begins beside this one may not have taken its own yet.
    if (!name.startsWith(prefix) || !existsSync(join(folder, 'lock')) || (await holderOf(folder)) !== undefined)
      continue;
    const pid = await findRunning(join(folder, 'cluster'));
    if (pid !== undefined) signal(pid, 'SIGQUIT');
    await rm(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/** Where the tests' server is, and how it is ended: that of KEPT_TEST_DATABASE_URL, or one of our own in a new folder. */
async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['KEPT_TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const server = await startEmbedded({ folder: join(folder, 'database'), log: quiet, unsafe: true });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

/** The globalSetup of vitest: one server and one migrated template for the whole run. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `kept_template_${randomBytes(4).toString('hex')}`;
  process.env['KEPT_TEST_ADMIN_URL'] = server.url;
  process.env['KEPT_TEST_TEMPLATE'] = template;
  try {
    await administer(`create database ${template}`);
    await migrateAddress(named(template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    await drop(template);
    await server.stop();
  };
}

/** Drops a database with whoever is in it; one that PostgreSQL itself is just vacuuming may not be ended by us, so it is waited for. */
async function drop(name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await administer(`drop database if exists ${name} with (force)`);
    } catch (error) {
      if (tries === 50 || !(error instanceof Error && error.message.includes('terminate process'))) throw error;
      await sleep(100);
    }
  }
}

async function create(clause: string): Promise<TestDatabase> {
  const name = `kept_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} ${clause}`);
  return { url: named(name), drop: () => drop(name) };
}

/** A copy of the migrated template, for one test file; drop it in afterAll. */
export function cloneDatabase(): Promise<TestDatabase> {
  return create(`template ${process.env['KEPT_TEST_TEMPLATE']}`);
}

/** A database with nothing in it, for tests of migrations and restore. */
export function emptyDatabase(): Promise<TestDatabase> {
  return create('template template0');
}
