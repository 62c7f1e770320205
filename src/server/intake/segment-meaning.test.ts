import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSource, openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import { overview, purchases, recall } from '../../shared/memory.ts';

let door: SegmentDoor;
let house: SegmentDoor['house'];
const post: SegmentDoor['post'] = (...args) => door.post(...args);

beforeAll(async () => {
  door = await openSegmentDoor();
  house = door.house;
});

afterAll(async () => house?.close());

describe('orders become money', () => {
  const order = (id: string, extra: object = {}, event = 'Order Completed') => ({
    type: 'track',
    event,
    userId: 'buyer',
    messageId: `${event}-${id}-${JSON.stringify(extra)}`,
    timestamp: '2026-03-31T22:30:00Z',
    properties: {
      order_id: id,
      currency: 'EUR',
      products: [
        { sku: 'A', name: 'Lamp', price: 0.145, quantity: 1 },
        { sku: 'B', name: 'Cable', price: '41.20', quantity: 2 },
      ],
      ...extra,
    },
  });

  async function bought() {
    const customer = await door.customerOf('buyer');
    return (await house.ask(purchases, { customer_id: customer?.customer_id ?? '' }, house.administrator)).purchases;
  }

  it('rounds each line half up and tells the day in the zone of the source', async () => {
    await post('/v1/track', order('o-1'));
    const [purchase] = await bought();
    expect(purchase).toMatchObject({
      order_key: 'o-1',
      kind: 'sale',
      total_minor: 15 + 8240,
      purchased_on: '2026-04-01',
    });
    expect(purchase?.lines.map((line) => line.total_minor)).toEqual([15, 8240]);
  });

  it('takes the last telling of an order, a refund as negative, a cancelled order out', async () => {
    await post('/v1/track', order('o-2', { total: 10 }));
    await post('/v1/track', order('o-2', { total: 12 }, 'Order Updated'));
    await post('/v1/track', order('o-2', { total: 5, products: [] }, 'Order Refunded'));
    await post('/v1/track', order('o-3', { total: 99 }));
    await post('/v1/track', order('o-3', {}, 'Order Cancelled'));
    const standing = (await bought()).filter((one) => one.state === 'completed' && one.order_key !== 'o-1');
    expect(standing.map((one) => [one.order_key, one.total_minor]).sort()).toEqual([
      ['o-2', -500],
      ['o-2', 1200],
    ]);
    const customer = await door.customerOf('buyer');
    const { brief } = await house.ask(recall, { customer_id: customer?.customer_id ?? '' }, house.administrator);
    expect(brief.spending).toMatchObject([
      { currency: 'EUR', purchases: 2, sold_minor: 8255 + 1200, returned_minor: -500 },
    ]);
  });

  it('sums months over all customers as events come', async () => {
    await house.kept.delivery.settled();
    const { settleMonths } = await import('../memory/money-store.ts');
    await house.kept.house.database.transaction((tx) => settleMonths(tx, 100));
    const { months } = await house.ask(overview, {}, house.administrator);
    expect(months).toEqual([
      {
        month: '2026-04-01',
        currency: 'EUR',
        sales: 2,
        returns: 1,
        sold_minor: 9455,
        returned_minor: -500,
        customers: 1,
      },
    ]);
  });
});

describe('whose it is', () => {
  it('believes a server, but only notes what a browser says', async () => {
    await post('/v1/identify', { messageId: 'known-1', userId: 'u-1', traits: { email: 'ana@example.org' } });
    const browser = await newSource(house, 'Site', 'browser');
    await post(
      '/v1/identify',
      {
        type: 'identify',
        messageId: 'claim-1',
        anonymousId: 'thief',
        userId: 'u-1',
        traits: { email: 'ana@example.org' },
      },
      { key: browser.writeKey },
    );
    await post(
      '/v1/track',
      { messageId: 'claim-2', anonymousId: 'thief', userId: 'u-1', event: 'Looked Around' },
      { key: browser.writeKey },
    );
    expect((await door.timelineOf('ana@example.org')).map((event) => event.name)).toEqual(['Identify']);
    const claims =
      await house.rows(`select c.kind, c.holder_id is not null as held, p.state from customers.identity_claim c
      join customers.customer p using (customer_id) where c.value in ('u-1', 'ana@example.org') order by c.kind`);
    expect(claims).toEqual([
      { kind: 'email', held: true, state: 'pending' },
      { kind: 'user', held: true, state: 'pending' },
    ]);
  });

  it('joins a device to its owner once he is known, and not to the next person on it', async () => {
    await post('/v1/track', {
      messageId: 'dev-1',
      anonymousId: 'sofa',
      event: 'Before Known',
      timestamp: '2026-01-01T00:00:00Z',
    });
    await post('/v1/identify', { messageId: 'dev-2', anonymousId: 'sofa', userId: 'sofa-owner', traits: {} });
    await post('/v1/identify', { messageId: 'dev-3', anonymousId: 'sofa', userId: 'sofa-guest', traits: {} });
    expect((await door.timelineOf('sofa-owner')).map((event) => event.name)).toContain('Before Known');
    expect((await door.timelineOf('sofa-guest')).map((event) => event.name)).not.toContain('Before Known');
  });

  it('keeps what names nobody, but counts nobody for it', async () => {
    await post('/v1/track', { messageId: 'nobody-1', userId: 'null', event: 'Till Sale' });
    const rows = await house.rows(`select c.state from intake.message m join customers.customer c using (customer_id)
      where m.message_digest = encode(substring(sha256('nobody-1') for 16), 'hex')::uuid`);
    expect(rows).toEqual([{ state: 'unknown' }]);
  });
});
