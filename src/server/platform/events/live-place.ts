import type { House } from '../area.ts';
import type { Tx } from '../database/open.ts';
import { findHorizon, type OutboxPlace } from '../database/outbox-store.ts';

/** A place in the outbox as a page keeps it, and when it was noted (milliseconds since 1970): what was told since may be swept after a while. */
export interface LivePlace extends OutboxPlace {
  readonly at: number;
}

/** Whether one place comes after another. */
export function isAfter(one: OutboxPlace, other: OutboxPlace): boolean {
  const [a, b] = [BigInt(one.tx), BigInt(other.tx)];
  return a === b ? one.seq > other.seq : a > b;
}

/** As an event id of the stream: `transaction-number-milliseconds`. */
export function placeText({ tx, seq, at }: LivePlace): string {
  return `${tx}-${seq}-${at}`;
}

const written = /^(\d{1,18})-(\d{1,15})-(\d{1,15})$/;

/** Reads what `placeText` wrote; `undefined` for anything else, which a stranger may send. */
export function readPlace(text: string | undefined): LivePlace | undefined {
  const [, tx, seq, at] = written.exec(text ?? '') ?? [];
  return tx === undefined ? undefined : { tx, seq: Number(seq), at: Number(at) };
}

/** Where the news stand now: whoever opens the stream from here misses nothing of what comes after. */
export async function livePlaceNow(house: House, tx: Tx): Promise<string> {
  return placeText({ ...(await findHorizon(tx)), at: house.clock.now().getTime() });
}
