import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { newId } from '../ids.ts';
import { type Database, openDatabase } from './open.ts';
import { holdTimers, saveTimers, takeRung } from './timer-store.ts';

let there: TestDatabase;
let database: Database;
const log = { debug() {}, info() {}, warn() {}, error: console.error };

beforeAll(async () => {
  there = await cloneDatabase();
  database = openDatabase(there.url, { log, poolSize: 6 });
});
afterAll(async () => {
  await database.close();
  await there.drop();
});

it('holds the timer that a ringing set anew while it was waited for: else that would ring under who changes the record', async () => {
  const key = { customerId: newId(), recordId: newId() };
  const due = new Date(Date.now() - 1_000);
  await database.transaction((tx) => saveTimers(tx, 'room', [{ ...key, ringAt: due }]));
  const rung = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const ringing = database.transaction(async (tx) => {
    expect(await takeRung(tx, ['room'], 10)).toHaveLength(1);
    await saveTimers(tx, 'room', [{ ...key, ringAt: due }]);
    taken.resolve();
    await rung.promise;
  });
  await taken.promise;
  const changed = database.transaction(async (tx) => {
    await holdTimers(tx, 'room', [key]);
    return database.transaction((other) => takeRung(other, ['room'], 10));
  });
  // Until it waits for the ringing.
  await new Promise((resolve) => setTimeout(resolve, 300));
  rung.resolve();
  await ringing;
  expect(await changed).toEqual([]);
});
