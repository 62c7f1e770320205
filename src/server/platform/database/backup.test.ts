import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkerUtils } from 'graphile-worker';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { backup } from './backup.ts';
import { migrateAddress, migrationNumber } from './migrate.ts';
import { checkBackup, restore } from './restore.ts';

let folder: string;
let source: TestDatabase;
const made: TestDatabase[] = [];

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

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

const tables = ['customers.customer', 'customers.identity_key', 'staff.department', 'staff.person', 'platform.answer'];

/** Rows with what is hard to carry: nulls, tabs, quotes, other scripts, bytes, arrays, JSON, far dates, a backslash. */
async function fill(client: pg.Client): Promise<void> {
  await client.query(`
    insert into customers.customer (customer_id, face_id, kind, state, name, note, made_at, made_by)
      select id, id, 'person', 'known', E'Ñandú \\t "Привет" \\\\N ''' || n || E'\\n\\r😀', case when n % 2 = 0 then null else '' end,
        timestamptz '1999-12-31 23:59:59.999999+00' + n * interval '1 second', '\\N'
      from (select n, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, 20000) n) s;
    insert into customers.identity_key (key_hash, kind, value, customer_id, evidence, verified_at)
      select sha256(n::text::bytea), 'email', n || '@example.com', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'seen',
        'infinity' from generate_series(1, 500) n;
    insert into staff.department (department_id, name_en, name_es, name_ru) values
      ('00000000-0000-7000-8000-000000000001', 'Sales', 'Ventas', 'Продажи');
    insert into staff.person (person_id, email, name, role, department_id, state, invited_at, successor_id) values
      ('00000000-0000-7000-8000-0000000000a1', 'a@example.com', 'A', 'employee', '00000000-0000-7000-8000-000000000001', 'left', now(), '00000000-0000-7000-8000-0000000000a2'),
      ('00000000-0000-7000-8000-0000000000a2', 'b@example.com', 'B', 'employee', null, 'active', now(), null);
    insert into platform.answer (key_hash, body_hash, body) values ('\\x00ff', '\\x', null);
    insert into platform.outbox (customer_id, name, payload)
      select '00000000-0000-7000-8000-000000000001', 'memory.remembered', jsonb_build_object('n', n, 'text', E'\\u00e9\\n')
      from generate_series(1, 10) n;
    insert into platform.cursor (listener, tx, seq) select 'learning', tx, seq from platform.outbox order by seq limit 1 offset 3`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-backup-'));
  source = await cloneDatabase();
  made.push(source);
  const jobs = await makeWorkerUtils({ connectionString: source.url });
  await jobs.migrate();
  await jobs.addJob('wake', { at: 'noon' });
  await jobs.release();
  await withClient(source.url, fill);
});

afterAll(async () => {
  for (const database of made) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('what is restored equals what was there, with its files, jobs, sequences and undelivered events', async () => {
  const file = join(folder, 'whole.kept');
  const files = join(folder, 'files');
  await writeFile(join(folder, 'x'), 'not in the folder');
  await rm(files, { recursive: true, force: true });
  await withClient(source.url, async () => undefined);
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(files, 'ab'), { recursive: true });
  await writeFile(join(files, 'ab', 'abcd'), Buffer.from([0, 255, 10, 13]));
  const written = await backup({ url: source.url, file, folders: { files } });
  expect(written.rows['customers.customer']).toBe(20_000);

  const target = await empty();
  const into = join(folder, 'files-restored');
  const checked = await restore({ file, url: target.url, folders: { files: into } });
  expect(checked.rows).toEqual(written.rows);
  expect(await readFile(join(into, 'ab', 'abcd'))).toEqual(Buffer.from([0, 255, 10, 13]));

  const hashes = (url: string) =>
    withClient(url, async (client) => {
      const all: Record<string, string> = {};
      for (const table of tables) all[table] = await contents(client, table);
      return all;
    });
  expect(await hashes(target.url)).toEqual(await hashes(source.url));
  await withClient(target.url, async (client) => {
    const waiting = await client.query(`
      select array_agg((payload->>'n')::int order by o.tx, o.seq) as waiting from platform.outbox o, platform.cursor c
      where (o.tx, o.seq) > (c.tx, c.seq) and o.tx < pg_snapshot_xmin(pg_current_snapshot())`);
    expect(waiting.rows[0]?.waiting).toEqual([5, 6, 7, 8, 9, 10]);
    const next = await client.query("select nextval(pg_get_serial_sequence('platform.outbox', 'seq'))::int as next");
    expect(next.rows[0]?.next).toBeGreaterThan(10);
    const jobs = await client.query('select count(*)::int as jobs from graphile_worker._private_jobs');
    expect(jobs.rows[0]?.jobs).toBe(1);
  });
  expect((await migrateAddress(target.url)).applied).toEqual([]);
  const keys = (url: string) =>
    withClient(url, async (client) => {
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
  for (let at = 0; at < 40; at += 1) {
    const damaged = Buffer.from(whole);
    const place = Math.floor((bytes - 1) * (at / 39));
    damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place);
    await writeFile(file, damaged);
    await expect(checkBackup(file), `byte ${place}`).rejects.toThrow(/flipped\.kept/);
  }
  await expect(restore({ file, url: target.url })).rejects.toThrow(/flipped\.kept/);
  expect(await withClient(target.url, migrationNumber)).toBe(0);
});

test('a truncated backup and one with bytes behind its end are refused', async () => {
  const file = join(folder, 'short.kept');
  const { bytes } = await backup({ url: source.url, file });
  const whole = await readFile(file);
  const target = await empty();
  for (const length of [0, 5, 100, Math.floor(bytes / 2), bytes - 1]) {
    await writeFile(file, whole);
    await truncate(file, length);
    await expect(restore({ file, url: target.url }), `${length} bytes`).rejects.toThrow(/truncated/);
  }
  await writeFile(file, Buffer.concat([whole, Buffer.from('x')]));
  await expect(restore({ file, url: target.url })).rejects.toThrow('bytes follow its end');
  expect(await withClient(target.url, migrationNumber)).toBe(0);
});

test('a database with anything in it is refused and left as it is', async () => {
  const file = join(folder, 'onto.kept');
  await backup({ url: source.url, file });
  await expect(restore({ file, url: source.url })).rejects.toThrow('not empty');
  const target = await empty();
  await withClient(target.url, (client) => client.query('create table public.mine (n int); insert into mine values (7)'));
  await expect(restore({ file, url: target.url })).rejects.toThrow('public.mine');
  expect(await withClient(target.url, (client) => contents(client, 'public.mine'))).toMatch(/^1:/);
});

test('a backup of a newer Kept is refused by name', async () => {
  const newer = await cloneDatabase();
  made.push(newer);
  await withClient(newer.url, (client) =>
    client.query("insert into platform.migration (number, name, sha256) values (9999, '9999-later.sql', 'x')"),
  );
  const file = join(folder, 'newer.kept');
  await backup({ url: newer.url, file });
  const target = await empty();
  await expect(restore({ file, url: target.url })).rejects.toThrow(/database is 9999, this build knows/);
});

test('a restore that fails half-way leaves the database empty', async () => {
  const file = join(folder, 'half.kept');
  const broken = await cloneDatabase();
  made.push(broken);
  await withClient(broken.url, async (client) => {
    await client.query('alter table staff.person drop constraint person_department_id_fkey');
    await client.query(`insert into staff.person (person_id, email, name, role, department_id, state, invited_at) values
      ('00000000-0000-7000-8000-0000000000a1', 'a@example.com', 'A', 'employee', '00000000-0000-7000-8000-00000000dead', 'active', now())`);
  });
  await backup({ url: broken.url, file });
  const target = await empty();
  await expect(restore({ file, url: target.url })).rejects.toThrow(/foreign key/);
  expect(await withClient(target.url, migrationNumber)).toBe(0);
  await backup({ url: source.url, file: join(folder, 'good.kept') });
  await restore({ file: join(folder, 'good.kept'), url: target.url });
});

test('a backup under load holds one moment: no row without the other that was written with it', async () => {
  const busy = await cloneDatabase();
  made.push(busy);
  let writing = true;
  let acknowledged = 0;
  const load = withClient(busy.url, async (client) => {
    while (writing) {
      const id = `00000000-0000-7000-8000-${String(acknowledged).padStart(12, '0')}`;
      await client.query('begin');
      await client.query(`insert into customers.customer (customer_id, face_id, kind, state, made_at, made_by) values ('${id}', '${id}', 'person', 'known', now(), 't')`);
      await client.query(`insert into platform.outbox (customer_id, name, payload) values ('${id}', 'customers.known', '{}')`);
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
  expect(rows['customers.customer']).toBe(rows['platform.outbox']);
  expect(rows['customers.customer']).toBeGreaterThanOrEqual(before);
  const target = await empty();
  await restore({ file, url: target.url });
  const { rows: last } = await withClient(target.url, (client) =>
    client.query('select count(*)::int as n, max(customer_id::text) as last from customers.customer'),
  );
  // A prefix: as many as the highest number says.
  expect(Number(String(last[0]?.last).slice(-12)) + 1).toBe(last[0]?.n);
});
