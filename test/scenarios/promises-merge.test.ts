import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../src/server/cli/ask.ts';
import { promiseInPublic } from '../../src/server/cli/demo-standing.ts';
import { makeLocalToken } from '../../src/server/staff/local-token.ts';
import { merge, unmerge } from '../../src/shared/customers-merges.ts';
import { accept, reassign, settle, unsettle } from '../../src/shared/promises.ts';
import type { ShownPromise } from '../../src/shared/promises-shown.ts';
import { publishStanding, setStanding, standings } from '../../src/shared/promises-standing.ts';
import { ofCustomer } from '../../src/shared/promises-views.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { countsIn, ledgerOf, untrueIn } from '../support/ledger.ts';
import { departmentOf } from '../support/people.ts';
import { newSource } from '../support/segment.ts';

/** A house that merges and one that never does: both hear the same. */
let merging: TestHouse;
let plain: TestHouse;
const keys = new Map<TestHouse, string>();

beforeAll(async () => {
  [merging, plain] = await Promise.all([openHouse(), openHouse()]);
  for (const house of [merging, plain]) {
    keys.set(house, (await newSource(house, 'Shop', 'server')).writeKey);
    const url = await house.kept.app.listen({ host: '127.0.0.1', port: 0 });
    makeLocalToken(house.config);
    const server = openServer(url, house.config);
    await promiseInPublic(server, '2027-01-01T00:00:00.000Z');
    server.close();
  }
});
afterAll(async () => Promise.all([merging?.close(), plain?.close()]));

type Told = readonly [user: string, event: string, at: string, properties: object];
let told = 0;

/** Both houses hear the same messages, in one batch, with the same ids. */
async function tell(all: readonly Told[]): Promise<void> {
  const batch = all.map(([userId, event, timestamp, properties]) => {
    told += 1;
    return { type: 'track', event, userId, messageId: `told-${told}`, timestamp, properties };
  });
  for (const house of [merging, plain]) {
    const came = await house.kept.app.inject({
      method: 'POST',
      url: '/v1/batch',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ batch, writeKey: keys.get(house) }),
    });
    expect(came.json()).toMatchObject({ remembered: all.length });
    await house.kept.delivery.settled();
  }
}

const made = (user: string, at: string, promise_id: string, due: string, more: object = {}): Told => [
  user,
  'Promise Made',
  at,
  { promise_id, due, unit: 'date', keeper_department: 'logistics', maker_department: 'marketing-sales', ...more },
];
const result = (user: string, at: string, promise_id: string, on: string): Told => [
  user,
  'Promise Result',
  at,
  { promise_id, unit: 'date', result: on },
];
const order = (user: string, at: string, order_id: string): Told => [
  user,
  'Order Completed',
  at,
  { order_id, channel: 'web', total: 10, currency: 'EUR' },
];
const delivery = (user: string, at: string, order_id: string, more: object = {}): Told => [
  user,
  'Delivery Made',
  at,
  { order_id, complete: true, in_spec: true, on: at.slice(0, 10), channel: 'delivery', ...more },
];

async function idOf(house: TestHouse, user: string): Promise<string> {
  const rows = await house.rows("select customer_id from customers.identity_key where kind = 'user' and value = $1", [
    user,
  ]);
  return String(rows[0]?.['customer_id']);
}

async function join(from: string, to: string): Promise<() => Promise<void>> {
  const [from_id, to_id] = [await idOf(merging, from), await idOf(merging, to)];
  const { link_id } = await merging.ask(
    merge,
    { from_id, to_id, evidence: 'same passport', reason: 'twice in the books' },
    merging.administrator,
  );
  await merging.kept.delivery.settled();
  return async () => {
    await merging.ask(unmerge, { customer_id: from_id, link_id, reason: 'two after all' }, merging.administrator);
    await merging.kept.delivery.settled();
  };
}

async function shownOf(house: TestHouse, user: string): Promise<readonly ShownPromise[]> {
  const asked = { customer_id: await idOf(house, user), limit: 200 };
  return (await house.ask(ofCustomer, asked, house.administrator)).promises;
}

/** How each promise stands that is shown of a customer, by its number or its order. */
async function statesOf(house: TestHouse, user: string): Promise<string[]> {
  const all = await shownOf(house, user);
  return all.map((one) => `${one.origin === 'standing' ? one.subject : one.ref} ${one.state}`).toSorted();
}

/** Both houses say the same of these users, and nothing that is not so. */
async function expectAlike(...users: readonly string[]): Promise<void> {
  for (const user of users) expect(await ledgerOf(merging, user), user).toEqual(await ledgerOf(plain, user));
  expect(await countsIn(merging)).toEqual(await countsIn(plain));
  expect([await untrueIn(merging), await untrueIn(plain)]).toEqual([[], []]);
}

/** What two customers were promised before anybody was merged: each his own, and one number for both. */
function early(a: string, b: string): Told[] {
  return [
    made(a, '2026-03-02T09:00:00Z', `${a}-open`, '2028-06-01', { desired: '2028-05-20' }),
    made(a, '2026-03-02T09:00:00Z', `${a}-past`, '2026-03-10'),
    result(a, '2026-03-10T09:00:00Z', `${a}-past`, '2026-03-10'),
    made(a, '2026-03-02T10:00:00Z', `${a}-change`, '2026-12-30'),
    order(a, '2026-03-02T11:00:00Z', `${a}-order`),
    order(a, '2026-04-02T11:00:00Z', `${a}-order-2`),
    result(a, '2026-03-05T09:00:00Z', `${b}-foreseen`, '2026-03-05'),
    delivery(b, '2026-04-07T11:00:00Z', `${a}-order-2`),
    made(b, '2026-03-02T09:00:00Z', `${b}-open`, '2028-07-01'),
    made(b, '2026-03-02T09:00:00Z', `${b}-foreseen`, '2026-03-04'),
    made(b, '2026-03-02T09:00:00Z', `${b}-hand`, '2028-07-01'),
    made(a, '2026-03-03T09:00:00Z', `${a}-${b}-both`, '2026-03-20'),
    made(b, '2026-03-04T09:00:00Z', `${a}-${b}-both`, '2026-03-25'),
    [b, 'Promise Made', '2026-03-04T09:00:00Z', { promise_id: `${b}-unread`, due: 'soon' }],
  ];
}

/** What is told of either under the other's key, and of both in one batch. */
function meanwhile(a: string, b: string): Told[] {
  return [
    result(a, '2026-05-01T09:00:00Z', `${b}-open`, '2026-05-01'),
    delivery(b, '2026-03-06T09:00:00Z', `${a}-order`, { in_spec: false }),
    [b, 'Promise Renegotiated', '2026-05-02T09:00:00Z', { promise_id: `${a}-change`, agreed_by_customer: true }],
    [b, 'Promise Felt', '2026-05-02T09:00:00Z', { promise_id: `${a}-past`, felt: 'better' }],
    result(b, '2026-03-19T09:00:00Z', `${a}-${b}-both`, '2026-03-19'),
    made(a, '2026-05-03T09:00:00Z', `${a}-new`, '2026-05-05'),
    result(b, '2026-05-06T09:00:00Z', `${a}-new`, '2026-05-06'),
    order(a, '2026-06-01T09:00:00Z', `${a}-order-3`),
    delivery(b, '2026-06-02T09:00:00Z', `${a}-order-3`),
    made(b, '2026-05-03T09:00:00Z', `${b}-new`, '2028-05-05'),
    [b, 'Promise Released', '2026-05-04T09:00:00Z', { promise_id: `${b}-never` }],
  ];
}

describe('two records of one customer have one ledger', () => {
  it('while they are one, a result finds the promise under whichever of them it was given; parted, it is as if never', async () => {
    await tell(early('ana', 'anna'));
    await expectAlike('ana', 'anna');
    const part = await join('ana', 'anna');
    expect(await untrueIn(merging)).toEqual([]);
    expect(await statesOf(merging, 'anna')).toEqual(
      [
        'ana-anna-both open',
        'ana-change open',
        'ana-open open',
        'ana-order open',
        'ana-order-2 exceeded',
        'ana-past kept',
        'anna-foreseen broken',
        'anna-hand open',
        'anna-open open',
      ].toSorted(),
    );
    await tell(meanwhile('ana', 'anna'));
    expect(await untrueIn(merging)).toEqual([]);
    const asOne = [
      'ana-anna-both kept',
      'ana-change renegotiated',
      'ana-new broken',
      'ana-open open',
      'ana-order broken',
      'ana-order-2 exceeded',
      'ana-order-3 exceeded',
      'ana-past kept',
      'anna-foreseen broken',
      'anna-hand open',
      'anna-never unexpected',
      'anna-new open',
      'anna-open kept',
    ].toSorted();
    expect(await statesOf(merging, 'ana')).toEqual(asOne);
    await part();
    await expectAlike('ana', 'anna');
    const again = await join('anna', 'ana');
    expect(await statesOf(merging, 'ana')).toEqual(asOne);
    await again();
    await expectAlike('ana', 'anna');
  });

  it('what was done by hand outlives a merge and its undoing: who accepted, who keeps it now, what was taken back', async () => {
    await tell(early('leo', 'leon'));
    const quality = new Map<TestHouse, string>();
    for (const house of [merging, plain]) {
      quality.set(house, await departmentOf(house, 'quality'));
      const { administrator: by } = house;
      const of = async (user: string, ref: string) => {
        const one = (await shownOf(house, user)).find((each) => each.ref === ref);
        if (one === undefined) throw new Error(`${user} has no ${ref}`);
        return { customer_id: one.customer_id, promise_id: one.promise_id, version: one.version };
      };
      await house.ask(accept, await of('leo', 'leo-open'), by);
      await house.ask(
        reassign,
        { ...(await of('leon', 'leon-hand')), keeper: { department_id: quality.get(house) ?? '' } },
        by,
      );
      const settled = await house.ask(settle, await of('leon', 'leon-open'), by);
      const { customer_id, promise_id, version } = settled.promise;
      await house.ask(unsettle, { customer_id, promise_id, version }, by);
      await house.kept.delivery.settled();
    }
    const part = await join('leo', 'leon');
    const joined = await shownOf(merging, 'leon');
    expect(joined.find((one) => one.ref === 'leo-open')).toMatchObject({ state: 'open', acceptance: 'accepted' });
    expect(joined.find((one) => one.ref === 'leon-hand')?.keeper?.id).toBe(quality.get(merging));
    expect(joined.find((one) => one.ref === 'leon-open')?.state).toBe('open');
    await part();
    await expectAlike('leo', 'leon');
    await tell(meanwhile('leo', 'leon'));
    expect([await untrueIn(merging), await untrueIn(plain)]).toEqual([[], []]);
    expect(await statesOf(merging, 'leon')).toEqual(await statesOf(plain, 'leon'));
  });

  it('what was made public since, and alarms that rang, are neither more nor less by a merge', async () => {
    await tell(early('eva', 'eve'));
    for (const house of [merging, plain]) {
      const { administrator: by } = house;
      const [one] = (await house.ask(standings, {}, by)).standings;
      if (one === undefined) throw new Error('nothing is promised in public');
      const rule = { ...one.rule, same: 'promise_id', opens: { event: 'Promise Made', where: [] } };
      const { standing } = await house.ask(setStanding, { texts: one.texts, rule }, by);
      const at = { standing_id: standing.standing_id, version: 1, in_force_at: '2026-01-01T00:00:00Z' };
      await house.ask(publishStanding, at, by);
      await house.rows("update platform.timer set ring_at = now() - interval '1 hour' where room = 'promises'");
      await house.rows(
        `update promises.promise set due_at = heard_at + interval '1 ms', due_local = null, adequate_local = null
         where ref = 'eva-open'`,
      );
      await house.kept.timers.settled();
    }
    const before = await alarmsIn(merging);
    expect(before).toEqual(await alarmsIn(plain));
    expect(before.length).toBeGreaterThan(0);
    const part = await join('eva', 'eve');
    await part();
    await merging.kept.timers.settled();
    const { timers: _timers, promises: entries, ...rest } = await ledgerOf(merging, 'eve');
    const { timers: _others, promises: others, ...same } = await ledgerOf(plain, 'eve');
    expect([entries, rest]).toEqual([others, same]);
    expect((await alarmsIn(merging)).filter((alarm) => !before.includes(alarm))).toEqual([]);
  });
});

/** Every alarm that rang, by the number of its promise. */
async function alarmsIn(house: TestHouse): Promise<string[]> {
  const rows = await house.rows(
    `select coalesce(p.ref, p.subject) || ' ' || a.kind as alarm from promises.alarm a
       join promises.promise p using (customer_id, promise_id) where p.ref like 'ev%' order by 1`,
  );
  return rows.map((row) => String(row['alarm']));
}
