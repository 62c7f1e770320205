import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { newSource, openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import { promisesChanged } from '../../shared/promises.ts';
import { momentsListener } from './hear-service.ts';

let door: SegmentDoor;
beforeAll(async () => {
  door = await openSegmentDoor();
});
afterAll(async () => door?.house.close());

async function tell(event: string, properties: object, key: string) {
  const timestamp = new Date(door.house.clock.now().getTime() - 60_000).toISOString();
  const messageId = `${event} ${JSON.stringify(properties)}`;
  const message = { type: 'track', event, userId: 'buyer', messageId, timestamp, properties };
  expect((await door.post('/v1/batch', { batch: [message] }, { key })).body).toMatchObject({ remembered: 1 });
  await door.house.kept.delivery.settled();
}
const moments = () => door.house.rows('select moment_id, sign, own from moments.moment order by sign');

describe('what is heard of contacts', () => {
  it('a call that one system tells, its rating and the complaint that began in it by another are one moment', async () => {
    const { writeKey } = await newSource(door.house, 'Survey', 'server');
    const call = { channel: 'phone', touchpoint: 'call-centre', conversation_id: 'CV-1' };
    await tell('Call Ended', { ...call, wait_seconds: 5, outcome: 'answered' }, door.writeKey);
    await tell('Moment Rated', { ...call, by: 'customer', people: 5, emotional: 5 }, writeKey);
    expect(await moments()).toMatchObject([{ sign: 1, own: true }]);
    await tell('Complaint Received', { complaint_id: 'c1', about: 'rudeness', asked_in: 'CV-1' }, writeKey);
    expect(await moments()).toMatchObject([{ sign: -1, own: false }]);
  });

  it('what changes twice before it is heard is judged once', async () => {
    const due = '2020-01-01';
    await tell('Promise Made', { promise_id: 'p1', maker: 'company', unit: 'date', adequate: due, due }, door.writeKey);
    await tell('Promise Result', { promise_id: 'p1', unit: 'date', result: '2020-02-01' }, door.writeKey);
    const [promise] = await door.house.rows('select customer_id, promise_id, state from promises.promise');
    expect(promise).toMatchObject({ state: 'broken' });
    const customerId = String(promise?.['customer_id']);
    const change = { promise_id: String(promise?.['promise_id']), state: 'broken', was: 'open' };
    const before = await moments();
    const told = { customerId, name: promisesChanged.name, payload: { promises: [change] } };
    await asHouse(door.house.kept, (act) => momentsListener.hear(act, [told, told]));
    expect(await moments()).toEqual(before);
  });
});
