/**
 * Lists as PostgreSQL arrays in its binary form, for `unnest` and `any`: no quoting on this side, no parsing on the other.
 * The element's type must be the parameter's own: `${uuids(ids)}::uuid[]`.
 */

const oid = { uuid: 2950, text: 25, jsonb: 3802, bytea: 17, int4: 23, int8: 20, timestamptz: 1184 };

/** Grows with the largest array; each list is copied out of it. */
let scratch = Buffer.allocUnsafe(1 << 20);
const header = 20;

function room(wanted: number): void {
  if (wanted <= scratch.length) return;
  const grown = Buffer.allocUnsafe(Math.max(wanted, scratch.length * 2));
  scratch.copy(grown);
  scratch = grown;
}

/** Writes one element at a place and answers the place after it; told where the element before began, to repeat it. */
type Write<T> = (value: T, at: number) => number;

function arrayOf<T>(
  type: number,
  values: readonly (T | null | undefined)[],
  mostBytes: (value: T) => number,
  write: Write<T>,
): Buffer {
  let at = header;
  let nulls = 0;
  let before: T | null | undefined;
  let beforeAt = -1;
  for (const value of values) {
    if (value === null || value === undefined) {
      room(at + 4);
      scratch.writeInt32BE(-1, at);
      nulls = 1;
      at += 4;
      continue;
    }
    // Whole columns often hold one value.
    if (value === before) {
      const bytes = 4 + scratch.readInt32BE(beforeAt);
      room(at + bytes);
      scratch.copyWithin(at, beforeAt, beforeAt + bytes);
      at += bytes;
      continue;
    }
    room(at + 4 + mostBytes(value));
    const end = write(value, at + 4);
    scratch.writeInt32BE(end - at - 4, at);
    before = value;
    beforeAt = at;
    at = end;
  }
  const start = values.length === 0 ? 8 : 0;
  scratch.writeInt32BE(values.length === 0 ? 0 : 1, start);
  scratch.writeInt32BE(nulls, start + 4);
  scratch.writeInt32BE(type, start + 8);
  if (start === 0) {
    scratch.writeInt32BE(values.length, 12);
    scratch.writeInt32BE(1, 16);
  }
  return Buffer.from(scratch.subarray(start, at));
}

const nibbles = new Int8Array(128).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  nibbles[digit.charCodeAt(0)] = value;
  nibbles[digit.toUpperCase().charCodeAt(0)] = value;
}

/** With its hyphens or as 32 digits alone. */
function writeUuid(value: string, at: number): number {
  const hyphens = value.length === 36;
  let wrong = value.length === 32 || hyphens ? 0 : -1;
  for (let byte = 0, index = 0; byte < 16; byte++, index += 2) {
    if (hyphens && (byte === 4 || byte === 6 || byte === 8 || byte === 10)) {
      if (value.charCodeAt(index) !== 45) wrong = -1;
      index++;
    }
    const high = nibbles[value.charCodeAt(index)] ?? -1;
    const low = nibbles[value.charCodeAt(index + 1)] ?? -1;
    wrong |= high | low;
    scratch[at + byte] = (high << 4) | low;
  }
  if (wrong < 0) throw new TypeError(`no uuid: ${value}`);
  return at + 16;
}

function writeText(value: string, at: number): number {
  if (value.length > 24) return at + scratch.write(value, at, 'utf8');
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code > 127) return at + scratch.write(value, at, 'utf8');
    scratch[at + index] = code;
  }
  return at + value.length;
}

function writeInstant(value: Date, at: number): number {
  const ms = value.getTime() - 946_684_800_000;
  if (!Number.isFinite(ms)) throw new TypeError('no instant');
  // Beyond some 285 years microseconds are no safe integers.
  return Math.abs(ms) < 9e12 ? writeBigint(ms * 1_000, at) : scratch.writeBigInt64BE(BigInt(ms) * 1_000n, at);
}

function writeBigint(value: number, at: number): number {
  if (!Number.isSafeInteger(value)) throw new TypeError(`no safe integer: ${value}`);
  const high = Math.floor(value / 0x1_0000_0000);
  scratch.writeInt32BE(high, at);
  scratch.writeUInt32BE(value - high * 0x1_0000_0000, at + 4);
  return at + 8;
}

const three = (value: string) => value.length * 3 + 1;

/** `uuid[]`; refuses what is none. */
export function uuids(values: readonly (string | null | undefined)[]): Buffer {
  return arrayOf(oid.uuid, values, () => 16, writeUuid);
}

/** `text[]`. */
export function texts(values: readonly (string | null | undefined)[]): Buffer {
  return arrayOf(oid.text, values, three, writeText);
}

/** `jsonb[]`, of what `JSON.stringify` can say. */
export function jsons(values: readonly unknown[]): Buffer {
  const said = values.map((value) => (value === undefined ? undefined : JSON.stringify(value)));
  return arrayOf(oid.jsonb, said, three, (value, at) => {
    scratch[at] = 1; // the version of the binary form
    return writeText(value, at + 1);
  });
}

/** `bytea[]`. */
export function bytes(values: readonly (Buffer | null | undefined)[]): Buffer {
  return arrayOf(
    oid.bytea,
    values,
    (value) => value.length,
    (value, at) => at + value.copy(scratch, at),
  );
}

/** `bigint[]`, of safe integers. */
export function bigints(values: readonly (number | null | undefined)[]): Buffer {
  return arrayOf(oid.int8, values, () => 8, writeBigint);
}

/** `int[]`. */
export function integers(values: readonly (number | null | undefined)[]): Buffer {
  return arrayOf(
    oid.int4,
    values,
    () => 4,
    (value, at) => scratch.writeInt32BE(value, at),
  );
}

/** `timestamptz[]`, to the millisecond. */
export function instants(values: readonly (Date | null | undefined)[]): Buffer {
  return arrayOf(oid.timestamptz, values, () => 8, writeInstant);
}
