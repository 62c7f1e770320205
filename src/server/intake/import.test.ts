import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { importFile, settleImports, uploadFile } from '../../../test/support/import.ts';
import { importErrors, previewImport, showImport, startImport, undoImport } from '../../shared/imports.ts';

const folder = new URL('../../../examples/online-retail/', import.meta.url);
const mapping = readFileSync(new URL('mapping.yaml', folder), 'utf8');
const extract = readFileSync(new URL('extract.csv', folder), 'utf8');

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A hash of every public view's rows, settled. */
async function picture(): Promise<Record<string, string>> {
  const views = await house.rows(
    `select schemaname || '.' || viewname as view from pg_views where viewname like 'public\\_%' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { view } of views) {
    const rows = await house.rows(`select md5(t::text) as hash from ${String(view)} t order by 1`);
    found[String(view)] = `${rows.length} ${createHash('sha256').update(rows.map((row) => row['hash']).join()).digest('hex').slice(0, 12)}`;
  }
  return found;
}

describe('the extract of Online Retail', () => {
  it('previews as invoices', async () => {
    const { file } = await uploadFile(house, 'extract.csv', extract);
    const seen = await house.ask(previewImport, { file }, house.administrator);
    expect(seen.encoding.value).toBe('utf-8');
    expect(seen.delimiter).toEqual({ value: ',', confidence: 1 });
    expect(seen.columns.map((column) => column.role)).toEqual(['order', 'sku', 'product', 'quantity', 'time', 'price', 'user', 'country']);
    expect(seen.events[0]?.message).toMatchObject({ type: 'track', event: 'Order Completed' });
  });

  it('imports, counts and undoes', async () => {
    const before = await picture();
    const dry = await importFile(house, 'retail', extract, { mapping, dry: true });
    expect(await picture()).toEqual(before);
    const done = await importFile(house, 'retail', extract, { mapping });
    const counts = ({ rows, good, bad, events, duplicates, customers_made }: typeof done) => ({ rows, good, bad, events, duplicates, customers_made });
    expect(done).toMatchObject({ state: 'done', rows: 5302, bad: 0, customers_made: 99 });
    expect(counts(dry)).toEqual(counts(done));
    const { import_id } = done;
    await house.ask(undoImport, { import_id }, house.administrator);
    await settleImports(house);
    expect(await house.ask(showImport, { import_id }, house.administrator)).toMatchObject({ state: 'undone' });
    expect(await picture()).toEqual(before);
  });
});
