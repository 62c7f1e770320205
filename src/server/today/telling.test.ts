import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type SignedIn, type TestHouse } from '../../../test/support/house.ts';
import { departmentOf } from '../../../test/support/people.ts';
import { make } from '../../shared/customers.ts';
import { editDepartment } from '../../shared/staff-house.ts';
import { leave } from '../../shared/staff-people.ts';
import { type AwaitedLine, awaitLines, settleLines } from './line-service.ts';
import { tell, tellingIdOf, whoHearEach, whoHears } from './telling-service.ts';

let house: TestHouse;
let billing: string;
let head: SignedIn;
let clerk: SignedIn;
let customerId: string;

beforeAll(async () => {
  house = await openHouse();
  billing = await departmentOf(house, 'billing');
  head = await house.person('manager', billing);
  clerk = await house.person('employee', billing);
  await house.ask(editDepartment, { department_id: billing, version: 1, head_id: head.personId }, house.administrator);
  customerId = (await house.ask(make, { kind: 'person', name: 'Ana Ruiz' }, house.administrator)).customer_id;
});
afterAll(() => house.close());

const goes = (who: SignedIn, successor: SignedIn | null) =>
  house.ask(leave, { person_id: who.personId, successor_id: successor?.personId ?? null }, house.administrator);

describe('who hears', () => {
  it('is the person himself, and for a department its head', async () => {
    await asHouse(house.kept, async (call) => {
      expect(await whoHears(call, { personId: clerk.personId })).toEqual([clerk.personId]);
      expect(await whoHears(call, { departmentId: billing })).toEqual([head.personId]);
    });
  });

  it('is the successor of who left, and his successor', async () => {
    const [first, second] = [await house.person('employee', billing), await house.person('employee', billing)];
    await goes(first, second);
    await asHouse(house.kept, async (call) => {
      expect(await whoHears(call, { personId: first.personId })).toEqual([second.personId]);
    });
    await goes(second, clerk);
    await asHouse(house.kept, async (call) => {
      expect(await whoHears(call, { personId: first.personId })).toEqual([clerk.personId]);
    });
  });

  it('is else the head, else everybody in the department, else the administrators: never nobody', async () => {
    const gone = await house.person('employee', billing);
    await goes(gone, null);
    const logistics = await departmentOf(house, 'logistics');
    const carrier = await house.person('employee', logistics);
    const lost = await house.person('employee');
    await goes(lost, null);
    await asHouse(house.kept, async (call) => {
      const heard = await whoHearEach(call, [
        { personId: gone.personId },
        { departmentId: logistics },
        { personId: lost.personId },
        {},
        { personId: gone.personId, departmentId: logistics },
      ]);
      expect(heard).toEqual([
        [head.personId],
        [carrier.personId],
        [house.administrator.personId],
        [house.administrator.personId],
        [carrier.personId],
      ]);
    });
    expect(await asHouse(house.kept, (call) => whoHears(call, { departmentId: tellingIdOf('no such') }))).toEqual([
      house.administrator.personId,
    ]);
  });
});

describe('a line', () => {
  const line = (over: Partial<AwaitedLine> = {}): AwaitedLine => ({
    customerId,
    room: 'promises',
    key: 'one',
    kind: 'promises.accept',
    departmentId: billing,
    until: new Date('2027-03-01T12:00:00Z'),
    word: 'promisesToday.line.accept',
    slots: { maker: { person: clerk.personId } },
    path: '/promises/one',
    ...over,
  });
  const stored = async () => (await house.rows('select * from today.line'))[0];
  const news = async () => (await house.rows(`select 1 from platform.outbox where name = 'today.changed'`)).length;

  it('is put once, changes where it says something else, is settled by somebody and opens again', async () => {
    await asHouse(house.kept, (call) => awaitLines(call, [line(), line()]));
    expect(await news()).toBe(1);
    await asHouse(house.kept, (call) => awaitLines(call, [line()]));
    expect(await news()).toBe(1);
    const soon = line({ kind: 'promises.late', weight: 5, word: 'promisesToday.line.late' });
    await house.rows(`update today.line set claimed_by = $1, snoozed_until = now()`, [clerk.personId]);
    await asHouse(house.kept, (call) => awaitLines(call, [soon]));
    expect(await stored()).toMatchObject({ weight: 5, claimed_by: clerk.personId, snoozed_until: null });
    await asHouse(house.kept, (call) => settleLines(call, [line()], clerk.personId));
    expect(await stored()).toMatchObject({ settled_by: clerk.personId });
    await asHouse(house.kept, (call) => settleLines(call, [line()]));
    expect(await stored()).toMatchObject({ settled_by: clerk.personId });
    await asHouse(house.kept, (call) => awaitLines(call, [soon]));
    expect(await stored()).toMatchObject({ settled_at: null, settled_by: null, claimed_by: null });
    expect(await news()).toBe(4);
  });
});

describe('a telling', () => {
  const telling = (id: string, personId: string) => ({
    tellingId: tellingIdOf('test', id),
    personId,
    customerId,
    kind: 'promises.late',
    word: 'promisesToday.line.late' as const,
    path: '/promises/one',
    at: new Date('2027-03-01T12:00:00Z'),
  });

  it('is told once however often it is said, and mailed only where mail is set up', async () => {
    for (let at = 0; at < 3; at++) {
      await asHouse(house.kept, (call) => tell(call, [telling('a', clerk.personId), telling('b', head.personId)]));
    }
    expect(await house.rows('select in_app from today.telling')).toEqual([{ in_app: true }, { in_app: true }]);
    expect(await house.rows('select 1 from today.delivery')).toEqual([]);
    expect(await house.rows(`select 1 from platform.outbox where name = 'today.told'`)).toHaveLength(1);
  });

  it('goes the way that its reader chose', async () => {
    await house.rows(`insert into today.preference values ($1, 'promises.late', false, 'never')`, [head.personId]);
    const { house: inside } = house.kept;
    const { mail } = inside;
    Object.assign(inside, { mail: { ...mail, ready: true } });
    await asHouse(house.kept, (call) => tell(call, [telling('c', clerk.personId), telling('d', head.personId)]));
    Object.assign(inside, { mail });
    const found = await house.rows(
      `select t.in_app, d.message_id is not null as mailed from today.telling t left join today.delivery d using (telling_id)
      where telling_id = any ($1)`,
      [[tellingIdOf('test', 'c'), tellingIdOf('test', 'd')]],
    );
    expect(found.toSorted((a) => (a['in_app'] === true ? -1 : 1))).toEqual([
      { in_app: true, mailed: true },
      { in_app: false, mailed: false },
    ]);
  });
});
