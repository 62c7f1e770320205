import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { checkPlacement } from '../platform/database/catalogue.ts';
import { migrationNumber, readMigrations } from '../platform/database/migrate.ts';
import { placements } from '../platform/database/placement.ts';
import { schemaText } from '../platform/database/schema-text.ts';

const schemaFile = new URL('../../../migrations/schema.sql', import.meta.url);

/** What PostgreSQL says of itself. */
export interface ServerFacts {
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly bytes: number;
  /** True where the system's collations have changed since the database was made: indexes of text may be wrong. */
  readonly collationChanged: boolean;
}

const asked = [
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'data_checksums',
  'max_connections',
  'server_encoding',
];

/** Settings, version, size and collation of a database. */
export async function findFacts(client: pg.ClientBase): Promise<ServerFacts> {
  const settings = await client.query('select name, setting from pg_settings where name = any ($1)', [asked]);
  const { rows } = await client.query(
    `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
       (select count(*) from pg_stat_activity)::int as connections,
       coalesce(d.datcollversion is distinct from pg_database_collation_actual_version(d.oid), false) as changed
     from pg_database d where d.datname = current_database()`,
  );
  const row = rows[0] ?? {};
  return {
    version: String(row.version),
    settings: Object.fromEntries(settings.rows.map((one) => [String(one.name), String(one.setting)])),
    connections: Number(row.connections),
    bytes: Number(row.bytes),
    collationChanged: row.changed === true,
  };
}

/** How the schema differs from what this build's migrations make. */
export interface Drift {
  readonly at: number;
  readonly newest: number;
  /** Each statement or line that should be there and is not, with what it belongs to. */
  readonly missing: string[];
  /** What is there and should not be; a house may have added it on purpose. */
  readonly more: string[];
  /** Tables whose keys a distributed database could not take. */
  readonly placement: string[];
}

/** Compares the catalogue with the printed schema, line by line; only where the database is of this build. */
export async function findDrift(client: pg.ClientBase): Promise<Drift> {
  const at = await migrationNumber(client);
  const newest = (await readMigrations()).at(-1)?.number ?? 0;
  if (at !== newest) return { at, newest, missing: [], more: [], placement: [] };
  const wanted = placedLines(await readFile(schemaFile, 'utf8'));
  const found = placedLines(await schemaText(client));
  return {
    at,
    newest,
    missing: [...wanted].filter((line) => !found.has(line)),
    more: [...found].filter((line) => !wanted.has(line)),
    placement: await checkPlacement(client, placements),
  };
}

/** Each line of a printed schema; a line inside a statement with the statement's head before it. */
function placedLines(text: string): Set<string> {
  const lines = new Set<string>();
  let head = '';
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('--') || /^\);?$/.test(line)) continue;
    if (/^(create|CREATE) /.test(line)) head = line.replace(/ \($/, '');
    if (line.startsWith('create table')) lines.add(head);
    else
      lines.add(line === head || /^(create|CREATE) /.test(line) ? line : `${head}: ${line.trim().replace(/,$/, '')}`);
  }
  return lines;
}
