import pg from 'pg';
import { type Asks, assertSafe } from '../platform/database/embedded-settings.ts';
import { migrationNumber, readMigrations } from '../platform/database/migrate.ts';

/** Works on a database over one connection that ends no statement early. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'kept-cli',
    options: '-c statement_timeout=0 -c TimeZone=UTC',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The number of the database and the newest that this build knows. */
export async function findNumbers(url: string): Promise<{ at: number; newest: number }> {
  const newest = (await readMigrations()).at(-1)?.number ?? 0;
  return { at: await withClient(url, migrationNumber), newest };
}

/** Throws UnsafeSettings where PostgreSQL may lose what it acknowledged. */
export async function assertSafeAt(url: string): Promise<void> {
  await withClient(url, (client) => assertSafe(asks(client)));
}

function asks(client: pg.Client): Asks {
  return { query: (text, values) => client.query(text, values) };
}

/** By how many milliseconds the database's clock is ahead of the one that `nowMs` reads, half the way there taken off. */
export async function findSkewMs(url: string, nowMs: () => number): Promise<number> {
  return withClient(url, async (client) => {
    const before = nowMs();
    const { rows } = await client.query('select extract(epoch from clock_timestamp())::float8 * 1000 as ms');
    const after = nowMs();
    return Math.round(Number(rows[0]?.ms) - (before + after) / 2);
  });
}

/** The same server's database of another name. */
export function besides(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** The name of an address's database. */
export function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Makes an empty database on the server of `url`; false where it is there already. */
export async function makeDatabase(url: string, name: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const there = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (there.rowCount !== 0) return false;
    await client.query(`create database ${client.escapeIdentifier(name)} template template0`);
    return true;
  });
}

/** Drops a database of the server of `url` with everybody in it sent away; false where there is none. */
export async function dropDatabase(url: string, name: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const there = await client.query('select 1 from pg_database where datname = $1', [name]);
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    return there.rowCount !== 0;
  });
}

/** True where nobody's memory is yet in a migrated database. */
export async function isUntouched(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      'select exists (select from memory.event) or exists (select from customers.customer) as touched',
    );
    return rows[0]?.touched !== true;
  });
}
