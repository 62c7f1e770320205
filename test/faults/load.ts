import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Came, openPoster } from './ask.ts';
import type { Ledger, Message, Op } from './ledger.ts';

/** Writers at work against one source. */
export interface Load {
  /** Milliseconds until something that was sent after `sinceMs` is acknowledged; refuses to wait past 60 s. */
  firstAckSince(sinceMs: number): Promise<number>;
  /** Answers that should not have come: other than 2xx, 503 with Retry-After, or a broken connection. */
  readonly odd: readonly string[];
  /** How often each kind of answer came. */
  readonly answers: ReadonlyMap<string, number>;
  /** Holds every writer before its next try; they go on when the returned function is called. */
  hold(): () => void;
  /** Sends nothing new; resolves when all that was begun is acknowledged. */
  settle(): Promise<void>;
  readonly ops: readonly Op[];
}

const answer = z.object({ remembered: z.number(), duplicate: z.number(), quarantined: z.number() });
const patienceMs = 60_000;

/** Starts writers that send batches and single messages as fast as they are answered, each waiting for its answer. */
export function startLoad(about: {
  origin: string;
  writeKey: string;
  name: string;
  ledger: Ledger;
  writers?: number;
}): Load {
  const { ledger, name } = about;
  const { post, close } = openPoster(about.origin, 20_000);
  const authorization = `Basic ${Buffer.from(`${about.writeKey}:`).toString('base64')}`;
  const headers = { 'content-type': 'application/json', authorization };
  const odd: string[] = [];
  const answers = new Map<string, number>();
  const ops: Op[] = [];
  let open = true;
  let held = Promise.resolve();
  let lastAckOfSentMs = 0;
  let deadlineMs = Number.POSITIVE_INFINITY;

  const tryOnce = async (op: Op): Promise<number> => {
    await held;
    ledger.begin(op);
    const sentMs = performance.now();
    const body = op.path === '/v1/batch' ? { batch: op.messages } : op.messages[0];
    const came = await post(op.path, JSON.stringify(body), headers);
    const kind = came.status === undefined ? came.why : String(came.status);
    answers.set(kind, (answers.get(kind) ?? 0) + 1);
    const outcome = outcomeOf(came, op);
    ledger.end(op, outcome, kind);
    if (outcome === 'acked') lastAckOfSentMs = Math.max(lastAckOfSentMs, sentMs);
    if (isOdd(came, outcome))
      odd.push(came.status === undefined ? came.why : `${came.status} ${came.body.slice(0, 300)}`);
    return outcome === 'acked' ? 0 : waitOf(came);
  };
  const writer = async (no: number) => {
    for (let at = 0; open; at += 1) {
      const op = opOf(name, no, at);
      ops.push(op);
      for (let wait = await tryOnce(op); wait > 0; wait = await tryOnce(op)) {
        if (performance.now() > deadlineMs) return;
        await pause(wait);
      }
    }
  };
  const running = Array.from({ length: about.writers ?? 8 }, (_one, no) => writer(no));
  return {
    odd,
    answers,
    ops,
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    async firstAckSince(sinceMs) {
      const askedMs = performance.now();
      while (lastAckOfSentMs < sinceMs) {
        if (performance.now() - askedMs > patienceMs) throw new Error(`nothing was acknowledged in ${patienceMs} ms`);
        await pause(5);
      }
      return performance.now() - sinceMs;
    },
    async settle() {
      open = false;
      deadlineMs = performance.now() + patienceMs;
      await Promise.all(running);
      close();
    },
  };
}

function outcomeOf(came: Came, op: Op): 'acked' | 'err' | 'unknown' {
  if (came.status === undefined) return came.why === 'ECONNREFUSED' ? 'err' : 'unknown';
  if (came.status < 200 || came.status > 299) return came.status >= 500 ? 'unknown' : 'err';
  const read = answer.parse(JSON.parse(came.body));
  const whole = read.quarantined === 0 && read.remembered + read.duplicate === op.messages.length;
  return whole ? 'acked' : 'err';
}

function isOdd(came: Came, outcome: string): boolean {
  if (came.status === undefined) return false;
  if (came.status === 503) return came.headers['retry-after'] === undefined;
  return outcome !== 'acked';
}

/** Milliseconds; shorter than Retry-After asks for: the drill wants to know when it is back. */
function waitOf(came: Came): number {
  return came.status === undefined && came.why !== 'ECONNREFUSED' ? 20 : 100;
}

/** The same op for the same name, writer and number: about one in three a single message, one in five an order. */
function opOf(name: string, writer: number, no: number): Op {
  const seed = writer * 7_919 + no * 104_729;
  const isSingle = seed % 3 === 0;
  const size = isSingle ? 1 : 2 + (seed % 39);
  const minor = new Map<string, number>();
  const messages = Array.from({ length: size }, (_one, at): Message => {
    const messageId = `${name}-${writer}-${no}-${at}`;
    const isOrder = (seed + at) % 5 === 0;
    const quantity = 1 + (at % 4);
    if (isOrder) minor.set(messageId, 1_999 * quantity + 50);
    return {
      type: 'track',
      messageId,
      // Customers whom all writers share, and one in ten a new one.
      userId: (seed + at) % 10 === 0 ? `new-${messageId}` : `user-${(seed + at * 31) % 157}`,
      event: isOrder ? 'Order Completed' : 'Meter Read',
      timestamp: new Date(Date.UTC(2026, (seed + at) % 10, 1 + (at % 28), 8, no % 60, writer)).toISOString(),
      properties: { words: `reading ${seed} «${at}»`, ...(isOrder ? orderOf(messageId, quantity) : {}) },
    };
  });
  return {
    id: `${name}-${writer}-${no}`,
    writer,
    no,
    path: isSingle ? '/v1/track' : '/v1/batch',
    messages,
    minor,
    outcome: 'open',
    ackedMs: Number.NaN,
  };
}

function orderOf(messageId: string, quantity: number): object {
  const products = [
    { sku: 'lamp', name: 'Lamp', price: '19.99', quantity },
    { sku: 'fuse', name: 'Fuse', price: '0.50', quantity: 1 },
  ];
  return { order_id: `order-${messageId}`, currency: 'EUR', products };
}
