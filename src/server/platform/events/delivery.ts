import { setTimeout as pause } from 'node:timers/promises';
import type { Call, Heard, House, Listener } from '../area.ts';
import { type Tx, troubleOf } from '../database/open.ts';
import {
  commitUnflushed,
  eraseHeard,
  findMark,
  insertCursor,
  insertParked,
  isPassed,
  listOutbox,
  listParked,
  lockCursor,
  type OutboxRow,
  saveCursor,
} from '../database/outbox-store.ts';
import { savepoint } from '../database/savepoint.ts';

/** Makes the call under which a room works by itself, in a given transaction. */
export type SystemCall = (tx: Tx, verb: string) => { readonly call: Call; flushEvents(): Promise<number> };

/** Running delivery of inner events. */
export interface Delivery {
  wake(): void;
  /**
   * Resolves when every listener has heard all that was committed before, and what they told of it on hearing; for older
   * transactions it waits so long at most.
   */
  settled(graceMs?: number): Promise<void>;
  close(): Promise<void>;
}

const restMs = 400;
const gatherMs = 30;
const tidyMs = 30_000;
/** The longest chain of listeners of which each tells the next: what happened, the ledger, the moments. */
const links = 2;

/** Starts one loop a listener: after commit, in batches, at least once, in order per customer. */
export async function openDelivery(
  house: House,
  listeners: readonly Listener[],
  systemCall: SystemCall,
): Promise<Delivery> {
  const sleeping = new Set<() => void>();
  const ended = new AbortController();
  for (const listener of listeners) await insertCursor(house.database.write, listener.name);

  const sleep = (ms: number) => pause(ms, undefined, { signal: ended.signal }).catch(() => undefined);
  /** Sleeps until something was committed, or `restMs`; then a moment more, so that one delivery takes what many wrote. */
  const restUntilWoken = async () => {
    const woken = new AbortController();
    const wake = () => woken.abort();
    sleeping.add(wake);
    await pause(restMs, undefined, { signal: AbortSignal.any([woken.signal, ended.signal]) }).catch(() => undefined);
    sleeping.delete(wake);
    await sleep(gatherMs);
  };
  const loop = async (listener: Listener) => {
    const { patienceMs } = listener;
    while (!ended.signal.aborted) {
      const more = await deliverOnce(house, listener, systemCall).catch(async (error: unknown) => {
        house.log.warn({ listener: listener.name, error: textOf(error) }, 'delivery waits');
        await sleep(1_000);
        return false;
      });
      if (!more) await (patienceMs === undefined ? restUntilWoken() : sleep(patienceMs));
    }
  };
  const tidy = async () => {
    while (!ended.signal.aborted) {
      await sleep(tidyMs);
      if (ended.signal.aborted) return;
      const names = listeners.map((listener) => listener.name);
      await eraseHeard(house.database.write, names, 20_000).catch(() => 0);
    }
  };
  const loops = [...listeners.map(loop), tidy()];
  return {
    wake: () => {
      for (const wake of [...sleeping]) wake();
    },
    async settled(graceMs = 30_000) {
      // What a listener tells on hearing is heard by those on its right in the next round.
      for (let round = 0; round < links; round++) {
        const mark = await findMark(house.database.read);
        for (let ms = 0; ms < graceMs && !(await isPassed(house.database.read, mark)); ms += 5) await sleep(5);
        for (const listener of listeners) {
          while (!ended.signal.aborted && (await deliverOnce(house, listener, systemCall, true)));
        }
      }
    },
    async close() {
      ended.abort();
      await Promise.all(loops);
    },
  };
}

/** Delivers one batch to one listener; true when there may be more. */
async function deliverOnce(house: House, listener: Listener, systemCall: SystemCall, wait = false): Promise<boolean> {
  return house.database.transaction(async (tx) => {
    const place = await lockCursor(tx, listener.name, wait);
    if (place === undefined) return false;
    const rows = await listOutbox(tx, place, listener.batch, listener.events);
    const last = rows.at(-1);
    if (last !== undefined) {
      await commitUnflushed(tx);
      const book = systemCall(tx, listener.name);
      await hear(tx, listener, rows, book.call);
      await book.flushEvents();
      await saveCursor(tx, listener.name, { tx: last.tx, seq: last.seq });
    } else if (place.behind) {
      // Nothing for it up to the horizon, which was taken before the rows were: the tidying may pass there.
      await saveCursor(tx, listener.name, { tx: place.horizon, seq: 0 });
    }
    return rows.length === listener.batch;
  });
}

async function hear(tx: Tx, listener: Listener, rows: readonly OutboxRow[], call: Call): Promise<void> {
  const parked = new Set(await listParked(tx, listener.name, [...new Set(rows.map((row) => row.customer_id))]));
  const waiting = rows.filter((row) => parked.has(row.customer_id));
  if (waiting.length > 0) await insertParked(tx, listener.name, waiting, 'an earlier event of this customer waits');
  const free = rows.filter((row) => !parked.has(row.customer_id));
  if (free.length > 0) await hearOrSplit(tx, listener, free, call);
}

/** A batch that fails is split until the customer at fault stands alone; only he is parked. */
async function hearOrSplit(tx: Tx, listener: Listener, rows: readonly OutboxRow[], call: Call): Promise<void> {
  const error = await savepoint(tx, () => listener.hear(call, rows.map(heardOf)));
  if (error === undefined) return;
  if (troubleOf(error) !== undefined) throw error;
  const customers = [...new Set(rows.map((row) => row.customer_id))];
  if (customers.length === 1) {
    call.house.log.error({ listener: listener.name, error: textOf(error) }, 'a customer is parked');
    await insertParked(tx, listener.name, rows, textOf(error));
    return;
  }
  const half = new Set(customers.slice(0, customers.length >> 1));
  await hearOrSplit(
    tx,
    listener,
    rows.filter((row) => half.has(row.customer_id)),
    call,
  );
  await hearOrSplit(
    tx,
    listener,
    rows.filter((row) => !half.has(row.customer_id)),
    call,
  );
}

function heardOf(row: OutboxRow): Heard {
  return { customerId: row.customer_id, name: row.name, payload: row.payload };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
