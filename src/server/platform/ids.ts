import { hash, randomBytes, randomFillSync } from 'node:crypto';

import { machineClock } from './clock.ts';

const pool = Buffer.alloc(8_192);
let poolAt = pool.length;

function eightRandomBytes(): string {
  if (poolAt === pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  poolAt += 8;
  return pool.toString('hex', poolAt - 8, poolAt);
}

/** A UUIDv7 (RFC 9562, 5.7) of an instant, with a 12-bit counter in `rand_a` (6.2, method 1) and 62 random bits. */
function uuidOf(ms: number, order: number): string {
  const time = ms.toString(16).padStart(12, '0');
  const random = eightRandomBytes();
  const variant = ((Number.parseInt(random.charAt(0), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${(0x7000 | order).toString(16)}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

let nowMs = -1;
let nowOrder = 0;

/** A new record's id: a UUIDv7 of now; each is greater than those that this process made before it. */
export function newId(): string {
  const now = machineClock.now().getTime();
  if (now > nowMs) {
    nowMs = now;
    nowOrder = 0;
  } else if (++nowOrder > 0xfff) {
    nowMs++;
    nowOrder = 0;
  }
  return uuidOf(nowMs, nowOrder);
}

let eventMs = -1;
let eventOrder = 0;

/**
 * The id of an event: a UUIDv7 of the instant it *happened* (milliseconds since 1970; earlier ones count as 0), so that
 * ids sort as the timeline does. Events of the same millisecond made one after the other by this process keep their
 * order; 62 random bits make it unique.
 */
export function eventIdAt(ms: number): string {
  const at = Math.max(0, Math.floor(ms));
  eventOrder = at === eventMs ? (eventOrder + 1) & 0xfff : 0;
  eventMs = at;
  return uuidOf(at, eventOrder);
}

/** The smallest event id of an instant: a bound for time filters. */
export function eventIdFloor(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

/** The instant of which an id was made, in milliseconds since 1970. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** SHA-256 of a text or bytes. */
export function sha256(value: string | Buffer): Buffer {
  return hash('sha256', value, 'buffer');
}

/** The first 128 bits of a text's SHA-256, in 32 hex digits: PostgreSQL's `uuid` holds them. Tells texts apart; no secret. */
export function digest(value: string): string {
  return hash('sha256', value, 'hex').slice(0, 32);
}

/** An id made out of a text, always the same: a UUID of version 8 (RFC 9562, 5.8) of its SHA-256. */
export function digestId(value: string): string {
  const hex = digest(value);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A secret of 32 random bytes, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
