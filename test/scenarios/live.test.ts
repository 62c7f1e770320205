import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { list } from '../../src/shared/customers.ts';
import { signOut } from '../../src/shared/staff.ts';
import { makeApiKey, revokeApiKey } from '../../src/shared/staff-house.ts';
import { shutOut } from '../support/database.ts';
import { openHouse, type Showing, type TestHouse } from '../support/house.ts';
import { listen, type Wire } from '../support/wire.ts';

// The stream of news ends with its reader's right, and with nothing else.
let house: TestHouse;
let wire: Wire;

beforeAll(async () => {
  house = await openHouse();
  wire = await listen(house);
});
afterAll(async () => house?.close());

/** Opens the stream; `ended` resolves when the server closes it. */
async function open(by: Showing): Promise<{ isOpen(): boolean; ended: Promise<void>; leave(): void }> {
  const leaving = new AbortController();
  const headers = new Headers();
  if (by.cookie !== undefined) headers.set('cookie', by.cookie);
  if (by.authorization !== undefined) headers.set('authorization', by.authorization);
  const came = await fetch(`${wire.origin}/api/v1/live`, { headers, signal: leaving.signal });
  expect(came.status).toBe(200);
  let isOpen = true;
  const ended = came.text().then(
    () => {
      isOpen = false;
    },
    () => {
      isOpen = false;
    },
  );
  return { isOpen: () => isOpen, ended, leave: () => leaving.abort() };
}

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
  stream.leave();
  await stream.ended;
});
