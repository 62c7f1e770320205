import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listUntrue } from '../../src/server/cli/check-promises-store.ts';
import { rowsAt, within } from '../support/database.ts';
import { openServerProcess, type ServerProcess } from './server-process.ts';

// What the ledger made of events is committed before it is on disk (decision 0013): a database that dies may forget it, and
// it is made again from the outbox. The events themselves were acknowledged.
const minutes = 3 * 60_000;
const batches = 6;
const promises = 200;
const dayMs = 86_400_000;
let house: ServerProcess;
let writeKey: string;

beforeAll(async () => {
  house = await openServerProcess();
  writeKey = (await house.makeSource('Shop')).writeKey;
}, minutes);

afterAll(async () => house?.close(), minutes);

/** Makings of promises of one batch, and the results of every second one of them. */
function messagesOf(batch: number): object[] {
  return Array.from({ length: promises }, (_one, no) => {
    const ref = `${batch}-${no}`;
    const about = { type: 'track', userId: `buyer-${no}` };
    const due = new Date(Date.now() + 5 * dayMs).toISOString();
    const properties = {
      promise_id: ref,
      kind: 'delivery',
      unit: 'date',
      adequate: due,
      due,
      words: 'It will be there.',
    };
    const made = { ...about, messageId: `made-${ref}`, event: 'Promise Made', properties };
    const result = { promise_id: ref, unit: 'date', result: new Date().toISOString() };
    const kept = { ...about, messageId: `kept-${ref}`, event: 'Promise Result', properties: result };
    return no % 2 === 0 ? [made, kept] : [made];
  }).flat();
}

/** Sends until it is acknowledged: always the same, so nothing comes twice. */
async function deliver(batch: object[]): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  const headers = { 'content-type': 'application/json', authorization };
  const body = JSON.stringify({ batch, sentAt: new Date().toISOString() });
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${house.origin}/v1/batch`, { method: 'POST', headers, body }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(100);
  }
  throw new Error('a batch was not acknowledged');
}

/** How many promises there are by state, by the entries and by the counts. */
async function counted(): Promise<Record<string, number>[]> {
  const byState = (rows: Record<string, unknown>[]) =>
    Object.fromEntries(rows.map((row) => [String(row['state']), Number(row['n'])]));
  const url = house.databaseUrl();
  const entries = await rowsAt(url, 'select state, count(*)::int as n from promises.promise group by 1');
  const counts = await rowsAt(
    url,
    `select state, sum(promises)::int as n from (
       select side, dimension, state, promises from promises.tally
       union all select side, dimension, state, promises from promises.tally_change) t
     where side = 'due' and dimension = 'all' group by 1 having sum(promises) <> 0`,
  );
  return [byState(entries), byState(counts)];
}

test('a database killed while the ledger hears: each promise is entered once, and every count and timer is true', {
  timeout: minutes,
}, async () => {
  for (let batch = 0; batch < batches; batch += 1) {
    await deliver(messagesOf(batch));
    // Now here, now there in the ledger's hearing of it.
    await pause(40 * batch);
    if (batch % 2 === 1) expect(house.killDatabase()).toBe(true);
  }
  const half = (batches * promises) / 2;
  const expected = { open: half, kept: half };
  await expect.poll(() => counted().catch(() => []), { timeout: 60_000, interval: 250 }).toEqual([expected, expected]);
  expect(await within(house.databaseUrl(), listUntrue)).toEqual([]);
  expect(house.deaths).toEqual([]);
});
