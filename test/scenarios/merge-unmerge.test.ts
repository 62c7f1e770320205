import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { find } from '../../src/shared/customers.ts';
import { merge, unmerge } from '../../src/shared/customers-merges.ts';
import { makeSource } from '../../src/shared/intake.ts';
import { money, purchases, recall } from '../../src/shared/memory.ts';
import { openHouse, type TestHouse } from '../support/house.ts';

/** A house that merges and one that never does: both hear the same. */
let merging: TestHouse;
let plain: TestHouse;
const writeKeys = new Map<TestHouse, string>();

beforeAll(async () => {
  [merging, plain] = await Promise.all([openHouse(), openHouse()]);
  for (const house of [merging, plain]) {
    const source = {
      name: 'Shop',
      kind: 'server',
      channel: 'web',
      zone: 'Europe/Madrid',
      currency: 'EUR',
      language: 'es',
    } as const;
    const made = await house.ask(makeSource, source, house.administrator);
    writeKeys.set(house, made.write_key ?? '');
  }
});

afterAll(async () => Promise.all([merging?.close(), plain?.close()]));

interface Told {
  readonly user: string;
  readonly event: string;
  readonly at: string;
  readonly properties?: object;
}

let told = 0;

/** Both houses hear the same messages, with the same ids. */
async function tell(all: readonly Told[]): Promise<void> {
  const batch = all.map((one) => {
    told += 1;
    const type =
      one.event === 'Identify'
        ? { type: 'identify', traits: one.properties }
        : { type: 'track', event: one.event, properties: one.properties };
    return { ...type, userId: one.user, messageId: `told-${told}`, timestamp: one.at };
  });
  for (const house of [merging, plain]) {
    const came = await house.kept.app.inject({
      method: 'POST',
      url: '/v1/batch',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ batch, writeKey: writeKeys.get(house) }),
    });
    expect(came.json()).toMatchObject({ remembered: all.length });
  }
}

const order = (id: string, quantity: number) => ({
  order_id: id,
  currency: 'EUR',
  products: [
    { sku: 'lamp', name: 'Lamp', price: '19.99', quantity },
    { sku: 'fuse', name: 'Fuse', price: '0.5', quantity: 3 },
  ],
});

/** What each of a case's customers did before anybody was merged. */
function early(name: string): Told[] {
  return ['a', 'b', 'c'].flatMap((one, at): Told[] => [
    {
      user: `${name}-${one}`,
      event: 'Identify',
      at: `2026-01-0${at + 1}T08:00:00Z`,
      properties: { email: `${name}-${one}@example.org`, name: `${one} of ${name}` },
    },
    {
      user: `${name}-${one}`,
      event: 'Order Completed',
      at: `2026-02-0${at + 1}T08:00:00Z`,
      properties: order(`${name}-order-${one}`, at + 1),
    },
    {
      user: `${name}-${one}`,
      event: 'Call Ended',
      at: `2026-02-1${at + 1}T08:00:00Z`,
      properties: { channel: 'phone', words: `call of ${one}`, conversation_id: `${name}-talk` },
    },
  ]);
}

/** What happens while they are one: for each key, late and new, orders known to one told by another, refunds. */
function meanwhile(name: string): Told[] {
  return ['a', 'b', 'c'].flatMap((one, at): Told[] => [
    {
      user: `${name}-${one}`,
      event: 'Order Completed',
      at: `2026-03-0${at + 1}T08:00:00Z`,
      properties: order(`${name}-later-${one}`, 2),
    },
    {
      user: `${name}-${one}`,
      event: 'Order Updated',
      at: `2026-03-1${at + 1}T08:00:00Z`,
      properties: order(`${name}-order-a`, 5),
    },
    {
      user: `${name}-${one}`,
      event: 'Order Refunded',
      at: `2026-03-2${at + 1}T08:00:00Z`,
      properties: { order_id: `${name}-order-${one}`, total: '4.20', currency: 'EUR' },
    },
    {
      user: `${name}-${one}`,
      event: 'Late News',
      at: `2025-11-0${at + 1}T08:00:00Z`,
      properties: { words: `late of ${one}` },
    },
    {
      user: `${name}-${one}`,
      event: 'Said',
      at: `2026-04-0${at + 1}T08:00:00Z`,
      properties: { words: `more of ${one}`, conversation_id: `${name}-talk` },
    },
  ]);
}

async function idOf(house: TestHouse, key: string): Promise<string> {
  const rows = await house.rows(`select customer_id from customers.identity_key where kind = 'user' and value = $1`, [
    key,
  ]);
  return String(rows[0]?.['customer_id']);
}

/** Everything that stands of one customer in the views that other rooms read, without what is random: ids and clocks. */
async function viewsOf(house: TestHouse, key: string): Promise<unknown> {
  const id = await idOf(house, key);
  const list = (statement: string) => house.rows(statement, [id]);
  return {
    events: await list(`select happened_at, kind, name, channel, direction, words, payload,
        conversation_id is not null as talked from memory.public_event where customer_id = $1 order by happened_at, name`),
    purchases:
      await list(`select order_key, happened_at, purchased_on::text as purchased_on, currency, kind, total_minor, lines, state
        from memory.public_purchase where customer_id = $1 order by happened_at, order_key, state`),
    lines: await list(`select p.order_key, p.happened_at, l.line_no, product, name, quantity, unit_price, l.total_minor
        from memory.public_purchase_line l join memory.public_purchase p using (customer_id, purchase_id)
        where customer_id = $1 order by 2, 1, 3`),
    spending:
      await list(`select currency, purchases, sold_minor, returned_minor, first_on::text as first_on, last_on::text as last_on
        from memory.public_spending where customer_id = $1 order by 1`),
    contact: await list('select events, first_at, last_at from customers.public_contact where customer_id = $1'),
    talks: await list(
      `select subject, channel, opened_at, last_at from memory.public_conversation where customer_id = $1 order by 3`,
    ),
    customer: await list(`select kind, state, name, language, country, city, face_id = customer_id as is_face
        from customers.public_customer where customer_id = $1`),
    keys: await list(
      'select kind, value, evidence from customers.public_identity_key where customer_id = $1 order by 1, 2',
    ),
    claims: await list('select kind, value from customers.public_claim where customer_id = $1 order by 1, 2'),
  };
}

/** The same as its pages show it. */
async function pagesOf(house: TestHouse, key: string): Promise<unknown> {
  const customer_id = await idOf(house, key);
  const by = house.administrator;
  const { brief, events } = await house.ask(recall, { customer_id, limit: 200 }, by);
  const bought = await house.ask(purchases, { customer_id, limit: 200 }, by);
  const { months } = await house.ask(money, { customer_id }, by);
  const found = await house.ask(find, { q: `${key}@example.org` }, by);
  return {
    brief: {
      name: brief.name,
      events: brief.events,
      first: brief.first_at,
      last: brief.last_at,
      members: brief.members,
      spending: brief.spending,
      said: brief.last_words?.words,
    },
    timeline: events.map((one) => [one.happened_at, one.name, one.words]),
    purchases: bought.purchases.map((one) => [
      one.happened_at,
      one.order_key,
      one.kind,
      one.state,
      one.total_minor,
      one.lines,
    ]),
    months,
    found: found.customers.map((one) => [one.name, one.events, one.matched]),
  };
}

async function join(fromKey: string, toKey: string): Promise<{ customer_id: string; link_id: string }> {
  const from_id = await idOf(merging, fromKey);
  const to_id = await idOf(merging, toKey);
  const { link_id } = await merging.ask(
    merge,
    { from_id, to_id, evidence: 'same passport', reason: 'twice in the books' },
    merging.administrator,
  );
  return { customer_id: from_id, link_id };
}

async function part(link: { customer_id: string; link_id: string }): Promise<void> {
  await merging.ask(unmerge, { ...link, reason: 'two persons after all' }, merging.administrator);
}

async function expectAlike(name: string): Promise<void> {
  for (const one of ['a', 'b', 'c']) {
    const key = `${name}-${one}`;
    expect(await viewsOf(merging, key), `views of ${one}`).toEqual(await viewsOf(plain, key));
    expect(await pagesOf(merging, key), `pages of ${one}`).toEqual(await pagesOf(plain, key));
  }
}

describe('merged by mistake, and parted again: as if it had never been', () => {
  it('gives each his own back, with what was heard meanwhile', async () => {
    await tell(early('one'));
    const link = await join('one-a', 'one-b');
    await tell(meanwhile('one'));
    const together = await pagesOf(merging, 'one-b');
    expect(together).toMatchObject({ brief: { events: 16, members: 2 } });
    expect(await pagesOf(merging, 'one-a')).toMatchObject({
      timeline: Object(together).timeline,
      months: Object(together).months,
    });
    await part(link);
    await expectAlike('one');
  });

  it.each([
    ['last first', [1, 0]],
    ['first first', [0, 1]],
  ] as const)('undoes a chain %s', async (name, undo) => {
    const prefix = name.replace(' ', '-');
    await tell(early(prefix));
    const links = [await join(`${prefix}-a`, `${prefix}-b`), await join(`${prefix}-b`, `${prefix}-c`)];
    expect(await pagesOf(merging, `${prefix}-a`)).toMatchObject({
      brief: { events: 9, members: 3, name: `c of ${prefix}` },
    });
    await tell(meanwhile(prefix));
    for (const at of undo) {
      const link = links[at];
      if (link !== undefined) await part(link);
      await tell([{ user: `${prefix}-a`, event: `Between ${at}`, at: `2026-05-0${at + 1}T08:00:00Z` }]);
    }
    await expectAlike(prefix);
  });

  it('keeps its projections equal to a recount while merged and after', async () => {
    const wrong = await merging.rows(`select c.customer_id from customers.contact c where c.events <> (
      select count(*) from memory.event e where e.customer_id = c.customer_id)`);
    expect(wrong).toEqual([]);
  });
});
