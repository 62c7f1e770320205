import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { list, make as makeCustomer } from '../../src/shared/customers.ts';
import { me, signOut } from '../../src/shared/staff.ts';
import { makeApiKey, revokeApiKey } from '../../src/shared/staff-house.ts';
import { shutOut } from '../support/database.ts';
import { openHouse, type Showing, type TestHouse } from '../support/house.ts';
import { listen, type Wire } from '../support/wire.ts';

// The stream of news loses nothing between a page and its next connection, and ends with its reader's right alone.
let house: TestHouse;
let wire: Wire;

beforeAll(async () => {
  house = await openHouse();
  wire = await listen(house);
});
afterAll(async () => house?.close());

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly news?: readonly { readonly name: string; readonly customer_ids: readonly string[] }[] };
}

/** Opens the stream from a place, as a page does, or from an event's id, as a browser that comes back; `ended` resolves when the server closes it. */
async function open(by: Showing, from?: string, lastEventId?: string) {
  const leaving = new AbortController();
  const headers = new Headers();
  if (by.cookie !== undefined) headers.set('cookie', by.cookie);
  if (by.authorization !== undefined) headers.set('authorization', by.authorization);
  if (lastEventId !== undefined) headers.set('last-event-id', lastEventId);
  const query = from === undefined ? '' : `?from=${from}`;
  const came = await fetch(`${wire.origin}/api/v1/live${query}`, { headers, signal: leaving.signal });
  expect(came.status).toBe(200);
  let isOpen = true;
  let text = '';
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of came.body ?? []) text += decoder.decode(chunk, { stream: true });
  })()
    .catch(() => undefined)
    .finally(() => {
      isOpen = false;
    });
  const leave = async () => {
    leaving.abort();
    await ended;
  };
  return { isOpen: () => isOpen, told: () => toldIn(text), ended, leave };
}

/** The messages that a reader of server-sent events makes of what came. */
function toldIn(text: string): Told[] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .filter((message) => !message.startsWith(':'))
    .map((message) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1] ?? '';
      return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) };
    });
}

/** The customers of whom it was told that they were made, in order, as often as it was told. */
function madeIn(told: readonly Told[]): string[] {
  return told.flatMap(({ data }) =>
    (data.news ?? []).filter((one) => one.name === made).flatMap((one) => one.customer_ids),
  );
}

const made = 'customers.made';
const make = async (name: string) =>
  (await house.ask(makeCustomer, { kind: 'person', name }, house.administrator)).customer_id;
const placeNow = async () => String((await house.ask(me, {}, house.administrator)).live);
const soon = { timeout: 5_000 };

it('tells what came between the page and its stream, and while it was away: each once, in order', async () => {
  // A transaction that runs elsewhere on this PostgreSQL holds the place back: then what was before it is told too.
  const before = await make('Before');
  const since = (told: readonly Told[]) => madeIn(told).filter((customerId) => customerId !== before);
  const from = await placeNow();
  const first = [await make('One'), await make('Two')];
  const stream = await open(house.administrator, from);
  await expect.poll(() => since(stream.told()), soon).toEqual(first);
  const third = await make('Three');
  await expect.poll(() => since(stream.told()), soon).toEqual([...first, third]);
  const last = stream.told().at(-1)?.id;
  await stream.leave();
  const meanwhile = [await make('Four'), await make('Five')];
  // Its address still says from where the page began: the place that the browser remembers counts.
  const back = await open(house.administrator, from, last);
  await expect.poll(() => since(back.told()), soon).toEqual(meanwhile);
  const later = await make('Six');
  await expect.poll(() => since(back.told()), soon).toEqual([...meanwhile, later]);
  expect(back.told().filter((one) => one.event === 'reload')).toEqual([]);
  await back.leave();
});

it('loses and doubles nothing of what is written while streams open one after another', async () => {
  const from = await placeNow();
  const writing = (async () => {
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) ids.push(await make(`Quick ${n}`));
    return ids;
  })();
  const streams = [];
  for (let n = 0; n < 8; n += 1) {
    streams.push(await open(house.administrator, from));
    await pause(40);
  }
  const ids = await writing;
  for (const stream of streams) {
    await expect.poll(() => madeIn(stream.told()), soon).toEqual(ids);
    await stream.leave();
  }
});

it('says to look again where the place is too long ago or too much came since; nonsense is no place', async () => {
  const from = await placeNow();
  const [tx = '', seq = '', at = ''] = from.split('-');
  const old = await open(house.administrator, `${tx}-${seq}-${Number(at) - 61_000}`);
  await expect.poll(() => old.told().map((one) => one.event), soon).toEqual(['reload']);
  const id = await make('After');
  await expect.poll(() => madeIn(old.told()), soon).toEqual([id]);
  await old.leave();
  await house.rows(`insert into platform.outbox (customer_id, name, payload)
    select gen_random_uuid(), 'test.much', '{}' from generate_series(1, 1100)`);
  const much = await open(house.administrator, from);
  await expect.poll(() => much.told().at(0)?.event, soon).toBe('reload');
  await much.leave();
  const odd = await open(house.administrator, encodeURIComponent("1-2-3'; drop table x; --"), '\u00ff');
  await expect.poll(() => odd.told().at(-1)?.event, soon).toBe('beat');
  await odd.leave();
  const clerk = await house.person('employee');
  expect((await house.ask(me, {}, clerk)).live).toMatch(/^\d+-\d+-\d+$/);
  expect((await house.ask(me, {})).live).toBeNull();
});

it('ends within two seconds of a sign-out', async () => {
  const clerk = await house.person('employee');
  const stream = await open(clerk);
  await house.ask(signOut, {}, clerk);
  await Promise.race([stream.ended, pause(3_000)]);
  expect(stream.isOpen()).toBe(false);
});

it('ends when its key is revoked', async () => {
  const { secret, key_id } = await house.ask(
    makeApiKey,
    { name: 'live', scopes: ['customers.read'] },
    house.administrator,
  );
  const stream = await open({ authorization: `Bearer ${secret}` });
  await house.ask(revokeApiKey, { key_id }, house.administrator);
  await Promise.race([stream.ended, pause(3_000)]);
  expect(stream.isOpen()).toBe(false);
  expect((await house.send(list, {}, house.administrator)).status).toBe(200);
});

it('goes on while the database is away, and so does the server', async () => {
  const stream = await open(house.administrator);
  await shutOut(house.database.url, async () => {
    await pause(2_500);
    expect((await house.send(list, {}, house.administrator)).status).toBe(503);
  });
  await expect
    .poll(async () => (await house.send(list, {}, house.administrator)).status, { timeout: 10_000 })
    .toBe(200);
  expect(stream.isOpen()).toBe(true);
  await stream.leave();
});
