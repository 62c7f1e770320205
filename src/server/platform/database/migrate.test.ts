import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase, within } from '../../../../test/support/database.ts';
import { migrateAddress } from './migrate.ts';
import { statementsOf } from './statements.ts';

let folder: string;
let database: TestDatabase;
const folders: string[] = [];

function put(name: string, sql: string): Promise<void> {
  return writeFile(join(folder, name), sql);
}

const migrate = () => migrateAddress(database.url, { folder });
const tableCount = () =>
  within(
    database.url,
    async (client) =>
      (await client.query("select count(*)::int as n from pg_tables where schemaname = 'shop'")).rows[0]?.n,
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-migrate-'));
  folders.push(folder);
  database = await emptyDatabase();
  await put('0001-shop.sql', 'create schema shop; create table shop.one (n int);');
  await put('0002-shop.sql', 'create table shop.two (n int); create table shop.three (n int);');
});

afterEach(() => database.drop());

afterAll(async () => {
  for (const path of folders) await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test('each file is taken once, in order, and recorded', async () => {
  expect(await migrate()).toEqual({ from: 0, to: 2, applied: ['0001-shop.sql', '0002-shop.sql'] });
  expect(await migrate()).toEqual({ from: 2, to: 2, applied: [] });
  await put('0003-shop.sql', 'alter table shop.one add m int');
  await put('schema.sql', 'not a migration');
  expect(await migrate()).toEqual({ from: 2, to: 3, applied: ['0003-shop.sql'] });
});

test('of five servers that start at once one migrates and the others wait for it', async () => {
  const done = await Promise.all([1, 2, 3, 4, 5].map(migrate));
  expect(done.map((one) => one.to)).toEqual([2, 2, 2, 2, 2]);
  expect(done.flatMap((one) => one.applied)).toEqual(['0001-shop.sql', '0002-shop.sql']);
});

test('a file that fails leaves nothing of itself and all before it', async () => {
  await put('0002-shop.sql', 'create table shop.two (n int); select 1 / 0;');
  await expect(migrate()).rejects.toThrow(/0002-shop\.sql failed.*division by zero/);
  expect(await tableCount()).toBe(1);
  await put('0002-shop.sql', 'create table shop.two (n int)');
  expect((await migrate()).applied).toEqual(['0002-shop.sql']);
});

test('a file that cannot be recorded was not taken', async () => {
  const refusing = 'alter table platform.migration add constraint only_one check (number < 2) not valid';
  await put('0002-shop.sql', `create table shop.two (n int); ${refusing};`);
  await expect(migrate()).rejects.toThrow(/0002-shop\.sql failed.*only_one/);
  expect(await tableCount()).toBe(1);
  await put('0002-shop.sql', 'create table shop.two (n int)');
  expect((await migrate()).applied).toEqual(['0002-shop.sql']);
});

test('a migration killed in the middle is as if never begun, and the next start goes on', async () => {
  await put('0002-shop.sql', 'create table shop.two (n int); select pg_sleep(30); create table shop.three (n int);');
  const killed = migrate().catch((error: unknown) => error);
  await within(database.url, async (client) => {
    let found = 0;
    while (found === 0) {
      const { rows } = await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kept-migrate' and wait_event = 'PgSleep' and datname = current_database()",
      );
      found = rows.length;
    }
  });
  expect(String(await killed)).toMatch(/0002-shop\.sql failed/);
  expect(await tableCount()).toBe(1);
  await put('0002-shop.sql', 'create table shop.two (n int)');
  expect((await migrate()).to).toBe(2);
});

test('a file that was changed after it was taken is refused by name', async () => {
  await migrate();
  await put('0001-shop.sql', 'create schema shop; create table shop.other (n int);');
  await expect(migrate()).rejects.toThrow('0001-shop.sql was changed');
});

test('a database newer than the code is refused with both numbers', async () => {
  await migrate();
  await within(database.url, (client) =>
    client.query("insert into platform.migration (number, name, sha256) values (42, '0042-later.sql', 'x')"),
  );
  await expect(migrate()).rejects.toThrow('The database is 42, this build knows 2');
});

test('two files of one number are refused before anything is done', async () => {
  await put('0002-other.sql', 'select 1');
  await expect(migrate()).rejects.toThrow('Two migrations have the number 2');
  expect(await tableCount()).toBe(0);
});

test('a long lock of a user delays a migration by no more than its tries, and is not waited for behind a queue', async () => {
  await migrate();
  await put('0003-shop.sql', 'alter table shop.one add m int');
  await within(database.url, async (locker) => {
    await locker.query('begin; lock table shop.one in access exclusive mode');
    const migrating = migrate();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await locker.query('commit');
    expect((await migrating).to).toBe(3);
  });
});

test('an online file runs outside of a transaction, and one that was killed is begun again', async () => {
  await migrate();
  await put(
    '0003-shop.online.sql',
    '-- a; b\ncreate index concurrently if not exists one_n on shop.one (n);\ncreate index concurrently if not exists two_n on shop.two (n);',
  );
  await within(database.url, async (client) => {
    await client.query('insert into shop.one values (1), (1)');
    await client.query('create unique index concurrently one_n on shop.one (n)').catch(() => undefined);
    expect((await migrate()).applied).toEqual(['0003-shop.online.sql']);
    const { rows } = await client.query(
      "select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indexrelid::regclass::text ~ '_n$' order by 1",
    );
    expect(rows).toEqual([
      { name: 'shop.one_n', valid: true },
      { name: 'shop.two_n', valid: true },
    ]);
  });
});

test.each([
  ['select 1; select 2', ['select 1', 'select 2']],
  ['select \';\' || "a;b" ; -- c;d\n select /* ; */ 1;', ['select \';\' || "a;b"', 'select   1']],
  ['do $x$ begin perform 1; end $x$; select $$;$$', ['do $x$ begin perform 1; end $x$', 'select $$;$$']],
  ["select 'it''s;'; ; select 1 - 2 / 3", ["select 'it''s;'", 'select 1 - 2 / 3']],
])('statements of %s', (sql, statements) => {
  expect(statementsOf(sql)).toEqual(statements);
});
