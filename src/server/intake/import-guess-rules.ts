import type { Mapping, RowEvent, RowValue } from '../../shared/mapping.ts';
import { type ColumnRole, dateFormatsOf, type GuessedColumn } from './import-column-rules.ts';
import type { Detected } from './import-detect-rules.ts';

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
