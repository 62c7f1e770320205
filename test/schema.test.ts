import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPlacement } from '../src/server/platform/database/catalogue.ts';
import { placements } from '../src/server/platform/database/placement.ts';
import { generatedFiles } from '../src/server/platform/database/print-schema.ts';
import { cloneDatabase, type TestDatabase } from './support/database.ts';
import { readSources, root } from './support/sources.ts';

// The tables as they are: what is generated from them is current, and they keep the rules of a distributed database.
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const rooms = ['staff', 'customers', 'privacy', 'memory', 'intake', 'today', 'promises', 'moments'];
const migrations = readdirSync(join(root, 'migrations'))
  .filter((name) => /^\d{4}-/.test(name))
  .toSorted();

describe('what is generated', () => {
  it('is what the catalogue says now (npm run schema)', async () => {
    const stale: string[] = [];
    for (const [path, text] of await generatedFiles(client)) {
      if (readFileSync(path, 'utf8') !== text) stale.push(relative(root, path));
    }
    expect(stale).toEqual([]);
  });
});

describe('the tables', () => {
  it('each stand in one place, with keys and references that a distributed database takes', async () => {
    expect(await checkPlacement(client, placements)).toEqual([]);
  });

  it('stand one schema to a room', async () => {
    const { rows } = await client.query(`select nspname as name from pg_namespace
      where nspname !~ '^(pg_|information_schema|public|graphile_worker)' order by 1`);
    expect(rows.map((row) => row.name)).toEqual([...rooms, 'platform'].toSorted());
  });

  it('keep instants with their zone, named _at or by the word of a moment, and money in whole minor units', async () => {
    const { rows } = await client.query(
      `select table_schema || '.' || table_name || '.' || column_name as name, data_type as type
      from information_schema.columns where table_schema = any ($1)`,
      [[...rooms, 'platform']],
    );
    const wrong = rows.filter(
      ({ name, type }) =>
        type === 'timestamp without time zone' ||
        type === 'money' ||
        (/_at$/.test(name) && !['timestamp with time zone', 'bigint'].includes(type)) ||
        (/_on$/.test(name) && type !== 'date') ||
        (/_minor$/.test(name) && !['bigint', 'numeric'].includes(type)),
    );
    expect(wrong).toEqual([]);
  });

  it('are read by other rooms only through their public views', () => {
    const wrong: string[] = [];
    for (const source of readSources('src/server')) {
      const room = /^src\/server\/([a-z]+)\//.exec(source.path)?.[1] ?? '';
      if (!rooms.includes(room) || source.path.endsWith('.test.ts')) continue;
      for (const [, other, table] of source.code.matchAll(
        /\b(?:from|join|into|update|table)\s+(staff|customers|privacy|memory|intake|today|promises)\.(\w+)/g,
      )) {
        if (other !== room && !table?.startsWith('public_')) wrong.push(`${source.path}: ${other}.${table}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('migrations', () => {
  it('are numbered without a gap', () => {
    expect(migrations.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map((_name, at) => at + 1));
  });

  it('touch only the schema in their name', () => {
    const wrong = migrations.flatMap((name) => {
      const room = /^\d{4}-([a-z]+)/.exec(name)?.[1] ?? '';
      const text = readFileSync(join(root, 'migrations', name), 'utf8').replaceAll(/--.*$/gm, '');
      const made = [
        ...text.matchAll(
          /\b(?:create (?:unlogged )?table|create view|alter table|insert into|references|create type)\s+(?:if not exists )?(\w+)\./g,
        ),
      ];
      return made.filter((match) => match[1] !== room).map((match) => `${name}: ${match[0]}`);
    });
    expect(wrong).toEqual([]);
  });

  it('cascade no deletion across customers, and set no trigger', () => {
    const texts = migrations.map((name) => readFileSync(join(root, 'migrations', name), 'utf8'));
    expect(texts.filter((text) => /\bcreate (?:constraint )?trigger\b/i.test(text))).toEqual([]);
  });
});
