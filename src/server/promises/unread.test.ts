import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import { merge, unmerge } from '../../shared/customers-merges.ts';
import { overview } from '../../shared/promises-rates.ts';
import { type UnreadEvent, unread } from '../../shared/promises-views.ts';

let it_: PromisesHouse;
beforeAll(async () => {
  it_ = await openPromises();
});
afterAll(async () => it_.house.close());

const day = (order: number) => `2026-03-${String(order).padStart(2, '0')}T10:00:00.000Z`;

/** Sends an event under a message id of its own. */
async function tell(messageId: string, event: string, at: string, properties: object, userId = 'buyer'): Promise<void> {
  const told = { type: 'track', event, userId, messageId, timestamp: at, properties };
  expect((await it_.door.post('/v1/track', told)).status).toBe(200);
  await it_.house.kept.delivery.settled();
}

async function listed(): Promise<UnreadEvent[]> {
  await it_.house.kept.delivery.settled();
  return (await it_.house.ask(unread, { limit: 50 }, it_.maker)).events;
}

const messages = async () => (await listed()).map((one) => one.words);

describe('events that could not be read as promises', () => {
  it('are listed by when they were heard, the last first, each with its customer, its source and why', async () => {
    expect(await listed()).toEqual([]);
    await tell('1', 'Promise Made', day(9), { due: '2027-01-01', words: 'no number' });
    await tell('2', 'Promise Made', day(8), { promise_id: 'b', words: 'no due' });
    await tell('3', 'Promise Made', day(7), { promise_id: 'c', due: 'whenever', words: 'bad date' });
    await tell('4', 'Promise Result', day(6), { promise_id: 'd', unit: 'EUR', result: 'much', words: 'bad level' });
    await tell('5', 'Promise Made', day(5), { promise_id: 'e', due: '2028-01-01', words: 'well told' });
    const events = await listed();
    expect(events.map(({ words, code, name }) => [words, code, name])).toEqual([
      ['bad level', 'promise.bad-level', 'Promise Result'],
      ['bad date', 'promise.bad-date', 'Promise Made'],
      ['no due', 'promise.no-due', 'Promise Made'],
      ['no number', 'promise.no-number', 'Promise Made'],
    ]);
    expect(events[1]).toMatchObject({
      customer_id: await it_.buyer(),
      happened_at: day(7),
      source_id: expect.any(String),
      source: expect.any(String),
    });
    const story = await it_.house.rows('select event_id from memory.event where happened_at = $1', [day(7)]);
    expect(story.map((row) => row['event_id'])).toEqual([events[1]?.event_id]);
    expect((await it_.house.ask(overview, {}, it_.maker)).unread).toBe(4);
  });

  it('page by page without gap or repeat; a cursor of another list is refused, and so is who may not see customers', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = cursor === undefined ? { limit: 1 } : { limit: 1, cursor };
      const page = await it_.house.ask(unread, asked, it_.maker);
      seen.push(...page.events.map((one) => one.event_id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual((await listed()).map((one) => one.event_id));
    expect((await it_.house.send(unread, { cursor: 'x.y' }, it_.maker)).code).toBe('request.bad-cursor');
    expect((await it_.house.send(unread, {})).status).toBe(401);
  });

  it('each seen is a use of that customer’s memory', async () => {
    await listed();
    const used = () =>
      it_.house.rows('select 1 from privacy.use where verb = $1 and customer_id = $2', ['promises.unread', customerId]);
    const customerId = await it_.buyer();
    await expect.poll(async () => (await used()).length > 0, { timeout: 5_000 }).toBe(true);
  });

  it('stay in their places while two customers are read as one, and go when their source corrects them', async () => {
    await tell('6', 'Promise Made', day(4), { promise_id: 'f', words: 'of another' }, 'other');
    const before = await listed();
    expect(before[0]?.words).toBe('of another');
    const [from_id, to_id] = [before[0]?.customer_id ?? '', await it_.buyer()];
    const asked = { from_id, to_id, evidence: 'same passport', reason: 'twice in the books' };
    const { link_id } = await it_.house.ask(merge, asked, it_.house.administrator);
    const joined = await listed();
    expect(joined.map((one) => one.event_id)).toEqual(before.map((one) => one.event_id));
    expect(joined[0]?.customer).toBe(before[1]?.customer);
    await tell('7', 'Promise Made', day(7), { promise_id: 'c', due: '2027-05-01', corrects: '3', words: 'corrected' });
    const left = ['of another', 'bad level', 'no due', 'no number'];
    expect(await messages()).toEqual(left);
    const undo = { customer_id: from_id, link_id, reason: 'two after all' };
    await it_.house.ask(unmerge, undo, it_.house.administrator);
    expect(await messages()).toEqual(left);
    await tell('8', 'Promise Made', day(8), { promise_id: 'b', corrects: '2', words: 'no better' });
    expect(await messages()).toEqual(['no better', 'of another', 'bad level', 'no number']);
  });
});
