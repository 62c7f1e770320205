import type { House } from '../platform/area.ts';
import { troubleOf } from '../platform/database/open.ts';
import { openCall } from '../platform/http/call.ts';
import { systemActor } from '../platform/http/gate.ts';
import { Refusal } from '../platform/refuse.ts';
import { keepAside } from './quarantine-service.ts';
import { type Item, type Taken, takeInWith, takenCommitted } from './take-in.ts';
import type { SourceTerms } from './telling-rules.ts';

interface Waiting {
  readonly source: SourceTerms;
  readonly items: readonly Item[];
  readonly done: (taken: readonly Taken[]) => void;
  readonly failed: (error: unknown) => void;
}

/** Commits what many requests bring together, so that a single event costs a share of a commit. */
export interface Collector {
  /** Takes items in; resolves after their commit. Refuses `house.busy` when too much waits. */
  take(source: SourceTerms, items: readonly Item[]): Promise<readonly Taken[]>;
  close(): Promise<void>;
}

/** The most items of one transaction: also bounds the customers it touches. */
const mostItems = 500;
/** Fewer than this waiting are better served by the commit after the one that runs than by one of their own. */
const worthAnother = 32;
/** More than this waiting is refused at once, before memory grows. */
const mostWaiting = 20_000;

/** Opens the collector of this process: a few transactions at a time, each as full as the moment allows. */
export function openCollector(house: House, writers = 3): Collector {
  const queue: Waiting[] = [];
  let waiting = 0;
  let queued = 0;
  let running = 0;
  let settled: (() => void) | undefined;

  const pump = () => {
    while (queue.length > 0 && (running === 0 || (running < writers && queued >= worthAnother))) {
      const group = nextGroup(queue);
      for (const one of group) queued -= one.items.length;
      running++;
      void commit(house, group).finally(() => {
        running--;
        for (const one of group) waiting -= one.items.length;
        if (running === 0 && queue.length === 0) settled?.();
        pump();
      });
    }
  };
  return {
    take(source, items) {
      if (items.length === 0) return Promise.resolve([]);
      if (waiting + items.length > mostWaiting && waiting > 0) {
        return Promise.reject(new Refusal('house.busy', { retryAfterSeconds: 1 }));
      }
      waiting += items.length;
      return new Promise((done, failed) => {
        queued += items.length;
        queue.push({ source, items, done, failed });
        if (running === 0) setImmediate(pump);
        else pump();
      });
    },
    async close() {
      if (running === 0 && queue.length === 0) return;
      await new Promise<void>((done) => {
        settled = done;
      });
    },
  };
}

/** Takes from the queue, in order, what fits one transaction of one source. */
function nextGroup(queue: Waiting[]): Waiting[] {
  const first = queue.shift();
  if (first === undefined) return [];
  const group = [first];
  let size = first.items.length;
  for (let at = 0; at < queue.length && size < mostItems; ) {
    const next = queue[at];
    if (next !== undefined && next.source.sourceId === first.source.sourceId && size + next.items.length <= mostItems) {
      group.push(next);
      size += next.items.length;
      queue.splice(at, 1);
    } else at++;
  }
  return group;
}

/** Commits a group; one that fails for its contents is split until the item at fault stands alone. */
async function commit(house: House, group: readonly Waiting[]): Promise<void> {
  const source = group[0]?.source;
  if (source === undefined) return;
  const items = group.flatMap((one) => one.items);
  try {
    const taken = await takeInParts(house, source, items);
    let at = 0;
    for (const one of group) {
      one.done(taken.slice(at, at + one.items.length));
      at += one.items.length;
    }
  } catch (error) {
    for (const one of group) one.failed(error);
  }
}

/** Takes in any number of items, at most 500 a transaction; an item that the database refuses is set aside alone. */
export async function takeInParts(house: House, source: SourceTerms, items: readonly Item[]): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let at = 0; at < items.length; at += mostItems) {
    taken.push(...(await takeOrSplit(house, source, items.slice(at, at + mostItems), 0)));
  }
  return taken;
}

async function takeOrSplit(house: House, source: SourceTerms, items: readonly Item[], tries: number): Promise<Taken[]> {
  try {
    return await takeInOnce(house, source, items);
  } catch (error) {
    const trouble = error instanceof Refusal ? error : troubleOf(error);
    if (trouble?.code === 'house.busy' && tries < 5) return takeOrSplit(house, source, items, tries + 1);
    if (trouble !== undefined) throw trouble;
    if (items.length === 1) return setAside(house, source, items, error);
    const half = items.length >> 1;
    const first = await takeOrSplit(house, source, items.slice(0, half), tries);
    return [...first, ...(await takeOrSplit(house, source, items.slice(half), tries))];
  }
}

async function takeInOnce(house: House, source: SourceTerms, items: readonly Item[]): Promise<Taken[]> {
  const result = await house.database.transaction(async (tx) => {
    const book = bookOf(house, source, tx);
    const result = await takeInWith(book.call, source, items, { first: true });
    await book.flushEvents();
    return result;
  });
  takenCommitted({ house }, result.events);
  house.wake();
  return [...result.taken];
}

/** Keeps an item that the database would not take, with nothing of the database's words. */
async function setAside(house: House, source: SourceTerms, items: readonly Item[], error: unknown): Promise<Taken[]> {
  house.log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'an item could not be taken in');
  return house.database.transaction((tx) => keepAside(bookOf(house, source, tx).call, source, items));
}

function bookOf(house: House, source: SourceTerms, tx: Parameters<typeof openCall>[0]['tx']) {
  const name = `source:${source.sourceId}`;
  return openCall({
    tx,
    actor: { ...systemActor('intake'), name },
    purpose: 'intake',
    verb: 'intake.take-in',
    address: '',
    house,
  });
}
