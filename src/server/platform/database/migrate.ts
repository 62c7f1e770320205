import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { withClient } from './client.ts';
import { statementsOf } from './statements.ts';

/** `folder` holds the numbered SQL files (ours by default); `upTo` stops after that number, as a restore needs. */
export interface MigrateOptions {
  folder?: string;
  upTo?: number;
  /** Says what is being done, with the file's name. */
  onStep?(name: string): void;
}

/** From which number to which the database went, and the files taken on the way. */
export interface Migrated {
  from: number;
  to: number;
  applied: string[];
}

/** A database that this build must not touch: newer than the code, or made by files that have since changed. */
export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationRefused';
  }
}

interface MigrationFile {
  number: number;
  name: string;
  sql: string;
  sha256: string;
  online: boolean;
}

const ownFolder = fileURLToPath(new URL('../../../../migrations/', import.meta.url));
const fileName = /^(\d{4})-[a-z0-9-]+(\.online)?\.sql$/;
/** The advisory lock of migrations: one number that nothing else takes. */
const lockKey = '7236832740451001';

/** Reads the numbered files of a folder in order; refuses two of the same number. */
export async function readMigrations(folder: string = ownFolder): Promise<MigrationFile[]> {
  const files: MigrationFile[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const match = fileName.exec(name);
    if (!match) continue;
    const sql = await readFile(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    files.push({ number: Number(match[1]), name, sql, sha256, online: match[2] !== undefined });
  }
  const doubled = files.find((file, index) => files[index - 1]?.number === file.number);
  if (doubled) throw new MigrationRefused(`Two migrations have the number ${doubled.number}.`);
  return files;
}

/** The highest migration that a database has taken; 0 for an empty one. */
export async function migrationNumber(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query("select to_regclass('platform.migration') is not null as there");
  if (rows[0]?.there !== true) return 0;
  const read = await client.query('select coalesce(max(number), 0)::int as number from platform.migration');
  return Number(read.rows[0]?.number);
}

/** Throws MigrationRefused unless every migration that the database took is one of ours, unchanged. */
async function assertOurs(client: pg.ClientBase, files: MigrationFile[], at: number): Promise<void> {
  if (at === 0) return;
  const known = files.at(-1)?.number ?? 0;
  if (at > known)
    throw new MigrationRefused(
      `The database is ${at}, this build knows ${known}. Use the Kept that made it, or a newer one.`,
    );
  const { rows } = await client.query('select number, name, sha256 from platform.migration order by number');
  const byNumber = new Map(files.map((file) => [file.number, file]));
  for (const row of rows) {
    const file = byNumber.get(Number(row.number));
    if (file === undefined)
      throw new MigrationRefused(`The database took migration ${row.name}, which this build does not have.`);
    if (file.sha256 !== row.sha256)
      throw new MigrationRefused(
        `Migration ${file.name} was changed after this database took it. Put the file back as it was; a change is a new migration.`,
      );
  }
}

/** Ends no statement early: for migrations, backups and restores, which take what they take. */
export async function beUnhurried(client: pg.ClientBase): Promise<void> {
  await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = 0');
}

/** Keeps migrations out while `work` runs: `shared` with its like (backups), or alone (a restore). */
export async function holdingSchema<T>(client: pg.ClientBase, shared: boolean, work: () => Promise<T>): Promise<T> {
  const suffix = shared ? '_shared' : '';
  await client.query(`select pg_advisory_lock${suffix}(${lockKey})`);
  try {
    return await work();
  } finally {
    await client.query(`select pg_advisory_unlock${suffix}(${lockKey})`).catch(() => undefined);
  }
}

async function makeLedger(client: pg.ClientBase): Promise<void> {
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      at timestamptz not null default now()
    )`);
}

async function record(client: pg.ClientBase, file: MigrationFile): Promise<void> {
  await client.query('insert into platform.migration (number, name, sha256) values ($1, $2, $3)', [
    file.number,
    file.name,
    file.sha256,
  ]);
}

/** One file, whole or not at all. */
async function applyWhole(client: pg.ClientBase, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '4s'`);
    await client.query(file.sql);
    await record(client, file);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Statement by statement without a transaction: each must be repeatable, for a kill in the middle begins it anew. */
async function applyOnline(client: pg.ClientBase, file: MigrationFile): Promise<void> {
  await dropInvalidIndexes(client);
  for (const statement of statementsOf(file.sql)) await client.query(statement);
  await record(client, file);
}

/** A `create index concurrently` that was killed leaves an invalid index, at which `if not exists` would stop. */
async function dropInvalidIndexes(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`
    select format('drop index if exists %I.%I', n.nspname, c.relname) as statement
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where not i.indisvalid and c.relkind = 'i' and n.nspname not like 'pg\\_%'`);
  for (const row of rows) await client.query(String(row.statement));
}

/** A user's long lock stops a step after 4 s instead of everybody behind it; the step is tried again, five times. */
async function apply(client: pg.ClientBase, file: MigrationFile): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (file.online ? applyOnline(client, file) : applyWhole(client, file));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const isLocked = code === '55P03' || code === '40P01';
      if (isLocked && attempt < 5) continue;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`Migration ${file.name} failed, and the database is as it was before it: ${reason}`, {
        cause: error,
      });
    }
  }
}

/** Makes the schema of migration `upTo` in an empty database inside the caller's transaction, as a restore needs it. */
export async function migrateInside(client: pg.ClientBase, upTo: number, folder?: string): Promise<void> {
  await makeLedger(client);
  for (const file of await readMigrations(folder)) {
    if (file.number > upTo) continue;
    // In a transaction nothing is built concurrently, and in an empty database nothing needs to be.
    await client.query(file.online ? file.sql.replaceAll(/\bconcurrently\b/gi, '') : file.sql);
    await record(client, file);
  }
}

async function migrateClient(client: pg.ClientBase, options: MigrateOptions): Promise<Migrated> {
  const files = await readMigrations(options.folder);
  const last = Math.min(files.at(-1)?.number ?? 0, options.upTo ?? Number.POSITIVE_INFINITY);
  const before = await migrationNumber(client);
  await assertOurs(client, files, before);
  // Nothing to do, nothing to wait for: a server may start while a backup holds the lock.
  if (before > 0 && before >= last) return { from: before, to: before, applied: [] };
  await beUnhurried(client);
  try {
    return await holdingSchema(client, false, () => migrateHolding(client, files, last, options));
  } finally {
    await client.query('reset all').catch(() => undefined);
  }
}

async function migrateHolding(
  client: pg.ClientBase,
  files: MigrationFile[],
  last: number,
  options: MigrateOptions,
): Promise<Migrated> {
  await makeLedger(client);
  const from = await migrationNumber(client);
  await assertOurs(client, files, from);
  const applied: string[] = [];
  for (const file of files) {
    if (file.number <= from || file.number > last) continue;
    options.onStep?.(file.name);
    await apply(client, file);
    applied.push(file.name);
  }
  return { from, to: await migrationNumber(client), applied };
}

/**
 * Brings a database to the newest migration: each file in one transaction, under an advisory lock (of several servers
 * one migrates, the others wait). Throws MigrationRefused for a newer database or a changed file.
 */
export async function migrate(target: pg.Pool | pg.ClientBase, options: MigrateOptions = {}): Promise<Migrated> {
  if (!(target instanceof pg.Pool)) return await migrateClient(target, options);
  const client = await target.connect();
  try {
    return await migrateClient(client, options);
  } finally {
    client.release();
  }
}

/** Migrates the database at an address over a connection of its own; see `migrate`. */
export async function migrateAddress(url: string, options: MigrateOptions = {}): Promise<Migrated> {
  return withClient({ url, name: 'kept-migrate' }, (client) => migrateClient(client, options));
}
