import type { Mapping, RowCondition, RowEvent, RowTest, RowValue } from '../../shared/mapping.ts';
import { consentName, slotsOf } from './import-fault-rules.ts';
import { unguarded } from './import-guard-rules.ts';
import { isoText } from './import-instant-rules.ts';
import { booleanOf, type DateReader, dateReader, decimalOf, lostDigits } from './import-value-rules.ts';
import type { Bag, SegmentMessage } from './segment-message.ts';

/** Something about a cell that the row was taken in spite of. */
export interface CellWarning {
  readonly code: 'import.lost-digits' | 'import.not-a-number' | 'import.not-a-date' | 'import.not-yes-or-no';
  readonly column: string;
  readonly cell: string;
}

/** What one row says: parts of events, or why it cannot be taken. */
export type RowRead =
  | { readonly parts: readonly EventPart[]; readonly warnings: readonly CellWarning[] }
  | { readonly code: string; readonly detail: string };

/** A row's part of one event. Rows with the same `group` are one event. */
export interface EventPart {
  /** Which of the mapping's events. */
  readonly event: number;
  readonly group: string | undefined;
  readonly message: SegmentMessage;
  readonly line: Bag | undefined;
  readonly onChange: 'refuse' | 'correct';
}

/** Reads one row's cells. `rowKey` names the row where the mapping gives no key of its own. */
export type RowReader = (cells: readonly string[], rowKey: string) => RowRead;

type Cells = readonly string[];
type Cell = (cells: Cells) => string;

interface Compiler {
  readonly cell: (column: string) => Cell;
  readonly date: DateReader;
  readonly decimal: Mapping['decimal'];
}

/** Makes the reader of a file's rows out of a mapping that has no faults. */
export function rowReader(mapping: Mapping, columns: readonly string[]): RowReader {
  const places = new Map(columns.map((name, at) => [name, at]));
  const compiler: Compiler = {
    cell: (column) => {
      const at = places.get(column) ?? -1;
      return (cells) => unguarded(cells[at] ?? '').trim();
    },
    date: dateReader(mapping.dates, mapping.zone),
    decimal: mapping.decimal,
  };
  const events = mapping.row.map((event, at) => eventReader(event, at, compiler, mapping));
  return (cells, rowKey) => {
    const parts: EventPart[] = [];
    const warnings: CellWarning[] = [];
    for (const read of events) {
      const part = read(cells, rowKey, warnings);
      if (part === undefined) continue;
      if ('code' in part) return part;
      parts.push(part);
    }
    if (parts.length === 0) return { code: 'import.no-event', detail: '' };
    return { parts, warnings };
  };
}

type EventReader = (cells: Cells, rowKey: string, warnings: CellWarning[]) => EventPart | Unreadable | undefined;

interface Unreadable {
  readonly code: string;
  readonly detail: string;
}

/** What says whether, when, under which name and key a row is an event. */
interface Frame {
  readonly applies: (cells: Cells) => boolean;
  readonly group: (cells: Cells) => string | undefined | Unreadable;
  readonly start: (cells: Cells, rowKey: string) => SegmentMessage | Unreadable;
}

function eventReader(event: RowEvent, at: number, compiler: Compiler, mapping: Mapping): EventReader {
  const frame = frameOf(event, at, compiler);
  const keys = keysReader(event, compiler);
  const bagAt = event.type === 'identify' || event.type === 'group' ? 'traits' : 'properties';
  const fields = bagReader({ ...constantsOf(mapping, bagAt), ...event.traits, ...event.properties }, compiler);
  const line = event.line === undefined ? undefined : bagReader(event.line, compiler);
  return (cells, rowKey, warnings) => {
    if (!frame.applies(cells)) return undefined;
    const group = frame.group(cells);
    if (typeof group === 'object') return group;
    const message = frame.start(cells, rowKey);
    if ('code' in message) return unreadable(message);
    const bag = fields(cells, warnings);
    keys(cells, message, bag, warnings);
    message[bagAt] = bag;
    return { event: at, group, message, line: line?.(cells, warnings), onChange: event.on_change };
  };
}

function unreadable(message: SegmentMessage | Unreadable): Unreadable {
  return { code: String(message['code']), detail: String(message['detail']) };
}

function frameOf(event: RowEvent, at: number, compiler: Compiler): Frame {
  const tests = event.when.map((one) => conditionOf(one, compiler));
  const group = event.group_by.map((column) => compiler.cell(column));
  const start = starterOf(event, at, compiler);
  return {
    applies: (cells) => tests.every((test) => test(cells)),
    start,
    group(cells) {
      if (group.length === 0) return undefined;
      const key = group.map((cell) => cell(cells)).join('\u0001');
      return key.replaceAll('\u0001', '') === '' ? { code: 'import.no-group', detail: '' } : `${at}\u0001${key}`;
    },
  };
}

function starterOf(event: RowEvent, at: number, compiler: Compiler): Frame['start'] {
  const name = event.event === undefined ? undefined : templateOf(event.event, compiler);
  const messageId = event.message_id === undefined ? undefined : templateOf(event.message_id, compiler);
  const time = event.time === undefined ? undefined : compiler.cell(event.time);
  const naming = (cells: Cells, message: SegmentMessage): Unreadable | undefined => {
    if (name === undefined) return undefined;
    const title = name(cells);
    if (title === '') return { code: 'import.no-name', detail: event.event ?? '' };
    if (consentName.test(title)) return { code: 'import.consent', detail: title.slice(0, 60) };
    message[event.type === 'track' ? 'event' : 'name'] = title;
    return undefined;
  };
  const timing = (cells: Cells, message: SegmentMessage): Unreadable | undefined => {
    if (time === undefined) return undefined;
    const happened = compiler.date(time(cells));
    if (happened === undefined) return { code: 'import.bad-date', detail: time(cells).slice(0, 60) };
    message.timestamp = isoText(happened);
    return undefined;
  };
  return (cells, rowKey) => {
    const id = messageId === undefined ? `${rowKey}:${at}` : messageId(cells);
    if (id === '' || id.length > 500) return { code: 'import.no-key', detail: event.message_id ?? '' };
    const message: SegmentMessage = { type: event.type, messageId: id };
    return naming(cells, message) ?? timing(cells, message) ?? message;
  };
}

/** What the mapping says of every row; a field of the same name wins. */
function constantsOf(mapping: Mapping, bagAt: 'traits' | 'properties'): Record<string, RowValue> {
  if (bagAt === 'traits') return mapping.language === undefined ? {} : { language: { constant: mapping.language } };
  const { currency, language, channel } = mapping;
  return {
    ...(currency === undefined ? {} : { currency: { constant: currency } }),
    ...(language === undefined ? {} : { language: { constant: language } }),
    ...(channel === undefined ? {} : { channel: { constant: channel } }),
  };
}

/** Puts the row's keys where the Spec has them. A number that a spreadsheet shortened is no key: its digits are lost. */
function keysReader(event: RowEvent, compiler: Compiler) {
  const readers = Object.entries(event.keys).map(([kind, text]) => ({
    kind,
    column: slotsOf(text)[0] ?? '',
    cell: templateOf(text, compiler),
  }));
  return (cells: Cells, message: SegmentMessage, bag: Bag, warnings: CellWarning[]) => {
    const traits: Bag = {};
    for (const { kind, column, cell } of readers) {
      const value = cell(cells).slice(0, 500);
      if (value === '') continue;
      if (lostDigits(value)) warnings.push({ code: 'import.lost-digits', column, cell: value.slice(0, 60) });
      else if (kind === 'user') message.userId = value;
      else if (kind === 'anonymous') message.anonymousId = value;
      else traits[kind] = value;
    }
    if (Object.keys(traits).length === 0) return;
    if (message.type === 'identify') Object.assign(bag, traits);
    else message.context = { traits };
  };
}

function bagReader(fields: Readonly<Record<string, RowValue>>, compiler: Compiler) {
  const readers = Object.entries(fields).map(([name, value]) => ({
    path: name.split('.'),
    read: valueReader(value, compiler),
  }));
  return (cells: Cells, warnings: CellWarning[]): Bag => {
    const bag: Bag = {};
    for (const { path, read } of readers) {
      const value = read(cells, warnings);
      if (value === undefined) continue;
      const [first = '', second] = path;
      if (second === undefined) bag[first] = value;
      else bag[first] = { ...objectAt(bag, first), [path.slice(1).join('.')]: value };
    }
    return bag;
  };
}

function objectAt(bag: Bag, name: string): Bag {
  const value = bag[name];
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

type ValueReader = (cells: Cells, warnings: CellWarning[]) => string | number | boolean | undefined;

function valueReader(value: RowValue, compiler: Compiler): ValueReader {
  if (typeof value === 'string') {
    const cell = compiler.cell(value);
    return (cells) => emptyAsNothing(cell(cells));
  }
  if ('constant' in value) return () => value.constant;
  if ('template' in value) {
    const text = templateOf(value.template, compiler);
    return (cells) => emptyAsNothing(text(cells));
  }
  const cell = compiler.cell(value.column);
  const words = value.values === undefined ? undefined : new Map(Object.entries(value.values));
  const convert = converterOf(value.as, compiler);
  return (cells, warnings) => {
    const text = cell(cells);
    if (text === '') return undefined;
    const meant = words?.get(text);
    if (meant !== undefined) return meant;
    const read = convert.read(text);
    if (read !== undefined) return read;
    warnings.push({ code: convert.code, column: value.column, cell: text.slice(0, 60) });
    return text;
  };
}

function emptyAsNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}

interface Converter {
  readonly read: (text: string) => string | number | boolean | undefined;
  readonly code: CellWarning['code'];
}

function converterOf(as: string, compiler: Compiler): Converter {
  if (as === 'money') return { read: (text) => decimalOf(text, compiler.decimal), code: 'import.not-a-number' };
  if (as === 'number') {
    return {
      read: (text) => {
        const plain = decimalOf(text, compiler.decimal);
        return plain === undefined || plain.length > 15 ? plain : Number(plain);
      },
      code: 'import.not-a-number',
    };
  }
  if (as === 'date') {
    return {
      read: (text) => {
        const ms = compiler.date(text);
        return ms === undefined ? undefined : isoText(ms);
      },
      code: 'import.not-a-date',
    };
  }
  if (as === 'boolean') return { read: booleanOf, code: 'import.not-yes-or-no' };
  return { read: (text) => text, code: 'import.not-a-number' };
}

/** Text with its `{column}` slots filled; empty when it has slots and all are empty. */
function templateOf(template: string, compiler: Compiler): Cell {
  const parts: (string | Cell)[] = template
    .split(/(\{[^{}]+\})/g)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') && part.endsWith('}') ? compiler.cell(part.slice(1, -1)) : part));
  const slots = parts.filter((part) => typeof part === 'function');
  const only = parts[0];
  if (parts.length === 1 && typeof only === 'function') return only;
  return (cells) => {
    if (slots.length > 0 && slots.every((slot) => slot(cells) === '')) return '';
    return parts.map((part) => (typeof part === 'string' ? part : part(cells))).join('');
  };
}

function conditionOf(condition: RowCondition, compiler: Compiler): (cells: Cells) => boolean {
  if (!('any' in condition)) return testOf(condition, compiler);
  const tests = condition.any.map((test) => testOf(test, compiler));
  return (cells) => tests.some((test) => test(cells));
}

function testOf(test: RowTest, compiler: Compiler): (cells: Cells) => boolean {
  const cell = compiler.cell(test.column);
  const matches = test.matches === undefined ? undefined : new RegExp(test.matches, 'u');
  const notMatches = test.not_matches === undefined ? undefined : new RegExp(test.not_matches, 'u');
  return (cells) => {
    const text = cell(cells).slice(0, 1_000);
    if (test.equals !== undefined && text !== test.equals) return false;
    if (test.not_equals !== undefined && text === test.not_equals) return false;
    if (matches !== undefined && !matches.test(text)) return false;
    if (notMatches?.test(text)) return false;
    return test.empty === undefined || (text === '') === test.empty;
  };
}
