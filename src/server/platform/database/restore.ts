import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { type BackupProgress, copySettings, quoted, tablesToCopy } from './backup.ts';
import { type BackupHeader, BackupRefused, type BackupTable, readBackup, type Section } from './backup-file.ts';
import { withClient } from './client.ts';
import { beUnhurried, holdingSchema, migrateInside, readMigrations } from './migrate.ts';
import { freeJobs, putAside, rebaseOutbox } from './restore-schema.ts';

/** `folders` says where the backup's folders go, by name; files that are there already stay. */
export interface RestoreOptions {
  file: string;
  url: string;
  folders?: Record<string, string>;
  /** The folder of the migrations; ours by default. */
  migrations?: string;
  onProgress?(progress: BackupProgress): void;
}

/** What a backup holds, after every checksum of it was found right. */
export interface Checked {
  header: BackupHeader;
  bytes: number;
  rows: Record<string, number>;
  files: number;
}

const sequencesSchema = z.array(z.object({ schema: z.string(), name: z.string(), value: z.string() }));

/** Reads a whole backup and checks every checksum of it; throws BackupRefused with what is wrong. Touches no database. */
export async function checkBackup(file: string, onProgress?: (progress: BackupProgress) => void): Promise<Checked> {
  const { size } = await stat(file);
  const rows: Record<string, number> = {};
  let header: BackupHeader | undefined;
  let files = 0;
  await readBackup(file, {
    onHeader: (read) => {
      header = read;
    },
    onSection: async (section) => {
      for await (const _ of section.data);
      if (section.kind === 'table') rows[section.name] = section.rows();
      if (section.kind === 'file') files += 1;
    },
    onBytes: (done) => onProgress?.({ what: 'checking', done, total: size }),
  });
  if (header === undefined) throw new BackupRefused(`${file} has no header.`);
  return { header, bytes: size, rows, files };
}

async function assertKnown(header: BackupHeader, folder?: string): Promise<void> {
  const own = await readMigrations(folder);
  const newest = own.at(-1)?.number ?? 0;
  if (header.migration > newest)
    throw new BackupRefused(
      `The backup is of a newer Kept (${header.kept}): its database is ${header.migration}, this build knows ${newest}.`,
    );
  const byNumber = new Map(own.map((file) => [file.number, file.sha256]));
  const other = header.migrations.find((taken) => byNumber.get(taken.number) !== taken.sha256);
  if (other) throw new BackupRefused(`The backup was made with another migration ${other.name} than this build has.`);
}

/** Only a database with nothing of anybody in it may be restored into; the job runner's empty tables do not count. */
async function assertEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
     and n.nspname <> 'graphile_worker' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by 1 limit 3`,
  );
  const jobs = await client.query("select to_regclass('graphile_worker._private_jobs') is not null as there");
  if (jobs.rows[0]?.there === true) {
    const some = await client.query('select 1 from graphile_worker._private_jobs limit 1');
    if (some.rowCount === 1) rows.push({ name: 'graphile_worker.jobs' });
  }
  if (rows.length === 0) return;
  const names = rows.map((row) => String(row.name)).join(', ');
  throw new BackupRefused(
    `The database is not empty (it has ${names} …): a backup is restored only into an empty one. Nothing was touched.`,
  );
}

function assertTables(header: BackupHeader, there: BackupTable[]): void {
  const known = new Map(there.map((table) => [quoted(table), new Set(table.columns)]));
  for (const table of header.tables) {
    const columns = known.get(quoted(table));
    const missing = columns ? table.columns.find((name) => !columns.has(name)) : table.name;
    if (missing !== undefined)
      throw new BackupRefused(
        `The backup has ${table.schema}.${table.name} (${missing}), which its own migrations do not make.`,
      );
  }
}

async function readTable(client: pg.Client, section: Section, table: BackupTable): Promise<void> {
  const columns = table.columns.map((name) => pg.escapeIdentifier(name)).join(', ');
  const copy = client.query(copyFrom(`copy ${quoted(table)} (${columns}) from stdin`));
  await pipeline(Readable.from(section.data), createZstdDecompress(), copy);
  if (copy.rowCount !== section.rows())
    throw new BackupRefused(
      `${section.name}: ${copy.rowCount} rows came in of ${section.rows()}. Nothing was restored.`,
    );
}

async function readSequences(client: pg.Client, section: Section): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of Readable.from(section.data).pipe(createZstdDecompress())) parts.push(Buffer.from(part));
  for (const { schema, name, value } of sequencesSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))))
    await client.query('select setval(format($1, $2::text, $3::text)::regclass, $4::bigint)', [
      '%I.%I',
      schema,
      name,
      value,
    ]);
}

async function readFileSection(section: Section, folders: Record<string, string>): Promise<void> {
  const slash = section.name.indexOf('/');
  const folder = folders[section.name.slice(0, slash)];
  if (folder === undefined) return;
  const inside = normalize(section.name.slice(slash + 1));
  if (inside.startsWith('..') || inside.startsWith('/'))
    throw new BackupRefused(`The backup names a file outside its folder: ${section.name}.`);
  const path = join(folder, inside);
  if (await stat(path).catch(() => undefined)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(
    Readable.from(section.data),
    createZstdDecompress(),
    createWriteStream(`${path}.restoring`, { mode: 0o600, flush: true }),
  );
  await rename(`${path}.restoring`, path);
}

async function fill(client: pg.Client, checked: Checked, options: RestoreOptions): Promise<void> {
  const tables = new Map(checked.header.tables.map((table) => [`${table.schema}.${table.name}`, table]));
  await readBackup(options.file, {
    onSection: async (section) => {
      const table = tables.get(section.name);
      if (section.kind === 'file') await readFileSection(section, options.folders ?? {});
      else if (section.kind === 'sequences') await readSequences(client, section);
      else if (table) await readTable(client, section, table);
      else throw new BackupRefused(`${section.name} is not among the tables of the backup's header.`);
    },
    onBytes: (done) => options.onProgress?.({ what: 'restoring', done, total: checked.bytes }),
  });
}

/** Schema, rows, sequences, indexes: in one transaction, so that a failure or a kill leaves the database empty. */
async function restoreWhole(client: pg.Client, checked: Checked, options: RestoreOptions): Promise<void> {
  await assertEmpty(client);
  if (checked.header.hasJobs) await runMigrations({ connectionString: options.url });
  await client.query(copySettings);
  await client.query("set maintenance_work_mem = '256MB'; begin");
  try {
    await migrateInside(client, checked.header.migration, options.migrations);
    const tables = await tablesToCopy(client);
    assertTables(checked.header, tables);
    // Migrations put rows of their own in; the backup has them as they were in the end.
    if (tables.length > 0) await client.query(`truncate ${tables.map(quoted).join(', ')}`);
    const putBack = await putAside(client);
    await fill(client, checked, options);
    options.onProgress?.({ what: 'indexes', done: checked.bytes, total: checked.bytes });
    await putBack();
    await rebaseOutbox(client);
    if (checked.header.hasJobs) await freeJobs(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
  await client.query('analyze');
}

/**
 * Restores a backup whole into an empty database, made at the backup's own migration (migrate afterwards).
 * Throws BackupRefused, having touched nothing, for a damaged, edited or newer backup or a database that is not empty.
 */
export async function restore(options: RestoreOptions): Promise<Checked> {
  const checked = await checkBackup(options.file, options.onProgress);
  await assertKnown(checked.header, options.migrations);
  await withClient({ url: options.url, name: 'kept-restore' }, async (client) => {
    await beUnhurried(client);
    await holdingSchema(client, false, () => restoreWhole(client, checked, options));
  });
  return checked;
}
