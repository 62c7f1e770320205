import { expect, test } from 'vitest';
import { runBackupDrill } from './backup-drill.ts';
import { isGood, type Round, runRounds } from './rounds.ts';

// A few rounds of what `npm run drills` does fifty times; there how long it takes counts too.
const rounds = 3;

function told(done: readonly Round[]): unknown {
  return done.filter((round) => !isGood(round));
}

test('a server killed under load loses, doubles and invents nothing that it acknowledged', async () => {
  const done = await runRounds('server', rounds, () => undefined);
  expect(told(done)).toEqual([]);
  expect(done.every((round) => round.acked > 0)).toBe(true);
}, 180_000);

test('a database killed under load loses nothing; the server lives, says 503 and comes back by itself', async () => {
  const done = await runRounds('database', rounds, () => undefined);
  expect(told(done)).toEqual([]);
  expect(done.every((round) => round.answers.includes('503'))).toBe(true);
}, 180_000);

test('both killed at once, and again while they recover', async () => {
  expect(told(await runRounds('both', 1, () => undefined))).toEqual([]);
}, 180_000);

test('a server that is asked to end under load answers all that it took, and ends in ten seconds', async () => {
  expect(told(await runRounds('sigterm', 1, () => undefined))).toEqual([]);
}, 180_000);

test('a backup under load, restored elsewhere, is whole and a prefix of what was acknowledged', async () => {
  const drill = await runBackupDrill(1, 1_500);
  expect(drill).toMatchObject({ good: true });
}, 180_000);
