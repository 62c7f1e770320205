import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSource } from '../../src/shared/intake.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { check, type Sent } from './checker.ts';
import { sealOf } from './ledger.ts';

// The drills are worth what their checker sees: it is shown each kind of damage once.
let house: TestHouse;
let sourceId: string;
let sent: Map<string, Sent>;

beforeAll(async () => {
  house = await openHouse();
  const source = {
    name: 'Shop',
    kind: 'server',
    channel: 'web',
    zone: 'UTC',
    currency: 'EUR',
    language: 'es',
  } as const;
  const made = await house.ask(makeSource, source, house.administrator);
  sourceId = made.source_id;
  const batch = Array.from({ length: 12 }, (_one, no) => ({
    type: 'track',
    messageId: `m-${no}`,
    userId: `user-${no % 3}`,
    event: no % 4 === 0 ? 'Order Completed' : 'Meter Read',
    timestamp: `2026-01-0${1 + (no % 9)}T08:00:00.000Z`,
    properties: {
      words: `reading ${no}`,
      ...(no % 4 === 0 ? { order_id: `o-${no}`, products: [{ sku: 'lamp', price: '19.99', quantity: 2 }] } : {}),
    },
  }));
  const came = await house.kept.app.inject({
    method: 'POST',
    url: '/v1/batch',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ batch, writeKey: made.write_key }),
  });
  expect(came.json()).toMatchObject({ remembered: 12 });
  sent = new Map(
    batch.map((one) => [
      one.messageId,
      {
        seal: sealOf(one, one.properties.words),
        acked: true,
        minor: one.event === 'Order Completed' ? 3_998 : undefined,
      },
    ]),
  );
});

afterAll(async () => house?.close());

const good = { events: 12, lost: 0, dup: 0, ghost: 0, wrong: 0, broken: [] };
const see = (what = sent) => check(house.database.url, sourceId, what);

test('finds nothing where nothing is wrong', async () => {
  expect(await see()).toEqual(good);
});

test('sees what was acknowledged and is not there, and what nobody sent', async () => {
  const more = new Map([...sent, ['m-99', { seal: 'x', acked: true, minor: undefined }]] as const);
  expect(await see(more)).toEqual({ ...good, lost: 1 });
  const unsure = new Map([...sent, ['m-99', { seal: 'x', acked: false, minor: undefined }]] as const);
  expect(await see(unsure)).toEqual(good);
  const less = new Map([...sent].filter(([messageId]) => messageId !== 'm-1'));
  expect(await see(less)).toEqual({ ...good, ghost: 1 });
});

/** Damages the database, looks, and mends it. */
async function damaged(statement: string, mend: string) {
  await house.rows(statement);
  const seen = await see();
  await house.rows(mend);
  return seen;
}

test.each([
  [
    'an event told otherwise',
    `update memory.event set payload = replace(payload::text, 'reading 1"', 'reading 7"')::json where payload->>'messageId' = 'm-1'`,
    `update memory.event set payload = replace(payload::text, 'reading 7"', 'reading 1"')::json where payload->>'messageId' = 'm-1'`,
    { wrong: 1 },
  ],
  [
    'a purchase of another sum',
    `update memory.purchase set total_minor = total_minor + 1 where order_key = 'o-4'`,
    `update memory.purchase set total_minor = total_minor - 1 where order_key = 'o-4'`,
    { wrong: 1, broken: ['spending is what a recount gives: 1', 'a purchase is the sum of its lines: 1'] },
  ],
  [
    'a contact counted once too often',
    `update customers.contact set events = events + 1 where customer_id = (select min(customer_id::text)::uuid from memory.event)`,
    `update customers.contact set events = events - 1 where customer_id = (select min(customer_id::text)::uuid from memory.event)`,
    { broken: ['contacts are what a recount gives: 1'] },
  ],
  [
    'a tally that does not add up',
    'update intake.tally set remembered = remembered + 1',
    'update intake.tally set remembered = remembered - 1',
    { broken: ['sent = remembered + duplicate + quarantined: 1', 'remembered = events: 1'] },
  ],
  [
    'a message that leads nowhere',
    `update intake.message set event_id = '00000000-0000-7000-8000-00000000dead'
      where event_id = (select event_id from memory.event where payload->>'messageId' = 'm-2')`,
    `update intake.message set event_id = (select event_id from memory.event where payload->>'messageId' = 'm-2')
      where event_id = '00000000-0000-7000-8000-00000000dead'`,
    { broken: ['every message has its event: 1'] },
  ],
  [
    'an event twice',
    `insert into memory.event select customer_id, '00000000-0000-7000-8000-00000000beef', happened_at, heard_at, source_id,
      kind, name, channel, direction, touchpoint, staff, agreement_id, conversation_id, corrects_id, language, words,
      payload, search from memory.event where payload->>'messageId' = 'm-3'`,
    `delete from memory.event where event_id = '00000000-0000-7000-8000-00000000beef'`,
    {
      events: 13,
      dup: 1,
      broken: ['remembered = events: 1', 'every event has its message: 1', 'contacts are what a recount gives: 1'],
    },
  ],
])('sees %s', async (_what, damage, mend, found) => {
  expect(await damaged(damage, mend)).toEqual({ ...good, ...found });
  expect(await see()).toEqual(good);
});
