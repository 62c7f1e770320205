import type { columnKinds, columnRoles } from '../../shared/imports.ts';
import type { Mapping, RowEvent, RowValue } from '../../shared/mapping.ts';
import type { Detected } from './import-detect-rules.ts';
import { dateReader, decimalOf, lostDigits } from './import-value-rules.ts';

export type ColumnRole = (typeof columnRoles)[number];
export type ColumnKind = (typeof columnKinds)[number];

/** A column, what is in it, and what it seems to be for. */
export interface GuessedColumn {
  readonly name: string;
  readonly samples: readonly string[];
  readonly kind: ColumnKind;
  readonly role: ColumnRole;
}

/** Header words in English, Spanish and Russian; the first that fits decides, so the narrower stand first. */
const words: readonly (readonly [ColumnRole, RegExp])[] = [
  ['consent', /consent|opt.?in|newsletter|suscri|согласи|подписк/],
  ['email', /e.?mail|correo|почт/],
  ['phone', /phone|mobile|^tel|tel[eé]fono|m[oó]vil|celular|телефон|моб/],
  ['card', /loyalty.?card|card.?(no|number|id)|tarjeta|карт[аы]/],
  ['given-name', /first.?name|given.?name|^nombre$|имя$/],
  ['family-name', /last.?name|family.?name|surname|apellido|фамилия/],
  [
    'sku',
    /sku|stock.?code|product.?(id|code|no)|item.?(id|code|no)|art[ií]culo.*(c[oó]d|id)|c[oó]digo.*(art|prod)|артикул|код.?товар/,
  ],
  [
    'order',
    /invoice.?(no|id|num)|order.?(no|id|num)|^(order|invoice|receipt|ticket)$|receipt|factura|pedido|^ticket|заказ|счет|счёт|чек|накладн/,
  ],
  [
    'user',
    /customer.?(id|no|num|code)|client.?(id|no)|user.?(id|no)|member.?id|account.?id|^customer$|cliente|id.?клиент|код.?клиент|номер.?клиент|клиент/,
  ],
  ['quantity', /qty|quantity|units|cantidad|unidades|кол-?во|количеств/],
  ['total', /total|revenue|amount|sum$|importe|monto|сумма|итого|стоимость/],
  ['price', /price|precio|unit.?cost|цена/],
  ['currency', /currency|moneda|divisa|валюта/],
  ['time', /date|time|when|created|fecha|hora|дата|время|когда/],
  ['product', /description|product|item|art[ií]culo|producto|descripci|товар|наименован|описан/],
  ['country', /country|pa[ií]s|стран/],
  ['city', /city|town|ciudad|poblaci|localidad|город/],
  ['language', /language|locale|idioma|язык/],
  ['agreement', /contract|agreement|policy|contrato|p[oó]liza|договор|полис/],
  ['tax', /tax.?id|vat|nif|cif|инн/],
  ['event', /^(event|event.?name|type|evento|tipo|событие|тип)$/],
  ['channel', /channel|canal|канал/],
  [
    'words',
    /comment|note|message|text|review|feedback|coment|nota|mensaje|texto|opini|коммент|примечан|сообщен|текст|отзыв/,
  ],
  ['name', /name|nombre|raz[oó]n|фио|имя|назван/],
];

const formats = [
  'iso',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy HH:mm',
  'd/M/yyyy H:mm',
  'dd/MM/yyyy',
  'd/M/yyyy',
  'MM/dd/yyyy HH:mm',
  'M/d/yyyy H:mm',
  'MM/dd/yyyy',
  'M/d/yyyy',
  'M/d/yy H:mm',
  'dd.MM.yyyy HH:mm:ss',
  'dd.MM.yyyy HH:mm',
  'dd.MM.yyyy',
  'd.M.yyyy',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd',
  'yyyyMMdd',
  'unix',
  'unix-ms',
];

/** What each column holds and is for, by its name and the cells of the first rows. */
export function guessColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  decimal: Mapping['decimal'],
): GuessedColumn[] {
  const taken = new Set<ColumnRole>();
  return names.map((name, at) => {
    const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    const kind = kindOf(cells, decimal);
    const role = roleOf(name, kind, taken);
    if (role !== 'other' && role !== 'consent') taken.add(role);
    return { name, samples: [...new Set(cells)].slice(0, 3).map((cell) => cell.slice(0, 80)), kind, role };
  });
}

function kindOf(cells: readonly string[], decimal: Mapping['decimal']): ColumnKind {
  if (cells.length === 0) return 'empty';
  const most = (test: (cell: string) => boolean) => cells.filter(test).length >= cells.length * 0.9;
  if (most((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell))) return 'email';
  if (dateFormatsOf(cells).length > 0 && most((cell) => /[-/.:]/.test(cell) || cell.length === 8)) return 'date';
  if (most((cell) => /^\+\d[\d\s().-]{6,}$/.test(cell) || /^00\d{8,}$/.test(cell))) return 'phone';
  if (most((cell) => /^(true|false|yes|no|sí|да|нет)$/i.test(cell))) return 'boolean';
  if (most((cell) => decimalOf(cell, decimal) !== undefined || lostDigits(cell))) return 'number';
  return 'text';
}

function roleOf(name: string, kind: ColumnKind, taken: ReadonlySet<ColumnRole>): ColumnRole {
  const word = name
    .toLowerCase()
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .trim();
  if (kind === 'email' && !taken.has('email')) return 'email';
  for (const [role, pattern] of words) {
    if (!pattern.test(word) || taken.has(role) || !suits(role, kind)) continue;
    return role;
  }
  return kind === 'phone' && !taken.has('phone') ? 'phone' : 'other';
}

function suits(role: ColumnRole, kind: ColumnKind): boolean {
  if (role === 'time') return kind === 'date' || kind === 'number';
  if (role === 'quantity' || role === 'price' || role === 'total') return kind === 'number' || kind === 'empty';
  return role !== 'name' || kind === 'text' || kind === 'empty';
}

/** The formats that read nearly all of these cells (a few bad ones are a file's lot), those that read the most first. */
export function dateFormatsOf(cells: readonly string[]): string[] {
  const sample = cells.slice(0, 200);
  if (sample.length === 0) return [];
  const read = formats.map((format) => {
    const reads = dateReader([format], 'UTC');
    return { format, count: sample.filter((cell) => reads(cell) !== undefined).length };
  });
  return read
    .filter(({ count }) => count >= sample.length * 0.9)
    .toSorted((a, b) => b.count - a.count)
    .map(({ format }) => format);
}

/** A mapping to begin with, for a person to look at. */
export function guessMapping(
  detected: Detected,
  columns: readonly GuessedColumn[],
  rows: readonly (readonly string[])[],
  house: { zone: string; currency: string; language: 'en' | 'es' | 'ru' },
): Mapping {
  const named = (role: ColumnRole) => columns.find((column) => column.role === role)?.name;
  const time = named('time');
  const timeAt = columns.findIndex((column) => column.name === time);
  const cells = rows.map((row) => (row[timeAt] ?? '').trim()).filter((cell) => cell !== '');
  const dates = dateFormatsOf(cells).slice(0, 3);
  return {
    encoding: detected.encoding.value,
    delimiter: detected.delimiter.value,
    quote: '"',
    header: detected.header,
    newline: detected.newline,
    decimal: detected.decimal.value,
    ragged: 'refuse',
    dates: dates.length === 0 ? ['iso'] : dates,
    zone: house.zone,
    language: house.language,
    ...(named('price') === undefined && named('total') === undefined ? {} : { currency: house.currency }),
    row: rowEvents(columns, named),
  };
}

type Named = (role: ColumnRole) => string | undefined;

function rowEvents(columns: readonly GuessedColumn[], named: Named): RowEvent[] {
  const keys = keysOf(named);
  const time = named('time');
  const base = { when: [], keys, group_by: [], on_change: 'refuse' as const, ...(time === undefined ? {} : { time }) };
  const order = named('order');
  const money = named('price') ?? named('total');
  const person = personTraits(named);
  const about: RowEvent[] = [];
  if (Object.keys(person).length > 0 && Object.keys(keys).length > 0 && order === undefined) {
    const { time: _time, ...undated } = base;
    about.push({
      ...undated,
      type: 'identify',
      ...messageId('customer', keys),
      traits: { ...person, ...otherFields(columns, 'identify', time) },
    });
  }
  if (order !== undefined && money !== undefined) {
    return [
      ...about,
      {
        ...base,
        type: 'track',
        event: 'Order Completed',
        message_id: `order:{${order}}`,
        group_by: [order],
        properties: orderFields(columns, order, named),
        ...orderLine(named),
      },
    ];
  }
  if (time !== undefined && (named('event') !== undefined || named('words') !== undefined || about.length === 0)) {
    const event = named('event') === undefined ? 'Contact' : `{${named('event')}}`;
    return [...about, { ...base, type: 'track', event, properties: otherFields(columns, 'track', time) }];
  }
  if (about.length > 0) return about;
  return [{ ...base, type: 'track', event: 'Imported Row', properties: otherFields(columns, 'track', time) }];
}

function messageId(prefix: string, keys: RowEvent['keys']): { message_id?: string } {
  const first = keys.user ?? keys.email ?? keys.phone;
  return first === undefined ? {} : { message_id: `${prefix}:${first}` };
}

function keysOf(named: Named): RowEvent['keys'] {
  const keys: RowEvent['keys'] = {};
  for (const kind of ['user', 'email', 'phone', 'card'] as const) {
    const column = named(kind);
    if (column !== undefined) keys[kind] = `{${column}}`;
  }
  return keys;
}

function personTraits(named: Named): Record<string, RowValue> {
  const traits: Record<string, RowValue> = {};
  const targets = [
    ['name', 'name'],
    ['given-name', 'firstName'],
    ['family-name', 'lastName'],
    ['country', 'country'],
    ['city', 'city'],
    ['language', 'language'],
  ] as const;
  for (const [role, target] of targets) {
    const column = named(role);
    if (column !== undefined) traits[target] = column;
  }
  return traits;
}

const keyRoles: readonly ColumnRole[] = ['user', 'email', 'phone', 'card', 'consent', 'time'];
const lineRoles: readonly ColumnRole[] = ['sku', 'product', 'quantity', 'price'];
const personRoles: readonly ColumnRole[] = ['name', 'given-name', 'family-name', 'language', 'country', 'city'];

function orderFields(columns: readonly GuessedColumn[], order: string, named: Named): Record<string, RowValue> {
  const fields: Record<string, RowValue> = { order_id: order };
  const currency = named('currency');
  if (currency !== undefined) fields['currency'] = currency;
  const total = named('total');
  if (total !== undefined && named('price') === undefined) fields['total'] = { column: total, as: 'money' };
  for (const column of columns) {
    const used = [...keyRoles, ...lineRoles, 'order', 'currency', 'total'].includes(column.role);
    if (!used && !(column.name in fields)) fields[fieldName(column.name)] = column.name;
  }
  return fields;
}

function orderLine(named: Named): { line?: Record<string, RowValue> } {
  const line: Record<string, RowValue> = {};
  const targets = [
    ['sku', 'product_id', 'text'],
    ['product', 'name', 'text'],
    ['quantity', 'quantity', 'number'],
    ['price', 'price', 'money'],
  ] as const;
  for (const [role, target, as] of targets) {
    const column = named(role);
    if (column !== undefined) line[target] = as === 'text' ? column : { column, as };
  }
  return named('price') === undefined ? {} : { line };
}

function otherFields(
  columns: readonly GuessedColumn[],
  type: 'identify' | 'track',
  time: string | undefined,
): Record<string, RowValue> {
  const fields: Record<string, RowValue> = {};
  const skipped = type === 'identify' ? [...keyRoles, ...personRoles] : [...keyRoles, 'event'];
  for (const column of columns) {
    if (column.name === time || skipped.includes(column.role)) continue;
    const value: RowValue = column.kind === 'number' ? { column: column.name, as: 'number' } : column.name;
    fields[targetOf(column)] = value;
  }
  return fields;
}

function targetOf(column: GuessedColumn): string {
  if (column.role === 'words') return 'words';
  if (column.role === 'channel') return 'channel';
  if (column.role === 'agreement') return 'agreement_number';
  if (column.role === 'order') return 'order_id';
  return fieldName(column.name);
}

/** A property's name from a column's: lower case, words joined by `_`. */
function fieldName(column: string): string {
  const plain = column
    .normalize('NFC')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 100);
  return plain === '' || plain === 'constructor' || plain === 'prototype' ? `field_${plain}` : plain;
}
