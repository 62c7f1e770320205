import { LRUCache } from 'lru-cache';
import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as days from '../../shared/staff-calendar.ts';
import type { Call } from '../platform/area.ts';
import { dayNumber } from '../platform/calendar/date-rules.ts';
import { loadHolidays } from '../platform/calendar/holidays.ts';
import { type WorkCalendar, workingDaysIn } from '../platform/calendar/working-rules.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { type CalendarFacts, daysIn, type FreeDay, factsOf, workCalendar } from './calendar-rules.ts';
import { eraseFreeDay, findHours, findSaid, type HoursRow, lockFreeDay, saveFreeDay } from './calendar-store.ts';
import { note } from './change-service.ts';
import { lockDepartment } from './house-store.ts';

/** Working calendars of the house and of some departments. */
export interface Calendars {
  /** A department's; the house's where none is named or it was not asked for. */
  readonly of: (departmentId: string | null | undefined) => WorkCalendar;
}

/** Calendars by what they are made of, so that their reckoned days are kept for as long as nothing changes. */
const made = new LRUCache<string, WorkCalendar>({ max: 500 });

/** The working calendar of a department, or of the house; for rooms on the right. */
export async function calendarOf(
  call: Pick<Call, 'tx'>,
  departmentId: string | null | undefined,
): Promise<WorkCalendar> {
  const ids = departmentId === null || departmentId === undefined ? [] : [departmentId];
  return (await calendarsOf(call, ids)).of(departmentId);
}

/** The working calendars of several departments by one query; refuses `house.not-set-up`. */
export async function calendarsOf(call: Pick<Call, 'tx'>, departmentIds: readonly string[]): Promise<Calendars> {
  const hours = await requireHours(call, [...new Set(departmentIds)]);
  const common = await calendarFor(factsFor(hours, undefined));
  const own = new Map<string, WorkCalendar>();
  for (const one of hours.departments) {
    own.set(one.department_id, await calendarFor(factsFor(hours, one.department_id)));
  }
  return { of: (departmentId) => own.get(departmentId ?? '') ?? common };
}

async function requireHours(call: Pick<Call, 'tx'>, departmentIds: readonly string[]): Promise<HoursRow> {
  return (await findHours(call.tx, departmentIds)) ?? refuse('house.not-set-up');
}

function factsFor(hours: HoursRow, departmentId: string | undefined): CalendarFacts {
  const own = hours.departments.find((one) => one.department_id === departmentId);
  return factsOf(hours, own, hours.free_days);
}

async function calendarFor(facts: CalendarFacts): Promise<WorkCalendar> {
  const key = JSON.stringify(facts);
  const known = made.get(key);
  if (known !== undefined) return known;
  const place = { country: facts.country, region: facts.region ?? undefined };
  const holidays = facts.holidays ? await loadHolidays() : undefined;
  const calendar = workCalendar(facts, (date) => holidays?.isHoliday(place, date) ?? false);
  made.set(key, calendar);
  return calendar;
}

/** Shows a year of the house or of a department. */
export async function calendar(
  call: Call,
  input: InputOf<typeof days.calendar>,
): Promise<ReplyOf<typeof days.calendar>> {
  const { department_id: departmentId, year } = input;
  const hours = await requireHours(call, departmentId === undefined ? [] : [departmentId]);
  if (departmentId !== undefined && hours.departments.length === 0) refuse('record.not-found');
  const facts = factsFor(hours, departmentId);
  const { zone, country, region, week } = facts;
  const holidays = await loadHolidays();
  const place = { country, region: region ?? undefined };
  const [first, last] = [dayNumber(`${year}-01-01`) ?? 0, dayNumber(`${year + 1}-01-01`) ?? 0];
  return {
    zone,
    country,
    region,
    week,
    holidays_free: facts.holidays,
    holidays_known: holidays.isKnown(country),
    holidays: holidays
      .holidaysIn(place, year, call.actor.language)
      .map(({ date, names }) => ({ date, names: [...names] })),
    free_days: daysIn(facts, year),
    working_days: workingDaysIn(await calendarFor(facts), first, last),
  };
}

/** Lists the regions of a country, by their names. */
export async function regions(call: Call, input: InputOf<typeof days.regions>): Promise<ReplyOf<typeof days.regions>> {
  const holidays = await loadHolidays();
  return {
    known: holidays.isKnown(input.country),
    regions: holidays.regionsOf(input.country, call.actor.language).map((one) => ({ ...one })),
  };
}

/** Refuses `staff.region-unknown` where a country has no such region. */
export async function requireRegion(country: string, region: string | null): Promise<void> {
  if (region === null) return;
  const holidays = await loadHolidays();
  if (!holidays.regionsOf(country, 'en').some((one) => one.code === region)) refuse('staff.region-unknown');
}

/** Says that a day is closed or open, in place of what was said of it. */
export async function setFreeDay(
  call: Call,
  input: InputOf<typeof days.setFreeDay>,
): Promise<ReplyOf<typeof days.setFreeDay>> {
  await requireHours(call, []);
  if (input.department_id !== null) {
    const department = await lockDepartment(call.tx, input.department_id);
    if (department === undefined || department.closed_at !== null) refuse('record.not-found');
  }
  const day = { free_day_id: newId(), ...input };
  const before = await findSaid(call.tx, day);
  const freeDayId = await saveFreeDay(call.tx, day);
  await noteDay(call, input.department_id, before, day);
  return { free_day_id: freeDayId };
}

/** Takes back what was said of a day. */
export async function dropFreeDay(
  call: Call,
  input: InputOf<typeof days.dropFreeDay>,
): Promise<ReplyOf<typeof days.dropFreeDay>> {
  const day = await lockFreeDay(call.tx, input.free_day_id);
  if (day === undefined) return refuse('record.not-found');
  await eraseFreeDay(call.tx, day.free_day_id);
  await noteDay(call, day.department_id, day, undefined);
  return {};
}

/** The history says which day, what of it, and its hours. */
async function noteDay(
  call: Call,
  departmentId: string | null,
  before: FreeDay | undefined,
  after: FreeDay | undefined,
): Promise<void> {
  const said = (day: FreeDay | undefined) =>
    day === undefined ? null : { [`free_day_${day.kind}`]: `${day.date ?? day.yearly} ${day.name}`, hours: day.hours };
  await note(call, departmentId === null ? 'organisation' : `department:${departmentId}`, said(before), said(after));
}
