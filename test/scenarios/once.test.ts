import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSource, sources } from '../../src/shared/intake.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { listen, printOf, type Wire } from '../support/wire.ts';

// What comes twice is there once, whoever sends it and however often.
let house: TestHouse;
let wire: Wire;
let writeKey: string;
let sourceId: string;

beforeAll(async () => {
  house = await openHouse();
  wire = await listen(house);
  const made = await house.ask(
    makeSource,
    { name: 'Shop', kind: 'server', channel: 'web', zone: 'Europe/Madrid', currency: 'EUR', language: 'es' },
    house.administrator,
  );
  writeKey = made.write_key ?? '';
  sourceId = made.source_id;
});

afterAll(async () => house?.close());

const at = (no: number) => new Date(Date.UTC(2026, 2, 1, 10, no));
const order = (no: number) => ({
  order_id: `o-${no}`,
  currency: 'EUR',
  products: [{ sku: 'lamp', price: 19.99, quantity: 2 }],
});

async function bySegment(): Promise<void> {
  const analytics = new Analytics({ writeKey, host: wire.origin, flushAt: 7, flushInterval: 50 });
  analytics.identify({ userId: 'ana', traits: { email: 'ana@example.org' }, messageId: 's-who', timestamp: at(0) });
  for (let no = 1; no <= 20; no += 1) {
    const event = no % 4 === 0 ? 'Order Completed' : 'Meter Read';
    analytics.track({ userId: 'ana', event, properties: order(no), messageId: `s-${no}`, timestamp: at(no) });
  }
  await analytics.closeAndFlush();
}

async function byRudder(): Promise<void> {
  const rudder = new RudderAnalytics(writeKey, {
    dataPlaneUrl: wire.origin,
    flushAt: 7,
    flushInterval: 50,
    gzip: true,
  });
  for (let no = 1; no <= 20; no += 1) {
    const event = no % 4 === 0 ? 'Order Completed' : 'Meter Read';
    const about = {
      userId: 'bob',
      event,
      properties: order(100 + no),
      messageId: `r-${no}`,
      originalTimestamp: at(no),
    };
    rudder.track(about);
  }
  await new Promise((done) => rudder.flush(done));
}

/** Everything but the counts of what came, and the delivery of what was told. */
const counts = [
  'intake.tally',
  'intake.quarantine',
  'platform.cursor',
  'platform.outbox',
  'memory.uncounted',
  'memory.vocabulary',
  'memory.dirty_month',
  'staff.session',
];

it('adds nothing when both SDKs send the same again, and counts every one as repeated', async () => {
  const send = async (sum: number) => {
    await bySegment();
    await byRudder();
    // Its flush does not wait for what was on its way already.
    await expect
      .poll(async () => Number((await house.rows('select sum(sent) as n from intake.tally'))[0]?.['n']))
      .toBe(sum);
  };
  await send(41);
  const first = await printOf(house, counts);
  expect(await house.rows('select count(*)::int as n from memory.event')).toEqual([{ n: 41 }]);
  await send(82);
  expect(await printOf(house, counts)).toEqual(first);
  const { sources: all } = await house.ask(sources, {}, house.administrator);
  const counted = all.find((one) => one.source_id === sourceId);
  expect(counted).toMatchObject({ sent: 82, remembered: 41, duplicate: 41, quarantined: 0 });
});

/** How many waves: `npm run drills -- --only once` sends two hundred. */
const waves = Number(process.env['KEPT_WAVES'] ?? 50);

/** Sends in waves of fifty at once, each wave about one thing. */
async function inWaves(count: number, messageOf: (wave: number, no: number) => object): Promise<string[]> {
  const refused: string[] = [];
  for (let wave = 0; wave < count; wave += 2) {
    const bodies = [wave, wave + 1].flatMap((one) => Array.from({ length: 50 }, (_x, no) => messageOf(one, no)));
    const heard = await Promise.all(
      bodies.map((body) => wire.send('POST', '/v1/track', JSON.stringify({ ...body, writeKey }))),
    );
    refused.push(...heard.filter((one) => one.status !== 200).map((one) => one.text));
  }
  return refused;
}

it('makes one customer of fifty first events of each new phone at once', {
  timeout: 120_000,
}, async () => {
  const refused = await inWaves(waves, (wave, no) => ({
    messageId: `first-${wave}-${no}`,
    event: 'First Seen',
    timestamp: at(1).toISOString(),
    context: { traits: { phone: `+34600000${String(wave).padStart(3, '0')}` } },
  }));
  expect(refused).toEqual([]);
  const [row] = await house.rows(`select count(*)::int as events, count(distinct e.customer_id)::int as customers,
    count(distinct k.value)::int as phones from memory.event e
    join customers.identity_key k on k.customer_id = e.customer_id and k.kind = 'phone' where e.name = 'First Seen'`);
  expect(row).toEqual({ events: 50 * waves, customers: waves, phones: waves });
});

it('remembers one message once that comes fifty times at once', { timeout: 120_000 }, async () => {
  const message = (wave: number) => ({
    messageId: `same-${wave}`,
    event: 'Said Once',
    userId: `once-${wave}`,
    timestamp: at(1).toISOString(),
  });
  expect(await inWaves(waves, message)).toEqual([]);
  const [row] = await house.rows(`select count(*)::int as events, count(distinct customer_id)::int as customers
    from memory.event where name = 'Said Once'`);
  expect(row).toEqual({ events: waves, customers: waves });
});
