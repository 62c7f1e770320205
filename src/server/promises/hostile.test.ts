import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untrueIn } from '../../../test/support/ledger.ts';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import { overview } from '../../shared/promises-rates.ts';

let there: PromisesHouse;
beforeAll(async () => {
  there = await openPromises();
});
afterAll(async () => there?.house.close());

let told = 0;

/** As any client would, with a message id of its own. */
async function track(event: string, properties: object): Promise<void> {
  told += 1;
  const at = { userId: 'buyer', messageId: `hostile-${told}`, timestamp: '2026-03-01T10:00:00Z' };
  const came = await there.door.post('/v1/track', { type: 'track', event, properties, ...at });
  expect(came.status).toBe(200);
}

async function heardOf(refs: string): Promise<Record<string, unknown>[]> {
  await there.house.kept.delivery.settled();
  const parked = await there.house.rows('select * from platform.parked');
  expect(parked).toEqual([]);
  return there.house.rows(
    'select ref, state, zone, kind, due_at::text as due_at from promises.promise where ref like $1 order by ref',
    [refs],
  );
}

describe('whatever a system tells, its customer’s other promises go on being heard', () => {
  it('letters that stand where a text is cut, and texts as long as a message may be', async () => {
    const long = (length: number) => `${'x'.repeat(length - 1)}😀${'y'.repeat(4_000)}`;
    const made = {
      due: '2027-06-01',
      kind: long(60),
      keeper_department: long(200),
      keeper_person: long(200),
      maker_person_id: long(200),
      product: long(200),
      order_id: long(200),
      touchpoint: long(200),
    };
    await track('Promise Made', { promise_id: 'long-1', ...made });
    await track('Promise Made', {
      promise_id: 'long-2',
      ...made,
      unit: long(20),
      adequate: '-9999999999999.999999',
    });
    await track('Promise Result', { promise_id: 'long-2', unit: long(20), result: '9999999999999.999999' });
    await track('Promise Made', { promise_id: `long-3${'z'.repeat(9_000)}`, due: '2027-06-01' });
    expect((await heardOf('long-%')).map((row) => row['state'])).toEqual(['open', 'kept', 'open']);
  });

  it('years at the ends of the calendar, zones by their offset, ticks of any name', async () => {
    await track('Promise Made', { promise_id: 'far-1', due: '9999-12-30' });
    await track('Promise Made', { promise_id: 'far-2', due: '1000-01-02' });
    await track('Promise Made', { promise_id: 'far-3', due: '0001-01-01T00:00:00+14:00' });
    await track('Promise Made', { promise_id: 'far-4', due: '2026-02-28', zone: '+13:00' });
    await track('Promise Result', { promise_id: 'far-4', ticks: { '': true, 'a b': true, toString: true } });
    await track('Promise Made', { promise_id: 'far-5', due: '2026-02-28T23:30', zone: 'america/new_york' });
    await track('Promise Result', { promise_id: 'far-5', ticks: { hasOwnProperty: false } });
    const rows = await heardOf('far-%');
    expect(rows.map((row) => `${row['ref']} ${row['state']}`)).toEqual([
      'far-1 open',
      'far-2 open',
      'far-4 broken',
      'far-5 broken',
    ]);
    expect(rows[2]).toMatchObject({ zone: '+13:00', due_at: '2026-02-28 11:00:00+00' });
    const { unread } = await there.house.ask(overview, {}, there.maker);
    expect(unread).toBe(1);
  });

  it('a customer with nothing but what cannot be a promise has none', async () => {
    await track('Promise Renegotiated', { promise_id: 'none-1', agreed_by_customer: false });
    await track('Promise Result Withdrawn', { promise_id: 'none-2', result_event_id: 'x' });
    await track('Promise Result Withdrawn', { promise_id: 'none-3' });
    expect(await heardOf('none-%')).toEqual([]);
  });

  it('and the counts are those of the promises, by whatever zone', async () => {
    expect(await untrueIn(there.house)).toEqual([]);
    await there.house.rows('update promises.tally_move set promises = promises + 1');
    await there.house.rows("delete from platform.timer where room = 'promises'");
    expect((await untrueIn(there.house)).map((one) => one.what)).toEqual([
      'count of promises that is not their number',
      'open promise whose breach will not ring',
    ]);
  });
});
