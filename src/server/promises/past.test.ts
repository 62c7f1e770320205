import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsIn, ledgerOf, untrueIn } from '../../../test/support/ledger.ts';
import { openPromises, type PromisesHouse } from '../../../test/support/promises.ts';
import { merge, unmerge } from '../../shared/customers-merges.ts';
import * as standing from '../../shared/promises-standing.ts';
import { list } from '../../shared/promises-views.ts';
import { openOnePiece, openPasts } from './past.ts';

let it_: PromisesHouse;
beforeAll(async () => {
  it_ = await openPromises();
});
afterAll(async () => it_.house.close());

const minute = 60_000;
const day = 1_440 * minute;
const inLanguage = { title: '3', promise: '3 ✓', complain: '…', contact: '…', indicator: '%' };
const texts = { en: inLanguage, es: inLanguage, ru: inLanguage };
const rule = {
  opens: { event: 'Order Completed', where: [{ property: 'channel', is: 'web' }] },
  closes: { event: 'Order Delivered', where: [] },
  same: 'order_id',
  term: { kind: 'working-days', days: 3 },
  ticks: [],
  kind: 'delivery',
} satisfies standing.StandingRule;

const ago = (ms: number) => new Date(it_.house.clock.now().getTime() - ms).toISOString();

/** Sends an event that happened so long ago, of a user. */
async function tell(user: string, event: string, order_id: string, ms: number, channel = 'web'): Promise<void> {
  const messageId = `${event} ${order_id} ${ms}`;
  const told = { type: 'track', event, userId: user, messageId, timestamp: ago(ms), properties: { order_id, channel } };
  expect((await it_.door.post('/v1/track', told)).status).toBe(200);
}

/** A standing promise, or a further version of one, in force for 90 days already. */
async function publish(past: boolean, standing_id?: string): Promise<standing.Standing> {
  const { house } = it_;
  const asked = { texts, rule, ...(standing_id === undefined ? {} : { standing_id }) };
  const draft = (await house.ask(standing.setStanding, asked, house.administrator)).standing;
  const at = { standing_id: draft.standing_id, version: draft.version, in_force_at: ago(90 * day), past };
  return (await house.ask(standing.publishStanding, at, house.administrator)).standing;
}

async function read(version: number): Promise<standing.Standing> {
  const { standings } = await it_.house.ask(standing.standings, {}, it_.maker);
  const one = standings.find((each) => each.version === version);
  if (one === undefined) throw new Error('no such version');
  return one;
}

/** How the promises of the customers stand, by the number of the order. */
async function states(): Promise<Record<string, string>> {
  const rows = await it_.house.rows('select subject, state from promises.promise order by subject');
  return Object.fromEntries(rows.map((row) => [String(row['subject']), String(row['state'])]));
}

const told = { broken: 'broken', fresh: 'open', kept: 'kept', other: 'open', over: 'open' };

describe('a standing promise published from an earlier day', () => {
  it('opens nothing for what was heard before, unless that is asked for', async () => {
    await tell('buyer', 'Order Completed', 'too early', 91 * day);
    await tell('buyer', 'Order Completed', 'kept', 60 * day);
    await tell('buyer', 'Order Delivered', 'kept', 60 * day - minute);
    await tell('buyer', 'Order Completed', 'broken', 59 * day);
    await tell('buyer', 'Order Delivered', 'broken', 10 * day);
    await tell('buyer', 'Order Completed', 'shop', 58 * day, 'shop');
    // Heard long before the day for which it is to be promised now, which is over since.
    it_.house.clock.pass(-57 * day);
    await tell('buyer', 'Order Completed', 'over', 0);
    it_.house.clock.pass(57 * day);
    await tell('buyer', 'Order Completed', 'other', 56 * day);
    await tell('somebody', 'Order Delivered', 'other', 55 * day);
    await tell('buyer', 'Order Completed', 'fresh', minute);
    await it_.house.kept.delivery.settled();
    const { past, version } = await publish(false);
    expect([past, version]).toEqual([null, 1]);
    await openPasts(it_.house.kept.house);
    await it_.house.kept.delivery.settled();
    expect(await states()).toEqual({});
  });

  it('then it is opened for that, piece by piece, each going on where the one before it ended', async () => {
    const { house } = it_;
    const { standing_id } = await read(1);
    const { past, version } = await publish(true, standing_id);
    expect([version, past?.state, past?.opened]).toEqual([2, 'running', 0]);
    expect(await openOnePiece(house.kept.house, 3)).toBe(2);
    expect(await states()).toEqual({ broken: 'broken', kept: 'kept' });
    const first = (await read(2)).past;
    expect([first?.state, first?.opened, first?.until?.slice(0, 10)]).toEqual([
      'running',
      2,
      ago(59 * day).slice(0, 10),
    ]);
    // What is heard meanwhile opens it by itself, and counts once.
    await tell('buyer', 'Order Completed', 'meanwhile', 2 * day);
    await house.kept.delivery.settled();
    expect((await states())['meanwhile']).toBe('open');
    await openPasts(house.kept.house, AbortSignal.abort());
    await openPasts(house.kept.house);
    expect(await states()).toEqual({ ...told, meanwhile: 'open' });
    expect((await read(2)).past).toMatchObject({ state: 'done', opened: 5, until: null });
    expect(await openOnePiece(house.kept.house, 3)).toBeUndefined();
    expect(await untrueIn(house)).toEqual([]);
  });

  it('nothing rings that was over by then; it is late all the same, and what is to come will ring', async () => {
    const { house } = it_;
    await house.kept.timers.settled();
    expect(await house.rows('select kind from promises.alarm')).toEqual([]);
    expect(await house.rows("select kind from today.line where room = 'promises'")).toEqual([]);
    const late = await house.ask(list, { which: 'late' }, it_.maker);
    expect(late.promises.map((one) => one.subject).toSorted()).toEqual(['other', 'over']);
    const timers = await house.rows(
      `select p.subject from platform.timer t
         join promises.promise p on p.customer_id = t.customer_id and p.promise_id = t.record_id order by 1`,
    );
    expect(timers.map((row) => row['subject'])).toEqual(expect.arrayContaining(['fresh']));
    expect(timers.map((row) => row['subject'])).not.toContain('over');
  });

  it('a piece that is done twice changes nothing', async () => {
    const { house } = it_;
    await house.kept.delivery.settled();
    const before = [await ledgerOf(house, 'buyer'), await countsIn(house)];
    await house.rows(
      `update promises.standing set past_state = 'running', past_to = '00000000-0000-7000-8000-000000000000'
       where version = 2`,
    );
    await openPasts(house.kept.house);
    await house.kept.delivery.settled();
    expect([await ledgerOf(house, 'buyer'), await countsIn(house)]).toEqual(before);
    expect((await read(2)).past).toMatchObject({ state: 'done', opened: 5 });
    expect(await untrueIn(house)).toEqual([]);
  });

  it('told anew by a merge and its undoing, it is the same', async () => {
    const { house } = it_;
    const idOf = async (user: string) =>
      String(
        (await house.rows('select customer_id from customers.identity_key where value = $1', [user]))[0]?.[
          'customer_id'
        ],
      );
    const before = [await ledgerOf(house, 'buyer'), await countsIn(house)];
    const [from_id, to_id] = [await idOf('somebody'), await idOf('buyer')];
    const asked = { from_id, to_id, evidence: 'same passport', reason: 'twice in the books' };
    const { link_id } = await house.ask(merge, asked, house.administrator);
    await house.kept.delivery.settled();
    expect((await states())['other']).toBe('kept');
    // Out of its events alone: as where the one that had opened it was taken out, and another stands for it.
    await house.rows("update promises.promise set made_event_id = gen_random_uuid() where subject = 'over'");
    const undo = { customer_id: from_id, link_id, reason: 'two after all' };
    await house.ask(unmerge, undo, house.administrator);
    await house.kept.delivery.settled();
    expect([await ledgerOf(house, 'buyer'), await countsIn(house)]).toEqual(before);
    expect(await untrueIn(house)).toEqual([]);
    await house.kept.timers.settled();
    expect(await house.rows('select kind from promises.alarm')).toEqual([]);
  });
});

describe('whoever may publish', () => {
  it('stops it, and has it go on; it stops by itself where the promise is taken out of force', async () => {
    const { house } = it_;
    const { standing_id, version } = await publish(true);
    const turn = (going: boolean, by = house.administrator) =>
      house.send(standing.openPast, { standing_id, version, going }, by);
    expect((await turn(false, it_.maker)).code).toBe('access.not-allowed');
    expect((await turn(true)).code).toBe('promise.wrong-state');
    expect((await turn(false)).status).toBe(200);
    expect(await openOnePiece(house.kept.house, 3)).toBeUndefined();
    expect((await turn(true)).status).toBe(200);
    expect(await openOnePiece(house.kept.house, 3)).toBe(2);
    await house.ask(standing.withdrawStanding, { standing_id }, house.administrator);
    expect(await openOnePiece(house.kept.house, 3)).toBeUndefined();
    expect((await turn(true)).code).toBe('promise.wrong-state');
    await house.ask(standing.withdrawStanding, { standing_id, undo: true }, house.administrator);
    expect((await turn(true)).status).toBe(200);
    await openPasts(house.kept.house);
    const { standings } = await house.ask(standing.standings, {}, it_.maker);
    expect(standings.find((one) => one.standing_id === standing_id)?.past).toMatchObject({ state: 'done', opened: 6 });
    expect((await turn(true)).code).toBe('promise.wrong-state');
    expect(await untrueIn(house)).toEqual([]);
  });
});

it('what is heard and looked through at the same time is opened once', async () => {
  const { house } = it_;
  const orders = Array.from({ length: 60 }, (_, order) => `both ${order}`);
  const { version } = await publish(false);
  await Promise.all(orders.map((order, at) => tell(`client ${at % 20}`, 'Order Completed', order, day + at)));
  // As if it had been published since: hearing and looking through meet in the same events.
  await house.rows(
    `update promises.standing set past_before = now() + interval '1 hour', past_state = 'running',
       past_to = '00000000-0000-7000-8000-000000000000' where in_force_at is not null and version = $1`,
    [version],
  );
  await Promise.all([openPasts(house.kept.house), house.kept.delivery.settled(), openPasts(house.kept.house)]);
  await openPasts(house.kept.house);
  await house.kept.delivery.settled();
  const [row] = await house.rows("select count(*)::int as held from promises.promise where subject like 'both %'");
  expect(Number(row?.['held']) % orders.length).toBe(0);
  expect(await untrueIn(house)).toEqual([]);
});
