import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBackupDrill } from './backup-drill.ts';
import { isGood, type Round, runRounds } from './rounds.ts';
import { openServerProcess, type ServerProcess } from './server-process.ts';
import { runFloodDrill, runHostileDrill } from './strangers.ts';

// A few rounds of what `npm run drills` does fifty times; how long it takes is counted there.
const minutes = 3 * 60_000;
/** How long a house is looked at in quiet, before strangers come. */
const quietMs = 300;
let house: ServerProcess;
/** One that may have few files open; it starts while the first does. */
let few: ServerProcess;

beforeAll(async () => {
  [house, few] = await Promise.all([openServerProcess(), openServerProcess({ files: 256 })]);
}, minutes);

afterAll(async () => {
  await Promise.all([house?.close(), few?.close()]);
}, minutes);

function bad(done: readonly Round[]): unknown {
  return done.filter((round) => !isGood(round));
}

test('a server killed under load loses, doubles and invents nothing', { timeout: minutes }, async () => {
  const done = await runRounds(house, 'server', 2);
  expect(bad(done)).toEqual([]);
  expect(done.every((round) => round.acked > 0)).toBe(true);
});

test('a database killed under load: the server lives, says 503, comes back and lost nothing', {
  timeout: minutes,
}, async () => {
  const done = await runRounds(house, 'database', 2);
  expect(bad(done)).toEqual([]);
  expect(done.every((round) => round.answers.includes('503'))).toBe(true);
});

test('both killed at once, and again while they recover', { timeout: minutes }, async () => {
  expect(bad(await runRounds(house, 'both', 1))).toEqual([]);
});

test('asked to end under load it answers all that it took, within ten seconds', { timeout: minutes }, async () => {
  expect(bad(await runRounds(house, 'sigterm', 1))).toEqual([]);
});

test('a backup under load, restored elsewhere, is whole and a prefix of what was acknowledged', {
  timeout: minutes,
}, async () => {
  expect(await runBackupDrill(house, 1, 1_000)).toMatchObject({ good: true });
});

test('two hundred hostile inputs beside the load: none is answered by a fault, nothing is lost', {
  timeout: minutes,
}, async () => {
  const { faults, acked } = await runHostileDrill(house, 1, quietMs);
  expect(faults).toEqual([]);
  expect(acked).toBeGreaterThan(0);
});

test('more connections than it may have files: it lives, comes back by itself and lost nothing', {
  timeout: minutes,
}, async () => {
  expect((await runFloodDrill(few, 600, 1, quietMs)).faults).toEqual([]);
});
