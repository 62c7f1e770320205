import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areas } from '../../src/server/areas.ts';
import { type Endpoint, pathOf } from '../../src/shared/contract.ts';
import { list, make } from '../../src/shared/customers.ts';
import { capture, recall } from '../../src/shared/memory.ts';
import { policy } from '../../src/shared/staff.ts';
import { openHouse, type SignedIn, type TestHouse } from '../support/house.ts';
import { expectRefusal, listen, printOf, type Wire } from '../support/wire.ts';

// Every door of the contracts, tried by who may not (R1), and by GET, which changes nothing (H16).
let house: TestHouse;
let wire: Wire;
let clerk: SignedIn;
let customerId: string;
let otherId: string;

const endpoints = areas.flatMap((area) => area.answers.map((answer) => answer.contract));
const reading = endpoints.filter((one) => one.method === 'GET');
const writing = endpoints.filter((one) => one.method === 'POST');
const isForClerks = (one: Endpoint) => policy.employee.includes(one.access);

/** Changed by time and by looking: sessions seen, uses noted, events delivered meanwhile. */
const beside = [
  'privacy.use',
  'privacy.chain',
  'privacy.leaf_secret',
  'staff.session',
  'platform.cursor',
  'platform.outbox',
  'memory.uncounted',
  'memory.vocabulary',
  'memory.dirty_month',
  'intake.tally',
];

beforeAll(async () => {
  house = await openHouse();
  wire = await listen(house);
  clerk = await house.person('employee');
  const made = (name: string) => house.ask(make, { kind: 'person', name }, clerk);
  customerId = (await made('Ana Ruiz')).customer_id;
  otherId = (await made('Ana Ruis')).customer_id;
  await house.ask(capture, { customer_id: customerId, channel: 'phone', words: 'Buenos días' }, clerk);
  await house.kept.delivery.settled();
});

afterAll(async () => house?.close());

/** What each reading endpoint needs to answer; those that need nothing are not listed. */
function queryOf(contract: Endpoint): string {
  const known: Readonly<Record<string, string>> = {
    customer_id: customerId,
    from_id: customerId,
    to_id: otherId,
    q: 'Ana',
    import_id: '00000000-0000-7000-8000-00000000dead',
    person_id: house.administrator.personId,
    promise_id: '00000000-0000-7000-8000-00000000dead',
    moment_id: '00000000-0000-7000-8000-00000000dead',
    recovery_id: '00000000-0000-7000-8000-00000000dead',
    due: '2027-03-10',
    by: 'keeper',
    year: '2027',
    country: 'ES',
  };
  const query = new URLSearchParams();
  const missing = contract.input.safeParse({});
  for (const issue of missing.error?.issues ?? []) {
    const name = String(issue.path[0]);
    const value = known[name];
    if (value === undefined) throw new Error(`${contract.name}: this test knows no ${name}`);
    query.set(name, value);
  }
  return `${pathOf(contract)}?${query}`;
}

describe('GET', () => {
  it('is answered by every reading endpoint, and changes nothing but who used what', async () => {
    const before = await printOf(house, beside);
    for (const contract of reading) {
      for (const method of ['GET', 'HEAD']) {
        const heard = await wire.send(method, queryOf(contract), undefined, house.administrator);
        expect([200, 404], `${method} ${contract.name}: ${heard.text.slice(0, 300)}`).toContain(heard.status);
      }
    }
    expect(await printOf(house, beside)).toEqual(before);
  });

  it('of what writes is refused, and changes nothing', async () => {
    const before = await printOf(house, beside);
    for (const contract of writing) {
      const heard = await wire.send(
        'GET',
        `${pathOf(contract)}?customer_id=${customerId}`,
        undefined,
        house.administrator,
      );
      expectRefusal(heard, 405, 'request.method-not-allowed');
      expect((await wire.send('HEAD', pathOf(contract), undefined, house.administrator)).status).toBe(405);
    }
    expect(await printOf(house, beside)).toEqual(before);
  });

  it('runs where the database itself forbids to write', async () => {
    const { sql } = await import('kysely');
    const write = sql`update customers.customer set name = 'x'`.execute(house.kept.house.database.read);
    await expect(write).rejects.toThrow('read-only transaction');
  });
});

describe('who may not', () => {
  it('is refused as an employee at every door that is not his, and nothing changes', async () => {
    const foreign = endpoints.filter((one) => !isForClerks(one));
    expect(foreign.length).toBeGreaterThan(10);
    const before = await printOf(house, beside);
    for (const contract of foreign) {
      const heard =
        contract.method === 'GET'
          ? await wire.send('GET', queryOf(contract), undefined, clerk)
          : await wire.send('POST', pathOf(contract), '{}', clerk);
      expectRefusal(heard, 403, 'access.not-allowed');
    }
    expect(await printOf(house, beside)).toEqual(before);
  });

  it('is refused as nobody at every door that is not open, and nothing changes', async () => {
    const closed = endpoints.filter((one) => one.access !== 'open');
    const before = await printOf(house, beside);
    for (const contract of closed) {
      const heard =
        contract.method === 'GET'
          ? await wire.send('GET', queryOf(contract))
          : await wire.send('POST', pathOf(contract), '{}');
      expectRefusal(heard, 401, 'access.not-signed-in');
    }
    expect(await printOf(house, beside)).toEqual(before);
  });

  it.each(['privacy-officer', 'manager', 'lead'] as const)(
    'is refused as %s where the policy does not name him',
    async (role) => {
      const person = await house.person(role);
      for (const contract of writing.filter((one) => !policy[role].includes(one.access))) {
        expectRefusal(await wire.send('POST', pathOf(contract), '{}', person), 403, 'access.not-allowed');
      }
    },
  );

  it('is refused from another site, whatever his cookie says', async () => {
    const from = (headers: Record<string, string>) =>
      wire.send('POST', '/api/v1/customers/make', '{"kind":"person","name":"Cross"}', { ...clerk, headers });
    expectRefusal(await from({ 'sec-fetch-site': 'cross-site' }), 403, 'request.cross-site');
    expectRefusal(await from({ origin: 'https://evil.example' }), 403, 'request.cross-site');
    expectRefusal(await from({ origin: 'null' }), 403, 'request.cross-site');
  });

  it.each([
    ['x-forwarded-for', '10.0.0.1'],
    ['x-remote-user', 'administrator'],
    ['x-user-id', '1'],
  ])('becomes nobody else by %s', async (header, value) => {
    const heard = await wire.send('GET', pathOf(list), undefined, { headers: { [header]: value } });
    expectRefusal(heard, 401, 'access.not-signed-in');
  });
});

describe('who is not there', () => {
  it('is answered alike by every door, and like an id that never was', async () => {
    const unknown = ['00000000-0000-7000-8000-00000000dead', '00000000-0000-7000-8000-00000000beef'];
    const bodies = new Set<string>();
    for (const contract of reading.filter((one) => /customer_id/.test(queryOf(one)) && one.purpose === 'service')) {
      for (const id of unknown) {
        const heard = await wire.send('GET', queryOf(contract).replaceAll(customerId, id), undefined, clerk);
        if (heard.status === 200)
          throw new Error(`${contract.name} answers for somebody who is not there: ${heard.text}`);
        const said = expectRefusal(heard, 404, 'record.not-found');
        bodies.add(JSON.stringify({ ...said, request_id: '' }));
      }
    }
    expect(bodies.size).toBe(1);
  });

  it('leaves no trace of having been asked for', async () => {
    await wire.send('GET', `${pathOf(recall)}?customer_id=00000000-0000-7000-8000-00000000dead`, undefined, clerk);
    const rows = await house.rows(
      `select 1 from privacy.use where customer_id = '00000000-0000-7000-8000-00000000dead'`,
    );
    expect(rows).toEqual([]);
  });
});
