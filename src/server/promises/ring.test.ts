import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import * as promises from '../../shared/promises.ts';
import * as rates from '../../shared/promises-rates.ts';
import * as views from '../../shared/promises-views.ts';
import { lines, tellings } from '../../shared/today.ts';
import { followZones } from './zones.ts';

let there: PromisesHouse;

beforeAll(async () => {
  there = await openPromises();
});
afterAll(async () => there?.house.close());

/** Moves a promise into the past by the database's clock, as if time had gone on. */
async function age(promiseId: string, hours: number): Promise<void> {
  await there.house.rows(
    `update promises.promise set made_at = made_at - $2::int * interval '1 hour',
      heard_at = heard_at - $2::int * interval '1 hour', due_at = due_at - $2::int * interval '1 hour',
      adequate_at = adequate_at - $2::int * interval '1 hour', asked_at = asked_at - $2::int * interval '1 hour',
      accept_by = accept_by - $2::int * interval '1 hour',
      due_local = null, adequate_local = null where promise_id = $1`,
    [promiseId, hours],
  );
  await there.house.rows(
    `update platform.timer set ring_at = ring_at - $2::int * interval '1 hour' where record_id = $1`,
    [promiseId, hours],
  );
}

async function alarmsOf(promiseId: string) {
  const rows = await there.house.rows(
    `select split_part(kind, '@', 1) as kind from promises.alarm where promise_id = $1 order by ring_at`,
    [promiseId],
  );
  return rows.map((row) => row['kind']);
}

describe('alarms', () => {
  it('ring before the breach, at it, and where nobody accepted, once each; caught up they say how late', async () => {
    const { house, maker, keeper } = there;
    const promise = await there.make({ due: there.dayIn(6) });
    const id = promise.promise_id;
    await age(id, 24 * 8);
    await house.kept.timers.settled();
    await house.kept.timers.settled();
    expect(new Set(await alarmsOf(id))).toEqual(new Set(['unaccepted', 'share-50', 'share-80', 'breach']));
    expect(await alarmsOf(id)).toHaveLength(4);
    const [red] = (await house.ask(lines, {}, maker)).lines.filter((line) => line.kind === 'promises.unaccepted');
    expect(red).toMatchObject({ path: `/promises/${promise.customer_id}/${id}` });
    expect((await house.ask(lines, {}, keeper)).lines.map((line) => line.kind).toSorted()).toEqual([
      'promises.accept',
      'promises.late',
    ]);
    const told = (await house.ask(tellings, {}, keeper)).tellings.find((one) => one.kind === 'promises.late');
    expect(told?.late_seconds).toBeGreaterThan(3_600);
    const shown = await house.ask(views.show, { customer_id: promise.customer_id, promise_id: id }, maker);
    expect([shown.promise.late, shown.alarms.length]).toEqual([true, 4]);
    const settled = await house.ask(
      promises.settle,
      { customer_id: promise.customer_id, promise_id: id, version: promise.version, reason: 'no-capacity' },
      keeper,
    );
    expect(settled.promise).toMatchObject({ state: 'broken', reason: 'no-capacity' });
    expect((await house.ask(lines, {}, keeper)).lines).toEqual([]);
    expect((await house.ask(lines, {}, maker)).lines).toEqual([]);
  });

  it('do not ring for a promise that was kept, however near its due', async () => {
    const { house, keeper } = there;
    const promise = await there.make({ due: there.dayIn(3) });
    const at = { customer_id: promise.customer_id, promise_id: promise.promise_id };
    await house.ask(promises.settle, { ...at, version: promise.version }, keeper);
    expect(await house.rows('select 1 from platform.timer where record_id = $1', [promise.promise_id])).toEqual([]);
    // Whoever set it anew, or rang in the same second: the promise is looked at under its lock.
    await house.rows(
      `insert into platform.timer (room, customer_id, record_id, ring_at) values ('promises', $1, $2, now())`,
      [promise.customer_id, promise.promise_id],
    );
    await house.kept.timers.settled();
    expect(await alarmsOf(promise.promise_id)).toEqual([]);
  });

  it('tell whoever stands in for both sides once', async () => {
    const { house, logistics, maker } = there;
    const gone = await house.person('employee', logistics);
    const promise = await there.make({ due: there.dayIn(4), keeper: { person_id: gone.personId } });
    await house.rows(`update staff.person set state = 'left', successor_id = $2 where person_id = $1`, [
      gone.personId,
      maker.personId,
    ]);
    await age(promise.promise_id, 24 * 5);
    await house.kept.timers.settled();
    expect(
      await house.rows(`select person_id from today.telling where path = $1 and kind = 'promises.late'`, [
        `/promises/${promise.customer_id}/${promise.promise_id}`,
      ]),
    ).toEqual([{ person_id: maker.personId }]);
  });

  it('of an inner step that runs late alarm the promise to the customer', async () => {
    const { house, maker, keeper } = there;
    const outer = await there.make({ due: there.dayIn(9), keeper: { person_id: maker.personId } });
    const inner = await there.make({ due: there.dayIn(3), outer_id: outer.promise_id, words: 'Buy the boiler.' });
    expect(inner.visible).toBe(false);
    await age(inner.promise_id, 24 * 4);
    await house.kept.timers.settled();
    const own = (await house.ask(lines, {}, maker)).lines.filter((line) => line.kind === 'promises.inner-late');
    expect(own.map((line) => line.path)).toEqual([`/promises/${outer.customer_id}/${outer.promise_id}`]);
    await house.ask(
      promises.settle,
      { customer_id: inner.customer_id, promise_id: inner.promise_id, version: inner.version },
      keeper,
    );
    const left = (await house.ask(lines, {}, maker)).lines.filter((line) => line.kind === 'promises.inner-late');
    expect(left).toEqual([]);
  });
});

describe('keeping rates', () => {
  it('are counted by original due date, with what is late beside them', async () => {
    const { house, maker, logistics } = there;
    const before = await house.ask(rates.overview, { until: there.dayIn(30) }, maker);
    const promise = await there.make({ due: there.dayIn(2) });
    await there.make({ due: there.dayIn(2) });
    await age(promise.promise_id, 0);
    const after = await house.ask(rates.overview, { until: there.dayIn(30) }, maker);
    expect(after.open - before.open).toBe(2);
    expect(after.kept + after.exceeded + after.broken).toBe(after.rate?.of ?? 0);
    const calendar = await house.ask(rates.days, {}, maker);
    const row = calendar.keepers.find((one) => one.value === logistics);
    expect(row?.open.reduce((sum, one) => sum + one, 0)).toBe(
      Number(
        (
          await house.rows(
            `select count(*)::int as n from promises.promise where state = 'open' and keeper_department = $1
              and due_on between current_date and current_date + 13 and outer_id is null`,
            [logistics],
          )
        )[0]?.['n'],
      ),
    );
    const load = await house.ask(rates.load, { department_id: logistics, due: there.dayIn(2) }, maker);
    expect(load.open).toBeGreaterThanOrEqual(2);
    expect(load.keeps_a_day).toBeNull();
  });
});

describe('the law of the time zones', () => {
  it('changed: what is still to come is read anew from its wall time, what is past stays, and both say so', async () => {
    const { house, maker } = there;
    const future = await there.make({ due: `${there.dayIn(20)}T17:00` });
    const settled = await there.make({ due: `${there.dayIn(20)}T17:00` });
    const past = await there.make({ due: `${there.dayIn(20)}T17:00` });
    // As an older law of the zone had them: an hour earlier.
    const ids = [future, settled, past].map((one) => one.promise_id);
    await house.rows(
      `update promises.promise set due_at = due_at - interval '1 hour', adequate_at = adequate_at - interval '1 hour'
        where promise_id = any ($1::uuid[])`,
      [ids],
    );
    await house.rows(`update promises.promise set due_at = now() - interval '1 day' where promise_id = $1`, [
      past.promise_id,
    ]);
    await house.ask(
      promises.settle,
      { customer_id: settled.customer_id, promise_id: settled.promise_id, version: settled.version },
      maker,
    );
    expect(await followZones(house.kept.house, '2026z')).toBe(1);
    expect(await followZones(house.kept.house, '2026z')).toBe(0);
    const at = { customer_id: future.customer_id, promise_id: future.promise_id };
    const shown = await house.ask(views.show, at, maker);
    expect(shown.promise).toMatchObject({ due_at: future.due_at, due_note: 'moved' });
    expect(shown.steps[0]).toMatchObject({ what: 'recomputed', details: { to: future.due_at } });
    const moved = await house.ask(views.list, { which: 'moved' }, maker);
    expect(moved.promises.map((one) => one.promise_id)).toEqual([future.promise_id]);
  });
});
