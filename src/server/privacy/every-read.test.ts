import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { make } from '../../shared/customers.ts';
import { areas } from '../areas.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('every endpoint that reads one customer leaves its use: by whom, with which verb, for what', async () => {
  const { administrator } = house;
  const { customer_id } = await house.ask(make, { kind: 'person', name: 'Rosa Read' }, administrator);
  const reads = areas
    .flatMap((area) => area.answers)
    .map((one) => one.contract)
    .filter((one) => one.method === 'GET' && one.access.startsWith('customers.'))
    .filter((one) => one.input.safeParse({ customer_id }).success && !one.input.safeParse({}).success);
  expect(reads.length).toBeGreaterThan(1);
  for (const contract of reads) {
    expect((await house.send(contract, { customer_id }, administrator)).status, contract.name).toBe(200);
  }
  const used = async () => {
    const rows = await house.rows(
      `select verb, actor, purpose from privacy.use where customer_id = $1 and verb <> 'customers.make' order by verb`,
      [customer_id],
    );
    return rows;
  };
  const actor = `person:${administrator.personId}`;
  const expected = reads.map(({ name, purpose }) => ({ verb: name, actor, purpose }));
  expected.sort((a, b) => (a.verb < b.verb ? -1 : 1));
  await expect.poll(used, { timeout: 5_000 }).toEqual(expected);
});
