import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { settleImports, uploadFile } from '../../../test/support/import.ts';
import { resumeImport, showImport, startImport } from '../../shared/imports.ts';
import { editPerson } from '../../shared/staff-people.ts';
import { runImport } from './import-run.ts';
import { leaseImport } from './import-store.ts';

// An import that is stopped goes on without counting anything twice: bad rows and the open orders at the file's end.
const mapping = readFileSync(new URL('../../../examples/online-retail/mapping.yaml', import.meta.url), 'utf8');
const head = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Imports these lines, stopped after each chunk so many times by servers that die, then to the end. */
async function importStopped(name: string, lines: readonly string[], stops: number) {
  const { file } = await uploadFile(house, `${name}.csv`, `${head}\n${lines.join('\n')}\n`);
  const { import_id } = await house.ask(startImport, { file, name, mapping }, house.administrator);
  for (let stop = 0; stop < stops; stop += 1) {
    const server = `00000000-0000-4000-8000-${String(stop).padStart(12, '0')}`;
    const row = await house.kept.house.database.transaction((tx) => leaseImport(tx, server, 0));
    let chunks = 0;
    expect(row && (await runImport(house.kept.house, row, () => chunks++ >= 1))).toBe('stopped');
    await house.rows(`update intake.import set lease_until = now() - interval '1 second'`);
  }
  await settleImports(house);
  return house.ask(showImport, { import_id }, house.administrator);
}

it('an import that a living server holds is nobody else’s until its lease runs out; a killed one’s is its successor’s', async () => {
  const { file } = await uploadFile(house, 'held.csv', `${head}\n1,S1,thing,1,2011-03-01 10:00:00,1.25,1,EIRE\n`);
  const { import_id } = await house.ask(startImport, { file, name: 'held', mapping }, house.administrator);
  const idOf = (server: number) => `00000000-0000-4000-8000-00000000000${server}`;
  const lease = async (server: number, killed?: number) => {
    const before = killed === undefined ? undefined : idOf(killed);
    return (await house.kept.house.database.transaction((tx) => leaseImport(tx, idOf(server), 60, before)))?.import_id;
  };
  expect([await lease(1), await lease(2)]).toEqual([import_id, undefined]);
  await house.rows(`update intake.import set lease_until = now() - interval '1 second'`);
  expect(await lease(2)).toBe(import_id);
  expect([await lease(4, 3), await lease(3, 2)]).toEqual([undefined, import_id]);
  await house.rows(`update intake.import set lease_until = null`);
  await settleImports(house);
});

it('goes on only while whoever set it going may import; a colleague sets it going again', async () => {
  const starter = await house.person('manager');
  const { file } = await uploadFile(house, 'left.csv', `${head}\n1,S1,thing,1,2011-03-01 10:00:00,1.25,9,EIRE\n`);
  const { import_id } = await house.ask(startImport, { file, name: 'left', mapping }, starter);
  const [{ version = 0 } = {}] = await house.rows('select version from staff.person where person_id = $1', [
    starter.personId,
  ]);
  const edit = { person_id: starter.personId, version: Number(version), role: 'employee' as const };
  await house.ask(editPerson, edit, house.administrator);
  await settleImports(house);
  const stopped = await house.ask(showImport, { import_id }, house.administrator);
  expect(stopped).toMatchObject({ state: 'failed', error: 'import.starter-may-not', events: 0 });
  await house.ask(resumeImport, { import_id }, house.administrator);
  await settleImports(house);
  expect(await house.ask(showImport, { import_id }, house.administrator)).toMatchObject({ state: 'done', events: 1 });
});

it('a bad row that is read again beside an open order is counted once', async () => {
  const lines = Array.from({ length: 6_000 }, (_, at) =>
    at % 20 === 19
      ? 'cut'
      : `${600_000 + Math.floor(at / 4)},S${at % 7},thing,1,2011-03-01 10:00:00,1.25,${at % 50},EIRE`,
  );
  expect(await importStopped('bad', lines, 2)).toMatchObject({ state: 'done', rows: 6_000, bad: 300, duplicates: 0 });
});

it('orders that are open when the file ends are written in parts, each once', async () => {
  const lines = Array.from(
    { length: 900 },
    (_, at) => `${700_000 + at},S1,thing,1,2011-03-01 10:00:00,1.25,${at % 50},EIRE`,
  );
  expect(await importStopped('tail', lines, 1)).toMatchObject({ state: 'done', events: 900, duplicates: 0 });
});
