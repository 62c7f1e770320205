import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import { find } from '../../shared/customers.ts';
import { recall } from '../../shared/memory.ts';
import { account } from '../../shared/moments.ts';
import { editSettings, settings } from '../../shared/moments-settings.ts';
import { changes } from '../../shared/staff-people.ts';

let door: SegmentDoor;

beforeAll(async () => {
  door = await openSegmentDoor();
});
afterAll(async () => door?.house.close());

let told = 0;

/** What customers said of contacts a minute apart, on a day. */
async function rated(user: string, marks: readonly number[]): Promise<void> {
  const batch = marks.map((emotional) => {
    told += 1;
    return {
      type: 'track',
      event: 'Moment Rated',
      userId: user,
      messageId: `rated ${told}`,
      timestamp: new Date(Date.parse('2026-02-01T08:00:00Z') + told * 60_000).toISOString(),
      properties: { by: 'customer', emotional, conversation_id: `contact ${told}` },
    };
  });
  expect((await door.post('/v1/batch', { batch })).body).toMatchObject({ remembered: marks.length });
  await door.house.kept.delivery.settled();
}

async function idOf(user: string): Promise<string> {
  const { customers } = await door.house.ask(find, { q: user }, door.house.administrator);
  return customers[0]?.customer_id ?? '';
}

async function balanceOf(user: string): Promise<number> {
  return (await door.house.ask(account, { customer_id: await idOf(user) }, door.house.administrator)).balance;
}

/** Lets the clock go on until every account is counted. */
async function counted() {
  const { house } = door;
  await expect
    .poll(async () => {
      await house.kept.timers.settled();
      return (await house.ask(settings, {}, house.administrator)).recount?.finished_at ?? null;
    })
    .not.toBeNull();
  return (await house.ask(settings, {}, house.administrator)).recount;
}

describe('the house’s ways with moments', () => {
  it('are those of the articles until it says otherwise, and whoever reads customers may see them', async () => {
    const employee = await door.house.person('employee');
    const usual = await door.house.ask(settings, {}, employee);
    expect(usual).toMatchObject({ five: 5, cap: null, fade_months: null, version: 0, recount: null });
    expect((await door.house.send(editSettings, { version: 0, five: 4 }, employee)).code).toBe('access.not-allowed');
  });

  it('are counted anew for everybody where a bad moment weighs otherwise, each account with its line in the brief', async () => {
    const { house } = door;
    await rated('ana', [5, 5, 1, 5]);
    await rated('pavel', [5, 5, 5, 5]);
    expect([await balanceOf('ana'), await balanceOf('pavel')]).toEqual([-4, 4]);
    const changed = await house.ask(editSettings, { version: 0, five: 3, cap: 2 }, house.administrator);
    expect(changed).toMatchObject({ five: 3, cap: 2, version: 1, rest_days: 30 });
    expect(changed.recount).toMatchObject({ done: 0, all: 2, finished_at: null });
    expect(await counted()).toMatchObject({ done: 2, all: 2 });
    expect([await balanceOf('ana'), await balanceOf('pavel')]).toEqual([-2, 2]);
    const { brief } = await house.ask(recall, { customer_id: await idOf('ana') }, house.administrator);
    expect(brief.lines.find((line) => line.word === 'moments.brief.owed')?.slots).toEqual({ count: 2 });
    const history = await house.ask(changes, { subject: 'moments' }, house.administrator);
    expect(history.changes[0]).toMatchObject({ before: { five: 5, cap: null }, after: { five: 3, cap: 2 } });
  });

  it('count a moment that comes while others are counted by the new ways', async () => {
    const { house } = door;
    await house.ask(editSettings, { version: 1, five: 7, cap: null }, house.administrator);
    await rated('ana', [1]);
    await counted();
    await rated('pavel', [2]);
    // 1, 2, −7, −6, −13 and 1 … 4, −7.
    expect([await balanceOf('ana'), await balanceOf('pavel')]).toEqual([-13, -7]);
  });

  it.each([
    [{ five: 0 }, 'five'],
    [{ five: 21 }, 'five'],
    [{ cap: 0 }, 'cap'],
    [{ fade_months: 121 }, 'fade_months'],
    [{ rest_days: 366 }, 'rest_days'],
    [{ ask_from: '20:00', ask_until: '09:00' }, 'ask_until'],
    [{ ask_from: '25:00', ask_until: '26:00' }, 'ask_from'],
    [{ ask_from: '10:00' }, 'ask_until'],
    [{ own_minutes: 14 }, 'own_minutes'],
    [{ recheck_days: 61 }, 'recheck_days'],
    [{ forgotten_days: 29 }, 'forgotten_days'],
  ])('refuse %o', async (change, path) => {
    const came = await door.house.send(editSettings, { version: 2, ...change }, door.house.administrator);
    expect(came).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(JSON.stringify(came.body)).toContain(`"path":"${path}"`);
  });

  it('are not written over what somebody else wrote meanwhile; what changes no account counts none', async () => {
    const { house } = door;
    const stale = await house.send(editSettings, { version: 1, rest_days: 10 }, house.administrator);
    expect(stale).toMatchObject({ code: 'record.stale', body: { current: { five: 7, version: 2 } } });
    const budgets = { employee: 1_500, lead: 5_000, manager: 9_000, 'privacy-officer': 0, administrator: 9_000 };
    const next = await house.ask(editSettings, { version: 2, rest_days: 10, budgets }, house.administrator);
    expect(next).toMatchObject({ rest_days: 10, budgets, version: 3 });
    expect(next.recount?.finished_at).not.toBeNull();
  });
});
