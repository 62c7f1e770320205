import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import type { AskOf } from '../../shared/contract.ts';
import * as customers from '../../shared/customers.ts';
import * as merges from '../../shared/customers-merges.ts';
import { newId } from '../platform/ids.ts';
import { noteContacts } from './contact-service.ts';
import { countStates } from './list-store.ts';

let house: TestHouse;
const ids: string[] = [];
const names = ['Zoé', 'ana', 'Ángel', 'ana', 'Пётр', 'Łukasz', 'Éva', 'Muñoz', 'zoe', 'Álvaro', 'Bo', 'ana'];

async function make(input: AskOf<typeof customers.make>): Promise<string> {
  const reply = await house.ask(customers.make, input, house.administrator);
  return reply.customer_id;
}

beforeAll(async () => {
  house = await openHouse();
  for (const [at, name] of names.entries()) {
    const kind = at % 4 === 0 ? 'organisation' : 'person';
    ids.push(await make({ kind, name, country: at % 2 === 0 ? 'ES' : 'MX', language: at % 3 === 0 ? 'ru' : 'es' }));
  }
  // Some were never heard of; two at the very same instant.
  await asHouse(house.kept, (call) =>
    noteContacts(
      call,
      ids.slice(0, 8).map((customerId, at) => {
        const when = new Date(Date.UTC(2026, 0, Math.ceil((at + 1) / 2)));
        return { customerId, events: at + 1, firstAt: when, lastAt: when, lastEventId: newId() };
      }),
    ),
  );
  const [a, b] = [ids[11] ?? '', ids[10] ?? ''];
  await house.ask(merges.merge, { from_id: a, to_id: b, evidence: 'x', reason: 'y' }, house.administrator);
  const [heard, silent] = [ids[7] ?? '', ids[9] ?? ''];
  await house.ask(merges.merge, { from_id: heard, to_id: silent, evidence: 'x', reason: 'y' }, house.administrator);
});
afterAll(() => house?.close());

async function walk(input: Omit<AskOf<typeof customers.list>, 'cursor'>): Promise<customers.CustomerCard[]> {
  const all: customers.CustomerCard[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 50; page++) {
    const reply = await house.ask(
      customers.list,
      { ...input, ...(cursor === undefined ? {} : { cursor }) },
      house.administrator,
    );
    all.push(...reply.customers);
    if (reply.next === null) return all;
    cursor = reply.next;
  }
  throw new Error('without end');
}

describe('a list pages without end, everyone once', () => {
  const faces = () => ids.filter((_, at) => at !== 11 && at !== 7).sort();

  it.each(['last', 'made', 'name'] as const)('sorted by %s, three at a time and all at once', async (sort) => {
    const paged = await walk({ sort, limit: 3 });
    expect(paged.map((card) => card.customer_id).sort()).toEqual(faces());
    expect(paged).toEqual(await walk({ sort, limit: 200 }));
  });

  it('by name: accents and capitals do not part names', async () => {
    const sorted = (await walk({ sort: 'name', limit: 4 })).map((card) => card.name);
    expect(sorted).toEqual(['Álvaro', 'ana', 'ana', 'Ángel', 'Bo', 'Éva', 'Zoé', 'zoe', 'Łukasz', 'Пётр']);
  });

  it('by last contact: a face at its newest, the never heard last', async () => {
    const cards = await walk({ sort: 'last', limit: 2 });
    expect(cards[0]).toMatchObject({ customer_id: ids[9], last_at: '2026-01-04T00:00:00.000Z', events: 8 });
    const heard = cards.map((card) => card.last_at);
    expect(heard.slice(0, 8).every((at) => at !== null)).toBe(true);
    expect(heard.slice(8)).toEqual([null, null]);
  });

  it('only an unedited cursor of the same list is taken', async () => {
    const first = await house.ask(customers.list, { sort: 'name', limit: 2 }, house.administrator);
    const cursor = first.next ?? '';
    for (let at = 0; at < cursor.length; at++) {
      const edited = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      const came = await house.send(customers.list, { sort: 'name', limit: 2, cursor: edited }, house.administrator);
      expect({ at, status: came.status, code: came.code }).toEqual({ at, status: 400, code: 'request.bad-cursor' });
    }
    const other = await house.send(customers.list, { sort: 'made', cursor }, house.administrator);
    expect(other).toMatchObject({ status: 400, code: 'request.bad-cursor' });
  });

  it.each([
    'sort=name;drop%20table',
    "filter[x'--]=1",
    'limit=-1',
    'limit=1e9',
    'limit=201',
    'state=any',
    'last_since=2027-02-30',
    'limit=1&limit=2',
    'cursor=',
  ])('a query that makes no sense is refused: %s', async (query) => {
    const came = await house.kept.app.inject({
      url: `/api/v1/customers/list?${query}`,
      headers: { cookie: house.administrator.cookie },
    });
    expect(came.statusCode).toBe(400);
    expect(came.body).not.toMatch(/select|kysely|node_modules/i);
  });
});

describe('filters', () => {
  const listed = async (input: AskOf<typeof customers.list>) =>
    (await house.ask(customers.list, input, house.administrator)).customers;

  it.each(['last', 'made', 'name'] as const)('by country, language, kind and state, sorted by %s', async (sort) => {
    expect((await listed({ sort, country: 'MX' })).every((card) => card.country === 'MX')).toBe(true);
    expect(await listed({ sort, country: 'mx' })).toHaveLength(4);
    expect((await listed({ sort, language: 'ru' })).map((card) => card.language)).toEqual(['ru', 'ru', 'ru', 'ru']);
    expect(await listed({ sort, kind: 'organisation' })).toHaveLength(3);
    expect(await listed({ sort, state: 'known' })).toHaveLength(10);
    expect(await listed({ sort, state: 'pending' })).toEqual([]);
  });

  it.each(['last', 'made', 'name'] as const)('by a period of contact, sorted by %s', async (sort) => {
    const inside = await listed({ sort, last_since: '2026-01-02T00:00:00Z', last_until: '2026-01-03T00:00:00Z' });
    expect(inside.map((card) => card.customer_id).sort()).toEqual([ids[2], ids[3]].sort());
    expect(await listed({ sort, last_until: '2026-01-02T00:00:00Z' })).toHaveLength(2);
  });

  it('by words, of a merged name too', async () => {
    expect((await listed({ q: 'muñoz' })).map((card) => card.customer_id)).toEqual([ids[9]]);
    expect(await listed({ q: '100%' })).toEqual([]);
    expect(await listed({ q: '_' })).toEqual([]);
  });
});

describe('counts', () => {
  it('count faces by state, merged ones apart', async () => {
    await countStates(house.kept.house.database.write);
    const counted = await house.ask(customers.counts, {}, house.administrator);
    expect(counted).toEqual({ known: 10, pending: 0, unknown: 0, merged: 2 });
  });
});
