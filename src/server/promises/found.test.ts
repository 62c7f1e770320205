import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import { capture } from '../../shared/memory.ts';
import * as promises from '../../shared/promises.ts';
import * as views from '../../shared/promises-views.ts';

let there: PromisesHouse;

beforeAll(async () => {
  there = await openPromises();
});
afterAll(async () => there?.house.close());

async function foundOf() {
  const { promises: all } = await there.house.ask(views.list, { which: 'found' }, there.maker);
  return all;
}

describe('a promise found in what was said', () => {
  it('is proposed with its due, made by one key, and nobody’s until then', async () => {
    const { house, maker, customerId } = there;
    const words = 'Thank you, Ana. We will call you back tomorrow before five.';
    await house.ask(
      capture,
      { customer_id: customerId, channel: 'phone', direction: 'out', words, language: 'en' },
      maker,
    );
    await house.ask(
      capture,
      {
        customer_id: customerId,
        channel: 'phone',
        direction: 'in',
        words: 'I will call you tomorrow.',
        language: 'en',
      },
      maker,
    );
    await house.kept.delivery.settled();
    const [found, ...others] = await foundOf();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ state: 'found', due_local: `${there.dayIn(1)}T17:00` });
    expect(words).toContain(found?.words ?? '?');
    const at = { customer_id: customerId, promise_id: found?.promise_id ?? '' };
    const made = await house.ask(promises.confirm, { ...at, version: found?.version ?? 0 }, maker);
    expect(made.promise).toMatchObject({ state: 'open', acceptance: 'accepted', keeper: { id: maker.personId } });
    await house.kept.delivery.settled();
    expect(await foundOf()).toEqual([]);
  });

  it('is no promise where somebody says so, and may be one after all', async () => {
    const { house, maker, customerId } = there;
    const words = 'Le enviaremos el contrato el viernes.';
    await house.ask(
      capture,
      { customer_id: customerId, channel: 'email', direction: 'out', words, language: 'es' },
      maker,
    );
    await house.kept.delivery.settled();
    const [found] = await foundOf();
    const at = { customer_id: customerId, promise_id: found?.promise_id ?? '' };
    const dismissed = await house.ask(promises.dismiss, { ...at, version: found?.version ?? 0 }, maker);
    expect(await foundOf()).toEqual([]);
    await house.ask(promises.dismiss, { ...at, version: dismissed.promise.version, undo: true }, maker);
    expect(await foundOf()).toHaveLength(1);
  });

  it('is not proposed again where it was made by hand beside the words', async () => {
    const { house, maker, customerId } = there;
    const before = (await foundOf()).length;
    const words = 'We will send you the invoice on Monday.';
    await house.ask(
      capture,
      { customer_id: customerId, channel: 'phone', direction: 'out', words, language: 'en' },
      maker,
    );
    await there.make({ words: 'send you the invoice on Monday', due: there.dayIn(9) });
    await house.kept.delivery.settled();
    expect((await foundOf()).length).toBe(before);
  });
});
