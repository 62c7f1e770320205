import { afterAll, beforeAll, expect, test } from 'vitest';
import { countsIn, untrueIn } from '../../../test/support/ledger.ts';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import { foldTallies } from './tally.ts';

let scene: PromisesHouse;

beforeAll(async () => {
  scene = await openPromises();
});

afterAll(async () => scene?.house.close());

async function waiting(): Promise<unknown> {
  const [row] = await scene.house.rows('select count(*)::int as n from promises.tally_move');
  return row?.['n'];
}

test('changes of the counts wait until it is quiet; folded they say the same', async () => {
  const { house } = scene;
  const made = await scene.make({});
  const { promise_id } = await scene.make({ due: scene.dayIn(6) });
  expect(made.promise_id).not.toBe(promise_id);
  const before = await countsIn(house);
  const came = await waiting();
  expect(came).toBeGreaterThan(0);
  await foldTallies(house.kept.house);
  expect(await waiting()).toBe(came);
  house.clock.pass(6_000);
  await foldTallies(house.kept.house);
  expect(await waiting()).toBe(0);
  expect(await countsIn(house)).toEqual(before);
  expect(await untrueIn(house)).toEqual([]);
});
