import type pg from 'pg';
import { type ClientAddress, withClient } from '../platform/database/client.ts';
import { type Asks, assertSafe } from '../platform/database/embedded-settings.ts';
import { migrationNumber, readMigrations } from '../platform/database/migrate.ts';

/** A connection of the command line; it ends no statement early. */
export function asCli(url: string): ClientAddress {
  return { url, name: 'kept-cli', settings: '-c statement_timeout=0 -c TimeZone=UTC' };
}

/** The number of the database and the newest that this build knows. */
export async function findNumbers(url: string): Promise<{ at: number; newest: number }> {
  const newest = (await readMigrations()).at(-1)?.number ?? 0;
  return { at: await withClient(asCli(url), migrationNumber), newest };
}

/** Throws UnsafeSettings where PostgreSQL may lose what it acknowledged. */
export async function assertSafeAt(url: string): Promise<void> {
  await withClient(asCli(url), (client) => assertSafe(asks(client)));
}

function asks(client: pg.Client): Asks {
  return { query: (text, values) => client.query(text, values) };
}

/** By how many milliseconds the database's clock is ahead of the one that `nowMs` reads, half the way there taken off. */
export async function findSkewMs(url: string, nowMs: () => number): Promise<number> {
  return withClient(asCli(url), async (client) => {
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
  return withClient(asCli(url), async (client) => {
    const there = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (there.rowCount !== 0) return false;
    await client.query(`create database ${client.escapeIdentifier(name)} template template0`);
    return true;
  });
}

/** Drops a database of the server of `url` with everybody in it sent away; false where there is none. */
export async function dropDatabase(url: string, name: string): Promise<boolean> {
  return withClient(asCli(url), async (client) => {
    const there = await client.query('select 1 from pg_database where datname = $1', [name]);
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    return there.rowCount !== 0;
  });
}

/** True where nobody's memory is yet in a migrated database. */
export async function isUntouched(url: string): Promise<boolean> {
  return withClient(asCli(url), async (client) => {
    const { rows } = await client.query(
      'select exists (select from memory.event) or exists (select from customers.customer) as touched',
    );
    return rows[0]?.touched !== true;
  });
}
