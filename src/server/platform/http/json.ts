import { Refusal } from '../refuse.ts';

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const colon = 0x3a;
const comma = 0x2c;
const maxDepth = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON bytes as our own endpoints take them. Refuses what is cut, deeper than 32, has a key twice, or names
 * `__proto__` or `constructor.prototype`, so that every reader of the same bytes agrees on what they say.
 */
export function readStrictJson(bytes: Buffer): unknown {
  checkDepth(bytes);
  const value = parse(bytes);
  checkKeys(bytes.toString('utf8'));
  return value;
}

/** Reads JSON bytes of a foreign client: only size and depth are held, unknown things stay. */
export function readOpenJson(bytes: Buffer): unknown {
  checkDepth(bytes);
  return parse(bytes);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new Refusal('request.malformed-json');
  }
}

function checkDepth(bytes: Buffer): void {
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) at = endOfQuoted(bytes, at);
    else if (byte === openBrace || byte === openBracket) {
      if (++depth > maxDepth) throw new Refusal('request.too-deep', { slots: { limit: maxDepth } });
    } else if (byte === closeBrace || byte === closeBracket) depth--;
  }
}

/** The closing quote of the text that opens at `from`. */
function endOfQuoted(bytes: Buffer, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] === backslash) at++;
    else if (bytes[at] === quote) return at;
  }
  return bytes.length;
}

/** Walks the text of valid JSON and looks at the keys of each object. */
function checkKeys(text: string): void {
  const keys: (Set<string> | undefined)[] = [];
  let expectKey = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      const end = endOfText(text, at);
      if (expectKey) noteKey(keys.at(-1), text.slice(at, end + 1));
      expectKey = false;
      at = end;
    } else if (unit === openBrace) {
      keys.push(new Set());
      expectKey = true;
    } else if (unit === openBracket) keys.push(undefined);
    else if (unit === closeBrace || unit === closeBracket) {
      keys.pop();
      expectKey = false;
    } else if (unit === comma) expectKey = keys.at(-1) !== undefined;
    else if (unit === colon) expectKey = false;
  }
}

function noteKey(seen: Set<string> | undefined, quoted: string): void {
  const key: unknown = JSON.parse(quoted);
  if (seen === undefined || typeof key !== 'string') return;
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new Refusal('request.forbidden-key');
  if (seen.has(key)) throw new Refusal('request.duplicate-key', { slots: { key: key.slice(0, 60) } });
  seen.add(key);
}

function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === backslash) at++;
    else if (unit === quote) return at;
  }
  return text.length;
}
