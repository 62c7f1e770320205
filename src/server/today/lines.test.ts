import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type SignedIn, type TestHouse } from '../../../test/support/house.ts';
import { departmentOf } from '../../../test/support/people.ts';
import { make } from '../../shared/customers.ts';
import { leave } from '../../shared/staff-people.ts';
import * as today from '../../shared/today.ts';
import { type AwaitedLine, awaitLines, settleLines } from './line-service.ts';
import { tell, tellingIdOf } from './telling-service.ts';

let house: TestHouse;
let billing: string;
let clerk: SignedIn;
let colleague: SignedIn;
let ana: string;
let nobody: string;

beforeAll(async () => {
  house = await openHouse();
  billing = await departmentOf(house, 'billing');
  clerk = await house.person('employee', billing);
  colleague = await house.person('employee', billing);
  ana = (await house.ask(make, { kind: 'person', name: 'Ana Ruiz' }, house.administrator)).customer_id;
  const key = { kind: 'phone' as const, value: '+34600111222' };
  nobody = (await house.ask(make, { kind: 'person', name: 'X', keys: [key] }, house.administrator)).customer_id;
  await house.rows('update customers.customer set name = null where customer_id = $1', [nobody]);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.rows('delete from today.line');
  house.clock.set('2027-03-02T10:00:00Z');
});

const line = (key: string, over: Partial<AwaitedLine> = {}): AwaitedLine => ({
  customerId: ana,
  room: 'promises',
  key,
  kind: 'promises.accept',
  personId: clerk.personId,
  word: 'promisesToday.line.accept',
  slots: { maker: { person: colleague.personId }, by: { department: billing }, due: { on: '2027-03-05' } },
  path: `/promises/${key}`,
  ...over,
});
const put = (...lines: AwaitedLine[]) => asHouse(house.kept, (call) => awaitLines(call, lines));
const seen = async (by: SignedIn, input: { filter?: 'mine' | 'department' | 'snoozed'; limit?: number } = {}) =>
  house.ask(today.lines, input, by);
const keys = async (by: SignedIn, filter?: 'mine' | 'department' | 'snoozed') =>
  (await seen(by, filter === undefined ? {} : { filter })).lines.map((one) => one.key);
const of = (key: string) => ({ customer_id: ana, room: 'promises', key });

describe('what awaits me', () => {
  it('stands by what hurts most, a customer’s together, then by when it is due; page by page nothing twice or passed over', async () => {
    await put(
      line('later', { until: new Date('2027-03-09T10:00:00Z') }),
      line('sooner', { until: new Date('2027-03-03T10:00:00Z') }),
      line('without', {}),
      line('heavy', { until: new Date('2027-03-20T10:00:00Z'), weight: 3 }),
      line('late', { until: new Date('2027-03-02T09:00:00Z') }),
      line('very late', { until: new Date('2027-02-02T09:00:00Z'), customerId: nobody }),
    );
    const order = ['very late', 'late', 'heavy', 'sooner', 'later', 'without'];
    expect(await keys(clerk)).toEqual(order);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.ask(today.lines, { limit: 2, ...(cursor === undefined ? {} : { cursor }) }, clerk);
      found.push(...page.lines.map((one) => one.key));
      cursor = page.next ?? undefined;
      house.clock.pass(3_600_000 * 30);
    } while (cursor !== undefined);
    expect(found).toEqual(order);
    house.clock.set('2027-03-02T10:00:00Z');
    const { lines, counts } = await seen(clerk);
    expect(counts).toEqual({ lines: 6, customers: 2, late: 2, snoozed: 0, more: false });
    expect(lines[1]).toMatchObject({
      customer: 'Ana Ruiz',
      ...{ late: true, hurt: 40, owed: 0, lost: false, handed: null, hand_over: null },
      via: 'own',
      slots: { maker: { name: 'The employee 2' }, by: { name: { es: 'Facturación' } }, due: { on: '2027-03-05' } },
    });
    expect(lines[0]).toMatchObject({ customer: null, customer_key: '+34600111222' });
    expect(await keys(colleague)).toEqual([]);
  });

  it('is read for service, and that is written down for each customer', async () => {
    await put(line('one'));
    await seen(clerk);
    const uses = () => house.rows(`select 1 from privacy.use where verb = 'today.lines' and customer_id = $1`, [ana]);
    await expect.poll(async () => (await uses()).length, { timeout: 3_000 }).toBeGreaterThan(0);
  });

  it('comes to others when I leave: to my successor, else my department; what nobody has, to administrators', async () => {
    const [heir, gone, orphan] = [
      await house.person('employee'),
      await house.person('employee', billing),
      await house.person('employee', billing),
    ];
    const logistics = await departmentOf(house, 'logistics');
    await put(
      line('left', { personId: gone.personId }),
      line('orphan', { personId: orphan.personId }),
      line('house', { personId: null }),
      line('empty department', { personId: null, departmentId: logistics }),
    );
    const by = house.administrator;
    await house.ask(leave, { person_id: gone.personId, successor_id: heir.personId }, by);
    await house.ask(leave, { person_id: orphan.personId, successor_id: null }, by);
    const { lines } = await seen(heir);
    expect(lines).toMatchObject([{ key: 'left', via: 'stand-in', instead_of: { person_id: gone.personId } }]);
    expect(await keys(clerk)).toEqual(['orphan']);
    expect((await keys(by)).toSorted()).toEqual(['empty department', 'house']);
    const carrier = await house.person('employee', logistics);
    expect(await keys(carrier)).toEqual(['empty department']);
    expect(await keys(by)).toEqual(['house']);
  });
});

describe('a line of the department', () => {
  const shared = () => line('shared', { personId: null, departmentId: billing, slots: {} });

  it('is taken by one, who alone has it then, and given back', async () => {
    await put(shared());
    await house.ask(today.claim, of('shared'), clerk);
    expect(await house.send(today.claim, of('shared'), colleague)).toMatchObject({ status: 409, code: 'line.taken' });
    expect(await keys(colleague)).toEqual([]);
    expect((await seen(colleague, { filter: 'department' })).lines).toMatchObject([
      { key: 'shared', claimed_by: { person_id: clerk.personId } },
    ]);
    expect((await seen(clerk)).lines).toMatchObject([{ via: 'own' }]);
    expect(await house.send(today.release, of('shared'), colleague)).toMatchObject({ code: 'line.taken' });
    await house.ask(today.release, of('shared'), clerk);
    expect(await keys(colleague)).toEqual(['shared']);
    const stranger = await house.person('employee');
    expect(await house.send(today.claim, of('shared'), stranger)).toMatchObject({ status: 404 });
  });

  it('that is put off is taken; it comes back by itself, or when that is undone', async () => {
    await put(shared());
    const off = (until: string | null) => house.ask(today.snooze, { ...of('shared'), until }, clerk);
    expect(await off('2027-03-02T13:00:00Z')).toEqual({ claimed: true });
    expect(await keys(clerk)).toEqual([]);
    expect(await keys(clerk, 'snoozed')).toEqual(['shared']);
    expect((await seen(clerk)).counts).toMatchObject({ lines: 0, snoozed: 1 });
    expect(await off(null)).toEqual({ claimed: false });
    await house.ask(today.release, of('shared'), clerk);
    expect(await keys(colleague)).toEqual(['shared']);
    await off('2027-03-02T13:00:00Z');
    house.clock.set('2027-03-02T13:00:01Z');
    expect(await keys(clerk)).toEqual(['shared']);
    for (const wrong of ['2027-03-02T12:00:00Z', '2027-06-02T12:00:00Z']) {
      expect(await house.send(today.snooze, { ...of('shared'), until: wrong }, clerk)).toMatchObject({ status: 422 });
    }
  });

  it('that is settled counts for who settled it, yesterday and today by his zone', async () => {
    await put(line('one'), line('two'), line('three'));
    const settle = (key: string) =>
      asHouse(house.kept, (call) => settleLines(call, [{ customerId: ana, room: 'promises', key }], clerk.personId));
    house.clock.set('2027-03-01T22:30:00Z');
    await settle('one');
    house.clock.set('2027-03-01T23:30:00Z');
    await settle('two');
    house.clock.set('2027-03-02T10:00:00Z');
    expect(await house.ask(today.settled, {}, clerk)).toEqual({
      yesterday: [{ kind: 'promises.accept', count: 1 }],
      today: [{ kind: 'promises.accept', count: 1 }],
    });
  });
});

describe('what I am told', () => {
  it('is listed newest first and counted until I have seen it; nobody sees another’s', async () => {
    const telling = (n: number) => ({
      tellingId: tellingIdOf('lines', String(n)),
      personId: clerk.personId,
      customerId: ana,
      kind: 'promises.late',
      word: 'promisesToday.line.late' as const,
      slots: { due: { at: '2027-03-01T10:00:00Z' } },
      path: '/promises/one',
      at: new Date(Date.parse('2027-03-01T10:00:00Z') + n * 60_000),
    });
    await asHouse(house.kept, (call) => tell(call, [1, 2, 3].map(telling)));
    const first = await house.ask(today.tellings, { limit: 2 }, clerk);
    expect(first).toMatchObject({ unseen: 3, tellings: [{ customer: 'Ana Ruiz', seen: false }, {}] });
    expect(first.tellings[0]?.at).toBe('2027-03-01T10:03:00.000Z');
    const rest = await house.ask(today.tellings, { limit: 2, cursor: first.next ?? '' }, clerk);
    expect(rest.tellings).toHaveLength(1);
    expect(await house.ask(today.see, { telling_id: tellingIdOf('lines', '3') }, clerk)).toEqual({ unseen: 2 });
    expect(await house.ask(today.see, { until: '2027-03-01T10:01:30.000Z' }, clerk)).toEqual({ unseen: 1 });
    expect(await house.ask(today.see, { until: '2027-03-02T10:00:00.000Z' }, colleague)).toEqual({ unseen: 0 });
    expect(await house.ask(today.unseen, {}, clerk)).toEqual({ unseen: 1 });
    expect(await house.ask(today.tellings, {}, colleague)).toMatchObject({ tellings: [], unseen: 0 });
  });

  it('is told as I like', async () => {
    const { preferences } = await house.ask(today.preferences, {}, clerk);
    expect(preferences.find((one) => one.kind === 'promises.late')).toMatchObject({ app: true, mail: 'now' });
    expect(preferences.find((one) => one.kind === 'promises.due-soon')).toMatchObject({ mail: 'daily' });
    const mine = [{ kind: 'promises.late' as const, app: false, mail: 'never' as const }];
    await house.ask(today.prefer, { preferences: mine }, clerk);
    const after = await house.ask(today.preferences, {}, clerk);
    expect(after.preferences.find((one) => one.kind === 'promises.late')).toMatchObject({ app: false, mail: 'never' });
    const unknown = { preferences: [{ kind: 'no.such', app: true, mail: 'now' }] };
    expect(await house.send(today.prefer, unknown, clerk)).toMatchObject({ status: 422 });
  });
});
