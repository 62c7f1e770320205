import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countOnlineRetail } from '../../../test/proof/online-retail.ts';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { importFile } from '../../../test/support/import.ts';
import { counts } from '../../shared/customers.ts';
import { sources } from '../../shared/intake.ts';
import { overview } from '../../shared/memory.ts';
import { countStates } from '../customers/list-store.ts';
import { settleMonths } from '../memory/money-store.ts';

const folder = new URL('../../../examples/online-retail/', import.meta.url);
let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('the screens say of the real extract what an independent count of the file says', async () => {
  const extract = fileURLToPath(new URL('extract.csv', folder));
  const facts = await countOnlineRetail(extract);
  const mapping = readFileSync(new URL('mapping.yaml', folder), 'utf8');
  const done = await importFile(house, 'Online Retail', readFileSync(extract), { mapping });
  expect(done).toMatchObject({ state: 'done', rows: facts.lines, bad: 0, events: facts.invoices });

  await house.kept.delivery.settled();
  await house.kept.house.database.transaction((tx) => settleMonths(tx, 1_000));
  const { months } = await house.ask(overview, {}, house.administrator);
  const shown = months.map((row) => [row.month.slice(0, 7), { sold: row.sold_minor, returned: row.returned_minor }]);
  expect(shown).toEqual([...facts.months].sort(([a], [b]) => (a < b ? -1 : 1)));
  expect(months.reduce((sum, row) => sum + row.sales + row.returns, 0)).toBe(facts.invoices);
  expect(months.reduce((sum, row) => sum + row.returns, 0)).toBe(facts.returns);

  await countStates(house.kept.house.database.write);
  expect((await house.ask(counts, {}, house.administrator)).known).toBe(facts.customers);
  const { sources: all } = await house.ask(sources, {}, house.administrator);
  expect(all.find((one) => one.name === 'Online Retail')).toMatchObject({
    sent: facts.invoices,
    remembered: facts.invoices,
  });
});
