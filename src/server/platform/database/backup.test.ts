import { copyFile, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkerUtils } from 'graphile-worker';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase, within } from '../../../../test/support/database.ts';
import { backup } from './backup.ts';
import { migrateAddress, migrationNumber } from './migrate.ts';
import { checkBackup, restore } from './restore.ts';

let folder: string;
let migrations: string;
let source: TestDatabase;
const made: TestDatabase[] = [];

async function empty(): Promise<TestDatabase> {
  const database = await emptyDatabase();
  made.push(database);
  return database;
}

/** A hash over every row of a table, whatever their order. */
async function contents(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query(
    `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${table} t`,
  );
  return String(rows[0]?.hash);
}

const tables = ['shop.customer', 'shop.odd', 'shop.visit', 'platform.answer'];

/** A room of the test's own, with all that is hard to carry: a circle of keys, generated columns, identity, partitions. */
const room = `
  create schema shop;
  create table shop.customer (customer_id uuid primary key, best_id bigint, name text, lower_name text generated always as (lower(name)) stored);
  create index customer_name on shop.customer (lower_name);
  create table shop.odd (
    odd_id bigint generated always as identity primary key, customer_id uuid references shop.customer (customer_id),
    t text, b bytea, j jsonb, n numeric, f float8, d date, z timestamptz, y boolean, a text[], u uuid[], i interval, x xid8, v tsvector
  );
  alter table shop.customer add constraint customer_best foreign key (best_id) references shop.odd (odd_id);
  create table shop.visit (customer_id uuid, at date, primary key (customer_id, at)) partition by range (at);
  create table shop.visit_old partition of shop.visit for values from ('1900-01-01') to ('2000-01-01');
  create table shop.visit_new partition of shop.visit default;
  create unlogged table shop.spool (line text);
  create view shop.public_customer as select customer_id, name from shop.customer`;

const customerId = `('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;

async function fill(client: pg.Client): Promise<void> {
  await client.query(`
    insert into shop.customer (customer_id, name)
      select ${customerId}, E'Ñandú \\t "Привет" \\\\N \\'' || n || E'\\n\\r😀' from generate_series(1, 20000) n;
    insert into shop.odd (customer_id, t, b, j, n, f, d, z, y, a, u, i, x, v)
      select ${customerId}, case when n % 2 = 0 then '' else '\\N' end, sha256(n::text::bytea), '{"a": ["\\u00e9", null, 1e3]}',
        (n || '.123456789012345678901234567890')::numeric, 0.1 + n, 'infinity', timestamptz '1999-12-31 23:59:59.999999+00' + n * interval '1 s',
        n % 3 = 0, array['a,b', null, '"', E'\\\\'], '{}', '1 mon -2 days', '12345678901', to_tsvector('simple', 'the cat sat')
      from generate_series(1, 500) n;
    insert into shop.odd (t) values (null);
    insert into shop.visit select ${customerId}, date '1999-12-30' + n from generate_series(1, 5) n;
    insert into shop.spool values ('not kept');
    update shop.customer set best_id = 7;
    insert into platform.answer (key_hash, body_hash, body) values ('\\x00ff', '\\x', null);
    insert into platform.outbox (customer_id, name, payload)
      select '00000000-0000-7000-8000-000000000001', 'memory.remembered', jsonb_build_object('n', n) from generate_series(1, 10) n;
    insert into platform.cursor (listener, tx, seq) select 'learning', tx, seq from platform.outbox order by seq limit 1 offset 3`);
}

/** A database with the test's own room. */
async function shop(): Promise<TestDatabase> {
  const database = await empty();
  await migrateAddress(database.url, { folder: migrations });
  return database;
}

function restoreInto(
  target: TestDatabase,
  file: string,
  folders: Record<string, string> = {},
): ReturnType<typeof restore> {
  return restore({ file, url: target.url, folders, migrations });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-backup-'));
  migrations = join(folder, 'migrations');
  await mkdir(migrations);
  await copyFile(
    new URL('../../../../migrations/0001-platform.sql', import.meta.url),
    join(migrations, '0001-platform.sql'),
  );
  await writeFile(join(migrations, '0002-shop.sql'), room);
  source = await shop();
  const jobs = await makeWorkerUtils({ connectionString: source.url });
  await jobs.migrate();
  await jobs.addJob('wake', { at: 'noon' });
  await jobs.release();
  await within(source.url, fill);
});

afterAll(async () => {
  for (const database of made) await database.drop();
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test('what is restored equals what was there, with its files, jobs, sequences and undelivered events', async () => {
  const file = join(folder, 'whole.kept');
  const files = join(folder, 'files');
  await mkdir(join(files, 'ab'), { recursive: true });
  await writeFile(join(files, 'ab', 'abcd'), Buffer.from([0, 255, 10, 13]));
  const written = await backup({ url: source.url, file, folders: { files } });
  expect(written.rows['shop.customer']).toBe(20_000);

  const target = await empty();
  const into = join(folder, 'files-restored');
  const checked = await restoreInto(target, file, { files: into });
  expect(checked.rows).toEqual(written.rows);
  expect(await readFile(join(into, 'ab', 'abcd'))).toEqual(Buffer.from([0, 255, 10, 13]));

  const hashes = (url: string) =>
    within(url, async (client) => {
      const all: Record<string, string> = {};
      for (const table of tables) all[table] = await contents(client, table);
      return all;
    });
  expect(await hashes(target.url)).toEqual(await hashes(source.url));
  await within(target.url, async (client) => {
    const waiting = await client.query(`
      select array_agg((payload->>'n')::int order by o.tx, o.seq) as waiting from platform.outbox o, platform.cursor c
      where (o.tx, o.seq) > (c.tx, c.seq) and o.tx < pg_snapshot_xmin(pg_current_snapshot())`);
    expect(waiting.rows[0]?.waiting).toEqual([5, 6, 7, 8, 9, 10]);
    const next = await client.query("select nextval(pg_get_serial_sequence('platform.outbox', 'seq'))::int as next");
    expect(next.rows[0]?.next).toBeGreaterThan(10);
    const jobs = await client.query('select count(*)::int as jobs from graphile_worker._private_jobs');
    expect(jobs.rows[0]?.jobs).toBe(1);
  });
  expect((await migrateAddress(target.url, { folder: migrations })).applied).toEqual([]);
  const keys = (url: string) =>
    within(url, async (client) => {
      const { rows } = await client.query(
        "select count(*) filter (where contype = 'f')::int as keys, (select count(*)::int from pg_indexes where schemaname not like 'pg%') as indexes from pg_constraint",
      );
      return rows[0];
    });
  expect(await keys(target.url)).toEqual(await keys(source.url));
});

test('a backup overwrites nothing', async () => {
  const file = join(folder, 'there.kept');
  await writeFile(file, 'mine');
  await expect(backup({ url: source.url, file })).rejects.toThrow('exists already');
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test('one flipped byte anywhere is found and named before the database is touched', async () => {
  const file = join(folder, 'flipped.kept');
  const { bytes } = await backup({ url: source.url, file });
  const whole = await readFile(file);
  const target = await empty();
  const said: string[] = [];
  for (let at = 0; at < 40; at += 1) {
    const damaged = Buffer.from(whole);
    const place = Math.floor((bytes - 1) * (at / 39));
    damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place);
    await writeFile(file, damaged);
    const refused = checkBackup(file);
    await expect(refused, `byte ${place}`).rejects.toThrow(/flipped\.kept/);
    said.push(await refused.then(String, String));
  }
  expect(said.filter((text) => /checksum .* of table shop\.\w+ does not match/.test(text)).length).toBeGreaterThan(0);
  await expect(restoreInto(target, file)).rejects.toThrow(/flipped\.kept/);
  expect(await within(target.url, migrationNumber)).toBe(0);
});

test('a truncated backup and one with bytes behind its end are refused', async () => {
  const file = join(folder, 'short.kept');
  const { bytes } = await backup({ url: source.url, file });
  const whole = await readFile(file);
  const target = await empty();
  for (const length of [0, 5, 100, Math.floor(bytes / 2), bytes - 1]) {
    await writeFile(file, whole);
    await truncate(file, length);
    await expect(restoreInto(target, file), `${length} bytes`).rejects.toThrow(/truncated/);
  }
  await writeFile(file, Buffer.concat([whole, Buffer.from('x')]));
  await expect(restoreInto(target, file)).rejects.toThrow('bytes follow its end');
  expect(await within(target.url, migrationNumber)).toBe(0);
});

test('a database with anything in it is refused and left as it is', async () => {
  const file = join(folder, 'onto.kept');
  await backup({ url: source.url, file });
  await expect(restoreInto(source, file)).rejects.toThrow('not empty');
  const target = await empty();
  await within(target.url, (client) => client.query('create table public.mine (n int); insert into mine values (7)'));
  await expect(restoreInto(target, file)).rejects.toThrow('public.mine');
  expect(await within(target.url, (client) => contents(client, 'public.mine'))).toMatch(/^1:/);
});

test('a backup of a newer Kept is refused by name', async () => {
  const newer = await shop();
  await within(newer.url, (client) =>
    client.query("insert into platform.migration (number, name, sha256) values (9999, '9999-later.sql', 'x')"),
  );
  const file = join(folder, 'newer.kept');
  await backup({ url: newer.url, file });
  const target = await empty();
  await expect(restoreInto(target, file)).rejects.toThrow(/database is 9999, this build knows/);
});

test('a restore that fails half-way leaves the database empty', async () => {
  const file = join(folder, 'half.kept');
  const broken = await shop();
  await within(broken.url, async (client) => {
    await client.query('alter table shop.odd drop constraint odd_customer_id_fkey');
    await client.query("insert into shop.odd (customer_id) values ('00000000-0000-7000-8000-00000000dead')");
  });
  await backup({ url: broken.url, file });
  const target = await empty();
  await expect(restoreInto(target, file)).rejects.toThrow(/foreign key/);
  expect(await within(target.url, migrationNumber)).toBe(0);
  await backup({ url: source.url, file: join(folder, 'good.kept') });
  await restoreInto(target, join(folder, 'good.kept'));
});

test('a backup under load holds one moment: no row without the other that was written with it', async () => {
  const busy = await shop();
  let writing = true;
  let acknowledged = 0;
  const load = within(busy.url, async (client) => {
    while (writing) {
      const id = `00000000-0000-7000-8000-${String(acknowledged).padStart(12, '0')}`;
      await client.query('begin');
      await client.query(`insert into shop.customer (customer_id) values ('${id}')`);
      await client.query(
        `insert into platform.outbox (customer_id, name, payload) values ('${id}', 'customers.known', '{}')`,
      );
      await client.query('commit');
      acknowledged += 1;
    }
  });
  while (acknowledged < 50) await new Promise((resolve) => setTimeout(resolve, 5));
  const file = join(folder, 'busy.kept');
  const before = acknowledged;
  const { rows } = await backup({ url: busy.url, file });
  writing = false;
  await load;
  expect(rows['shop.customer']).toBe(rows['platform.outbox']);
  expect(rows['shop.customer']).toBeGreaterThanOrEqual(before);
  const target = await empty();
  await restoreInto(target, file);
  const { rows: last } = await within(target.url, (client) =>
    client.query('select count(*)::int as n, max(customer_id::text) as last from shop.customer'),
  );
  // A prefix: as many as the highest number says.
  expect(Number(String(last[0]?.last).slice(-12)) + 1).toBe(last[0]?.n);
});
