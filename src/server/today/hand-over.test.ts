import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asHouse } from '../../../test/support/call.ts';
import { openHouse, type SignedIn, type TestHouse } from '../../../test/support/house.ts';
import { type MailServer, openMailServer } from '../../../test/support/mail-server.ts';
import { departmentOf } from '../../../test/support/people.ts';
import { make } from '../../shared/customers.ts';
import { departments, editDepartment } from '../../shared/staff-house.ts';
import { setMail } from '../../shared/staff-mail.ts';
import { leave } from '../../shared/staff-people.ts';
import * as today from '../../shared/today.ts';
import * as team from '../../shared/today-team.ts';
import { heedMail } from '../staff/mail-settings.ts';
import { sendDue } from './delivery-service.ts';
import { type AwaitedLine, awaitLines, settleLines } from './line-service.ts';

let house: TestHouse;
let mail: MailServer;
let billing: string;
let clerk: SignedIn;
let colleague: SignedIn;
let head: SignedIn;
let stranger: SignedIn;
let gone: SignedIn;
let ana: string;

beforeAll(async () => {
  mail = await openMailServer();
  house = await openHouse();
  billing = await departmentOf(house, 'billing');
  clerk = await house.person('employee', billing);
  colleague = await house.person('employee', billing);
  head = await house.person('lead');
  stranger = await house.person('employee');
  gone = await house.person('employee');
  const all = (await house.ask(departments, {}, house.administrator)).departments;
  const version = all.find((one) => one.department_id === billing)?.version ?? 0;
  const edit = { department_id: billing, version, head_id: head.personId };
  await house.ask(editDepartment, edit, house.administrator);
  const settings = { host: '127.0.0.1', port: mail.port, security: 'none' as const, username: null };
  const from = { from_address: 'kept@luz.example', from_name: null };
  await house.ask(setMail, { ...settings, ...from }, house.administrator);
  await heedMail(house.kept.house);
  ana = (await house.ask(make, { kind: 'person', name: 'Ana Ruiz' }, house.administrator)).customer_id;
});
afterAll(async () => {
  await house.close();
  await mail.close();
});
beforeEach(async () => {
  for (const table of ['line', 'telling', 'delivery']) await house.rows(`delete from today.${table}`);
  house.clock.set('2027-03-02T10:00:00Z');
});

const line = (key: string, over: Partial<AwaitedLine> = {}): AwaitedLine => ({
  ...{ customerId: ana, room: 'promises', key, kind: 'promises.accept', personId: clerk.personId },
  ...{ word: 'promisesToday.line.accept', path: '/', ...over },
});
const put = (...lines: AwaitedLine[]) => asHouse(house.kept, (call) => awaitLines(call, lines));
const of = (...keys: string[]) => keys.map((key) => ({ customer_id: ana, room: 'promises', key }));
const seen = async (by: SignedIn) => (await house.ask(today.lines, {}, by)).lines;
const keys = async (by: SignedIn) => (await seen(by)).map((one) => one.key).toSorted();
const to = (person: SignedIn) => ({ to: { person_id: person.personId } });
const told = (by: SignedIn) => house.ask(today.tellings, {}, by);

describe('a line that is handed over', () => {
  it('is the receiver’s, who is told on the page and by mail; the note stands on it, and is not mailed', async () => {
    await put(line('one'));
    const note = 'She calls at ten.';
    expect(await house.ask(team.handOver, { lines: of('one'), ...to(colleague), note }, clerk)).toEqual({ lines: 1 });
    expect(await keys(clerk)).toEqual([]);
    const by = { person_id: clerk.personId, name: 'The employee 1' };
    expect(await seen(colleague)).toMatchObject([{ key: 'one', via: 'own', handed: { by, note } }]);
    expect((await told(colleague)).tellings).toMatchObject([
      { kind: 'today.handed', word: 'teamToday.line.handed', customer: 'Ana Ruiz' },
    ]);
    mail.taken.length = 0;
    await sendDue(house.kept.house);
    expect(mail.taken).toHaveLength(1);
    expect(JSON.stringify(mail.taken)).toContain('hands over to you what Ana Ruiz awaits');
    expect(JSON.stringify(mail.taken)).not.toContain('She calls');
  });

  it('stays handed over while the room says the same, and goes where the room says when it says otherwise', async () => {
    await put(line('one'));
    await house.ask(team.handOver, { lines: of('one'), ...to(colleague) }, clerk);
    await put(line('one', { weight: 4, until: new Date('2027-03-05T10:00:00Z') }));
    expect(await seen(colleague)).toMatchObject([{ key: 'one', weight: 4 }]);
    await house.ask(team.handOver, { lines: of('one'), ...to(stranger) }, colleague);
    await put(line('one'));
    expect(await keys(stranger)).toEqual(['one']);
    await put(line('one', { personId: head.personId }));
    expect(await seen(head)).toMatchObject([{ key: 'one', handed: null }]);
    await asHouse(house.kept, (call) => settleLines(call, [line('one')]));
    await put(line('one'));
    expect(await keys(clerk)).toEqual(['one']);
  });

  it('to a department is for all of it; taken back for a quarter of an hour, with what was told', async () => {
    await put(line('one', { personId: stranger.personId }), line('two', { personId: stranger.personId }));
    const asked = { lines: of('one', 'two'), to: { department_id: billing } };
    expect(await house.ask(team.handOver, asked, stranger)).toEqual({ lines: 2 });
    expect(await keys(clerk)).toEqual(['one', 'two']);
    expect((await told(head)).tellings).toMatchObject([{ word: 'teamToday.line.handedMany', slots: { lines: 2 } }]);
    expect(await house.send(team.takeBack, { lines: of('one') }, clerk)).toMatchObject({ code: 'line.handed-on' });
    await house.ask(team.takeBack, { lines: of('one', 'two') }, stranger);
    expect(await seen(stranger)).toMatchObject([{ handed: null }, { handed: null }]);
    expect(await told(head)).toMatchObject({ tellings: [], unseen: 0 });
    await house.ask(team.handOver, asked, stranger);
    await house.ask(today.claim, of('one')[0] ?? { customer_id: ana, room: '', key: '' }, clerk);
    expect(await house.send(team.takeBack, { lines: of('one') }, stranger)).toMatchObject({ code: 'line.handed-on' });
    house.clock.pass(16 * 60_000);
    expect(await house.send(team.takeBack, { lines: of('two') }, stranger)).toMatchObject({ code: 'line.handed-on' });
  });

  it('is so by who sees it or leads whose it is, all lines or none, and never against the room', async () => {
    const way = { endpoint: 'promises.reassign', input: { version: 1 }, as: 'keeper' };
    await put(
      line('one'),
      line('shared', { personId: null, departmentId: billing }),
      line('stays', { handOver: false }),
      line('own way', { handOver: way }),
    );
    const hand = (by: SignedIn, ...names: string[]) =>
      house.send(team.handOver, { lines: of(...names), ...to(stranger) }, by);
    expect(await hand(colleague, 'one')).toMatchObject({ status: 404 });
    expect(await hand(clerk, 'shared', 'stays')).toMatchObject({ status: 409, code: 'line.stays' });
    expect(await hand(clerk, 'own way')).toMatchObject({ status: 409, code: 'line.own-way' });
    expect(await seen(clerk)).toMatchObject([{}, {}, {}, {}]);
    const shown = await seen(clerk);
    expect(shown.find((one) => one.key === 'own way')?.hand_over).toEqual(way);
    expect(shown.find((one) => one.key === 'stays')?.hand_over).toBe(false);
    await house.ask(today.claim, { customer_id: ana, room: 'promises', key: 'shared' }, colleague);
    expect(await hand(clerk, 'shared')).toMatchObject({ status: 409, code: 'line.taken' });
    expect(await hand(head, 'shared', 'one')).toMatchObject({ status: 200 });
    expect(await keys(stranger)).toEqual(['one', 'shared']);
    await house.ask(leave, { person_id: gone.personId, successor_id: null }, house.administrator);
    const nowhere = { lines: of('one'), ...to(gone) };
    expect(await house.send(team.handOver, nowhere, stranger)).toMatchObject({ code: 'line.receiver-gone' });
  });

  it('by two at the same second goes to one of them whole: the other does not find it', async () => {
    await put(line('shared', { personId: null, departmentId: billing }));
    const both = await Promise.all([
      house.send(team.handOver, { lines: of('shared'), ...to(stranger) }, clerk),
      house.send(team.handOver, { lines: of('shared'), ...to(head) }, colleague),
    ]);
    expect(both.map((came) => came.status).toSorted()).toEqual([200, 404]);
  });
});

describe('the team', () => {
  it('is shown to whoever leads: how much awaits whom, by name, and what nobody has', async () => {
    const settle = (key: string) => asHouse(house.kept, (call) => settleLines(call, [line(key)], colleague.personId));
    await put(
      line('late', { until: new Date('2027-03-01T10:00:00Z') }),
      line('shared', { personId: null, departmentId: billing }),
      line('taken', { personId: null, departmentId: billing }),
      line('house', { personId: null }),
      line('done'),
      line('elsewhere', { personId: stranger.personId }),
    );
    await house.ask(today.claim, { customer_id: ana, room: 'promises', key: 'taken' }, colleague);
    await settle('done');
    house.clock.set('2027-03-03T10:00:00Z');
    const { departments } = await house.ask(team.team, {}, head);
    const oldest = '2027-03-02T10:00:00';
    expect(departments).toHaveLength(1);
    expect(departments[0]).toMatchObject({
      department_id: billing,
      name: { es: 'Facturación' },
      people: [
        { person_id: clerk.personId, lines: 1, late: 1, claimed: 0, settled: 0 },
        { person_id: colleague.personId, lines: 1, late: 0, claimed: 1, settled: 1 },
      ],
      nobody: { lines: 1, late: 0, oldest: expect.stringContaining(oldest) },
    });
    const all = (await house.ask(team.team, {}, house.administrator)).departments;
    expect(all.find((one) => one.department_id === null)).toMatchObject({ nobody: { lines: 1 } });
    expect(all.flatMap((one) => one.people.map((person) => person.lines)).reduce((sum, n) => sum + n, 0)).toBe(3);
    expect(await house.send(team.team, {}, clerk)).toMatchObject({ status: 403 });
  });

  it('opens to the lines of one, and to those that nobody has, for who leads alone', async () => {
    await put(
      line('own'),
      line('shared', { personId: null, departmentId: billing }),
      line('put off', { personId: null, departmentId: billing }),
    );
    const off = { customer_id: ana, room: 'promises', key: 'put off', until: '2027-03-02T15:00:00Z' };
    await house.ask(today.snooze, off, clerk);
    const whose = async (by: SignedIn, input: { person_id?: string; department_id?: string }) =>
      (await house.ask(today.lines, input, by)).lines.map((one) => `${one.key} ${one.via}`).toSorted();
    expect(await whose(head, { person_id: clerk.personId })).toEqual(['own team', 'put off team']);
    expect(await whose(head, { department_id: billing })).toEqual(['shared team']);
    expect(await whose(house.administrator, { person_id: clerk.personId })).toHaveLength(2);
    const refused = await house.send(today.lines, { person_id: clerk.personId }, colleague);
    expect(refused).toMatchObject({ status: 403, code: 'access.not-allowed' });
    expect(await house.send(today.lines, { department_id: billing }, colleague)).toMatchObject({ status: 403 });
    expect((await house.ask(today.lines, {}, head)).leads).toBe(true);
    expect((await house.ask(today.lines, {}, clerk)).leads).toBe(false);
  });

  it('a page is told at once what colleagues took of what it shows', async () => {
    await put(line('shared', { personId: null, departmentId: billing }));
    await house.ask(today.claim, { customer_id: ana, room: 'promises', key: 'shared' }, clerk);
    const by = { person_id: clerk.personId, name: 'The employee 1' };
    expect((await house.ask(today.lines, {}, colleague)).taken).toMatchObject([{ key: 'shared', by }]);
    expect((await house.ask(today.lines, {}, clerk)).taken).toEqual([]);
    expect((await house.ask(today.lines, {}, stranger)).taken).toEqual([]);
    house.clock.pass(16 * 60_000);
    expect((await house.ask(today.lines, {}, colleague)).taken).toEqual([]);
  });
});
