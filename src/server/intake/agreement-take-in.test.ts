import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { find, show } from '../../shared/customers.ts';
import { makeSource } from '../../shared/intake.ts';
import { recall } from '../../shared/memory.ts';

let house: TestHouse;
const keys = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse();
  for (const kind of ['server', 'browser'] as const) {
    const about = { channel: 'web', zone: 'Europe/Madrid', currency: 'EUR', language: 'es' } as const;
    const { write_key } = await house.ask(makeSource, { name: kind, kind, ...about }, house.administrator);
    keys.set(kind, write_key ?? '');
  }
});
afterAll(async () => house?.close());

async function send(batch: readonly object[], kind: 'server' | 'browser' = 'server'): Promise<void> {
  const answer = await house.kept.app.inject({
    method: 'POST',
    url: '/v1/batch',
    headers: { authorization: `Basic ${Buffer.from(`${keys.get(kind)}:`).toString('base64')}` },
    payload: { batch },
  });
  expect(answer.statusCode).toBe(200);
}

const track = (userId: string, event: string, properties: object) => ({ type: 'track', userId, event, properties });

async function idOf(userId: string): Promise<string | undefined> {
  const { customers } = await house.ask(find, { q: userId }, house.administrator);
  return customers[0]?.customer_id;
}

async function agreementsOf(userId: string) {
  const customer_id = (await idOf(userId)) ?? '';
  const { agreements } = await house.ask(show, { customer_id }, house.administrator);
  return { customer_id, agreements };
}

const rolesOf = async (userId: string) => {
  const { agreements } = await agreementsOf(userId);
  return agreements.map((one) => [one.number, one.roles.map((role) => `${role.role} ${role.customer_id}`).toSorted()]);
};

it('an agreement starts with whoever is what on it, also those who were never heard of', async () => {
  await send([
    track('org-1', 'Agreement Started', {
      agreement_number: 'A-1',
      line: 'gas',
      since: '2025-02-01',
      roles: [
        { user_id: 'org-1', role: 'holder' },
        { user_id: 'clerk-1', role: 'authorised' },
        { user_id: 'clerk-1', role: 'king' },
        'x',
        { role: 'payer' },
      ],
    }),
  ]);
  const [holder, clerk] = [await idOf('org-1'), await idOf('clerk-1')];
  const roles = [`authorised ${clerk}`, `holder ${holder}`];
  expect(await rolesOf('org-1')).toEqual([['A-1', roles]]);
  expect(await rolesOf('clerk-1')).toEqual([['A-1', roles]]);
});

it('a role that is given later stands on the holder’s agreement, and so does its event', async () => {
  await send([track('org-2', 'Agreement Started', { agreement_number: 'A-2' })]);
  await send([
    track('flatmate-2', 'Agreement Role Given', { agreement_number: 'A-2', role: 'occupant', given_by: 'org-2' }),
  ]);
  const { customer_id, agreements } = await agreementsOf('flatmate-2');
  expect(agreements.map((one) => [one.number, one.customer_id])).toEqual([['A-2', await idOf('org-2')]]);
  const { events } = await house.ask(recall, { customer_id }, house.administrator);
  expect(events[0]?.agreement_id).toBe(agreements[0]?.agreement_id);
  // Told again, it changes nothing.
  const before = await rolesOf('org-2');
  await send([
    track('flatmate-2', 'Agreement Role Given', { agreement_number: 'A-2', role: 'occupant', given_by: 'org-2' }),
  ]);
  expect(await rolesOf('org-2')).toEqual(before);
});

it('the word of a browser puts nobody on anybody’s agreement', async () => {
  await send([track('org-3', 'Agreement Started', { agreement_number: 'A-3' })]);
  await send(
    [
      {
        ...track('thief', 'Agreement Role Given', { agreement_number: 'A-3', role: 'payer', given_by: 'org-3' }),
        anonymousId: 'device-3',
      },
    ],
    'browser',
  );
  expect(await rolesOf('org-3')).toEqual([['A-3', [`holder ${await idOf('org-3')}`]]]);
});

it('a role without a holder who is named is only remembered', async () => {
  await send([track('lone', 'Agreement Role Given', { agreement_number: 'A-4', role: 'payer' })]);
  const { agreements, customer_id } = await agreementsOf('lone');
  expect(agreements).toEqual([]);
  const { events } = await house.ask(recall, { customer_id }, house.administrator);
  expect(events.map((event) => event.name)).toEqual(['Agreement Role Given']);
});
