import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsAt } from '../support/database.ts';
import { openHouse, type TestHouse } from '../support/house.ts';

// A transaction that waits between two statements while its connection is cut, as a dying database cuts it.
let house: TestHouse;
const uncaught: string[] = [];
const note = (error: Error) => void uncaught.push(error.message);

beforeAll(async () => {
  house = await openHouse();
  process.on('uncaughtException', note);
});

afterAll(async () => {
  process.off('uncaughtException', note);
  await house?.close();
});

test('a connection cut in the middle of a transaction ends the transaction, and nothing else', async () => {
  const { database } = house.kept.house;
  const work = database.transaction(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await rowsAt(house.database.url, 'select pg_terminate_backend($1)', [rows[0]?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await sql`select 1`.execute(tx);
  });
  await expect(work).rejects.toThrow(/terminat|queryable|connection/i);
  expect(uncaught).toEqual([]);
  expect(await house.rows('select 1 as one')).toEqual([{ one: 1 }]);
});
