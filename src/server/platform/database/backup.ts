import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { type BackupHeader, type BackupTable, BackupWriter } from './backup-file.ts';
import { withClient } from './client.ts';
import { beUnhurried, holdingSchema, migrationNumber } from './migrate.ts';

/** How far a backup or restore is, in bytes; `total` is an estimate for a backup. */
export interface BackupProgress {
  what: string;
  done: number;
  total: number;
}

/** `file` must not exist; `folders` are kept under their names beside the tables (the files, the keys). */
export interface BackupOptions {
  url: string;
  file: string;
  folders?: Record<string, string>;
  onProgress?(progress: BackupProgress): void;
}

/** What was written: bytes of the file, its moment by the database's clock, and the rows of each table. */
export interface BackedUp {
  bytes: number;
  at: string;
  migration: number;
  rows: Record<string, number>;
}

/** The same text of a value on every PostgreSQL, whatever its settings are. */
export const copySettings = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'; set xmloption = 'content'`;

/** Made by migrations themselves, and so not restored as rows. */
const madeElsewhere = ['platform.migration', 'graphile_worker.migrations'];

/** Every table that is backed up: of all schemas but PostgreSQL's own and extensions', logged, not a partition of another. */
export async function tablesToCopy(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(
    `select n.nspname as schema, c.relname as name,
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''), '{}') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
     and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
     and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     and n.nspname || '.' || c.relname <> all ($1)
     group by 1, 2 order by 1, 2`,
    [madeElsewhere],
  );
  return rows;
}

const packageSchema = z.object({ version: z.string() });

async function ownVersion(): Promise<string> {
  const path = new URL('../../../../package.json', import.meta.url);
  return packageSchema.parse(JSON.parse(await readFile(path, 'utf8'))).version;
}

async function describe(client: pg.ClientBase): Promise<BackupHeader> {
  const { rows } = await client.query<{ at: string; postgres: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, current_setting('server_version') as postgres`,
  );
  const migration = await migrationNumber(client);
  const taken =
    migration === 0 ? [] : (await client.query('select number, name, sha256 from platform.migration order by 1')).rows;
  const jobs = await client.query("select 1 from pg_namespace where nspname = 'graphile_worker'");
  const tables = await tablesToCopy(client);
  const { at = '', postgres = '' } = rows[0] ?? {};
  return {
    format: 1,
    kept: await ownVersion(),
    postgres,
    at,
    migration,
    migrations: taken.map((row) => ({
      number: Number(row.number),
      name: String(row.name),
      sha256: String(row.sha256),
    })),
    tables,
    hasJobs: jobs.rowCount === 1,
  };
}

/** A table's name as SQL writes it. */
export function quoted(table: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
}

async function writeSection(writer: BackupWriter, source: Readable, compress: Transform): Promise<void> {
  source.once('error', (error) => compress.destroy(error));
  for await (const chunk of source.pipe(compress)) await writer.data(Buffer.from(chunk));
}

async function writeTable(
  client: pg.Client,
  writer: BackupWriter,
  table: BackupTable,
  onBytes: (bytes: number) => void,
): Promise<number> {
  await writer.begin({ kind: 'table', name: `${table.schema}.${table.name}` });
  const columns = table.columns.map((name) => pg.escapeIdentifier(name)).join(', ');
  const copy = client.query(copyTo(`copy (select ${columns} from ${quoted(table)}) to stdout`));
  copy.on('data', (chunk: Buffer) => onBytes(chunk.length));
  copy.pause();
  await writeSection(writer, copy, createZstdCompress());
  await writer.end(copy.rowCount);
  return copy.rowCount;
}

/** After the tables: a sequence runs ahead of every snapshot, never behind. */
async function writeSequences(client: pg.Client, writer: BackupWriter): Promise<void> {
  const { rows } = await client.query(
    `select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences
     where last_value is not null order by 1, 2`,
  );
  await writer.begin({ kind: 'sequences', name: 'sequences' });
  await writeSection(writer, Readable.from([Buffer.from(JSON.stringify(rows))]), createZstdCompress());
  await writer.end(rows.length);
}

/** After the tables too: files only come with the rows that name them, so all that the rows name are there. */
async function writeFolder(
  writer: BackupWriter,
  name: string,
  folder: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const inside = relative(folder, path).split(sep).join('/');
    if (!entry.isFile() || inside.startsWith('incoming/')) continue;
    const source = createReadStream(path);
    const isThere = await new Promise((resolve) =>
      source.once('open', () => resolve(true)).once('error', () => resolve(false)),
    );
    // Erased since it was listed.
    if (!isThere) continue;
    await writer.begin({ kind: 'file', name: `${name}/${inside}` });
    source.on('data', (chunk) => onBytes(chunk.length));
    source.pause();
    await writeSection(writer, source, createZstdCompress());
    await writer.end(1);
  }
}

async function estimate(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query(
    `select coalesce(sum(pg_table_size(c.oid)), 0)::float8 as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
  );
  return Number(rows[0]?.bytes ?? 0);
}

async function writeAll(client: pg.Client, options: BackupOptions): Promise<BackedUp> {
  await client.query(copySettings);
  await client.query('begin isolation level repeatable read read only');
  const header = await describe(client);
  const total = await estimate(client);
  let done = 0;
  const writer = await BackupWriter.create(options.file, header);
  try {
    const rows: Record<string, number> = {};
    const counting = (what: string) => (bytes: number) => {
      done += bytes;
      options.onProgress?.({ what, done, total: Math.max(total, done) });
    };
    for (const table of header.tables) {
      const name = `${table.schema}.${table.name}`;
      rows[name] = await writeTable(client, writer, table, counting(name));
    }
    await writeSequences(client, writer);
    for (const [name, folder] of Object.entries(options.folders ?? {}))
      await writeFolder(writer, name, folder, counting(name));
    await client.query('commit');
    return { bytes: await writer.finish(), at: header.at, migration: header.migration, rows };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/**
 * Writes every table of one moment, the sequences and the given folders into one checked file, while others read and
 * write. Bounded memory. The file gets its name only when whole; throws BackupRefused where it exists already.
 */
export async function backup(options: BackupOptions): Promise<BackedUp> {
  return withClient({ url: options.url, name: 'kept-backup' }, async (client) => {
    await beUnhurried(client);
    return holdingSchema(client, true, () => writeAll(client, options));
  });
}
