import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentOf, openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import * as promises from '../../shared/promises.ts';
import * as views from '../../shared/promises-views.ts';
import { lines, tellings } from '../../shared/today.ts';

let it_: PromisesHouse;

beforeAll(async () => {
  it_ = await openPromises();
});
afterAll(async () => it_?.house.close());

describe('a promise is made by one and kept by another', () => {
  it('is asked of its keeper, accepted, kept, and each end of it sees so', async () => {
    const { house, maker, keeper, logistics, customerId } = it_;
    const { promise } = await house.ask(
      promises.make,
      {
        customer_id: customerId,
        words: 'Your boiler comes on Friday.',
        due: it_.dayIn(5),
        expected: { unit: 'date', desired: it_.dayIn(3) },
        keeper: { department_id: logistics },
        kind: 'delivery',
      },
      maker,
    );
    expect(promise).toMatchObject({
      state: 'open',
      acceptance: 'asked',
      late: false,
      unit: 'date',
      adequate: it_.dayIn(5),
      desired: it_.dayIn(3),
      keeper: { kind: 'department', id: logistics },
      maker: { kind: 'person', id: maker.personId },
      due_note: null,
    });
    const asked = await house.ask(lines, {}, keeper);
    expect(asked.lines.map((line) => line.kind)).toEqual(['promises.accept']);
    expect((await house.ask(tellings, {}, keeper)).tellings.map((one) => one.kind)).toContain('promises.accept');
    expect((await house.ask(lines, {}, maker)).lines).toEqual([]);
    const at = { customer_id: customerId, promise_id: promise.promise_id };
    const refused = await house.send(promises.accept, { ...at, version: promise.version }, maker);
    expect([refused.status, refused.code]).toEqual([403, 'promise.not-yours']);
    const accepted = await house.ask(promises.accept, { ...at, version: promise.version }, keeper);
    expect(accepted.promise.acceptance).toBe('accepted');
    expect((await house.ask(lines, {}, keeper)).lines).toEqual([]);
    const stale = await house.send(promises.settle, { ...at, version: promise.version }, keeper);
    expect([stale.status, stale.code]).toEqual([412, 'record.stale']);
    const settled = await house.ask(promises.settle, { ...at, version: accepted.promise.version }, keeper);
    expect(settled.promise).toMatchObject({ state: 'exceeded', gap: { adequate: 5, desired: 3, in: 'days' } });
    const story = await house.ask(views.show, at, maker);
    expect(story.steps.map((step) => step.what)).toEqual(['settled', 'accepted', 'made']);
    expect(story.may).toEqual(['correct']);
    await house.kept.delivery.settled();
    expect((await house.ask(views.show, at, maker)).promise).toEqual(settled.promise);
  });

  it('the customer’s word on it is taken down whatever was done meanwhile, and what he did not say yet is refused', async () => {
    const { house, maker, keeper } = it_;
    const promise = await it_.make({ due: it_.dayIn(4) });
    const at = { customer_id: promise.customer_id, promise_id: promise.promise_id };
    const early = await house.send(promises.feel, { ...at, felt: 'better' }, maker);
    expect([early.status, early.code]).toEqual([409, 'promise.wrong-state']);
    await house.ask(promises.settle, { ...at, version: promise.version }, keeper);
    const felt = await house.ask(promises.feel, { ...at, felt: 'better' }, maker);
    expect(felt.promise.felt).toBe('better');
    expect((await house.ask(promises.feel, { ...at, felt: 'worse' }, keeper)).promise.felt).toBe('worse');
  });

  it('a result that was taken back before the ledger heard of it does not come back', async () => {
    const { house, keeper } = it_;
    let promise = await it_.make({ due: it_.dayIn(4) });
    const at = { customer_id: promise.customer_id, promise_id: promise.promise_id };
    // The ledger hears while the hand goes on: whatever it hears when, nobody's next act is refused as stale.
    for (let round = 0; round < 30; round += 1) {
      const settled = await house.ask(promises.settle, { ...at, version: promise.version }, keeper);
      house.kept.delivery.wake();
      await pause(round * 2);
      const back = await house.ask(promises.unsettle, { ...at, version: settled.promise.version }, keeper);
      promise = back.promise;
    }
    await house.kept.delivery.settled();
    expect((await house.ask(views.show, at, keeper)).promise).toEqual(promise);
    // Events are delivered at least once: a result comes alone, late.
    await house.rows(
      `insert into platform.outbox (customer_id, name, payload)
        select customer_id, name, payload from platform.outbox
        where customer_id = $1 and payload::jsonb->'names' ? 'Promise Result' order by tx desc, seq desc limit 1`,
      [promise.customer_id],
    );
    await house.kept.delivery.settled();
    expect((await house.ask(views.show, at, keeper)).promise).toEqual(promise);
  });

  it('declined by its keeper is red to its maker at once, with the other date he could', async () => {
    const { house, maker, keeper } = it_;
    const promise = await it_.make({ due: it_.dayIn(4) });
    const at = { customer_id: promise.customer_id, promise_id: promise.promise_id };
    const counter = it_.dayIn(9);
    const declined = await house.ask(
      promises.decline,
      { ...at, version: promise.version, words: 'No lorry that day', counter },
      keeper,
    );
    expect(declined.promise).toMatchObject({ acceptance: 'countered', counter, answer_words: 'No lorry that day' });
    const said = {
      word: 'promisesToday.line.declinedOther',
      slots: { keeper: { name: { en: 'Logistics' } }, other: {} },
    };
    expect((await house.ask(lines, {}, maker)).lines).toMatchObject([{ kind: 'promises.declined', ...said }]);
    const { before, promise: next } = await house.ask(
      promises.renegotiate,
      { ...at, version: declined.promise.version, due: counter, agreed: true, words: 'Monday suits me.' },
      maker,
    );
    expect([before.state, next.state, next.acceptance]).toEqual(['renegotiated', 'open', 'accepted']);
    expect([before.replaced_by, next.replaces]).toEqual([next.promise_id, promise.promise_id]);
    expect((await house.ask(lines, {}, maker)).lines).toEqual([]);
  });

  it('changed after it was due is broken, and the new one is a promise of its own', async () => {
    const { house, maker } = it_;
    const promise = await it_.make({ due: it_.dayIn(2) });
    house.clock.pass(4 * 86_400_000);
    await house.rows(`update promises.promise set due_at = now() - interval '1 day' where promise_id = $1`, [
      promise.promise_id,
    ]);
    const { before, promise: next } = await house.ask(
      promises.renegotiate,
      {
        customer_id: promise.customer_id,
        promise_id: promise.promise_id,
        version: promise.version,
        due: it_.dayIn(12),
        agreed: true,
        words: 'All right, then.',
      },
      maker,
    );
    house.clock.pass(-4 * 86_400_000);
    expect([before.state, next.state]).toEqual(['broken', 'open']);
  });
});

describe('what sources tell of promises', () => {
  it('is entered: kept, broken, exceeded; a result that came first finds its promise; nothing twice', async () => {
    const { house } = it_;
    const made = (promise_id: string, due: string, more: object = {}) =>
      it_.track('Promise Made', {
        promise_id,
        unit: 'date',
        due,
        keeper_department: 'logistics',
        words: 'We will.',
        ...more,
      });
    const result = (promise_id: string, on: string, more: object = {}) =>
      it_.track('Promise Result', { promise_id, unit: 'date', result: on, ...more });
    await result('P-3', '2026-03-10');
    await made('P-1', '2026-03-10', { desired: '2026-03-08' });
    await made('P-2', '2026-03-10');
    await made('P-3', '2026-03-10', { desired: '2026-03-11' });
    await result('P-1', '2026-03-10');
    await result('P-2', '2026-03-11');
    await result('P-2', '2026-03-11');
    await result('P-9', '2026-03-11');
    await house.kept.delivery.settled();
    const { promises: all } = await house.ask(views.ofCustomer, { customer_id: await it_.buyer() }, it_.maker);
    const stand = Object.fromEntries(all.map((one) => [one.ref, one.state]));
    expect(stand).toEqual({ 'P-1': 'kept', 'P-2': 'broken', 'P-3': 'exceeded', 'P-9': 'unexpected' });
    expect(all.find((one) => one.ref === 'P-1')?.keeper).toMatchObject({ kind: 'department', id: it_.logistics });
    const period = { since: '2026-03-10', until: '2026-03-10', keeper_department: it_.logistics };
    const behind = await house.ask(views.list, { which: 'exceeded', ...period }, it_.maker);
    expect(behind.promises.map((one) => one.ref)).toEqual(['P-3']);
    const ended = await house.ask(views.list, { which: 'settled', ...period }, it_.maker);
    expect(ended.promises.map((one) => one.ref).toSorted()).toEqual(['P-1', 'P-2', 'P-3']);
    const rows = await house.rows(
      `select state, sum(promises)::int as n from (select * from promises.tally union all
        select side, dimension, day_on, value, state, promises from promises.tally_change) t
        where side = 'due' and dimension = 'keeper' and value = $1 and day_on = '2026-03-10' group by 1 having sum(promises) <> 0 order by 1`,
      [it_.logistics],
    );
    expect(rows).toEqual([
      { state: 'broken', n: 1 },
      { state: 'exceeded', n: 1 },
      { state: 'kept', n: 1 },
    ]);
  });
});

it('a department that was told by a name that nobody has stays as it was told', async () => {
  expect(await departmentOf(it_.house, 'logistics')).toBe(it_.logistics);
});
