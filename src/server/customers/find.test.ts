import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import type { AskOf } from '../../shared/contract.ts';
import * as customers from '../../shared/customers.ts';
import * as agreements from '../../shared/customers-agreements.ts';
import * as merges from '../../shared/customers-merges.ts';

let house: TestHouse;
const ids: Record<string, string> = {};

async function make(input: AskOf<typeof customers.make>): Promise<string> {
  const reply = await house.ask(customers.make, input, house.administrator);
  return reply.customer_id;
}

beforeAll(async () => {
  house = await openHouse();
  ids['muñoz'] = await make({
    kind: 'person',
    name: 'Begoña Muñoz Álvarez',
    city: 'Avilés',
    keys: [
      { kind: 'email', value: 'Bego@Example.org' },
      { kind: 'phone', value: '600 123 456' },
      { kind: 'card', value: 'KC-000123' },
    ],
  });
  ids['пушкин'] = await make({ kind: 'person', name: 'Александр Пушкин' });
  ids['other'] = await make({ kind: 'person', name: 'Bego Martínez' });
  await house.ask(
    agreements.makeAgreement,
    { customer_id: ids['other'], number: 'AG-100777', kind: 'contract', place: 'Calle San Bernabé 12' },
    house.administrator,
  );
  for (let at = 0; at < 40; at++) await make({ kind: 'person', name: `Filler Person ${at}` });
});
afterAll(() => house?.close());

const find = async (q: string) => (await house.ask(customers.find, { q, limit: 20 }, house.administrator)).customers;

describe('a customer is found', () => {
  it.each([
    ['by e-mail however written', ' BEGO@example.ORG ', 'muñoz', 'email:bego@example.org'],
    ['by phone without the country', '600123456', 'muñoz', 'phone:+34600123456'],
    ['by phone with 00', '0034 600 123 456', 'muñoz', 'phone:+34600123456'],
    ['by card', 'KC-000123', 'muñoz', 'card:KC-000123'],
    ['by agreement number', 'ag-100777', 'other', 'agreement:AG-100777 · Calle San Bernabé 12'],
    ['by place', 'san bernabe', 'other', 'agreement:AG-100777 · Calle San Bernabé 12'],
    ['without accents', 'munoz', 'muñoz', 'name'],
    ['with words in any order', 'alvarez begona', 'muñoz', 'name'],
    ['by city', 'aviles', 'muñoz', 'name'],
    ['by part of a word', 'muñ', 'muñoz', 'name'],
    ['by a name with a typing error', 'Munos Alvares', 'muñoz', 'near'],
    ['in Russian', 'пушкин', 'пушкин', 'name'],
    ['in Russian with a letter left out', 'Пушкн', 'пушкин', 'near'],
    ['in Russian with letters exchanged', 'Пукшин', 'пушкин', 'near'],
    ['in Russian with a wrong letter and both names', 'Алексндр Пушкен', 'пушкин', 'near'],
  ])('%s: %s', async (_how, q, who, matched) => {
    const found = await find(q);
    expect(found[0]).toMatchObject({ customer_id: ids[who], matched });
  });

  it('once a face, also when several things match', async () => {
    const found = await find('bego');
    expect(found.map((card) => card.customer_id).sort()).toEqual([ids['muñoz'], ids['other']].sort());
  });

  it('under the face of a merge', async () => {
    const merged = await make({ kind: 'person', name: 'Ignacia Uribelarrea' });
    const face = ids['other'] ?? '';
    await house.ask(merges.merge, { from_id: merged, to_id: face, evidence: 'x', reason: 'y' }, house.administrator);
    expect(await find('uribelarrea')).toMatchObject([{ customer_id: face, name: 'Bego Martínez' }]);
  });

  it('nobody where nobody fits, and signs of LIKE are only signs', async () => {
    expect(await find('xqzwv')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find("'; drop table customers.customer; --")).toEqual([]);
  });

  it('notes whose card was shown', async () => {
    const { config } = house.kept.house;
    const { readdirSync, readFileSync } = await import('node:fs');
    await find('munoz');
    const spool = readdirSync(config.dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.includes('uses-'),
    );
    const text = spool.map((name) => readFileSync(`${config.dataFolder}/${name}`, 'utf8')).join('');
    const uses = await house.rows(
      `select count(*) as n from privacy.use where customer_id = $1 and verb = 'customers.find'`,
      [ids['muñoz']],
    );
    expect(text.includes(ids['muñoz'] ?? '-') || Number(uses[0]?.['n']) > 0).toBe(true);
  });
});
