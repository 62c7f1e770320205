import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import { list } from '../../shared/moments-views.ts';
import { settle, unsettle } from '../../shared/promises.ts';

let own: PromisesHouse;

beforeAll(async () => {
  own = await openPromises();
});
afterAll(async () => own?.house.close());

it('a promise that moved more than once before anybody heard of it is judged once, as it is now', async () => {
  const { house, maker } = own;
  const { customer_id, promise_id, version } = await own.make({});
  const late = {
    customer_id,
    promise_id,
    received: { unit: 'date' as const, result: own.dayIn(0) },
    ticks: { complete: false },
  };
  const { promise: settled } = await house.ask(settle, { ...late, version }, maker);
  const { promise: open } = await house.ask(unsettle, { customer_id, promise_id, version: settled.version }, maker);
  await house.ask(settle, { ...late, version: open.version }, maker);
  await house.kept.delivery.settled();
  expect(await house.rows('select listener, error from platform.parked')).toEqual([]);
  const { moments } = await house.ask(list, {}, house.administrator);
  expect(moments.map((one) => [one.promise_id, one.sign])).toEqual([[promise_id, -1]]);
});
