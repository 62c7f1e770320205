import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../test/support/house.ts';
import type { Heard, Listener } from '../area.ts';
import type { Tx } from '../database/open.ts';
import { insertOutbox } from '../database/outbox-store.ts';
import { openCall } from '../http/call.ts';
import { systemActor } from '../http/gate.ts';
import { type Delivery, openDelivery } from './delivery.ts';

let house: TestHouse;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => house?.close());
beforeEach(() => {
  count += 1;
});

const customer = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const systemCall = (tx: Tx, verb: string) =>
  openCall({ tx, actor: systemActor(verb), purpose: 'service', verb, address: '', house: house.kept.house });

async function deliver(hear: Listener['hear'], batch = 100): Promise<Delivery> {
  const listener: Listener = { name: `test-${count}`, events: [`said-${count}`], batch, patienceMs: 3_600_000, hear };
  return openDelivery(house.kept.house, [listener], systemCall);
}

const say = (tx: Tx, rows: readonly [number, number][]) =>
  insertOutbox(
    tx,
    rows.map(([who, n]) => ({ customerId: customer(who), name: `said-${count}`, payload: { n } })),
  );

const numbers = (heard: readonly Heard[]) =>
  heard.map((one) => [Number(one.customerId.slice(-12)), Object(one.payload).n]);

it('tells each event once, in the order of each customer, over many batches', async () => {
  const heard: unknown[] = [];
  const delivery = await deliver(async (_call, batch) => void heard.push(...numbers(batch)), 7);
  for (let n = 0; n < 20; n++)
    await house.kept.house.database.transaction((tx) =>
      say(tx, [
        [n % 3, n],
        [9, n],
      ]),
    );
  await delivery.settled();
  await delivery.settled();
  await delivery.close();
  expect(heard.filter((one) => Array.isArray(one) && one[0] === 9)).toEqual(
    Array.from({ length: 20 }, (_x, n) => [9, n]),
  );
  expect(heard).toHaveLength(40);
});

it('skips no event of a transaction that began earlier and committed later', async () => {
  const heard: unknown[] = [];
  const delivery = await deliver(async (_call, batch) => void heard.push(...numbers(batch)));
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
  const slow = house.kept.house.database.transaction(async (tx) => {
    await say(tx, [[1, 1]]);
    // Writes leave with the next statement that is waited for.
    await sql`select 1`.execute(tx);
    await mayCommit;
  });
  await new Promise((done) => setTimeout(done, 50));
  await house.kept.house.database.transaction((tx) => say(tx, [[2, 2]]));
  await delivery.settled(200);
  expect(heard).toEqual([]);
  commit();
  await slow;
  await delivery.settled();
  await delivery.close();
  expect(heard).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

it('parks only the customer at fault, with his later events, and keeps what the others wrote', async () => {
  const table = `heard_${count}`;
  await house.rows(`create table public.${table} (who int, n int)`);
  const delivery = await deliver(async (call, batch) => {
    for (const [who, n] of numbers(batch)) {
      await sql`insert into ${sql.table(`public.${table}`)} values (${who}, ${n})`.execute(call.tx);
      if (who === 4 && n === 1) throw new Error('cannot take him');
    }
  });
  await house.kept.house.database.transaction((tx) =>
    say(tx, [
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 1],
    ]),
  );
  await delivery.settled();
  await house.kept.house.database.transaction((tx) =>
    say(tx, [
      [4, 2],
      [5, 2],
    ]),
  );
  await delivery.settled();
  await delivery.close();
  const written = await house.rows(`select who, n from public.${table} order by who, n`);
  expect(written).toEqual([
    { who: 3, n: 1 },
    { who: 5, n: 1 },
    { who: 5, n: 2 },
    { who: 6, n: 1 },
  ]);
  const parked = await house.rows(
    `select payload->>'n' as n, error from platform.parked where listener = $1 order by seq`,
    [`test-${count}`],
  );
  expect(parked).toEqual([
    { n: '1', error: 'cannot take him' },
    { n: '2', error: 'an earlier event of this customer waits' },
  ]);
});

it('hears again after a failure of the whole, from the same place', async () => {
  const heard: unknown[] = [];
  const first = await deliver(async () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  });
  await house.kept.house.database.transaction((tx) => say(tx, [[7, 1]]));
  await expect(first.settled()).rejects.toThrow();
  await first.close();
  const second = await deliver(async (_call, batch) => void heard.push(...numbers(batch)));
  await second.settled();
  await second.close();
  expect(heard).toEqual([[7, 1]]);
});
