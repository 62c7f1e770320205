import { hash, randomBytes, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

let lastMs = -1;
let counter = 0;
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
  const time = at.toString(16).padStart(12, '0');
  const random = eightRandomBytes();
  const variant = ((Number.parseInt(random.charAt(0), 16) & 0x3) | 0x8).toString(16);
  const order = (0x7000 | counter).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${order}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

/** The smallest event id of an instant: a bound for time filters. */
export function eventIdFloor(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

/** SHA-256 of a text or bytes. */
export function sha256(value: string | Buffer): Buffer {
  return hash('sha256', value, 'buffer');
}

/** The first 128 bits of a text's SHA-256, in 32 hex digits: PostgreSQL's `uuid` holds them. Tells texts apart; no secret. */
export function digest(value: string): string {
  return hash('sha256', value, 'hex').slice(0, 32);
}

/** A secret of 32 random bytes, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
