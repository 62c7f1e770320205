import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../../test/support/house.ts';
import { departmentOf } from '../../../test/support/promises.ts';
import { openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import * as contract from '../../shared/moments.ts';
import * as recovery from '../../shared/moments-recovery.ts';
import * as views from '../../shared/moments-views.ts';
import * as today from '../../shared/today.ts';

let door: SegmentDoor;
let service: SignedIn;
let other: SignedIn;
let systems: SignedIn;

beforeAll(async () => {
  door = await openSegmentDoor();
  const { house } = door;
  const department = await departmentOf(house, 'customer-service');
  service = await house.person('employee', department);
  other = await house.person('employee', department);
  systems = await house.person('employee', await departmentOf(house, 'systems'));
});
afterAll(async () => door?.house.close());

let told = 0;

/** Tells events of a user, minutes ago each, and waits until they are judged; the user's id. */
async function tell(user: string, ...events: readonly [name: string, properties: object, minutesAgo?: number][]) {
  const now = door.house.clock.now().getTime();
  const batch = events.map(([event, properties, minutesAgo = 5]) => {
    told += 1;
    const timestamp = new Date(now - minutesAgo * 60_000).toISOString();
    return { type: 'track', event, userId: user, messageId: `told ${told}`, timestamp, properties };
  });
  const came = await door.post('/v1/batch', { batch });
  expect(came.body).toMatchObject({ remembered: batch.length });
  await door.house.kept.delivery.settled();
  return (await door.customerOf(user))?.customer_id ?? '';
}

const admin = () => door.house.administrator;
const momentsOf = async (customer_id: string) =>
  (await door.house.ask(contract.ofCustomer, { customer_id }, admin())).moments;
const linesOf = async (person: SignedIn) =>
  (await door.house.ask(today.lines, {}, person)).lines.filter((line) => line.room === 'moments');
const day = (offset: number) =>
  new Date(door.house.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);

describe('a moment is as good as the worst of people, information and process', () => {
  it('a friendly call with wrong information is bad, and goes to the owner of the information', async () => {
    const call = { channel: 'phone', touchpoint: 'call-centre', department: 'customer-service', conversation_id: 'w1' };
    const customerId = await tell(
      'worst',
      ['Call Ended', { ...call, wait_seconds: 20, outcome: 'answered' }, 30],
      ['Moment Rated', { ...call, by: 'customer', people: 5, information: 1, process: 4, emotional: 4 }, 10],
    );
    const moments = await momentsOf(customerId);
    expect(moments).toHaveLength(1);
    expect(moments[0]).toMatchObject({ sign: -1, failing: ['information'], kind: 'treatment', balance: -5 });
    // The catalogue says whose the information at the phone is.
    expect(moments[0]?.owner?.names?.en).toBe('Systems');
    expect((await linesOf(systems)).map((line) => line.kind)).toEqual(['moments.repair']);
    expect(await linesOf(service)).toEqual([]);
  });

  it('who is named as the source of the information answers for it', async () => {
    const customerId = await tell('named', [
      'Moment Rated',
      { by: 'customer', information: 2, touchpoint: 'call-centre', information_department: 'logistics' },
    ]);
    expect((await momentsOf(customerId))[0]?.owner?.names?.en).toBe('Logistics');
  });

  it('of facts what went wrong is bad, what went as it should leaves no mark, who waited is heard', async () => {
    const customerId = await tell(
      'facts',
      ['Call Ended', { wait_seconds: 60, outcome: 'answered', conversation_id: 'f1', touchpoint: 'call-centre' }, 50],
      ['Call Ended', { wait_seconds: 400, outcome: 'answered', conversation_id: 'f2', touchpoint: 'call-centre' }, 40],
      ['Visit Made', { on_promised_day: true, on_time: false, late_minutes: 20, touchpoint: 'home-visit' }, 30],
      ['Delivery Made', { order_id: 'A1', complete: false, in_spec: true, on_time: true }, 20],
      ['Email Received', { conversation_id: 'f3' }, 10],
    );
    const moments = await momentsOf(customerId);
    expect(moments.map((one) => [one.sign, one.cause, one.kind])).toEqual([
      [null, null, null],
      [-1, 'incomplete', 'product'],
      [0, null, null],
      [-1, 'waited', 'treatment'],
      [0, null, null],
    ]);
  });
});

describe('a broken promise makes a negative moment', () => {
  it('one with its delivery and the rating of it, however they came; kept it is indifferent, felt better it is good', async () => {
    const promise = (id: string, due: string) =>
      [
        'Promise Made',
        {
          promise_id: id,
          kind: 'delivery',
          maker: 'company',
          keeper_department: 'logistics',
          unit: 'date',
          adequate: due,
          due,
          zone: 'Europe/Madrid',
          words: 'x',
        },
        20_000,
      ] as const;
    const customerId = await tell(
      'promised',
      [...promise('P1', day(-5))],
      [...promise('P2', day(-1))],
      [
        'Delivery Made',
        { promise_id: 'P1', order_id: 'O1', on_time: false, touchpoint: 'parcel-delivery', channel: 'delivery' },
        600,
      ],
      ['Promise Result', { promise_id: 'P1', unit: 'date', result: day(-1), on: day(-1) }, 599],
      ['Promise Result', { promise_id: 'P2', unit: 'date', result: day(-2), on: day(-2) }, 598],
      ['Moment Rated', { promise_id: 'P1', by: 'customer', emotional: 5, people: 5 }, 5],
    );
    const moments = (await momentsOf(customerId)).toSorted((a, b) => (a.sign ?? 0) - (b.sign ?? 0));
    expect(moments.map((one) => [one.promise_id !== null, one.sign, one.cause, one.failing, one.touchpoint])).toEqual([
      [true, -1, 'broken', ['process'], 'parcel-delivery'],
      [true, 0, 'kept', [], ''],
    ]);
    expect(moments[0]?.owner?.names?.en).toBe('Logistics');
    await tell('promised', ['Promise Felt', { promise_id: 'P2', felt: 'better' }, 3]);
    const keptNow = async () => (await momentsOf(customerId)).find((one) => one.cause !== 'broken');
    const kept = await keptNow();
    expect(kept).toMatchObject({ sign: 1, own: true, source: 'customer' });
    await tell('promised', ['Promise Felt', { promise_id: 'P2' }, 2]);
    expect(await keptNow()).toMatchObject({ sign: 0, own: false });
  });
});

describe('a machine only guesses', () => {
  it('what reads badly is looked at; who served says that it was not, and nothing is left of it', async () => {
    const customerId = await tell('written', [
      'Email Received',
      {
        conversation_id: 'm1',
        touchpoint: 'email-service',
        department: 'customer-service',
        words: 'This is terrible, I am very angry, what an awful service, the worst.',
        language: 'en',
      },
    ]);
    const [moment] = await momentsOf(customerId);
    expect(moment).toMatchObject({ sign: -1, source: 'machine', emotional: 2 });
    const [line] = (await linesOf(service)).filter((one) => one.customer_id === customerId);
    expect(line?.word).toBe('momentsToday.line.look');
    const at = { customer_id: customerId, moment_id: moment?.moment_id ?? '' };
    const marked = await door.house.ask(contract.mark, { ...at, marks: { emotional: 3 } }, service);
    expect(marked.moment).toMatchObject({ sign: 0, source: 'employee' });
    expect((await linesOf(service)).filter((one) => one.customer_id === customerId)).toEqual([]);
    expect((await door.house.ask(contract.show, at, admin())).recovery?.state).toBe('void');
    await door.house.ask(contract.unmark, { ...at, event_id: marked.event_id }, service);
    await door.house.kept.delivery.settled();
    const back = await door.house.ask(contract.show, at, admin());
    expect([back.moment.sign, back.recovery?.state, back.judgements.length]).toEqual([-1, 'open', 2]);
  });

  it('in a language never seen it is not sure', async () => {
    const customerId = await tell('finnish', [
      'Email Received',
      {
        conversation_id: 'm2',
        words: 'Palvelu oli aivan kamalaa ja odotin koko päivän turhaan, en tule enää koskaan.',
      },
    ]);
    expect((await momentsOf(customerId))[0]).toMatchObject({ sign: null, source: null, emotional: null });
  });
});

describe('a recovery', () => {
  it('is taken by one of two who reach for it at once, has an owner within the hour, and is handed over', async () => {
    const { house } = door;
    const bad = [
      'Moment Rated',
      { by: 'customer', people: 1, touchpoint: 'call-centre', department: 'customer-service' },
    ] as const;
    const first = await tell('at-once', [...bad]);
    const second = await tell('left-alone', [...bad]);
    const keyOf = async (customer_id: string) => ({
      customer_id,
      recovery_id: (await momentsOf(customer_id))[0]?.moment_id ?? '',
    });
    const key = await keyOf(first);
    const came = await Promise.all([house.send(recovery.own, key, service), house.send(recovery.own, key, other)]);
    expect(came.map((one) => one.status).toSorted()).toEqual([200, 409]);
    expect(came.find((one) => one.status === 409)?.code).toBe('line.taken');
    const alone = await keyOf(second);
    const before = (await house.ask(recovery.recovery, alone, admin())).recovery;
    expect(before).toMatchObject({ state: 'open', owner: null });
    const [timer] = await house.rows('select ring_at from platform.timer where record_id = $1', [alone.recovery_id]);
    // Named a quarter of an hour before the hour is over, so that it has one by then.
    expect(timer?.['ring_at']).toEqual(new Date(Date.parse(before.own_by) - 900_000));
    expect(Date.parse(before.own_by) - Date.parse(before.opened_at)).toBe(3_600_000);
    await house.rows("update platform.timer set ring_at = now() - interval '1 second' where record_id = $1", [
      alone.recovery_id,
    ]);
    const asked = async () => {
      await house.kept.timers.settled();
      return (await house.ask(recovery.recovery, alone, admin())).recovery;
    };
    await expect.poll(async () => (await asked()).state, { timeout: 5_000 }).toBe('owned');
    const named = await asked();
    expect([service.personId, other.personId]).toContain(named.owner?.person_id);
    await house.ask(recovery.assign, { ...alone, to: { person_id: systems.personId } }, service);
    expect((await linesOf(systems)).some((line) => line.key === `recovery:${alone.recovery_id}`)).toBe(true);
    expect((await linesOf(service)).some((line) => line.key === `recovery:${alone.recovery_id}`)).toBe(false);
  });

  it('is not begun for what was long ago', async () => {
    const customerId = await tell('history', ['Moment Rated', { by: 'customer', emotional: 1 }, 60 * 24 * 40]);
    const shown = await door.house.ask(contract.account, { customer_id: customerId }, admin());
    expect([shown.owed, shown.plan.recoveries]).toEqual([5, []]);
  });
});

describe('the map', () => {
  it('counts what the moments themselves say, before and after its counts are folded', async () => {
    const { house } = door;
    const counted = async () =>
      (await house.ask(views.map, {}, admin())).touchpoints.map(({ touchpoint, all }) => [
        touchpoint,
        all.positive,
        all.indifferent,
        all.negative,
        all.unjudged,
        all.failing.information,
        all.failing.process,
        all.failing.people,
      ]);
    const rows = await house.rows(`
      select touchpoint, count(*) filter (where sign = 1)::int as p, count(*) filter (where sign = 0)::int as i,
        count(*) filter (where sign = -1)::int as n, count(*) filter (where sign is null)::int as u,
        count(*) filter (where failing like '%information%')::int as fi,
        count(*) filter (where failing like '%process%')::int as fp,
        count(*) filter (where failing like '%people%')::int as fh
      from moments.moment where at > now() - interval '89 days' group by 1`);
    const byName = (all: unknown[][]) => all.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    const expected = byName(rows.map((row) => Object.values(row)));
    expect(expected.length).toBeGreaterThan(3);
    expect(byName(await counted())).toEqual(expected);
    const { foldTallies } = await import('./tally.ts');
    house.clock.pass(60_000);
    await foldTallies(house.kept.house);
    expect((await house.rows('select count(*)::int as waiting from moments.tally_move'))[0]?.['waiting']).toBe(0);
    expect(byName(await counted())).toEqual(expected);
  });
});
