import type { DayHours, WorkingWeek } from '../../../shared/calendar.ts';
import { instantOf } from '../clock.ts';
import { clockMs, dateText, dayMs, lastDay, weekdayOf } from './date-rules.ts';
import { dayAt, dayEnd, read } from './local-rules.ts';
import { type Pause, runningSpans } from './pause-rules.ts';

/**
 * When somebody works. What it answers of a date must not change: its days are remembered for as long as the object lives.
 */
export interface WorkCalendar {
  readonly zone: string;
  readonly week: WorkingWeek;
  /** True for a holiday or a day off, `2027-12-25`; the week's hours do not count then. */
  readonly isFree: (date: string) => boolean;
  /** The hours of a date that is unlike its weekday (a short Christmas Eve, a Saturday worked); it counts before the rest. */
  readonly hoursOn?: (date: string) => DayHours | undefined;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** How far working hours are looked for and counted: ten years and a little. */
const searchDays = 3_660;
const daysKept = 4_000;
const remembered = new WeakMap<WorkCalendar, Map<number, readonly Span[]>>();

/** The working hours of a day as instants (ms), in order and apart from each other. */
export function spansOn(calendar: WorkCalendar, day: number): readonly Span[] {
  const days = remembered.get(calendar) ?? new Map<number, readonly Span[]>();
  remembered.set(calendar, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const spans = day > lastDay ? [] : spansOf(calendar, day);
  if (days.size >= daysKept) days.clear();
  days.set(day, spans);
  return spans;
}

function spansOf(calendar: WorkCalendar, day: number): readonly Span[] {
  const { zone } = calendar;
  const [opens, closes] = [dayEnd(day - 1, zone), dayEnd(day, zone)];
  const spans: { from: number; until: number }[] = [];
  for (const hours of hoursOf(calendar, day)) {
    const from = Math.max(opens, instantIn(day, hours.from, zone));
    const until = Math.min(closes, instantIn(day, hours.to, zone));
    const last = spans.at(-1);
    if (until <= from) continue;
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else spans.push({ from, until });
  }
  return spans;
}

function hoursOf(calendar: WorkCalendar, day: number): DayHours {
  const date = dateText(day);
  const own = calendar.hoursOn?.(date);
  if (own === undefined && calendar.isFree(date)) return [];
  const hours = own ?? calendar.week.filter((one) => one.day === weekdayOf(day));
  return hours.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function instantIn(day: number, clock: string, zone: string): number {
  return clock === '24:00' ? dayEnd(day, zone) : read(day * dayMs + clockMs(clock), zone).ms;
}

/** True where somebody works on that day at all. */
export function isWorkingDay(calendar: WorkCalendar, day: number): boolean {
  return spansOn(calendar, day).length > 0;
}

/** The so-many-th working day after a day; `undefined` where ten years do not have so many. */
export function workingDayAfter(calendar: WorkCalendar, day: number, count: number): number | undefined {
  let left = count;
  for (let at = day + 1; at <= day + searchDays; at += 1) {
    if (isWorkingDay(calendar, at)) left -= 1;
    if (left <= 0) return at;
  }
  return undefined;
}

/** How many working days begin in `[from, until)`, over ten years at most. */
export function workingDaysIn(calendar: WorkCalendar, from: number, until: number): number {
  let count = 0;
  for (let at = from; at < until && at < from + searchDays; at += 1) count += isWorkingDay(calendar, at) ? 1 : 0;
  return count;
}

/** Working milliseconds between two instants (ms), over ten years at most; 0 where the second is no later. */
export function workingMs(from: number, to: number, calendar: WorkCalendar): number {
  if (to <= from) return 0;
  const first = dayAt(from, calendar.zone) - 1;
  const last = Math.min(dayAt(to, calendar.zone) + 1, first + searchDays);
  let sum = 0;
  for (let day = first; day <= last; day += 1) {
    for (const span of spansOn(calendar, day)) {
      sum += Math.max(0, Math.min(to, span.until) - Math.max(from, span.from));
    }
  }
  return sum;
}

/** The first instant (ms) by which so many working ms have passed since `from`; `undefined` where ten years do not have them. */
export function afterWorkingMs(from: number, ms: number, calendar: WorkCalendar): number | undefined {
  if (ms <= 0) return from;
  let left = ms;
  const first = dayAt(from, calendar.zone) - 1;
  for (let day = first; day <= first + searchDays; day += 1) {
    for (const span of spansOn(calendar, day)) {
      const begins = Math.max(from, span.from);
      const has = span.until - begins;
      if (has >= left) return begins + left;
      left -= Math.max(0, has);
    }
  }
  return undefined;
}

/** Working minutes (with their fraction) between two instants without the pauses, over ten years at most. */
export function workingMinutesBetween(
  from: Date,
  to: Date,
  calendar: WorkCalendar,
  pauses: readonly Pause[] = [],
): number {
  const spans = runningSpans(from.getTime(), to.getTime(), pauses);
  return spans.reduce((sum, one) => sum + workingMs(one.from, one.until, calendar), 0) / 60_000;
}

/** The first instant by which so many working minutes have passed; `undefined` where ten years do not have them. */
export function addWorkingMinutes(from: Date, minutes: number, calendar: WorkCalendar): Date | undefined {
  const ms = afterWorkingMs(from.getTime(), Math.round(minutes * 60_000), calendar);
  return ms === undefined ? undefined : instantOf(ms);
}
