import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

let lastMs = -1;
let counter = 0;

/** A new record's id: a UUIDv7 of now. */
export function newId(): string {
  return v7();
}

/**
 * The id of an event: a UUIDv7 of the instant it *happened* (milliseconds since 1970; earlier ones count as 0), so that
 * ids sort as the timeline does. Events of the same millisecond made one after the other by this process keep their
 * order (12-bit counter); 62 random bits make it unique.
 */
export function eventIdAt(ms: number): string {
  const at = Math.max(0, Math.floor(ms));
  counter = at === lastMs ? (counter + 1) & 0xfff : 0;
  lastMs = at;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The smallest event id of an instant: a bound for time filters. */
export function eventIdFloor(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

/** SHA-256 of a text or bytes. */
export function sha256(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest();
}

/** A secret of 32 random bytes, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
