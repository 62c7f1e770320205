import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mapping, mapping as mappingShape } from '../../shared/mapping.ts';
import { columnNames, detect, encodingOf } from './import-detect-rules.ts';
import { isSafePattern, mappingFaults } from './import-fault-rules.ts';
import { assembler, groupWindow, type WholeEvent } from './import-group-rules.ts';
import { csvLine, guarded, unguarded } from './import-guard-rules.ts';
import { rowReader } from './import-mapping-rules.ts';
import { type FileRow, splitter } from './import-split-rules.ts';

function cut(text: string, width?: number): FileRow[] {
  const split = splitter({ delimiter: ',', quote: '"', width });
  return [...split.push(text), ...split.end()];
}

describe('rows of a file', () => {
  it('one wrong quote costs one row, not the rest of the file', () => {
    const rows = cut('a,b,c\n1,"x,2\n3,"y",4\n5,"l1\nl2",6\r\n7,"u\n8,9,10\n', 3);
    expect(rows.map(({ cells, line, trouble }) => [line, trouble, ...cells])).toEqual([
      [1, undefined, 'a', 'b', 'c'],
      [2, 'import.stray-quote', '1', '"x', '2'],
      [3, undefined, '3', 'y', '4'],
      [4, undefined, '5', 'l1\nl2', '6'],
      [6, 'import.unclosed-quote', '7', '"u'],
      [7, undefined, '8', '9', '10'],
    ]);
  });

  it('what was written is what is read, however the text is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r\n', 'ñ', 'ж', ';') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        fc.nat(9),
        (table, size) => {
          const text = table
            .map((row) => `${row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\r\n`)
            .join('');
          const split = splitter({ delimiter: ',', quote: '"' });
          const rows: FileRow[] = [];
          for (let at = 0; at < text.length; at += size + 1) rows.push(...split.push(text.slice(at, at + size + 1)));
          rows.push(...split.end());
          expect(rows.map((row) => row.cells)).toEqual(table);
          expect(rows.at(-1)?.after.at).toBe(text.length);
        },
      ),
    );
  });

  it('a row says where it begins, so that reading can go on there', () => {
    const text = 'h1,h2\n"a\nb",1\n\nc,2\nd,3';
    for (const row of cut(text)) expect(cut(text.slice(row.at))[0]?.cells).toEqual(row.cells);
    for (const row of cut(text)) expect(text.slice(0, row.at).split('\n').length).toBe(row.line);
  });

  it('columns without a name, or with a name twice, get one of their own', () => {
    expect(columnNames([' id ', '', 'id', 'a  b'])).toEqual(['id', 'column_2', 'id (2)', 'a b']);
  });
});

describe('what a file is', () => {
  const encoded: [string, Uint8Array, Mapping['encoding']][] = [
    ['UTF-8 with a mark', Buffer.from('\ufeffnombre;añO'), 'utf-8'],
    ['UTF-8', Buffer.from('имя;город\nАнна;Омск'), 'utf-8'],
    ['UTF-16', Buffer.from('\ufeffimya,gorod', 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from('name,city\nAna,Lugo\n', 'utf16le'), 'utf-16le'],
    [
      'Windows-1251',
      Buffer.from([0xc8, 0xec, 0xff, 0x3b, 0xc3, 0xee, 0xf0, 0xee, 0xe4, 0x0a, 0xc0, 0xed, 0xed, 0xe0]),
      'windows-1251',
    ],
    ['Windows-1252', Buffer.from('Nombre;Población\nIñaki;Málaga', 'latin1'), 'windows-1252'],
  ];
  it.each(encoded)('%s', (_name, bytes, expected) => expect(encodingOf(bytes).value).toBe(expected));

  it('semicolons and decimal commas, with how sure that is', () => {
    const text = 'Fecha;Importe;Nota\n01/02/2024;1.234,50;a, b\n02/02/2024;3,10;c\n';
    const seen = detect(text, { value: 'utf-8', confidence: 1 });
    expect(seen).toMatchObject({ delimiter: { value: ';', confidence: 1 }, decimal: { value: ',' }, header: 1 });
  });
});

describe('cells that a spreadsheet would run', () => {
  const hostile = [
    '=HYPERLINK("x")',
    '+1+cmd|x',
    '\t=1',
    ' =1',
    '＝1',
    '@SUM(A1)',
    '-2',
    '+34600111222',
    "'=1",
    "''+1",
  ];
  it.each(hostile)('%j is guarded, and comes back as it was', (cell) => {
    expect(guarded(cell)).toBe(`'${cell}`);
    expect(unguarded(guarded(cell))).toBe(cell);
    const [row] = cut(csvLine([cell, 'x']));
    expect(unguarded(row?.cells[0] ?? '')).toBe(cell);
  });
  it.each(['Ana', "O'Neill", "'quoted'", '5 = 5', ''])('%j is left alone', (cell) => {
    expect(guarded(cell)).toBe(cell);
    expect(unguarded(cell)).toBe(cell);
  });
});

const columns = ['id', 'mail', 'phone', 'when', 'order', 'sku', 'qty', 'price', 'kind'];
function mapped(row: unknown[], about: object = {}): Mapping {
  return mappingShape.parse({ zone: 'UTC', dates: ['yyyy-MM-dd'], row, ...about });
}

describe('a mapping', () => {
  const read = rowReader(
    mapped([
      {
        type: 'identify',
        when: [{ column: 'kind', equals: 'person' }],
        keys: { user: '{id}', phone: '{phone}' },
        message_id: 'c:{id}',
        traits: { email: 'mail' },
      },
      {
        type: 'track',
        event: 'Order {kind}',
        when: [{ column: 'order', empty: false }],
        keys: { email: '{mail}' },
        time: 'when',
        properties: {
          'shop.name': { constant: 'Lugo' },
          qty: { column: 'qty', as: 'number' },
          kind: { column: 'kind', values: { p: 'private' } },
        },
      },
    ]),
    columns,
  );
  it('one row may be several events', () => {
    const row = read(['7', 'a@b.es', '+34600111222', '2024-05-01', 'A1', 's', '2', '3', 'person'], 'row:1');
    expect(row).toMatchObject({
      parts: [
        {
          message: {
            type: 'identify',
            messageId: 'c:7',
            userId: '7',
            traits: { email: 'a@b.es', phone: '+34600111222' },
          },
        },
        {
          message: {
            type: 'track',
            event: 'Order person',
            messageId: 'row:1:1',
            timestamp: '2024-05-01T00:00:00.000Z',
            context: { traits: { email: 'a@b.es' } },
            properties: { shop: { name: 'Lugo' }, qty: 2 },
          },
        },
      ],
    });
  });
  it('a phone that lost its digits is no key, and the row stays', () => {
    const row = read(['7', '', '3.46001E+10', '', '', '', '', '', 'person'], 'row:1');
    expect(row).toMatchObject({
      parts: [{ message: { userId: '7' } }],
      warnings: [{ code: 'import.lost-digits', column: 'phone' }],
    });
    expect(JSON.stringify(row)).not.toContain('"phone":"3.46');
  });
  it('a row whose date is none is bad', () => {
    expect(read(['7', '', '', '2024-02-30', 'A', '', '', '', 'p'], 'r')).toEqual({
      code: 'import.bad-date',
      detail: '2024-02-30',
    });
  });
  it('a row that no event fits is bad, not lost', () => {
    expect(read(['7', '', '', '', '', '', '', '', 'x'], 'r')).toMatchObject({ code: 'import.no-event' });
  });
  it('an import cannot raise consent', () => {
    const faults = mappingFaults(
      mapped([
        { type: 'identify', traits: { 'consent.mail': 'kind', marketing_opt_in: 'kind' } },
        { type: 'track', event: 'Consent Given' },
      ]),
      columns,
    );
    expect(faults.filter((fault) => fault.code === 'consent').map((fault) => fault.path)).toEqual([
      'row.0.traits.consent.mail',
      'row.0.traits.marketing_opt_in',
      'row.1.event',
    ]);
    const dynamic = rowReader(mapped([{ type: 'track', event: '{kind}' }]), columns);
    expect(dynamic(['', '', '', '', '', '', '', '', 'Consent Given'], 'r')).toMatchObject({ code: 'import.consent' });
  });
  it('columns that are not there, and patterns whose time can explode, are faults', () => {
    const faults = mappingFaults(
      mapped([{ type: 'track', event: '{nope}', when: [{ column: 'id', matches: '(a+)+$' }] }]),
      columns,
    );
    expect(faults.map((fault) => fault.code).sort()).toEqual(['pattern', 'unknown-column']);
    expect(['^C', '^(C|A)\\d+$', '(a|b)*', 'a{9}', '.*.*.*x'].map(isSafePattern)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('rows that are one event', () => {
  const orders = mapped([
    {
      type: 'track',
      event: 'Order Completed',
      keys: { user: '{id}' },
      message_id: 'o:{order}',
      group_by: ['order'],
      properties: { order_id: 'order' },
      line: { sku: 'sku', quantity: { column: 'qty', as: 'number' } },
    },
  ]);
  const plan = { read: rowReader(orders, columns), columns, ragged: 'refuse' as const, fileKey: 'f' };
  const rowsOf = (ids: readonly string[]) => cut(ids.map((order, at) => `7,,,,${order},s${at},1,2,x`).join('\n'));
  const all = (rows: readonly FileRow[], from = 0) => {
    const one = assembler(plan, from);
    for (const row of rows) one.add(row);
    one.finish();
    return one.take().events;
  };
  const keys = (events: readonly WholeEvent[]) => events.map((event) => [event.message.messageId, event.rows.length]);

  it('the lines of an invoice are one order with its products', () => {
    const [first] = all(rowsOf(['A', 'A', 'B', 'A']));
    expect(all(rowsOf(['A', 'A', 'B', 'A'])).length).toBe(2);
    expect(keys(all(rowsOf(['A', 'A', 'B', 'A'])))).toEqual([
      ['o:B', 1],
      ['o:A', 3],
    ]);
    expect(first?.message.properties).toMatchObject({ order_id: 'B', products: [{ sku: 's2', quantity: 1 }] });
  });

  it('stopped anywhere and gone on from the place that was kept, it gives the same events once each', () => {
    const order = fc.constantFrom('A', 'B', 'C', 'D');
    const gap = fc.constantFrom(0, 1, groupWindow - 1, groupWindow, groupWindow + 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(order, gap), { minLength: 1, maxLength: 8 }), fc.nat(5_000), (steps, stop) => {
        const ids = steps.flatMap(([id, apart], at) => [id, ...Array.from({ length: apart }, (_, n) => `x${at}-${n}`)]);
        const rows = rowsOf(ids);
        const stopAt = Math.min(stop, rows.length);
        const before = assembler(plan, 0);
        for (const row of rows.slice(0, stopAt)) before.add(row);
        const sent = before.take().events;
        const place = before.resumeAt({ rowNo: stopAt, line: 0, at: 0 });
        const after = assembler(plan, place.rowNo);
        for (const [at, row] of rows.slice(place.rowNo).entries()) {
          after.add(row);
          if (place.rowNo + at + 1 <= stopAt) after.take();
        }
        after.finish();
        expect(keys([...sent, ...after.take().events])).toEqual(keys(all(rows)));
      }),
      { numRuns: 60 },
    );
  });
});
