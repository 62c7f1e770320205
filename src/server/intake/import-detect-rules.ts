import type { Mapping } from '../../shared/mapping.ts';
import { delimiters } from '../../shared/mapping.ts';
import { splitter } from './import-split-rules.ts';
import { decimalOf } from './import-value-rules.ts';

/** Something found out about a file, and how sure that is (0 to 1). */
export interface Guess<T extends string> {
  readonly value: T;
  readonly confidence: number;
}

/** What a file is, as far as its beginning tells. */
export interface Detected {
  readonly encoding: Guess<Mapping['encoding']>;
  readonly delimiter: Guess<Mapping['delimiter']>;
  readonly decimal: Guess<Mapping['decimal']>;
  readonly newline: Mapping['newline'];
  /** The record that holds the names of the columns, from 1; 0 for none. */
  readonly header: number;
}

/** The encoding of bytes: by BOM, by zeros at every other place, by being valid UTF-8, else by the runs of high bytes. */
export function encodingOf(bytes: Uint8Array): Guess<Mapping['encoding']> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { value: 'utf-8', confidence: 1 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { value: 'utf-16le', confidence: 1 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { value: 'utf-16be', confidence: 1 };
  const wide = wideOf(bytes);
  if (wide !== undefined) return wide;
  const high = bytes.filter((byte) => byte >= 0x80).length;
  if (high === 0) return { value: 'utf-8', confidence: 0.9 };
  if (isUtf8(bytes)) return { value: 'utf-8', confidence: 0.99 };
  return singleByte(bytes, high);
}

/** UTF-16 without a mark: ASCII signs leave a zero at every second place. */
function wideOf(bytes: Uint8Array): Guess<Mapping['encoding']> | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  if (odd > half * 0.2 && even < odd / 20) return { value: 'utf-16le', confidence: 0.9 };
  if (even > half * 0.2 && odd < even / 20) return { value: 'utf-16be', confidence: 0.9 };
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Cyrillic words are runs of high bytes; Latin words have single ones. Which Cyrillic table: where its letters lie. */
function singleByte(bytes: Uint8Array, high: number): Guess<Mapping['encoding']> {
  const share = (fits: (byte: number, at: number) => boolean) =>
    bytes.filter((byte, at) => byte >= 0x80 && fits(byte, at)).length / high;
  const runs = share((_byte, at) => (bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80);
  if (runs < 0.5) return { value: 'windows-1252', confidence: Math.min(0.9, 1 - runs) };
  const confidence = Math.min(0.9, runs);
  const windows = share((byte) => byte >= 0xe0);
  const koi = share((byte) => byte >= 0xc0 && byte <= 0xdf);
  const dos = share((byte) => (byte >= 0xa0 && byte <= 0xaf) || (byte >= 0xe0 && byte <= 0xef));
  if (koi > windows * 1.5) return { value: 'koi8-r', confidence: confidence - 0.2 };
  if (dos > 0.6 && dos > windows) return { value: 'ibm866', confidence: confidence - 0.2 };
  return { value: 'windows-1251', confidence };
}

/** What a text's rows are like. `text` is the beginning of the file; its last line may be cut. */
export function detect(text: string, encoding: Guess<Mapping['encoding']>): Detected {
  const newline = text.includes('\n') || !text.includes('\r') ? 'lf' : 'cr';
  const sign = newline === 'cr' ? '\r' : '\n';
  const tries = delimiters.map((delimiter) => consistency(text, delimiter, sign));
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a));
  const decimal = decimalMark(best.rows);
  return {
    encoding,
    delimiter: { value: best.delimiter, confidence: best.share },
    decimal,
    newline,
    header: headerAt(best.rows, best.width, decimal.value),
  };
}

interface Tried {
  readonly delimiter: Mapping['delimiter'];
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
  readonly share: number;
  readonly score: number;
}

function consistency(text: string, delimiter: Mapping['delimiter'], newline: '\n' | '\r'): Tried {
  const cut = splitter({ delimiter, quote: '"', newline });
  const read = cut.push(text);
  const rows = (read.length === 0 ? cut.end() : read).slice(0, 200);
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  const share = rows.length === 0 ? 0 : count / rows.length;
  const troubled = rows.filter((row) => row.trouble !== undefined).length / Math.max(1, rows.length);
  const score = width === 1 ? 0.01 : share * (1 - troubled) * (1 + Math.log2(width) / 10);
  return { delimiter, rows: rows.map((row) => row.cells), width, share: width === 1 ? 0.5 : share, score };
}

function decimalMark(rows: readonly (readonly string[])[]): Guess<Mapping['decimal']> {
  let comma = 0;
  let point = 0;
  for (const cell of rows.flat()) {
    if (/^-?[\d.\s\u00a0]*\d,\d{1,2}$/.test(cell) || /^-?\d{4,},\d+$/.test(cell)) comma += 1;
    else if (/^-?[\d,\s\u00a0]*\d\.\d{1,2}$/.test(cell)) point += 1;
  }
  const seen = comma + point;
  if (seen === 0) return { value: '.', confidence: 0.5 };
  return comma > point ? { value: ',', confidence: comma / seen } : { value: '.', confidence: point / seen };
}

/** The first full row, if it is names: no numbers, dates or addresses in it, nothing twice. */
function headerAt(rows: readonly (readonly string[])[], width: number, decimal: Mapping['decimal']): number {
  const at = rows.findIndex((row) => row.length === width);
  const row = rows[at];
  if (row === undefined) return 1;
  const filled = row.filter((cell) => cell.trim() !== '');
  const isData = (cell: string) =>
    decimalOf(cell.trim(), decimal) !== undefined || /@|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell);
  return filled.length > 0 && !filled.some(isData) ? at + 1 : 0;
}

/** Columns' names from their header cells: trimmed, none empty, none twice. */
export function columnNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const plain = cell.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
    const name = plain === '' ? `column_${at + 1}` : plain;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
