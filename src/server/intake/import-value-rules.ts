import { Temporal } from 'temporal-polyfill';

/** Decimal mark of a file's numbers. */
export type Decimal = '.' | ',';

/**
 * Reads a number as written by people: signs, thousands (space, dot, comma, apostrophe in groups of three), brackets for
 * negatives, the currency's sign or code before or after. Gives its plain decimal text (`-1234.50`), or `undefined`.
 */
export function decimalOf(raw: string, decimal: Decimal): string | undefined {
  if (/^-?\d+$/.test(raw)) return raw;
  let text = raw.replaceAll(/[\s\u00a0\u202f'’]/g, '').replace('−', '-');
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed !== null) text = `-${bracketed[1]}`;
  text = text.replace(/^([+-]?)(?:[A-Z]{3}|[$€£¥₽])/u, '$1').replace(/(?:[A-Z]{3}|[$€£¥₽]|руб\.?)$/u, '');
  const thousands = decimal === '.' ? ',' : '.';
  if (text.includes(thousands)) {
    const grouped = decimal === '.' ? /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/ : /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/;
    if (!grouped.test(text)) return undefined;
    text = text.replaceAll(thousands, '');
  }
  if (decimal === ',') text = text.replace(',', '.');
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) return undefined;
  return text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
}

/** True for a number that a spreadsheet has shortened, like a phone written as 3.46001E+10: its digits are lost. */
export function lostDigits(text: string): boolean {
  return /^\s*[+-]?\d([.,]\d+)?e\+?\d+\s*$/i.test(text);
}

const yes = new Set(['true', 'yes', 'y', '1', 'x', 'on', 'sí', 'si', 's', 'да', 'д', 'истина', 'verdadero']);
const no = new Set(['false', 'no', 'n', '0', 'off', 'нет', 'н', 'ложь', 'falso']);

/** Reads a yes or no of English, Spanish or Russian. */
export function booleanOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

/** Reads the instants of a file: milliseconds since 1970, or `undefined` for what is no date of the calendar. */
export type DateReader = (text: string) => number | undefined;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

/**
 * Makes a reader of dates in the given formats, tried in order, at the given zone's clock. Of an hour that comes twice
 * the earlier is meant; an hour that is skipped counts as one hour later.
 */
export function dateReader(formats: readonly string[], zone: string): DateReader {
  const toInstant = zonedClock(zone);
  const readers = formats.map((format) => formatReader(format, toInstant));
  return (text) => {
    for (const reader of readers) {
      const at = reader(text.trim());
      if (at !== undefined) return at;
    }
    return undefined;
  };
}

function formatReader(format: string, toInstant: (parts: Parts) => number): DateReader {
  if (format === 'iso') return (text) => isoOf(text, toInstant);
  if (format === 'unix')
    return (text) => (/^\d{9,11}(\.\d+)?$/.test(text) ? Math.floor(Number(text) * 1_000) : undefined);
  if (format === 'unix-ms') return (text) => (/^\d{12,14}$/.test(text) ? Number(text) : undefined);
  return patternReader(format, toInstant);
}

const isoShape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

function isoOf(text: string, toInstant: (parts: Parts) => number): number | undefined {
  const found = isoShape.exec(text);
  if (found === null) return undefined;
  const at = (index: number) => Number(found[index] ?? 0);
  const ms = Math.floor(Number(`0.${found[7] ?? '0'}`) * 1_000);
  const parts = { year: at(1), month: at(2), day: at(3), hour: at(4), minute: at(5), second: at(6), ms };
  if (!isOnCalendar(parts)) return undefined;
  const offset = found[8];
  return offset === undefined ? toInstant(parts) : utcOf(parts) - offsetMs(offset);
}

function offsetMs(text: string): number {
  if (text === 'Z') return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))) * 60_000;
}

const tokens: Readonly<Record<string, { field: string; shape: string }>> = {
  yyyy: { field: 'year', shape: '(\\d{4})' },
  yy: { field: 'short', shape: '(\\d{2})' },
  MM: { field: 'month', shape: '(\\d{2})' },
  M: { field: 'month', shape: '(\\d{1,2})' },
  dd: { field: 'day', shape: '(\\d{2})' },
  d: { field: 'day', shape: '(\\d{1,2})' },
  HH: { field: 'hour', shape: '(\\d{2})' },
  H: { field: 'hour', shape: '(\\d{1,2})' },
  hh: { field: 'half', shape: '(\\d{2})' },
  h: { field: 'half', shape: '(\\d{1,2})' },
  mm: { field: 'minute', shape: '(\\d{2})' },
  ss: { field: 'second', shape: '(\\d{2})' },
  /** Before or after noon, of a clock of twelve hours. */
  a: { field: 'noon', shape: '([AaPp]\\.?\\s?[Mm]\\.?)' },
};
const token = /yyyy|yy|MM|M|dd|d|HH|H|hh|h|mm|ss|a/g;

/** True for a format that can be read: year, month and day once each, known letters only. */
export function isDateFormat(format: string): boolean {
  if (format === 'iso' || format === 'unix' || format === 'unix-ms') return true;
  const fields = [...format.matchAll(token)].map(([one]) => tokens[one]?.field);
  const rest = format.replaceAll(token, '');
  const whole = ['month', 'day'].every((field) => fields.includes(field));
  return (
    whole &&
    (fields.includes('year') || fields.includes('short')) &&
    fields.includes('half') === fields.includes('noon') &&
    !(fields.includes('half') && fields.includes('hour')) &&
    new Set(fields).size === fields.length &&
    !/[A-Za-z]/.test(rest.replace('T', ''))
  );
}

function patternReader(format: string, toInstant: (parts: Parts) => number): DateReader {
  const fields: string[] = [];
  const source = format.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(token, (one) => {
    fields.push(tokens[one]?.field ?? '');
    return tokens[one]?.shape ?? '';
  });
  const shape = new RegExp(`^${source}$`);
  return (text) => {
    const found = shape.exec(text);
    if (found === null) return undefined;
    const told: Record<string, number> = {};
    fields.forEach((field, index) => {
      const part = found[index + 1] ?? '';
      told[field] = field === 'noon' ? Number(/^p/i.test(part)) : Number(part);
    });
    const half = told['half'];
    // Twelve is the first hour of its half, not the last; there is no hour 0, and none past 12.
    if (half !== undefined) told['hour'] = half < 1 || half > 12 ? 24 : (half % 12) + 12 * (told['noon'] ?? 0);
    const short = told['short'];
    const year = told['year'] ?? (short === undefined ? 0 : short + (short < 70 ? 2_000 : 1_900));
    const { month = 0, day = 0, hour = 0, minute = 0, second = 0 } = told;
    const parts = { year, month, day, hour, minute, second, ms: 0 };
    return isOnCalendar(parts) ? toInstant(parts) : undefined;
  };
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isOnCalendar({ year, month, day, hour, minute, second }: Parts): boolean {
  if (year < 1_000 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (monthDays[month - 1] ?? 0) + (leap ? 1 : 0);
}

function utcOf({ year, month, day, hour, minute, second, ms }: Parts): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

const quarterHour = 900_000;

/** From a zone's clock to instants; what was worked out for a quarter of an hour is kept. */
function zonedClock(zone: string): (parts: Parts) => number {
  if (zone === 'UTC' || zone === 'Etc/UTC') return utcOf;
  const known = new Map<number, number>();
  return (parts) => {
    const local = utcOf(parts);
    const quarter = Math.floor(local / quarterHour);
    let offset = known.get(quarter);
    if (offset === undefined) {
      const start = Temporal.Instant.fromEpochMilliseconds(quarter * quarterHour).toZonedDateTimeISO('UTC');
      const there = start.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'compatible' });
      offset = there.epochMilliseconds - quarter * quarterHour;
      if (known.size > 100_000) known.clear();
      known.set(quarter, offset);
    }
    return local + offset;
  };
}
