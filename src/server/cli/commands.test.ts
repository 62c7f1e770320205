import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command, endCommands, launch } from '../../../test/support/command.ts';
import { cloneDatabase, emptyDatabase, rowsAt, type TestDatabase } from '../../../test/support/database.ts';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import * as customers from '../../shared/customers.ts';
import { sources } from '../../shared/intake.ts';
import * as staff from '../../shared/staff.ts';
import { openServer } from './ask.ts';
import { besides, nameOf } from './database-store.ts';
import { endOf } from './exit.ts';
import { program } from './program.ts';

const base = await mkdtemp(join(tmpdir(), 'kept-cli-'));
const databases: TestDatabase[] = [];
const houses: TestHouse[] = [];

afterAll(async () => {
  await endCommands();
  for (const house of houses) await house.close();
  for (const database of databases) await database.drop();
  await rm(base, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

async function place(made: Promise<TestDatabase>, name: string) {
  const database = await made;
  databases.push(database);
  return { KEPT_DATA: join(base, name), DATABASE_URL: database.url, KEPT_UNSAFE: '1' };
}

/** A house that is set up, beside whose server commands run; a server as a process of its own takes seconds to start. */
async function setUp() {
  const house = await openHouse();
  houses.push(house);
  return {
    house,
    env: { KEPT_DATA: house.config.dataFolder, DATABASE_URL: house.database.url, KEPT_UNSAFE: '1' },
  };
}

/** Serves a house for as long as some work takes. */
async function serving(env: Record<string, string>, work: () => Promise<void>) {
  const kept = launch(['start', '--json'], env);
  await kept.said;
  await work();
  kept.child.kill('SIGTERM');
  expect((await kept.ended).exit).toBe(0);
}

const names = ['start', 'migrate', 'import', 'demo', 'backup', 'restore', 'verify', 'doctor'];

describe('the command line', () => {
  test('each command explains itself and shows no secret; what is wrongly used ends with 2', async () => {
    const env = { DATABASE_URL: 'postgres://someone:a-secret@127.0.0.1:1/none', KEPT_DATA: join(base, 'none') };
    const there = program().commands;
    expect(there.map((one) => one.name())).toEqual(expect.arrayContaining(names));
    for (const one of there) expect(one.helpInformation()).toContain(`Usage: kept ${one.name()}`);
    const help = await command(['start', '--help'], env);
    expect([help.exit, help.out]).toEqual([0, expect.stringContaining('--extract')]);
    expect(help.out).not.toContain('a-secret');
    const wrong = [['restore'], ['nonsense'], ['demo', '--customers', '3'], ['import', 'a.csv']];
    // As main.ts ends what is thrown; one of them as a process, below.
    const ended = wrong.map((args) =>
      program()
        .parseAsync(args, { from: 'user' })
        .then(
          () => 0,
          (error) => endOf(error).exit,
        ),
    );
    expect(await Promise.all(ended)).toEqual(wrong.map(() => 2));
    const away = await command(['migrate'], env);
    expect(away.exit).toBe(1);
    expect(away.err).toContain('does not answer');
    expect(away.err + away.out).not.toContain('a-secret');
    expect((await command(['start'], { ...env, KEPT_PORT: 'many' })).exit).toBe(2);
  }, 60_000);

  test('a backup comes back whole elsewhere, nowhere else than into an empty database, and a changed use is found', async () => {
    const { house, env: here } = await setUp();
    const { customer_id } = await house.ask(customers.make, { kind: 'person', name: 'Ada Gray' }, house.administrator);
    await house.ask(customers.show, { customer_id }, house.administrator);
    await expect.poll(() => house.rows('select 1 from privacy.use').then((rows) => rows.length)).toBeGreaterThan(0);
    const file = join(base, 'house.kept');
    const written = await command(['backup', file, '--json'], here);
    expect(written.exit, written.err).toBe(0);
    expect(JSON.parse(written.out).rows['customers.customer']).toBe(1);
    expect((await command(['backup', file], here)).exit).toBe(4);

    const occupied = await command(['restore', file], here);
    expect(occupied.exit).toBe(4);
    expect(occupied.err).toContain('not empty');

    const there = await place(emptyDatabase(), 'there');
    const cut = join(base, 'cut.kept');
    await writeFile(cut, (await readFile(file)).subarray(0, -40));
    expect((await command(['restore', cut], there)).exit).toBe(4);
    const restored = await command(['restore', file], there);
    expect(restored.exit, restored.err).toBe(0);
    const whole = await command(['verify', '--json'], there);
    expect(whole.exit, whole.out + whole.err).toBe(0);
    expect(JSON.parse(whole.out).uses).toBeGreaterThan(0);

    await rowsAt(there.DATABASE_URL, "update privacy.use set actor = 'somebody else'");
    const found = await command(['verify'], there);
    expect(found.exit).toBe(3);
    expect(found.out).toContain('use-changed');
  }, 60_000);

  test('the doctor names an index that was dropped by hand, and a lost event is found by its source', async () => {
    const env = await place(cloneDatabase(), 'sick');
    const well = await command(['doctor', '--json'], env);
    const findings: { what: string; state: string }[] = JSON.parse(well.out).findings;
    expect(findings.filter((one) => one.what === 'schema')).toEqual([
      { what: 'schema', state: 'well', text: expect.stringContaining('as this build makes it') },
    ]);
    await rowsAt(env.DATABASE_URL, 'drop index memory.event_newest');
    const sick = await command(['doctor'], env);
    expect(sick.exit).toBe(3);
    expect(sick.out).toMatch(/missing: CREATE INDEX event_newest/);

    await rowsAt(
      env.DATABASE_URL,
      `insert into intake.tally (source_id, tally_id, at, sent, remembered, duplicate, quarantined)
       select source_id, source_id, now(), 3, 3, 0, 0 from intake.source limit 1`,
    );
    const lost = await command(['verify'], env);
    expect(lost.exit).toBe(3);
    expect(lost.out).toContain('remembered 3, duplicate 0, quarantined 0, events 0');
  }, 60_000);

  test('a start is refused on unsafe settings, on a newer database, and on a taken port that was asked for', async () => {
    const env = await place(cloneDatabase(), 'refused');
    const unsafe = await command(['start'], { ...env, KEPT_UNSAFE: '0' });
    const [fsync] = await rowsAt(env.DATABASE_URL, 'show fsync');
    if (fsync?.['fsync'] === 'off') expect([unsafe.exit, unsafe.err]).toEqual([4, expect.stringContaining('fsync')]);

    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const address = busy.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const taken = await command(['start'], { ...env, KEPT_PORT: String(port) });
    busy.close();
    expect([taken.exit, taken.err]).toEqual([4, expect.stringContaining(`Port ${port}`)]);

    await rowsAt(
      env.DATABASE_URL,
      "insert into platform.migration (number, name, sha256) values (9999, '9999-later.sql', '')",
    );
    const newer = await command(['start'], env);
    expect([newer.exit, newer.err]).toEqual([4, expect.stringContaining('The database is 9999')]);
  }, 60_000);

  test('the demo company is loaded through the intake into a database of its own, and goes in one act', async () => {
    const env = await place(cloneDatabase(), 'demo');
    const demo = launch(['demo', '--customers', '20', '--json'], env);
    const said = await demo.said;
    expect(String(said['password'])).toMatch(/^[A-Za-z0-9]{16}$/);
    const server = openServer(String(said['local_url']), { dataFolder: String(said['data']), tls: undefined });
    const heard = (await server.ask(sources, {})).sources;
    const sent = heard.reduce((sum, one) => sum + one.sent, 0);
    expect(sent).toBeGreaterThan(500);
    expect(heard.reduce((sum, one) => sum + one.remembered, 0)).toBe(sent);
    expect((await server.ask(staff.me, {})).house?.name).toContain('(demo)');
    server.close();
    expect((await command(['demo', '--remove', '--yes'], env)).exit).toBe(4);
    demo.child.kill('SIGTERM');
    expect((await demo.ended).exit).toBe(0);

    expect((await command(['demo', '--remove'], env)).exit).toBe(4);
    const removed = await command(['demo', '--remove', '--yes', '--json'], env);
    expect([removed.exit, JSON.parse(removed.out)]).toEqual([0, { removed: true }]);
    const name = `${nameOf(env.DATABASE_URL)}_demo`;
    expect(await rowsAt(env.DATABASE_URL, `select 1 from pg_database where datname = '${name}'`)).toEqual([]);
    expect(await rowsAt(env.DATABASE_URL, 'select 1 from customers.customer')).toEqual([]);
    expect(besides(env.DATABASE_URL, name)).toContain(name);
  }, 60_000);

  test('a file comes in without a server, its bad rows go into a file, undo takes it out; files of odd names come in under any locale, and what is no text, or has nowhere to be written, is said in words', async () => {
    const env = { ...(await setUp()).env, LC_ALL: 'C' };
    const csv = join(base, 'two words.csv');
    await writeFile(
      csv,
      'id,when,what\nA1,2026-01-02 10:00:00,Called\nA2,yesterday,Called\nA3,2026-01-04 10:00:00,Called\n',
    );
    const mapping = join(base, 'm.yaml');
    const yaml =
      "dates: ['yyyy-MM-dd HH:mm:ss']\nrow:\n  - type: track\n    event: '{what}'\n    keys: {user: '{id}'}\n    time: when\n";
    await writeFile(mapping, yaml);
    const bad = join(base, 'bad.csv');
    const own = ['import', csv, '--mapping', mapping];
    const done = await command([...own, '--errors', bad, '--json'], env);
    expect([done.exit, JSON.parse(done.out)]).toMatchObject([0, { state: 'done', good: 2, bad: 1, events: 2 }]);
    expect(await readFile(bad, 'utf8')).toContain('yesterday');
    // Through the server that runs: without one each command would open its own.
    await serving(env, async () => {
      expect((await command(own, env)).exit).toBe(4);
      const undone = await command(['import', '--undo', JSON.parse(done.out).import_id], env);
      expect(undone.exit, undone.err).toBe(0);
      const dry = await command([...own, '--dry', '--json'], env);
      expect([dry.exit, JSON.parse(dry.out)]).toMatchObject([0, { dry: true, good: 2, bad: 1 }]);
      await importOdd(env);
    });
    expect(await rowsAt(env.DATABASE_URL, "select 1 from memory.event where name = 'Called'")).toEqual([]);
    expect(
      await rowsAt(env.DATABASE_URL, `select name from customers.public_customer where name like 'Zoé%' order by 1`),
    ).toEqual([{ name: 'Zoé 0' }, { name: 'Zoé 1' }, { name: 'Zoé 2' }]);
  }, 60_000);
});

/** Files of odd names, which come in; noise, and errors that can be written nowhere, which do not. */
async function importOdd(env: Record<string, string>): Promise<void> {
  const mapping = join(base, 'odd.yaml');
  await writeFile(mapping, "row:\n  - type: identify\n    keys: {user: '{id}'}\n    traits: {name: name}\n");
  for (const [at, name] of ['-rf.csv', 'new\nline.csv', 'имя ñ.csv'].entries()) {
    const csv = join(base, name);
    await writeFile(csv, `id,name\nO${at},Zoé ${at}\n`);
    const done = await command(['import', csv, '--mapping', mapping, '--json'], env);
    expect([name, done.exit, JSON.parse(done.out).good]).toEqual([name, 0, 1]);
  }
  const noise = join(base, 'noise.csv');
  await writeFile(noise, Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * 7_919) % 256)));
  const late = join(base, 'late.csv');
  await writeFile(late, 'id,name\nO9,Zoé 9\n');
  const nowhere = ['import', late, '--mapping', mapping, '--errors', '/proc/nowhere/errors.csv'];
  for (const args of [['import', noise, '--mapping', mapping], nowhere]) {
    const came = await command(args, env);
    expect(came.exit, came.out + came.err).not.toBe(0);
    expect(came.err).not.toMatch(/\n {4}at /);
  }
}
