import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Mapping } from '../../shared/mapping.ts';
import { Refusal } from '../platform/refuse.ts';
import { type FileRow, splitter } from './import-split-rules.ts';

/** Inflated size from which a packed file must not grow more than a hundredfold. */
const watchedFrom = 64 * 1024 ** 2;
const mostGrowth = 100;
const mostInflated = 16 * 1024 ** 3;
/** Small, so that cutting a piece into rows never keeps the chunk that is being written waiting: twice as fast as 1 MB. */
const pieceBytes = 65_536;

/** A place in a file from which reading goes on: its line, and UTF-16 units of decoded text. */
export interface FilePlace {
  readonly line: number;
  readonly at: number;
}

/** Rows as they are read, with how many bytes of the stored file were taken so far. */
export interface RowBatch {
  readonly rows: readonly FileRow[];
  readonly bytesRead: number;
}

/** True for gzip. */
export async function isPacked(path: string): Promise<boolean> {
  const head = await readHead(path, 2);
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function readHead(path: string, bytes: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const buffer = new Uint8Array(bytes);
    const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The first bytes of a file, inflated, at most `bytes`. */
export async function readStart(path: string, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await openBytes(path, () => undefined)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= bytes) break;
  }
  return Buffer.concat(pieces).subarray(0, bytes);
}

/**
 * Reads a file's rows piece by piece from a place on, decoding and inflating as it goes; memory stays that of a piece.
 * A row with a NUL or with bytes that the encoding does not have is bad, alone; a replacement character (U+FFFD) that
 * stands in the file itself is text like any other.
 */
export async function* readRows(
  path: string,
  mapping: Pick<Mapping, 'encoding' | 'delimiter' | 'quote' | 'newline'>,
  from: FilePlace & { width?: number | undefined },
): AsyncGenerator<RowBatch> {
  const cut = {
    delimiter: mapping.delimiter,
    quote: mapping.quote,
    newline: mapping.newline === 'cr' ? ('\r' as const) : ('\n' as const),
    width: from.width,
  };
  const split = splitter(cut, { line: from.line, at: from.at });
  const decoder = new TextDecoder(mapping.encoding);
  let bytesRead = 0;
  let toSkip = from.at;
  let unclean = false;
  let tail: Buffer = Buffer.alloc(0);
  const clean = (rows: FileRow[], text: string, piece: Buffer) => {
    const whole = Buffer.concat([tail, piece]);
    tail = unfinished(whole);
    const replaced = text.includes('\uFFFD') && !(mapping.encoding === 'utf-8' && isUtf8(without(whole, tail)));
    const bad = replaced || text.includes('\0');
    const suspect = bad || unclean;
    // The row that is cut off by this piece's end may hold it.
    unclean = bad || (unclean && rows.length === 0);
    return suspect ? rows.map(markUnreadable) : rows;
  };
  const bytes = await openBytes(path, (count) => {
    bytesRead = count;
  });
  for await (const piece of bytes) {
    const decoded = decoder.decode(piece, { stream: true });
    let text = decoded;
    if (toSkip > 0) {
      const skipped = Math.min(toSkip, text.length);
      toSkip -= skipped;
      text = text.slice(skipped);
    }
    if (text === '') {
      tail = unfinished(Buffer.concat([tail, piece]));
      continue;
    }
    yield { rows: clean(split.push(text), decoded, piece), bytesRead };
  }
  const rest = decoder.decode();
  const rows = [...split.push(rest), ...split.end()];
  yield { rows: unclean || rest !== '' ? rows.map(markUnreadable) : rows, bytesRead };
}

/** The bytes at the end of a piece that begin a character of UTF-8 and do not end it. */
function unfinished(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.subarray(bytes.length - back) : Buffer.alloc(0);
  }
  return Buffer.alloc(0);
}

function without(bytes: Buffer, tail: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - tail.length);
}

function markUnreadable(row: FileRow): FileRow {
  if (row.trouble !== undefined || !row.cells.some((cell) => /[\0\uFFFD]/.test(cell))) return row;
  return { ...row, trouble: 'import.unreadable-text' };
}

/** The file's bytes, inflated where it is packed; a file that grows too much is refused. */
async function openBytes(path: string, onRead: (count: number) => void): Promise<AsyncIterable<Buffer>> {
  const packed = await isPacked(path);
  const raw = createReadStream(path, { highWaterMark: pieceBytes });
  raw.on('data', () => onRead(raw.bytesRead));
  raw.pause();
  return packed ? inflate(raw) : plain(raw);
}

async function* plain(raw: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of raw) if (Buffer.isBuffer(piece)) yield piece;
  } finally {
    raw.destroy();
  }
}

async function* inflate(raw: Readable & { bytesRead?: number }): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: pieceBytes });
  raw.on('error', (error) => gunzip.destroy(error));
  raw.pipe(gunzip);
  let size = 0;
  try {
    for await (const piece of gunzip) {
      if (!Buffer.isBuffer(piece)) continue;
      size += piece.length;
      const growth = size / Math.max(1, raw.bytesRead ?? size);
      if (size > mostInflated || (size > watchedFrom && growth > mostGrowth)) {
        throw new Refusal('request.expands-too-much');
      }
      yield piece;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('import.damaged-file');
  } finally {
    raw.destroy();
    gunzip.destroy();
  }
}
