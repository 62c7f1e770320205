import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { checkPlacement } from './catalogue.ts';
import type { Placement } from './placement.ts';
import { schemaText } from './schema-text.ts';
import { tablesText } from './table-types.ts';

let database: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await emptyDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

const good = `
  create schema shop;
  create table shop.customer (customer_id uuid primary key);
  create table shop.order (customer_id uuid references shop.customer (customer_id), order_id uuid, product text, primary key (customer_id, order_id));
  create table shop.line (customer_id uuid, order_id uuid, line_no int, primary key (customer_id, order_id, line_no),
    constraint line_order foreign key (customer_id, order_id) references shop.order (customer_id, order_id) on delete cascade);
  create table shop.product (product text primary key);
  create table shop.key (key_hash bytea primary key, customer_id uuid);
  create table shop.session (token bytea primary key)`;

const placements: Record<string, Placement> = {
  'shop.customer': 'distributed',
  'shop.order': 'distributed',
  'shop.line': 'distributed',
  'shop.product': 'reference',
  'shop.key': 'directory',
  'shop.session': 'local',
};

test.each([
  ['a schema that keeps the rules', '', []],
  [
    'a table nobody placed',
    'create table shop.lost (n int primary key)',
    ['shop.lost is not in the list of placements'],
  ],
  ['a placed table that is gone', 'drop table shop.session', ['shop.session is placed, but does not exist']],
  [
    'a unique key across customers',
    'create unique index order_id on shop.order (order_id)',
    ['shop.order: the unique key order_id lacks customer_id'],
  ],
  [
    'a table without a primary key',
    'alter table shop.line drop constraint line_pkey',
    ['shop.line (distributed) has no primary key'],
  ],
  [
    'a foreign key to a local table',
    'alter table shop.order add t bytea, add constraint t foreign key (t) references shop.session (token)',
    ['shop.order: the foreign key t points from a distributed table to shop.session, a local one'],
  ],
  [
    'a foreign key of a reference table to customers',
    'alter table shop.product add c uuid, add constraint c foreign key (c) references shop.customer (customer_id)',
    ['shop.product: the foreign key c points from a reference table to shop.customer, a distributed one'],
  ],
  [
    'a foreign key that is not along the customer',
    'alter table shop.order add gift_to uuid, add constraint gift foreign key (gift_to) references shop.customer (customer_id)',
    ['shop.order: the foreign key gift does not go along customer_id'],
  ],
  [
    'a foreign key that forgets whose it is',
    'alter table shop.line drop constraint line_order, add constraint line_order foreign key (customer_id, order_id) references shop.order (customer_id, order_id) on delete set null',
    ['shop.line: the foreign key line_order would set customer_id to null or its default'],
  ],
  [
    'a trigger on a distributed table',
    'create trigger counted before update on shop.order for each row execute function suppress_redundant_updates_trigger()',
    ['shop.order (distributed) has the trigger counted'],
  ],
  [
    'a directory with two keys that share nothing',
    'create unique index key_customer on shop.key (customer_id)',
    ['shop.key: its unique keys share no column with the primary key to be spread by'],
  ],
])('%s', async (_, change, faults) => {
  await client.query(`${good}; ${change}`);
  expect(await checkPlacement(client, placements)).toEqual(faults);
});

test('the schema is printed and typed the same whatever order it was made in', async () => {
  await client.query(`create schema shop;
    create table shop.b (id bigint generated always as identity primary key, name text not null default 'x', low text generated always as (lower(name)) stored);
    create table shop.a (a_id uuid primary key, at timestamptz, tags text[] not null, extra jsonb, n numeric(10, 2), d date not null);
    create view shop.public_a as select a_id, at, count(*) as n from shop.a group by 1, 2`);
  const text = await schemaText(client);
  expect(text.indexOf('create table shop.a')).toBeLessThan(text.indexOf('create table shop.b'));
  expect(text).toContain('  low text generated always as (lower(name)) stored');
  expect(text).toContain('  id bigint generated always as identity not null');
  const types = await tablesText(client, 'shop');
  for (const line of [
    "'shop.public_a': PublicARow;",
    '  id: ColumnType<number, never, never>;',
    '  name: Generated<string>;',
    '  low: ColumnType<string | null, never, never>;',
    '  tags: string[];',
    '  n: string | null;',
    '  d: string;',
    '  extra: ColumnType<unknown, string | null | undefined, string | null>;',
    '  at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;',
  ])
    expect(types).toContain(line);
  await client.query('drop view shop.public_a; drop table shop.a');
  await client.query(`create table shop.a (a_id uuid primary key, at timestamptz, tags text[] not null, extra jsonb, n numeric(10, 2), d date not null);
    create view shop.public_a as select a_id, at, count(*) as n from shop.a group by 1, 2`);
  expect(await schemaText(client)).toBe(text);
  expect(await tablesText(client, 'shop')).toBe(types);
});
