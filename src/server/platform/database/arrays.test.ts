import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../../test/support/house.ts';

import { bigints, bytes, instants, integers, jsons, texts, uuids } from './arrays.ts';

let house: TestHouse;
let client: pg.Client;

beforeAll(async () => {
  house = await openHouse();
  client = new pg.Client({ connectionString: house.kept.house.database.url });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await house?.close();
});

/** What PostgreSQL itself reads of an array, as JSON. */
async function heard(array: Buffer, type: string): Promise<unknown> {
  const { rows } = await client.query(`select to_jsonb($1::${type}[]) as said`, [array]);
  return rows[0]?.said;
}

const long = 'слово ñ 漢字 🙂 " \\ {,} '.repeat(20_000);
const id = '0198c3f0-1111-7abc-8def-0123456789ab';

test('every list arrives as it was: nothing, nulls, repeats, all of Unicode, larger than the buffer', async () => {
  const said = [
    '',
    'plain',
    'plain',
    null,
    'NULL',
    'null',
    '{"a,b"}',
    '\\',
    long,
    long,
    'é'.repeat(24),
    'x'.repeat(25),
    '\n\t',
  ];
  expect(await heard(texts(said), 'text')).toEqual(said);
  expect(await heard(texts([]), 'text')).toEqual([]);
  expect(await heard(texts([null, undefined]), 'text')).toEqual([null, null]);
  expect(await heard(uuids([id, id.toUpperCase(), null, id, id]), 'uuid')).toEqual([id, id, null, id, id]);
  expect(await heard(integers([0, -1, 2_147_483_647, -2_147_483_648, null]), 'int')).toEqual([
    0,
    -1,
    2_147_483_647,
    -2_147_483_648,
    null,
  ]);
  const big = [0, -1, 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 4_294_967_296, -4_294_967_297, null];
  expect(await heard(bigints(big), 'bigint')).toEqual(big);
  const objects = [{ a: [1, 'два', null] }, 'text', 7, null, { a: long }];
  expect(await heard(jsons(objects), 'jsonb')).toEqual(objects);
  const raw = [Buffer.from([0, 1, 255]), Buffer.alloc(0)];
  expect(await heard(bytes(raw), 'bytea')).toEqual(['\\x0001ff', '\\x']);
  const at = [
    '1969-12-31T23:59:59.999Z',
    '2000-01-01T00:00:00.000Z',
    '2026-11-22T04:05:06.789Z',
    '9999-12-31T23:59:59.999Z',
  ];
  const { rows } = await client.query('select unnest($1::timestamptz[]) as at', [
    instants(at.map((one) => new Date(one))),
  ]);
  expect(rows.map((row) => row.at.toISOString())).toEqual(at);
});

test('what the type cannot hold is refused before it is sent', () => {
  for (const wrong of ['', 'x', id.slice(1), `${id}0`, id.replace('a', 'g'), `${id}é`])
    expect(() => uuids([wrong])).toThrow('no uuid');
  expect(() => bigints([1.5])).toThrow('no safe integer');
  expect(() => bigints([2 ** 53])).toThrow('no safe integer');
  expect(() => integers([2 ** 31])).toThrow();
  expect(() => instants([new Date(Number.NaN)])).toThrow('no instant');
});
