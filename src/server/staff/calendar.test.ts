import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type SignedIn, type TestHouse } from '../../../test/support/house.ts';
import { departmentOf } from '../../../test/support/people.ts';
import type { Term } from '../../shared/calendar.ts';
import * as days from '../../shared/staff-calendar.ts';
import * as houseContract from '../../shared/staff-house.ts';
import * as people from '../../shared/staff-people.ts';
import { dueAfter } from '../platform/calendar/term-rules.ts';
import { instantOf } from '../platform/clock.ts';
import { calendarOf, calendarsOf } from './calendar-service.ts';

let house: TestHouse;
let admin: SignedIn;
let service: string;
let billing: string;

beforeAll(async () => {
  house = await openHouse();
  admin = house.administrator;
  service = await departmentOf(house, 'customer-service');
  billing = await departmentOf(house, 'billing');
});
afterAll(() => house.close());

const year = (departmentId?: string, when = 2027) =>
  house.ask(
    days.calendar,
    { year: when, ...(departmentId === undefined ? {} : { department_id: departmentId }) },
    admin,
  );

async function editHouse(change: object): Promise<void> {
  const { version } = await house.ask(houseContract.organisation, {}, admin);
  await house.ask(houseContract.editOrganisation, { version, ...change }, admin);
}

async function editDepartment(departmentId: string, change: object): Promise<void> {
  const { departments } = await house.ask(houseContract.departments, {}, admin);
  const version = departments.find((one) => one.department_id === departmentId)?.version ?? 0;
  await house.ask(houseContract.editDepartment, { department_id: departmentId, version, ...change }, admin);
}

/** When a term that began at an instant is due by the calendar of the house or a department. */
async function due(start: string, term: Term, departmentId?: string): Promise<string | undefined> {
  const calendar = await calendarOf({ tx: house.kept.house.database.read }, departmentId);
  return dueAfter(instantOf(start), term, calendar).at?.toISOString();
}

const oneDay: Term = { kind: 'working-days', days: 1 };
const oneHour: Term = { kind: 'working-time', minutes: 60 };

describe('the calendar of the house', () => {
  it('has the hours of the week and the holidays of its country, named in the language of who asks', async () => {
    const shown = await year();
    expect(shown).toMatchObject({ zone: 'Europe/Madrid', country: 'ES', region: null, holidays_free: true });
    expect(shown.holidays.find((one) => one.date === '2027-01-06')?.names).toEqual(['Epiphany']);
    // 261 weekdays less 1 and 6 January, 26 March, 12 October, 1 November, 6 and 8 December.
    expect(shown.working_days).toBe(254);
    await house.rows("update staff.person set language = 'es' where person_id = $1", [admin.personId]);
    await new Promise((done) => setTimeout(done, 1_050));
    expect((await year()).holidays[1]?.names).toEqual(['Día de los Reyes Magos']);
    expect(await due('2027-12-03T16:00Z', oneDay)).toBe('2027-12-07T23:00:00.000Z');
  });

  it('has the holidays of its region, once that is said', async () => {
    const { regions, known } = await house.ask(days.regions, { country: 'ES' }, admin);
    expect(known).toBe(true);
    expect(regions).toContainEqual({ code: 'MD', name: 'Comunidad de Madrid' });
    expect(await house.ask(days.regions, { country: 'WS' }, admin)).toEqual({
      known: expect.any(Boolean),
      regions: [],
    });
    await editHouse({ region: 'MD' });
    expect((await year()).holidays.map((one) => one.date)).toContain('2027-05-03');
    expect(await due('2027-04-30T16:00Z', oneDay)).toBe('2027-05-04T22:00:00.000Z');
    const { version } = await house.ask(houseContract.organisation, {}, admin);
    const wrong = { version, region: 'ZZ' };
    expect(await house.send(houseContract.editOrganisation, wrong, admin)).toMatchObject({
      status: 422,
      code: 'staff.region-unknown',
    });
    expect((await house.ask(houseContract.organisation, {}, admin)).version).toBe(version);
  });

  it('keeps region and holidays when something else is edited', async () => {
    await editHouse({ name: 'Luz del Sur' });
    expect(await house.ask(houseContract.organisation, {}, admin)).toMatchObject({ region: 'MD', holidays: true });
  });

  it('has no holidays when the house keeps none, but still names them', async () => {
    await editHouse({ holidays: false });
    const shown = await year();
    expect([shown.holidays_free, shown.working_days]).toEqual([false, 261]);
    expect(shown.holidays.length).toBeGreaterThan(9);
    expect(await due('2027-12-03T16:00Z', oneDay)).toBe('2027-12-06T23:00:00.000Z');
    await editHouse({ holidays: true });
  });
});

describe('a day unlike its weekday', () => {
  it('closed in one year, closed each year, open whatever the holiday, with hours of its own', async () => {
    const set = (input: object) => house.ask(days.setFreeDay, { kind: 'closed', name: 'Patron', ...input }, admin);
    await set({ date: '2027-06-10', name: 'Company day' });
    await set({ yearly: '12-31', name: 'San Silvestre' });
    await set({ kind: 'open', date: '2027-10-12', name: 'Fair', hours: [{ from: '10:00', to: '14:00' }] });
    await set({ kind: 'open', date: '2027-12-18', name: 'Saturday sale', hours: [{ from: '10:00', to: '20:00' }] });
    const shown = await year();
    expect(shown.free_days.map((one) => [one.on, one.kind, one.name])).toEqual([
      ['2027-06-10', 'closed', 'Company day'],
      ['2027-10-12', 'open', 'Fair'],
      ['2027-12-18', 'open', 'Saturday sale'],
      ['2027-12-31', 'closed', 'San Silvestre'],
    ]);
    expect((await year(undefined, 2028)).free_days.map((one) => one.on)).toEqual(['2028-12-31']);
    // Two more closed, two more open; 25 March and 3 May are Madrid's.
    expect(shown.working_days).toBe(252);
    expect(await due('2027-06-09T10:00Z', oneDay)).toBe('2027-06-11T22:00:00.000Z');
    expect(await due('2027-10-11T15:30Z', oneHour)).toBe('2027-10-12T08:30:00.000Z');
    expect(await due('2027-12-17T17:00Z', oneHour)).toBe('2027-12-18T10:00:00.000Z');
  });

  it('said again takes the place of what was said; taken back, the day is as before', async () => {
    const first = await house.ask(days.setFreeDay, { kind: 'closed', name: 'Bridge', date: '2027-12-07' }, admin);
    const again = await house.ask(days.setFreeDay, { kind: 'closed', name: 'Puente', date: '2027-12-07' }, admin);
    expect(again.free_day_id).toBe(first.free_day_id);
    expect((await year()).free_days.filter((one) => one.on === '2027-12-07').map((one) => one.name)).toEqual([
      'Puente',
    ]);
    expect(await due('2027-12-03T16:00Z', oneDay)).toBe('2027-12-09T23:00:00.000Z');
    await house.ask(days.dropFreeDay, { free_day_id: first.free_day_id }, admin);
    expect(await due('2027-12-03T16:00Z', oneDay)).toBe('2027-12-07T23:00:00.000Z');
    expect(await house.send(days.dropFreeDay, { free_day_id: first.free_day_id }, admin)).toMatchObject({
      status: 404,
    });
  });

  it('is set by administrators, and written down', async () => {
    const employee = await house.person('employee', service);
    const input = { kind: 'closed', name: 'My day', date: '2027-07-01' };
    expect(await house.send(days.setFreeDay, input, employee)).toMatchObject({ status: 403 });
    expect((await house.ask(days.calendar, { year: 2027 }, employee)).free_days.length).toBeGreaterThan(3);
    const { changes } = await house.ask(people.changes, { subject: 'organisation' }, admin);
    expect(changes[0]).toMatchObject({ what: 'staff.drop-free-day', before: { free_day_closed: '2027-12-07 Puente' } });
    expect(changes.some((one) => one.after?.['free_day_open'] === '2027-10-12 Fair')).toBe(true);
  });

  it.each([
    ['neither a date nor a day of each year', { kind: 'closed', name: 'X' }],
    ['both', { kind: 'closed', name: 'X', date: '2027-07-01', yearly: '07-01' }],
    ['no such day', { kind: 'closed', name: 'X', yearly: '02-30' }],
    [
      'hours of a closed day',
      { kind: 'closed', name: 'X', date: '2027-07-01', hours: [{ from: '09:00', to: '10:00' }] },
    ],
    [
      'hours that end before they begin',
      { kind: 'open', name: 'X', date: '2027-07-01', hours: [{ from: '09:00', to: '08:00' }] },
    ],
    ['no hours at all', { kind: 'open', name: 'X', date: '2027-07-01', hours: [] }],
    ['no name', { kind: 'closed', name: ' ', date: '2027-07-01' }],
  ])('is refused: %s', async (_what, input) => {
    expect((await house.send(days.setFreeDay, input, admin)).status).toBe(422);
  });

  it('29 February each year comes in leap years alone', async () => {
    const leap = await house.ask(days.setFreeDay, { kind: 'closed', name: 'Leap', yearly: '02-29' }, admin);
    expect((await year(undefined, 2028)).free_days.map((one) => one.on)).toContain('2028-02-29');
    expect((await year(undefined, 2027)).free_days.map((one) => one.name)).not.toContain('Leap');
    await house.ask(days.dropFreeDay, { free_day_id: leap.free_day_id }, admin);
  });
});

describe('the calendar of a department', () => {
  it('is the house’s until it has its own; what it does not say, the house says', async () => {
    expect(await year(service)).toEqual(await year());
    await editDepartment(service, { working_week: [{ day: 6, from: '10:00', to: '14:00' }] });
    expect(await year(service)).toMatchObject({
      zone: 'Europe/Madrid',
      week: [{ day: 6, from: '10:00', to: '14:00' }],
    });
    await editDepartment(service, { working_week: null, zone: 'America/Bogota', country: 'CO' });
    const shown = await year(service);
    expect(shown).toMatchObject({ zone: 'America/Bogota', country: 'CO', region: null, week: { length: 5 } });
    expect(shown.holidays.map((one) => one.date)).toContain('2027-07-20');
    expect(shown.free_days.map((one) => one.name)).toContain('San Silvestre');
    expect(await due('2027-07-19T16:00Z', oneDay, service)).toBe('2027-07-22T05:00:00.000Z');
    expect(await due('2027-07-19T16:00Z', oneDay, billing)).toBe('2027-07-20T22:00:00.000Z');
  });

  it('has days of its own, which count before the house’s', async () => {
    const open = { department_id: service, kind: 'open', name: 'We stay', date: '2027-06-10' } as const;
    const made = await house.ask(days.setFreeDay, open, admin);
    const named = async (departmentId?: string) =>
      (await year(departmentId)).free_days.filter((one) => one.on === '2027-06-10').map((one) => one.name);
    expect([await named(service), await named(billing), await named()]).toEqual([
      ['We stay'],
      ['Company day'],
      ['Company day'],
    ]);
    await house.ask(days.dropFreeDay, { free_day_id: made.free_day_id }, admin);
    expect(await named(service)).toEqual(['Company day']);
    const nowhere = { ...open, department_id: '00000000-0000-4000-8000-000000000000' };
    expect(await house.send(days.setFreeDay, nowhere, admin)).toMatchObject({ status: 404 });
    expect(await house.send(days.calendar, { year: 2027, department_id: nowhere.department_id }, admin)).toMatchObject({
      status: 404,
    });
  });

  it('its region is of its country', async () => {
    const { departments } = await house.ask(houseContract.departments, {}, admin);
    const version = departments.find((one) => one.department_id === service)?.version ?? 0;
    const edit = { department_id: service, version, region: 'MD' };
    expect(await house.send(houseContract.editDepartment, edit, admin)).toMatchObject({ code: 'staff.region-unknown' });
    await editDepartment(service, { country: null, zone: null, region: 'CT' });
    expect((await year(service)).holidays.map((one) => one.date)).toContain('2027-09-11');
    expect(departments.find((one) => one.department_id === billing)).toMatchObject({
      working_week: null,
      zone: null,
      country: null,
      region: null,
    });
  });

  it('calendars of many are read at once, and reckoned days are kept while nothing changes', async () => {
    const call = { tx: house.kept.house.database.read };
    const first = await calendarsOf(call, [service, billing, service]);
    expect(first.of(service)).not.toBe(first.of(billing));
    expect(first.of(billing)).toBe(first.of(undefined));
    expect(await calendarOf(call, service)).toBe(first.of(service));
    await editDepartment(service, { zone: 'Europe/Lisbon' });
    expect(await calendarOf(call, service)).not.toBe(first.of(service));
    expect((await calendarOf(call, service)).zone).toBe('Europe/Lisbon');
  });
});
