import { describe, expect, test } from 'vitest';
import type { SegmentMessage } from './message.ts';
import { sendDemo } from './send.ts';
import { demoMessages } from './stream.ts';

const run = { customers: 60, seed: 5, until: '2027-03-15T17:00:00Z' };
const expected = [...demoMessages(run)];
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The customer of a message, as its id says. */
function customerOf(message: SegmentMessage): string {
  return message.messageId.split('-')[1] ?? '';
}

function perCustomer(messages: readonly SegmentMessage[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const message of messages) {
    const list = map.get(customerOf(message)) ?? [];
    list.push(message.messageId);
    map.set(customerOf(message), list);
  }
  return map;
}

describe('sending the demo', () => {
  test('everything once, in order for each customer, within the bounds', async () => {
    const got: SegmentMessage[] = [];
    let open = 0;
    let most = 0;
    const progress: number[] = [];
    const delivered = await sendDemo({
      ...run,
      batchSize: 50,
      concurrency: 3,
      onProgress: (one) => progress.push(one.messages),
      post: async (batch) => {
        expect(batch.length).toBeLessThanOrEqual(50);
        open += 1;
        most = Math.max(most, open);
        for (let wait = batch.length % 5; wait >= 0; wait -= 1) await soon();
        got.push(...batch);
        open -= 1;
      },
    });
    expect(delivered).toBe(expected.length);
    expect(got.length).toBe(expected.length);
    expect([...perCustomer(got)].sort()).toEqual([...perCustomer(expected)].sort());
    expect(most).toBe(3);
    expect(progress.at(-1)).toBe(expected.length);
  });

  test('a batch refused for a while is tried again, the same, and nothing overtakes it', async () => {
    const got: SegmentMessage[] = [];
    const waits: number[] = [];
    const seen = new Set<string>();
    await sendDemo({
      ...run,
      batchSize: 40,
      post: async (batch) => {
        await soon();
        const first = batch[0]?.messageId ?? '';
        if (!seen.has(first) && first.length % 2 === 0) {
          seen.add(first);
          throw new Error('busy');
        }
        got.push(...batch);
      },
      backOff: async (_error, attempt) => {
        waits.push(attempt);
        await soon();
        return true;
      },
    });
    expect(waits.length).toBeGreaterThan(5);
    expect([...perCustomer(got)].sort()).toEqual([...perCustomer(expected)].sort());
  });

  test('an error that the caller gives up on ends the sending', async () => {
    let calls = 0;
    const sending = sendDemo({
      ...run,
      batchSize: 20,
      post: async () => {
        calls += 1;
        await soon();
        throw new Error('wrong key');
      },
    });
    await expect(sending).rejects.toThrow('wrong key');
    expect(calls).toBeLessThanOrEqual(8);
  });
});
