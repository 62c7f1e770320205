import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { importFile, settleImports, uploadFile } from '../../../test/support/import.ts';
import { previewImport, showImport, startImport, undoImport, uploadPath } from '../../shared/imports.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('files of every kind', () => {
  const cells = 'Имя;Почта;Город\nАнна;anna@example.org;Омск\nПётр;petr@example.org;Тула\n';
  const cp1251 = Buffer.from(
    [...cells].map((sign) =>
      sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x350 : sign === 'ё' ? 0xb8 : sign.charCodeAt(0),
    ),
  );
  it.each([
    ['windows-1251', cp1251],
    ['utf-16le', Buffer.from(`\ufeff${cells}`, 'utf16le')],
    ['utf-8', Buffer.from(`\ufeff${cells}`)],
    ['utf-8', gzipSync(Buffer.from(cells))],
  ])('%s is found out and never stored as mojibake', async (encoding, content) => {
    const { file } = await uploadFile(house, 'люди.csv', content);
    const seen = await house.ask(previewImport, { file }, house.administrator);
    expect(seen.encoding.value).toBe(encoding);
    expect(seen.delimiter.value).toBe(';');
    expect(seen.columns.map((column) => [column.name, column.role])).toEqual([
      ['Имя', 'given-name'],
      ['Почта', 'email'],
      ['Город', 'city'],
    ]);
    expect(seen.events.map((event) => event.message)).toMatchObject([
      { type: 'identify', traits: { firstName: 'Анна', city: 'Омск', email: 'anna@example.org' } },
      {},
    ]);
  });

  it('a wrong guess is changed: as Windows-1252 the same bytes show what would come', async () => {
    const { file } = await uploadFile(house, 'x.csv', cp1251);
    const { mapping: guessed } = await house.ask(previewImport, { file }, house.administrator);
    const came = await house.send(
      previewImport,
      { file, mapping: { ...guessed, encoding: 'windows-1252' } },
      house.administrator,
    );
    expect(came).toMatchObject({ status: 422, code: 'import.bad-mapping' });
  });

  it('5 000 columns', async () => {
    const wide = Array.from({ length: 5_000 }, (_, at) => `c${at}`);
    const { file } = await uploadFile(
      house,
      'wide.csv',
      `${wide.join(',')}\n${wide.join(';')}\n${wide.map(() => '1').join(',')}\n`,
    );
    const seen = await house.ask(previewImport, { file }, house.administrator);
    expect(seen.columns.length).toBe(5_000);
    expect(seen.rows[0]).toMatchObject({ line_no: 2, code: 'import.row-too-short' });
  });

  it('spreadsheets, empty and damaged files, hostile mappings are refused by name', async () => {
    const send = (name: string, payload: string | Buffer) =>
      house.kept.app.inject({
        method: 'POST',
        url: `${uploadPath}?name=${name}`,
        headers: { cookie: house.administrator.cookie },
        payload,
      });
    expect((await send('a.xlsm', 'PK')).json()).toMatchObject({ status: 415, code: 'import.spreadsheet' });
    expect((await send('a.csv', '')).json()).toMatchObject({ status: 422, code: 'import.empty-file' });
    const damaged = await uploadFile(house, 'cut.csv.gz', gzipSync(randomBytes(20_000)).subarray(0, 5_000));
    const came = await house.send(previewImport, { file: damaged.file }, house.administrator);
    expect(came).toMatchObject({ status: 422, code: 'import.damaged-file' });
    const { file } = await uploadFile(house, 'x.csv', 'id,consent\n1,true\n');
    const start = (text: string) => house.send(startImport, { file, name: 'x', mapping: text }, house.administrator);
    expect(await start('row: [')).toMatchObject({ status: 422, code: 'import.bad-yaml' });
    expect(await start('row: [{type: identify, keys: {user: "{id}"}, traits: {consent: consent}}]')).toMatchObject({
      status: 422,
      code: 'import.bad-mapping',
      body: { errors: [{ path: 'row.0.traits.consent', code: 'consent' }] },
    });
    const seen = await house.ask(previewImport, { file }, house.administrator);
    expect(seen.warnings).toMatchObject([{ code: 'import.consent', column: 'consent' }]);
  });

  it('who may not manage the intake may not import', async () => {
    const employee = await house.person('employee');
    const came = await house.send(previewImport, { file: 'a'.repeat(64) }, employee);
    expect(came).toMatchObject({ status: 403, code: 'access.not-allowed' });
  });

  it('a packed file that grows a hundredfold is broken off, and what it wrote can be taken out', async () => {
    const rows = Array.from({ length: 1_600 }, (_, n) => `k${n};${'a'.repeat(60_000)}`);
    const content = gzipSync(Buffer.from(`id;nota\n${rows.join('\n')}\n`));
    expect(content.length).toBeLessThan(500_000);
    const before = process.memoryUsage().rss;
    const done = await importFile(house, 'bomb', content, {
      mapping:
        'delimiter: ";"\nzone: UTC\nrow:\n  - { type: identify, keys: { user: "{id}" }, message_id: "c:{id}", traits: { note: nota } }\n',
    });
    expect(done).toMatchObject({ state: 'failed', error: 'request.expands-too-much' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
    await house.ask(undoImport, { import_id: done.import_id }, house.administrator);
    await settleImports(house);
    const { state } = await house.ask(showImport, { import_id: done.import_id }, house.administrator);
    expect(state).toBe('undone');
  }, 60_000);
});
