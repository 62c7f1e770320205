import type { Term } from '../../../shared/calendar.ts';
import { instantOf } from '../clock.ts';
import { lastMs, plusMonths } from './date-rules.ts';
import { atLocal, dayAt, localOf, localText, type Oddity } from './local-rules.ts';
import { type Pause, type PauseMs, pausesFrom } from './pause-rules.ts';
import {
  afterWorkingMs,
  isWorkingDay,
  type WorkCalendar,
  workingDayAfter,
  workingDaysIn,
  workingMs,
} from './working-rules.ts';

/** When something is due, or why it is not: the clock stands still, nobody works for ten years, or it is past 9999. */
export type Due =
  | {
      readonly at: Date;
      /** What to store beside the instant, so that it can be read anew; `undefined` for exact terms, which no law moves. */
      readonly local: string | undefined;
      readonly note: Oddity | undefined;
    }
  | { readonly at: undefined; readonly local: undefined; readonly note: NotDue };

/** Why there is no due instant. */
export type NotDue = 'paused' | 'no-hours' | 'too-far';

type DayTerm = Extract<Term, { kind: 'calendar' | 'same-time' | 'working-days' }>;

const notDue = (note: NotDue): Due => ({ at: undefined, local: undefined, note });

/** When a term that began at `start` ends, its pauses taken out; the rules stand in `docs/clock.md`. Never before `start`. */
export function dueAfter(start: Date, term: Term, calendar: WorkCalendar, pauses: readonly Pause[] = []): Due {
  const stops = pausesFrom(start.getTime(), pauses);
  switch (term.kind) {
    case 'exact':
      return exactDue(start.getTime(), term.minutes * 60_000, stops);
    case 'working-time':
      return workingTimeDue(start.getTime(), term.minutes * 60_000, calendar, stops);
    default:
      return dayDue(start.getTime(), term, calendar, stops);
  }
}

function exactDue(start: number, ms: number, stops: readonly PauseMs[]): Due {
  let due = start + ms;
  for (const stop of stops) {
    if (stop.from >= due) break;
    if (stop.until === Number.POSITIVE_INFINITY) return notDue('paused');
    due += stop.until - stop.from;
  }
  return due > lastMs ? notDue('too-far') : { at: instantOf(due), local: undefined, note: undefined };
}

function workingTimeDue(start: number, ms: number, calendar: WorkCalendar, stops: readonly PauseMs[]): Due {
  let [at, left] = [start, ms];
  for (const stop of stops) {
    const done = workingMs(at, stop.from, calendar);
    if (done >= left) break;
    if (stop.until === Number.POSITIVE_INFINITY) return notDue('paused');
    left -= done;
    at = stop.until;
  }
  const due = afterWorkingMs(at, left, calendar);
  if (due === undefined) return notDue('no-hours');
  return { at: instantOf(due), local: localOf(instantOf(due), calendar.zone), note: undefined };
}

function dayDue(start: number, term: DayTerm, calendar: WorkCalendar, stops: readonly PauseMs[]): Due {
  let pushed = 0;
  for (const stop of stops) {
    const due = pushedDue(start, term, calendar, pushed);
    if (due.at === undefined || stop.from >= due.at.getTime()) return due;
    if (stop.until === Number.POSITIVE_INFINITY) return notDue('paused');
    pushed += daysLost(stop, term, calendar);
  }
  return pushedDue(start, term, calendar, pushed);
}

/** A day is lost by a pause when its midnight passes in it; for working days, only a working day is. */
function daysLost(stop: PauseMs, term: DayTerm, calendar: WorkCalendar): number {
  const [from, until] = [dayAt(stop.from, calendar.zone), dayAt(stop.until, calendar.zone)];
  return term.kind === 'working-days' ? workingDaysIn(calendar, from, until) : until - from;
}

/** The end of a term by days, so many days later; a time of day that is over by the start is the next day's. */
function pushedDue(start: number, term: DayTerm, calendar: WorkCalendar, pushed: number): Due {
  const began = dayAt(start, calendar.zone);
  const clock = term.kind === 'same-time' ? localOf(instantOf(start), calendar.zone).slice(11) : term.at;
  let day = targetOf(began, term, calendar, pushed);
  for (;;) {
    if (day === undefined) return notDue('no-hours');
    const local = localText(day, clock);
    const due = local === undefined ? undefined : atLocal(local, calendar.zone);
    if (local === undefined || due === undefined) return notDue('too-far');
    if (due.at.getTime() > start) return { ...due, local };
    day = term.kind === 'working-days' ? workingDayAfter(calendar, day, 1) : day + 1;
  }
}

function targetOf(began: number, term: DayTerm, calendar: WorkCalendar, pushed: number): number | undefined {
  if (term.kind !== 'working-days') {
    const month = plusMonths(began, (term.years ?? 0) * 12 + (term.months ?? 0));
    return month + (term.weeks ?? 0) * 7 + (term.days ?? 0) + pushed;
  }
  const count = term.days + pushed;
  if (count === 0) return isWorkingDay(calendar, began) ? began : workingDayAfter(calendar, began, 1);
  // "The same working day", said on a free one, is the next: what is lost is counted from there.
  const isFreeStart = term.days === 0 && !isWorkingDay(calendar, began);
  return workingDayAfter(calendar, began, isFreeStart ? count + 1 : count);
}
