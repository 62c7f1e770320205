import type { columnKinds, columnRoles } from '../../shared/imports.ts';
import type { Mapping } from '../../shared/mapping.ts';
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
  'MM/dd/yyyy hh:mm:ss a',
  'M/d/yyyy h:mm a',
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
