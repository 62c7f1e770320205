import type { DayHours, WorkingWeek } from '../../shared/calendar.ts';
import { dayNumber } from '../platform/calendar/date-rules.ts';
import type { WorkCalendar } from '../platform/calendar/working-rules.ts';

/** A day unlike its weekday: `date` of one year, or `yearly` (`12-24`) of each. */
export interface FreeDay {
  readonly free_day_id: string;
  readonly department_id: string | null;
  readonly kind: 'closed' | 'open';
  readonly name: string;
  readonly date: string | null;
  readonly yearly: string | null;
  readonly hours: DayHours | null;
}

/** The hours and the place of the house. */
export interface HouseHours {
  readonly zone: string;
  readonly country: string;
  readonly region: string | null;
  readonly holidays: boolean;
  readonly working_week: WorkingWeek;
}

/** Those of a department, each null where it is as in the house. */
export interface OwnHours {
  readonly department_id: string;
  readonly zone: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly working_week: WorkingWeek | null;
}

/** All that decides when somebody works. */
export interface CalendarFacts {
  readonly zone: string;
  readonly country: string;
  readonly region: string | null;
  readonly holidays: boolean;
  readonly week: WorkingWeek;
  /** The department's own, then the house's: the first that speaks of a date decides it. */
  readonly own: readonly FreeDay[];
  readonly common: readonly FreeDay[];
}

/** The facts of a department, or of the house: what the department does not say of itself, the house says. */
export function factsOf(house: HouseHours, own: OwnHours | undefined, days: readonly FreeDay[]): CalendarFacts {
  return {
    zone: own?.zone ?? house.zone,
    country: own?.country ?? house.country,
    // A region is of its country: in a country of its own a department has no region of the house's.
    region: own?.region ?? (own === undefined || own.country === null ? house.region : null),
    holidays: house.holidays,
    week: own?.working_week ?? house.working_week,
    own: own === undefined ? [] : days.filter((day) => day.department_id === own.department_id),
    common: days.filter((day) => day.department_id === null),
  };
}

/** What is said of a date: the department before the house, one date before a day of each year. */
export function dayOn(facts: Pick<CalendarFacts, 'own' | 'common'>, date: string): FreeDay | undefined {
  for (const days of [facts.own, facts.common]) {
    const said = days.find((day) => day.date === date) ?? days.find((day) => day.yearly === date.slice(5));
    if (said !== undefined) return said;
  }
  return undefined;
}

/** The working calendar: own days before holidays, holidays before the week. */
export function workCalendar(facts: CalendarFacts, isHoliday: (date: string) => boolean): WorkCalendar {
  return {
    zone: facts.zone,
    week: facts.week,
    isFree: (date) => {
      const said = dayOn(facts, date);
      return said === undefined ? facts.holidays && isHoliday(date) : said.kind === 'closed';
    },
    hoursOn: (date) => dayOn(facts, date)?.hours ?? undefined,
  };
}

/** The days that count in a year, each with its date in it, in order. */
export function daysIn(facts: CalendarFacts, year: number): (FreeDay & { readonly on: string })[] {
  return [...facts.own, ...facts.common]
    .map((day) => ({ ...day, on: day.date ?? `${year}-${day.yearly}` }))
    .filter((day) => dayNumber(day.on) !== undefined && day.on.startsWith(`${year}-`))
    .filter((day) => dayOn(facts, day.on)?.free_day_id === day.free_day_id)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
