import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../support/house.ts';
import { importFile } from '../support/import.ts';
import { countOnlineRetail, onlineRetailFile } from './online-retail.ts';

const mapping = readFileSync(new URL('../../examples/online-retail/mapping.yaml', import.meta.url), 'utf8');

describe('the whole Online Retail file', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('says what an independent count of the file says', { timeout: 300_000 }, async () => {
    const facts = await countOnlineRetail();
    expect(facts).toMatchObject({ lines: 541_909, invoices: 25_900, customers: 4_372, longest: { lines: 7_983 } });
    expect(facts.grossMills).toBe(9_747_747_934n);

    const began = performance.now();
    const done = await importFile(house, 'Online Retail', readFileSync(onlineRetailFile), { mapping });
    const seconds = (performance.now() - began) / 1_000;
    console.info(`541 909 lines in ${seconds.toFixed(1)} s (${Math.round(541_909 / seconds)} lines/s)`);
    expect(done).toMatchObject({ state: 'done', rows: facts.lines, bad: 0, events: facts.invoices, duplicates: 0 });
    expect(done.customers_made).toBe(facts.customers);

    const [sums] = await house.rows(`select count(*) as invoices, sum(total_minor) as pence, sum(lines) as lines,
      count(*) filter (where kind = 'return') as returns from memory.public_purchase where state = 'completed'`);
    expect(sums).toMatchObject({ invoices: facts.invoices, returns: facts.returns });
    expect(Number(sums?.['lines'])).toBe(facts.lines);
    const byMonth = [...facts.months.values()].reduce((sum, month) => sum + month.sold + month.returned, 0);
    expect(Number(sums?.['pence'])).toBe(byMonth);
    expect(byMonth).toBe(974_774_793);

    const months = await house.rows(`select to_char(purchased_on, 'YYYY-MM') as month,
      sum(total_minor) filter (where kind = 'sale') as sold, coalesce(sum(total_minor) filter (where kind = 'return'), 0) as returned
      from memory.public_purchase where state = 'completed' group by 1 order by 1`);
    const ours = months.map((row) => [row['month'], { sold: Number(row['sold']), returned: Number(row['returned']) }]);
    expect(ours).toEqual([...facts.months].sort(([a], [b]) => (a < b ? -1 : 1)));

    const [known] = await house.rows(`select count(*) as n from customers.public_customer where state = 'known'`);
    expect(known?.['n']).toBe(facts.customers);
    const [longest] = await house.rows(`select k.value, sum(p.lines)::int as lines from memory.public_purchase p
      join customers.public_identity_key k on k.customer_id = p.customer_id and k.kind = 'user' group by 1 order by 2 desc limit 1`);
    expect(longest).toEqual({ value: facts.longest.customer, lines: facts.longest.lines });
  });
});
