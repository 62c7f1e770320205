import { z } from 'zod';
import { channels } from './memory.ts';
import { currency, isCleanText, zone } from './scalars.ts';

/** Encodings that a file may have; the names are those of the WHATWG Encoding Standard. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252', 'koi8-r', 'ibm866'] as const;
export const delimiters = [',', ';', '\t', '|'] as const;
/** Key kinds that a row may carry; they become the message's `userId`, `anonymousId` and traits. */
export const rowKeys = ['user', 'email', 'phone', 'card', 'anonymous'] as const;
/** How a cell is read. A cell that cannot be read so stays text, with a warning. */
export const valueKinds = ['text', 'number', 'money', 'date', 'boolean'] as const;

const clean = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isCleanText, { params: { code: 'text.unclean' } });
const column = clean(300).min(1);
/** Text with `{column}` slots; empty when every slot in it is empty. */
const template = clean(1_000).min(1);
const fieldName = clean(200).min(1);

/** A cell's value: the column's name alone, or how to read it; a template; a constant. */
export const rowValue = z.union([
  column,
  z.strictObject({
    column,
    as: z.enum(valueKinds).default('text'),
    /** What the file's words mean: `{"Herr": "male"}`; a word that is not listed stays as it is. */
    values: z.record(clean(300), z.union([clean(300), z.number(), z.boolean()])).optional(),
  }),
  z.strictObject({ template }),
  z.strictObject({ constant: z.union([clean(1_000), z.number(), z.boolean()]) }),
]);
export type RowValue = z.infer<typeof rowValue>;

const test = z.strictObject({
  column,
  equals: clean(300).optional(),
  not_equals: clean(300).optional(),
  /** A pattern of letters, digits, `^ $ . * + ? | ( ) [ ]`; at most 200 characters; matched against 1 000 of the cell. */
  matches: clean(200).optional(),
  not_matches: clean(200).optional(),
  empty: z.boolean().optional(),
});
export type RowTest = z.infer<typeof test>;
/** All must hold; inside `any`, one. */
const condition = z.union([test, z.strictObject({ any: z.array(test).min(1).max(20) })]);
export type RowCondition = z.infer<typeof condition>;

const fields = z.record(fieldName, rowValue);

/** One event that a row, or a group of rows, becomes. */
export const rowEvent = z.strictObject({
  type: z.enum(['identify', 'track', 'page', 'screen', 'group', 'alias']),
  /** The name of a `track`, a `page` or a `screen`. */
  event: template.optional(),
  when: z.array(condition).max(20).default([]),
  keys: z.partialRecord(z.enum(rowKeys), template).default({}),
  /** The upsert key: the same key is the same event. Without it the row's own number stands for it. */
  message_id: template.optional(),
  /** When it happened; without it, the moment of the import. */
  time: column.optional(),
  /** Rows near each other (up to 1 000 rows apart) that agree in these columns are one event. */
  group_by: z.array(column).max(10).default([]),
  /** The same key with other content: the row is refused, or a further event corrects the first. */
  on_change: z.enum(['refuse', 'correct']).default('refuse'),
  traits: fields.optional(),
  properties: fields.optional(),
  /** What each row of the group adds to `properties.products`. */
  line: fields.optional(),
});
export type RowEvent = z.output<typeof rowEvent>;

/** How a file's rows become events. Saved as YAML. */
export const mapping = z.strictObject({
  encoding: z.enum(encodings).default('utf-8'),
  delimiter: z.enum(delimiters).default(','),
  quote: z.enum(['"', "'", '']).default('"'),
  /** The record that holds the columns' names, counted from 1; 0 when there is none (columns are `column_1` …). */
  header: z.number().int().min(0).max(100).default(1),
  /** What ends a line; CR only in files of old Macs. */
  newline: z.enum(['lf', 'cr']).default('lf'),
  decimal: z.enum(['.', ',']).default('.'),
  /** A row that is shorter or longer than the header is refused, or filled up and cut. */
  ragged: z.enum(['refuse', 'pad']).default('refuse'),
  /** Formats tried in order, of `yyyy yy MM M dd d HH H mm ss`, or `iso`, `unix`, `unix-ms`. */
  dates: z.array(clean(40).min(1)).min(1).max(10).default(['iso']),
  /** Zone of dates that tell none, currency of money that tells none, country of phones that tell none. */
  zone: zone.default('UTC'),
  currency: currency.optional(),
  language: z.enum(['en', 'es', 'ru']).optional(),
  channel: z.enum(channels).optional(),
  row: z.array(rowEvent).min(1).max(20),
});
export type Mapping = z.output<typeof mapping>;
