import { dateText, dayInMonth, dayMs, dayNumber, monthOf, weekdayOf } from '../platform/calendar/date-rules.ts';
import { localOf, wallOf } from '../platform/calendar/local-rules.ts';
import { dueAfter } from '../platform/calendar/term-rules.ts';
import { isWorkingDay, type WorkCalendar, workingDayAfter } from '../platform/calendar/working-rules.ts';
import { clockText } from './words-text-rules.ts';

/** What a time of the text is counted from. */
export interface Now {
  readonly at: Date;
  readonly zone: string;
  readonly today: number;
  /** Minutes since midnight. */
  readonly minute: number;
  /** The so-many-th working day from the next day on. */
  readonly workday: (count: number) => number;
}

/** What a piece of text says about when: a day, a time of day, so many minutes from now, or a term that nobody can count. */
export interface Sense {
  readonly day?: number | undefined;
  /** Minutes since midnight. */
  readonly clock?: number | undefined;
  /** How sure the time of day is: a part of the day 1, "first thing" 2, a time 3. */
  readonly rank?: 1 | 2 | 3;
  /** A time up to twelve was said without am or pm. */
  readonly isBare?: boolean;
  /** Its hour was said as 1 to 7, which is the afternoon unless a part of the day says otherwise. */
  readonly isAfternoon?: boolean;
  /** The part of the day wants the twelve hours added to a bare time. */
  readonly isLate?: boolean;
  readonly isMorning?: boolean;
  readonly minutes?: number;
  readonly isUncounted?: boolean;
  /** "Before" does not move it: "before the weekend" is its Friday. */
  readonly isFixed?: boolean;
  /** Its year was said, so that it may lie far ahead. */
  readonly isSure?: boolean;
  /** "By the end of the day": of the day that is named elsewhere, or else of today. */
  readonly isSameDay?: boolean;
  /** It belongs to a thing (the invoice of 3 May), not to the deed. */
  readonly isTopic?: boolean;
  /** Counted from the last day that was named ("the evening before"), in days. */
  readonly beside?: number;
}

/** A sense and where it stands in the sentence's text. */
export interface Piece extends Sense {
  readonly from: number;
  readonly until: number;
}

/** A pattern of a language's times, and what it says; it is looked for only where the gate's words are. */
export interface TimeRule {
  readonly gate: RegExp | undefined;
  readonly pattern: RegExp;
  readonly sense: (groups: readonly string[], now: Now) => Sense | undefined;
}

/** A language's times. */
export interface TimeGrammar {
  readonly rules: readonly TimeRule[];
  /** Ends right before a day that is meant exclusively ("before Friday"). */
  readonly before: RegExp;
  /** Ends right before a time from which on something may come. */
  readonly after: RegExp;
  /** Ends right before a date that belongs to a thing, not to the promise. */
  readonly topic: RegExp;
  /** Begins right after a term that is counted from an event, or a day that only describes something. */
  readonly counted: RegExp;
  readonly described: RegExp;
}

/** The instant and the wall of a text that was said. */
export function nowOf(at: Date, zone: string, calendar: WorkCalendar | undefined): Now {
  const wall = wallOf(at.getTime(), zone);
  const today = Math.floor(wall / dayMs);
  return { at, zone, today, minute: Math.floor((wall - today * dayMs) / 60_000), workday: workdays(today, calendar) };
}

function workdays(today: number, calendar: WorkCalendar | undefined): Now['workday'] {
  return (count) => {
    const own = calendar === undefined ? undefined : workingDayAfter(calendar, today, count);
    if (own !== undefined && calendar !== undefined && isWorkingDay(calendar, own)) return own;
    let day = today;
    for (let left = Math.min(count, 2_000); left > 0; ) {
      day += 1;
      if (weekdayOf(day) <= 5) left -= 1;
    }
    return day;
  };
}

/** Builds a rule from a pattern whose words stand apart by single spaces. */
export function timeRule(source: string, sense: TimeRule['sense'], gate?: RegExp): TimeRule {
  return { pattern: new RegExp(` (?:${source})(?= )`, source.includes('\\p{') ? 'gu' : 'g'), sense, gate };
}

/** The same rules, looked for only where one of these words is (their own gates stay). */
export function gated(gate: RegExp, rules: readonly TimeRule[]): readonly TimeRule[] {
  return rules.map((rule) => ({ ...rule, gate: rule.gate ?? gate }));
}

/** The times that stand in a sentence, in order, none over another: of two the one that begins first, then the longer. */
export function piecesOf(text: string, grammar: TimeGrammar, now: Now): readonly Piece[] {
  const all: Piece[] = [];
  const open = new Map<RegExp, boolean>();
  for (const rule of grammar.rules) {
    if (rule.gate !== undefined && !isOpen(open, rule.gate, text)) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const sense = rule.sense(
        match.slice(1).map((one) => one ?? ''),
        now,
      );
      if (sense !== undefined) all.push({ ...sense, from: match.index + 1, until: match.index + match[0].length });
    }
  }
  all.sort((a, b) => a.from - b.from || b.until - a.until);
  const pieces: Piece[] = [];
  for (const one of all) {
    if (one.from >= (pieces.at(-1)?.until ?? 0)) pieces.push(one);
  }
  return pieces.map((one) => placed(one, text, grammar, now));
}

function isOpen(known: Map<RegExp, boolean>, gate: RegExp, text: string): boolean {
  const was = known.get(gate);
  const now = was ?? gate.test(text);
  if (was === undefined) known.set(gate, now);
  return now;
}

const reach = 40;
const farDays = 300;

/** What the words around it make of a piece. */
function placed(one: Piece, text: string, grammar: TimeGrammar, now: Now): Piece {
  const topic = { from: one.from, until: one.until, isTopic: true };
  const before = text.slice(Math.max(0, one.from - reach), one.from);
  const after = text.slice(one.until, one.until + reach);
  if (grammar.described.test(after) || grammar.topic.test(before)) return topic;
  if (one.day !== undefined && one.day > now.today + farDays && one.isFixed !== true && one.isSure !== true)
    return topic;
  if ((one.isFixed === true || one.minutes !== undefined) && grammar.counted.test(after)) {
    return { from: one.from, until: one.until, isUncounted: true };
  }
  const isBefore = grammar.before.test(before);
  if (one.day !== undefined && one.clock === undefined && isBefore && one.isFixed !== true) {
    return { ...one, day: one.day - 1 };
  }
  return one;
}

interface Group {
  day?: number | undefined;
  clock?: Piece | undefined;
  part?: Piece | undefined;
  end?: number;
}

/** When something is due: a date, a time of a date, an instant; `none` where it is timed but not countable. */
export type DueText = { readonly text: string } | 'none' | undefined;

/** The due that the pieces of one promise say together: of alternatives the latest. `opens`: it says from when something may be had. */
export function dueOf(pieces: readonly Piece[], text: string, grammar: TimeGrammar, now: Now, opens: boolean): DueText {
  if (pieces.length === 0) return undefined;
  const named = pieces.some((one) => one.day !== undefined && one.isSameDay !== true);
  const usable = pieces.filter((one) => isUsable(one, text, grammar, opens) && !(named && one.isSameDay === true));
  const dues: { readonly text: string; readonly order: string }[] = [];
  for (const one of usable) {
    const due = one.minutes === undefined ? undefined : exactDue(one.minutes, now);
    if (due !== undefined) dues.push({ text: due, order: due });
  }
  for (const group of groupsOf(usable, text)) {
    const due = groupDue(group, now);
    if (due !== undefined) dues.push({ text: due, order: due.length === 10 ? `${due}T99` : due });
  }
  const last = dues.toSorted((a, b) => (a.order < b.order ? -1 : 1)).at(-1);
  return last === undefined ? 'none' : { text: last.text };
}

/** So many minutes from now; no calendar counts in it. */
function exactDue(minutes: number, { at, zone }: Now): string | undefined {
  const due = dueAfter(at, { kind: 'exact', minutes }, { zone, week: [], isFree: () => false });
  return due.at === undefined ? undefined : localOf(due.at, zone).slice(0, 16);
}

/** "I will ring after four" says the day alone; "ready from four" says four. */
function isUsable(one: Piece, text: string, grammar: TimeGrammar, opens: boolean): boolean {
  if (one.isUncounted === true) return false;
  if (opens || one.clock === undefined || one.day !== undefined || one.rank !== 3) return true;
  const said = text.slice(one.from, one.until);
  return !grammar.after.test(
    text.slice(Math.max(0, one.from - reach), one.from) + said.slice(0, said.lastIndexOf(' ') + 1),
  );
}

function groupsOf(pieces: readonly Piece[], text: string): readonly Group[] {
  const groups: Group[] = [];
  let now: Group | undefined;
  for (const one of pieces) {
    if (one.minutes !== undefined || one.isUncounted === true) continue;
    const gap = text.slice(now?.end ?? one.from, one.from);
    if (now === undefined || !joins(now, one, gap)) {
      now = {};
      groups.push(now);
    }
    take(now, one, groups);
    now.end = one.until;
  }
  return groups;
}

/** A second day next to the first says it more exactly ("tomorrow, Thursday 5 May"); elsewhere it is another. */
function joins(group: Group, one: Piece, gap: string): boolean {
  if (one.day === undefined || group.day === undefined) return true;
  return /^ (?:, |\( |the |el |día |это |on )*$/.test(gap) && group.clock === undefined;
}

function take(group: Group, one: Piece, groups: readonly Group[]): void {
  if (one.beside !== undefined) {
    const named = groups.findLast((other) => other.day !== undefined)?.day;
    if (named !== undefined) group.day = named + one.beside;
  } else if (one.day !== undefined) group.day = one.day;
  if (one.clock === undefined) return;
  if (one.rank === 3) {
    if (group.clock === undefined || (group.clock.clock ?? 0) <= one.clock) group.clock = one;
  } else if (group.part === undefined || (one.rank ?? 1) > (group.part.rank ?? 1)) group.part = one;
}

function groupDue(group: Group, now: Now): string | undefined {
  const clock = clockOf(group);
  if (group.day === undefined && clock === undefined) return undefined;
  if (clock === undefined) return textOf(group.day ?? now.today, undefined);
  const day = group.day ?? (clock > now.minute ? now.today : now.today + 1);
  return textOf(day, clock);
}

function clockOf(group: Group): number | undefined {
  const { clock, part } = group;
  if (clock?.clock === undefined) return part?.clock;
  if (clock.isBare !== true || part?.isMorning === true) return clock.clock;
  if (part?.isLate === true) return clock.clock < 720 ? clock.clock + 720 : clock.clock;
  return clock.clock + (clock.isAfternoon === true ? 720 : 0);
}

function textOf(day: number, minutes: number | undefined): string | undefined {
  const [late, clock] = minutes === undefined ? [0, undefined] : [Math.floor(minutes / 1_440), minutes % 1_440];
  if (!Number.isSafeInteger(day) || day > 2_900_000 || day < -350_000) return undefined;
  const date = dateText(day + late);
  return clock === undefined ? date : `${date}T${clockText(clock)}`;
}

/** The next such weekday (1 Monday … 7 Sunday) strictly after a day. */
export function weekdayAfter(day: number, weekday: number): number {
  return day + (((weekday - weekdayOf(day) + 6) % 7) + 1);
}

/** A weekday of the Monday-to-Sunday week so many weeks on. */
export function weekdayIn(day: number, weekday: number, weeks: number): number {
  return day - weekdayOf(day) + 7 * weeks + weekday;
}

/** This week's Friday, or today where it is over. */
export function thisFriday(day: number): number {
  const friday = weekdayIn(day, 5, 0);
  return friday < day ? weekdayIn(day, 7, 0) : friday;
}

/** The day of the month so many months on, or its last day where it is too short or none is asked for. */
export function dayOfMonth(day: number, months: number, date = 31): number {
  return dayInMonth(monthOf(day) + months, date);
}

/** The first day with this date that is not past: day, month (1–12), and the year where it was said. */
export function dateNext(today: number, date: number, month: number, year: string): number | undefined {
  const thisYear = Number(dateText(today).slice(0, 4));
  const said = year === '' ? undefined : Number(year) + (year.length === 2 ? 2_000 : 0);
  for (let at = said ?? thisYear; at <= (said ?? thisYear + 8); at += 1) {
    const day = dayNumber(`${at}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
    if (day !== undefined && (said !== undefined || day >= today)) return day;
  }
  return undefined;
}

/** The first day with this number that is not past. */
export function dateOfMonthNext(today: number, date: number): number | undefined {
  if (date < 1 || date > 31) return undefined;
  for (let months = 0; months < 3; months += 1) {
    const day = dayOfMonth(today, months, date);
    if (day >= today && Number(dateText(day).slice(8)) === date) return day;
  }
  return undefined;
}

/** The last day (or another) of a month named by its number, this year's or, once it is over, the next one's. */
export function monthNext(today: number, month: number, date = 31): number | undefined {
  return month < 1 ? undefined : dayOfMonth(today, (month - (monthOf(today) % 12) + 11) % 12, date);
}
