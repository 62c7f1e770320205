import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { importFile, settleImports, uploadFile } from '../../../test/support/import.ts';
import { picture } from '../../../test/support/picture.ts';
import {
  errorFilePath,
  type ImportShown,
  importErrors,
  listMappings,
  pauseImport,
  previewImport,
  resumeImport,
  saveMapping,
  showImport,
  startImport,
  undoImport,
} from '../../shared/imports.ts';
import { runImport } from './import-run.ts';
import { leaseImport } from './import-store.ts';

const folder = new URL('../../../examples/online-retail/', import.meta.url);
const mapping = readFileSync(new URL('mapping.yaml', folder), 'utf8');
const extract = readFileSync(new URL('extract.csv', folder), 'utf8');

const people = `
dates: [yyyy-MM-dd]
zone: Europe/Madrid
row:
  - type: identify
    keys: { user: "{id}", email: "{mail}", phone: "{phone}" }
    message_id: "customer:{id}"
    traits: { name: name, city: city }
  - type: track
    event: Contact
    when: [{ column: words, empty: false }]
    keys: { user: "{id}" }
    message_id: "contact:{id}:{when}"
    time: when
    properties: { words: words }
`;
const head = 'id,mail,phone,name,city,when,words\n';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function undo(importId: string): Promise<ImportShown> {
  await house.ask(undoImport, { import_id: importId }, house.administrator);
  await settleImports(house);
  return house.ask(showImport, { import_id: importId }, house.administrator);
}

const countsOf = ({ rows, good, bad, events, duplicates, customers_made }: ImportShown) => ({
  rows,
  good,
  bad,
  events,
  duplicates,
  customers_made,
});

describe('the extract of Online Retail', () => {
  it('is known by its look: what it is, what its columns are for, what it would become', async () => {
    const { file } = await uploadFile(house, 'extract.csv', extract);
    const seen = await house.ask(previewImport, { file }, house.administrator);
    expect(seen.delimiter).toEqual({ value: ',', confidence: 1 });
    expect(seen.columns.map((column) => column.role)).toEqual([
      'order',
      'sku',
      'product',
      'quantity',
      'time',
      'price',
      'user',
      'country',
    ]);
    expect(seen.events[0]?.message).toMatchObject({ type: 'track', event: 'Order Completed' });
  });

  it('a dry run writes nothing and counts as the run does; undo leaves every public view as it was', async () => {
    const before = await picture(house);
    const dry = await importFile(house, 'retail', extract, { mapping, dry: true });
    expect(await picture(house)).toEqual(before);
    const done = await importFile(house, 'retail', extract, { mapping });
    expect(done).toMatchObject({ state: 'done', rows: 5302, bad: 0, customers_made: 99 });
    expect(countsOf(dry)).toEqual(countsOf(done));
    expect(await picture(house)).not.toEqual(before);
    expect(await undo(done.import_id)).toMatchObject({ state: 'undone', progress: 1 });
    expect(await picture(house)).toEqual(before);
  });

  it('stopped half-way and gone on by another server: no row twice, none missing', async () => {
    const lines = Array.from({ length: 6_000 }, (_, at) => {
      const invoice = 700_000 + Math.floor(at / 6) * 2 + (at % 2);
      return `${invoice},S${at % 7},thing,${1 + (at % 3)},2011-03-0${1 + (at % 9)} 10:00:00,1.25,${20_000 + (invoice % 50)},EIRE`;
    });
    const interleaved = `${extract.split('\n', 1)[0]?.replaceAll('"', '')}\n${lines.join('\n')}\n`;
    const whole = await importFile(house, 'whole', interleaved, { mapping });
    expect(whole).toMatchObject({ rows: 6_000, events: 2_000, customers_made: 50 });
    const facts = (source: string) =>
      house.rows(
        `select p.order_key, p.kind, p.total_minor, p.lines from memory.public_purchase p
        join intake.public_source s using (source_id) where s.name = $1 order by 1`,
        [source],
      );
    const { file } = await uploadFile(house, 'again.csv', interleaved);
    const { import_id } = await house.ask(
      startImport,
      { file, name: 'killed', mapping, again: true },
      house.administrator,
    );
    for (const server of [
      '00000000-0000-4000-8000-000000000001',
      '00000000-0000-4000-8000-000000000002',
      '00000000-0000-4000-8000-000000000003',
    ]) {
      const row = await house.kept.house.database.transaction((tx) => leaseImport(tx, server, 0));
      expect(row?.import_id).toBe(import_id);
      let chunks = 0;
      if (row !== undefined) await runImport(house.kept.house, row, () => chunks++ >= 1);
      await house.rows(`update intake.import set lease_until = now() - interval '1 second' where import_id = $1`, [
        import_id,
      ]);
    }
    const half = await house.ask(showImport, { import_id }, house.administrator);
    expect(half.rows).toBeGreaterThan(500);
    expect(half.state).toBe('running');
    await settleImports(house);
    const done = await house.ask(showImport, { import_id }, house.administrator);
    expect(countsOf(done)).toEqual({ ...countsOf(whole), customers_made: 0 });
    expect(await facts('killed')).toEqual(await facts('whole'));
    await undo(import_id);
    await undo(whole.import_id);
  });
});

describe('a file with 1 % bad rows', () => {
  const rows = Array.from(
    { length: 1_000 },
    (_, at) => `p${at},p${at}@example.org,,Name ${at},Lugo,2024-05-01,hello ${at}`,
  );
  rows[100] = 'p100,"unclosed,,Name,Lugo,2024-05-01,x';
  rows[200] = 'p200,too,short';
  rows[300] = 'p300,p300@example.org,,=1+1,Lugo,2024-02-30,+34600111222';
  rows[400] = 'p400,p400@example.org,,Na\u0000me,Lugo,2024-05-01,x';
  rows[500] = head.trim();
  rows[600] = `,,,,,,${'x'.repeat(3)}`;
  rows[700] = 'p700,p700@example.org,,N,Lugo,2024-05-01,x,y,z';
  rows[800] = 'p800,p800@example.org,,N,Lugo,2999-05-01,x';
  rows[900] = 'p900,p900@example.org,,N,Lugo,yesterday,x';
  rows[950] = 'p950,p950@example.org,3.46001E+10,N,Lugo,2024-05-01,x';
  const text = `${head}${rows.join('\n')}\n`;

  it('the good ones are in, the bad ones in the error file with their lines, fit to be imported again', async () => {
    const done = await importFile(house, 'people', text, { mapping: people });
    expect(done).toMatchObject({ state: 'done', rows: 1_000, bad: 9, good: 991, warnings: 1 });
    const { errors } = await house.ask(
      importErrors,
      { import_id: done.import_id, warnings: 'false' },
      house.administrator,
    );
    expect(errors.map((error) => [error.line_no, error.code])).toEqual([
      [102, 'import.unclosed-quote'],
      [202, 'import.row-too-short'],
      [302, 'import.bad-date'],
      [402, 'import.unreadable-text'],
      [502, 'import.header-again'],
      [602, 'import.no-key'],
      [702, 'import.row-too-long'],
      [802, 'event.in-future'],
      [902, 'import.bad-date'],
    ]);
    const warned = await house.ask(importErrors, { import_id: done.import_id, warnings: 'true' }, house.administrator);
    expect(warned.errors).toMatchObject([{ line_no: 952, code: 'import.lost-digits' }]);
    const url = `${errorFilePath}?import_id=${done.import_id}&language=es`;
    const came = await house.kept.app.inject({ url, headers: { cookie: house.administrator.cookie } });
    expect(came.headers['content-type']).toContain('text/csv');
    const lines = came.body.split('\r\n');
    expect(lines[0]).toBe(`\ufefflínea,código,motivo,detalle,${head.trim()}`);
    expect(lines[3]).toBe(
      "302,import.bad-date,No se puede leer la fecha.,2024-02-30,p300,p300@example.org,,'=1+1,Lugo,2024-02-30,'+34600111222",
    );

    const corrected = `${lines[0]}\r\n${lines[3]?.replaceAll('2024-02-30', '2024-02-29')}\r\n`;
    const again = await importFile(house, 'people 2', corrected, { mapping: people, source: 'people' });
    expect(again).toMatchObject({ rows: 1, bad: 0, events: 2, customers_made: 1 });
    const [kept] = await house.rows(`select payload #>> '{properties,words}' as words from memory.public_event
      where name = 'Contact' and payload #>> '{userId}' = 'p300'`);
    expect(kept?.['words']).toBe('+34600111222');
  });

  it('the same file twice is told, and adds nothing when it is wanted again', async () => {
    const { file, imported_before } = await uploadFile(house, 'people.csv', text);
    expect(imported_before).toMatchObject([{ name: 'people', state: 'done' }]);
    const came = await house.send(startImport, { file, name: 'people', mapping: people }, house.administrator);
    expect(came).toMatchObject({ status: 409, code: 'import.same-file' });
    const again = await importFile(house, 'people', text, { mapping: people, again: true });
    expect(again).toMatchObject({ events: 0, bad: 9, customers_made: 0 });
    expect(again.duplicates).toBeGreaterThan(1_900);
  });

  it('a customer told anew is updated; a contact told otherwise under the same key is refused; undo gives both back', async () => {
    const before = await picture(house);
    const changed = `${head}p1,p1@example.org,,Renamed,Vigo,2024-05-01,other words\n`;
    const done = await importFile(house, 'people 3', changed, { mapping: people, source: 'people' });
    expect(done).toMatchObject({ rows: 1, bad: 1, events: 1 });
    const name = () =>
      house.rows(`select c.name from customers.public_customer c join customers.public_identity_key k
      using (customer_id) where k.value = 'p1'`);
    expect(await name()).toEqual([{ name: 'Renamed' }]);
    await undo(done.import_id);
    expect(await name()).toEqual([{ name: 'Name 1' }]);
    expect(await picture(house)).toEqual(before);
    const corrects = people.replace('event: Contact', 'event: Contact\n    on_change: correct');
    expect(
      await importFile(house, 'people 4', changed, { mapping: corrects, source: 'people', again: true }),
    ).toMatchObject({ bad: 0, events: 2 });
    const [corrected] = await house.rows(`
      select b.words as before, a.words as after from memory.public_event a
      join memory.public_event b on b.customer_id = a.customer_id and b.event_id = a.corrects_id`);
    expect(corrected).toEqual({ before: 'hello 1', after: 'other words' });
  });
});

it('an import is paused, goes on, and its mapping is kept under a name', async () => {
  const { file } = await uploadFile(house, 'p.csv', `${head}q1,q1@example.org,,Q,Lugo,,\n`);
  const { import_id } = await house.ask(startImport, { file, name: 'paused', mapping: people }, house.administrator);
  expect(await house.ask(pauseImport, { import_id }, house.administrator)).toEqual({ state: 'paused' });
  await settleImports(house);
  expect(await house.ask(showImport, { import_id }, house.administrator)).toMatchObject({ state: 'paused', rows: 0 });
  await house.ask(resumeImport, { import_id }, house.administrator);
  await settleImports(house);
  expect(await house.ask(showImport, { import_id }, house.administrator)).toMatchObject({ state: 'done', rows: 1 });
  const saved = await house.ask(saveMapping, { name: 'People', mapping: people }, house.administrator);
  expect(await house.send(saveMapping, { name: 'People', mapping: people }, house.administrator)).toMatchObject({
    code: 'record.stale',
  });
  expect(
    await house.ask(saveMapping, { name: 'People', mapping: people, version: saved.version }, house.administrator),
  ).toMatchObject({ version: 2 });
  const { mappings } = await house.ask(listMappings, {}, house.administrator);
  expect(mappings).toMatchObject([{ name: 'People', mapping: { zone: 'Europe/Madrid' } }]);
});
