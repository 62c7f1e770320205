import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type Database, openDatabase } from './database/open.ts';
import { openHouseClock } from './house-clock.ts';

let there: TestDatabase;
let database: Database;
const warned: object[] = [];
const log = { debug() {}, info() {}, warn: (about: object) => void warned.push(about), error: console.error };

beforeAll(async () => {
  there = await cloneDatabase();
  database = openDatabase(there.url, { log, poolSize: 2 });
});
afterAll(async () => {
  await database.close();
  await there.drop();
});
beforeEach(() => {
  warned.length = 0;
});

const hour = 3_600_000;
const offBy = (ms: number) => ({ now: () => new Date(Date.now() + ms) });
const nearNow = (instant: Date) => Math.abs(instant.getTime() - Date.now()) < 1_500;

it('is the machine’s where that agrees with the database’s', async () => {
  const clock = openHouseClock({ machine: { now: () => new Date(Date.now() + 300) }, database, log });
  await clock.compare();
  expect(clock.now().getTime() - Date.now()).toBeGreaterThan(250);
  expect(warned).toEqual([]);
});

it.each([
  ['an hour ahead', hour],
  ['an hour behind', -hour],
  ['a year ahead', 8_760 * hour],
])('is the database’s where the machine’s is %s, and warns', async (_what, ms) => {
  const clock = openHouseClock({ machine: offBy(ms), database, log });
  await clock.compare();
  expect(nearNow(clock.now())).toBe(true);
  expect(warned).toHaveLength(1);
});

it('goes on where the machine’s stands', async () => {
  const stood = new Date(Date.now() - hour);
  const clock = openHouseClock({ machine: { now: () => stood }, database, log });
  await clock.compare();
  const before = clock.now();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before.getTime() + 45);
});

it('does not follow the machine’s when that jumps, and compares anew, as the machine may have slept', async () => {
  const machine = { ms: 0, now: () => new Date(Date.now() + machine.ms) };
  const watch = { ms: 0, now: () => performance.now() + watch.ms };
  const clock = openHouseClock({ machine, database, log, watch: watch.now });
  await clock.compare();
  machine.ms = hour;
  expect(nearNow(clock.now())).toBe(true);
  // The other way about: the stopwatch is wrong, the machine and the database are right.
  machine.ms = 0;
  watch.ms = hour;
  clock.now();
  await expect.poll(() => nearNow(clock.now())).toBe(true);
});
