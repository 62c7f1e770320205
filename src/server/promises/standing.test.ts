import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import * as standing from '../../shared/promises-standing.ts';
import * as views from '../../shared/promises-views.ts';
import { editMe } from '../../shared/staff.ts';
import { misfitOf } from './standing-fit-rules.ts';

let it_: PromisesHouse;
let delivery: standing.Standing;

const inLanguage = (title: string) => ({
  title,
  promise: `${title} within three working days, complete, as specified.`,
  conditions: 'Ordered on the web.',
  limits: 'Not on islands.',
  complain: 'Write to us.',
  contact: 'help@luz.example',
  indicator: 'Share of orders on time.',
});
const spoken = 'Entregado en tres días laborables, completo.';
const texts = {
  en: inLanguage('Delivered'),
  es: { ...inLanguage('Entregado'), promise: spoken },
  ru: inLanguage('Доставлено'),
};
const rule = {
  opens: { event: 'Order Completed', where: [{ property: 'channel', is: 'web' }] },
  closes: { event: 'Order Delivered', where: [] },
  same: 'order_id',
  term: { kind: 'working-days', days: 3 },
  desired: { kind: 'working-days', days: 1 },
  ticks: [
    { tick: 'complete', property: 'complete' },
    { tick: 'as specified', property: 'in_spec' },
  ],
  kind: 'delivery',
} satisfies standing.StandingRule;

beforeAll(async () => {
  it_ = await openPromises();
  const { house, logistics } = it_;
  const asked = { texts, rule, keeper_department: logistics, public: true };
  const draft = (await house.ask(standing.setStanding, asked, house.administrator)).standing;
  expect(draft).toMatchObject({ state: 'draft', version: 1, in_force_at: null });
  const at = { standing_id: draft.standing_id, version: 1, in_force_at: '2026-01-01T00:00:00Z' };
  delivery = (await house.ask(standing.publishStanding, at, house.administrator)).standing;
});
afterAll(async () => it_.house.close());

const ordered = (order: string, at: string, more: object = {}) =>
  it_.track('Order Completed', { order_id: order, channel: 'web', ...more }, at);
const delivered = (order: string, at: string, more: object = { complete: true, in_spec: true }) =>
  it_.track('Order Delivered', { order_id: order, ...more }, at);

/** How the customer's own stand, by the number of the order. */
async function stand(): Promise<Record<string, ShownPromise>> {
  const { house, maker } = it_;
  await house.kept.delivery.settled();
  const { promises } = await house.ask(views.ofCustomer, { customer_id: await it_.buyer(), limit: 200 }, maker);
  return Object.fromEntries(promises.map((one) => [one.subject ?? '', one]));
}

describe('a standing promise is each fitting customer’s own', () => {
  it('opened and closed by events: kept, exceeded, broken by its day or by a tick, whichever was heard first', async () => {
    // A Monday; due on Thursday to its end, better by Tuesday.
    const monday = '2026-03-02T10:00:00Z';
    await ordered('kept', monday);
    await delivered('kept', '2026-03-05T22:59:00Z');
    await ordered('exceeded', monday);
    await delivered('exceeded', '2026-03-02T20:00:00Z');
    await ordered('late', monday);
    await delivered('late', '2026-03-05T23:01:00Z');
    await ordered('half', monday);
    await delivered('half', '2026-03-03T10:00:00Z', { complete: false, in_spec: true });
    await delivered('first', '2026-03-04T10:00:00Z');
    await stand();
    await ordered('first', monday);
    await ordered('shop', monday, { channel: 'shop' });
    await ordered('open', monday);
    const all = await stand();
    expect(Object.fromEntries(Object.entries(all).map(([order, one]) => [order, one.state]))).toEqual({
      kept: 'kept',
      exceeded: 'exceeded',
      late: 'broken',
      half: 'broken',
      first: 'kept',
      open: 'open',
    });
    expect(all['kept']).toMatchObject({
      origin: 'standing',
      standing_id: delivery.standing_id,
      due_local: '2026-03-05',
      adequate: '2026-03-05',
      desired: '2026-03-03',
      keeper: { id: it_.logistics },
      ticks: { complete: true, 'as specified': true },
      words: 'Delivered within three working days, complete, as specified.',
    });
    expect(all['half']?.ticks).toEqual({ complete: false, 'as specified': true });
  });

  it('is read by each colleague in his own language', async () => {
    const { house, maker } = it_;
    await house.ask(editMe, { language: 'es' }, maker);
    // Who somebody is, is looked up once a second.
    const within = { timeout: 4_000 };
    await expect.poll(async () => (await stand())['kept'], within).toMatchObject({ words: spoken, language: 'es' });
    await house.ask(editMe, { language: 'en' }, maker);
    await expect.poll(async () => (await stand())['kept']?.language, within).toBe('en');
  });

  it('by the version that was in force when it happened; what was held before stays promised', async () => {
    const { house } = it_;
    const faster = { ...rule, term: { kind: 'working-days' as const, days: 1 }, desired: undefined };
    const { desired: _desired, ...asked } = faster;
    const draft = (
      await house.ask(
        standing.setStanding,
        { standing_id: delivery.standing_id, texts, rule: asked, keeper_department: it_.logistics },
        house.administrator,
      )
    ).standing;
    expect(draft.version).toBe(2);
    const at = { standing_id: draft.standing_id, version: 2, in_force_at: '2026-03-09T00:00:00Z' };
    await house.ask(standing.publishStanding, at, house.administrator);
    await ordered('before', '2026-03-06T10:00:00Z');
    await ordered('after', '2026-03-09T10:00:00Z');
    await ordered('too early', '2025-12-31T10:00:00Z');
    const all = await stand();
    expect(all['before']?.due_local).toBe('2026-03-11');
    expect(all['after']?.due_local).toBe('2026-03-10');
    expect(all['too early']).toBeUndefined();
    expect(all['open']?.due_local).toBe('2026-03-05');
    const { standings } = await house.ask(standing.standings, {}, it_.maker);
    expect(standings.map((one) => [one.version, one.state, one.ended_at])).toEqual([
      [2, 'in-force', null],
      [1, 'superseded', '2026-03-09T00:00:00.000Z'],
    ]);
  });

  it('taken out of force opens no more, and put back does again', async () => {
    const { house } = it_;
    const { standing_id } = delivery;
    house.clock.set('2026-06-01T10:00:00Z');
    await house.ask(standing.withdrawStanding, { standing_id }, house.administrator);
    house.clock.set('2026-06-02T10:00:00Z');
    await ordered('withdrawn', '2026-06-01T11:00:00Z');
    expect((await stand())['withdrawn']).toBeUndefined();
    await house.ask(standing.withdrawStanding, { standing_id, undo: true }, house.administrator);
    await ordered('again', '2026-06-01T12:00:00Z');
    expect((await stand())['again']?.state).toBe('open');
    const second = await house.send(standing.withdrawStanding, { standing_id, undo: true }, house.administrator);
    expect([second.status, second.code]).toEqual([404, 'record.not-found']);
  });

  it('is counted: how many hold it, and how it was kept in the last twelve months', async () => {
    it_.house.clock.set('2026-06-01T10:00:00Z');
    const { held } = await it_.house.ask(standing.standings, {}, it_.maker);
    const all = Object.values(await stand());
    const count = (state: string) => all.filter((one) => one.state === state).length;
    expect(held).toEqual([
      {
        standing_id: delivery.standing_id,
        open: count('open'),
        late: 3,
        kept: count('kept'),
        exceeded: count('exceeded'),
        broken: count('broken'),
      },
    ]);
    const { names } = await it_.house.ask(standing.eventNames, {}, it_.maker);
    expect(names).toEqual(['Order Completed', 'Order Delivered']);
  });
});

describe('what could never fit is refused', () => {
  const send = (part: Partial<standing.StandingRule>, more: object = {}) =>
    it_.house.send(standing.setStanding, { texts, rule: { ...rule, ...part }, ...more }, it_.house.administrator);
  const on = (event: string, ...where: [property: string, is: string][]) => ({
    event,
    where: where.map(([property, is]) => ({ property, is })),
  });

  it.each([
    ['one event to open and to close', { closes: on('Order Completed') }, 'standing.same-event'],
    [
      'one event told apart by nothing that contradicts',
      { opens: on('Order Changed', ['status', 'new']), closes: on('Order Changed', ['by', 'us']) },
      'standing.same-event',
    ],
    ['a condition against another', { opens: on('Order Completed', ['a', '1'], ['a', '2']) }, 'standing.contradiction'],
    ['a desired time after the promised', { desired: { kind: 'working-days', days: 4 } }, 'standing.desired-late'],
  ] as const)('%s', async (_what, part, code) => {
    const came = await send(part);
    expect([came.status, came.code]).toEqual([422, code]);
  });

  it('while one event told apart by its state is a rule', () => {
    const opens = on('Case Changed', ['status', 'open']);
    expect(misfitOf({ ...rule, opens, closes: on('Case Changed', ['status', 'closed']) })).toBeUndefined();
  });

  it('an empty text in any language, a department that is none, a day to come, and a role that may not', async () => {
    const empty = await send({}, { texts: { ...texts, ru: { ...texts.ru, promise: ' ' } } });
    expect([empty.status, empty.code]).toEqual([422, 'request.invalid']);
    expect((await send({}, { keeper_department: crypto.randomUUID() })).code).toBe('promise.keeper-unfit');
    const draft = { texts, rule };
    const { standing: one } = await it_.house.ask(standing.setStanding, draft, it_.house.administrator);
    const at = { standing_id: one.standing_id, version: 1, in_force_at: '2027-01-01T00:00:00Z' };
    expect((await it_.house.send(standing.publishStanding, at, it_.house.administrator)).code).toBe('event.in-future');
    expect((await it_.house.send(standing.setStanding, draft, it_.maker)).code).toBe('access.not-allowed');
  });
});
