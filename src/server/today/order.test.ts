import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type SignedIn, type TestHouse } from '../../../test/support/house.ts';
import { make } from '../../shared/customers.ts';
import { merge } from '../../shared/customers-merges.ts';
import { houseId } from '../../shared/staff.ts';
import * as today from '../../shared/today.ts';
import { hurtOf } from './hurt-rules.ts';
import { type AwaitedLine, awaitLines } from './line-service.ts';
import { weighCustomers } from './stake-service.ts';

const dayMs = 86_400_000;
const now = Date.parse('2027-03-02T10:00:00Z');
let house: TestHouse;
let clerk: SignedIn;
let ana: string;
let pavel: string;
let zoe: string;

beforeAll(async () => {
  house = await openHouse();
  clerk = await house.person('employee');
  const names = ['Ana Ruiz', 'Pavel Orlov', 'Zoë Brandt'];
  const made = [];
  for (const name of names) made.push(await house.ask(make, { kind: 'person', name }, house.administrator));
  [ana = '', pavel = '', zoe = ''] = made.map((one) => one.customer_id);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.rows('delete from today.line');
  await house.rows('delete from today.stake');
  house.clock.set('2027-03-02T10:00:00Z');
});

const line = (customerId: string, key: string, over: Partial<AwaitedLine> = {}): AwaitedLine => ({
  ...{ customerId, room: 'promises', key, kind: 'promises.accept', personId: clerk.personId },
  ...{ word: 'promisesToday.line.accept', path: '/', ...over },
});
const put = (...lines: AwaitedLine[]) => asHouse(house.kept, (call) => awaitLines(call, lines));
const weigh = (...stakes: { customerId: string; owed: number; lost?: boolean }[]) =>
  asHouse(house.kept, (call) => weighCustomers(call, stakes));
const shown = async (limit = 50) => (await house.ask(today.lines, { limit }, clerk)).lines;
const keys = async () => (await shown()).map((one) => one.key);

describe('how much a line’s waiting hurts', () => {
  it.each([
    ['coming up', { weight: 1, daysLate: null, owed: 0, lost: false }, 10],
    ['to accept', { weight: 2, daysLate: null, owed: 0, lost: false }, 20],
    ['to accept, and we owe him five', { weight: 2, daysLate: null, owed: 5, lost: false }, 40],
    ['late by an hour', { weight: 3, daysLate: 0, owed: 0, lost: false }, 70],
    ['a bad moment to repair', { weight: 5, daysLate: null, owed: 5, lost: false }, 70],
    ['late by a day', { weight: 3, daysLate: 1, owed: 0, lost: false }, 72],
    ['late by ten days', { weight: 3, daysLate: 10, owed: 0, lost: false }, 90],
    ['late by a year: no more than by ten days', { weight: 3, daysLate: 365, owed: 0, lost: false }, 90],
    ['a repair that runs late, of one who is going', { weight: 5, daysLate: 0, owed: 5, lost: true }, 130],
    ['forty owed: no more than ten', { weight: 1, daysLate: null, owed: 40, lost: false }, 50],
  ])('%s', (_what, hurting, points) => {
    expect(hurtOf(hurting)).toBe(points);
  });

  it('is the same in the order as in the rule', async () => {
    const kinds = [0, 1, 3, 9].flatMap((weight) =>
      [null, 5, 0, -0.01, -0.99, -1, -1.5, -9.99, -10, -40].map((days) => ({ weight, days })),
    );
    const stakes = [
      { customerId: ana, owed: 0, lost: false },
      { customerId: pavel, owed: 7, lost: true },
      { customerId: zoe, owed: 60, lost: false },
    ];
    await weigh(...stakes);
    await put(
      ...stakes.flatMap(({ customerId }) =>
        kinds.map(({ weight, days }) =>
          line(customerId, `${weight} ${days}`, {
            weight,
            until: days === null ? null : new Date(now + days * dayMs),
          }),
        ),
      ),
    );
    house.clock.set('2027-03-02T10:00:00Z');
    const found = await shown(200);
    expect(found).toHaveLength(120);
    // The clock goes on while it is asked.
    const after = (days: number) => Math.max(0, Math.floor(-days + 1e-6));
    const said = found.map((one) => {
      const stake = stakes.find((other) => other.customerId === one.customer_id);
      const [weight, days] = one.key.split(' ').map((part) => (part === 'null' ? null : Number(part)));
      const isLate = days !== null && days !== undefined && days <= 0;
      return hurtOf({
        weight: weight ?? 0,
        daysLate: isLate ? after(days) : null,
        owed: stake?.owed ?? 0,
        lost: stake?.lost ?? false,
      });
    });
    expect(found.map((one) => one.hurt)).toEqual(said);
  });
});

describe('the one order', () => {
  it('puts a customer whose worst line hurts most first, with all his lines; the house stands by itself', async () => {
    await weigh({ customerId: zoe, owed: 10 });
    await put(
      line(ana, 'ana late', { weight: 3, until: new Date(now - 3 * dayMs) }),
      line(ana, 'ana coming', { weight: 1, until: new Date(now + dayMs) }),
      line(pavel, 'pavel', { weight: 4 }),
      line(zoe, 'zoe', { weight: 2 }),
      line(houseId, 'house heavy', { weight: 7 }),
      line(houseId, 'house light', { weight: 0 }),
    );
    const order = ['ana late', 'ana coming', 'house heavy', 'zoe', 'pavel', 'house light'];
    expect(await keys()).toEqual(order);
    expect(await shown()).toMatchObject([{}, {}, {}, { owed: 10, lost: false, hurt: 60 }, {}, {}]);
    const paged: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await house.ask(today.lines, { limit: 1, ...(cursor === undefined ? {} : { cursor }) }, clerk);
      paged.push(...page.lines.map((one) => one.key));
      cursor = page.next ?? undefined;
      more = cursor !== undefined;
    }
    expect(paged).toEqual(order);
  });

  it('follows the face of joined records, and what is told of him; the same again changes nothing', async () => {
    await put(line(ana, 'ana'), line(pavel, 'pavel', { weight: 1 }), line(zoe, 'zoe', { weight: 2 }));
    expect(await keys()).toEqual(['zoe', 'pavel', 'ana']);
    await weigh({ customerId: ana, owed: 3 }, { customerId: ana, owed: 6 });
    expect(await keys()).toEqual(['ana', 'zoe', 'pavel']);
    const changes = async () => (await house.rows(`select 1 from platform.outbox where name = 'today.changed'`)).length;
    const before = await changes();
    await weigh({ customerId: ana, owed: 6 }, { customerId: zoe, owed: 0 });
    expect(await changes()).toBe(before);
    const joining = { from_id: pavel, to_id: ana, evidence: 'he said so', reason: 'one person' };
    await house.ask(merge, joining, house.administrator);
    expect(await keys()).toEqual(['pavel', 'ana', 'zoe']);
    expect((await shown())[0]).toMatchObject({ customer_id: pavel, face_id: ana, customer: 'Ana Ruiz', owed: 6 });
    await weigh({ customerId: ana, owed: 0 });
    expect(await house.rows('select 1 from today.stake')).toEqual([]);
  });
});
