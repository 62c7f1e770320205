import { instantOf } from '../clock.ts';
import { clockMs, dateText, dayMs, dayNumber, isKept, lastDay } from './date-rules.ts';
import { type ZoneRules, zoneRules } from './zone-rules.ts';

/** What is odd about a local time: the clocks jump over it (`gap`), or show it twice (`overlap`). */
export type Oddity = 'gap' | 'overlap';

/** The instant of a local time. */
export interface LocalInstant {
  readonly at: Date;
  readonly note: Oddity | undefined;
}

const hourMs = 3_600_000;
/** No zone was ever further from UTC than 16 hours, so whatever reads as a local time lies this near to it. */
const reach = 17 * hourMs;

/**
 * The instant of `2027-03-28T02:30[:00]` or `…T24:00` in a zone, or of the end of a date; `undefined` where the text is no
 * date, or its instant is not of the years 1000 to 9999. A time that the clocks jump over is moved forward by the jump; of a time shown twice the earlier is meant; a date
 * ends where its last moment ends, a date that never was with the next one that is.
 */
export function atLocal(text: string, zone: string, rules: ZoneRules = zoneRules): LocalInstant | undefined {
  const [, date = '', clock] =
    /^([\d-]{10})(?:T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|24:00(?::00)?))?$/.exec(text) ?? [];
  const day = dayNumber(date);
  if (day === undefined) return undefined;
  const isDate = clock === undefined || clock.startsWith('24');
  const { ms, note } = isDate ? endOfDay(day, zone, rules) : read(day * dayMs + clockMs(clock), zone, rules);
  return isKept(ms) ? { at: instantOf(ms), note } : undefined;
}

interface Reading {
  readonly ms: number;
  readonly note: Oddity | undefined;
}

function endOfDay(day: number, zone: string, rules: ZoneRules): Reading {
  const wasNever = isNever(day, zone, rules);
  const ends = wasNever ? dayAfter(day, zone, rules) : day;
  return { ms: dayEnd(ends, zone, rules), note: wasNever ? 'gap' : undefined };
}

/** The next day that the zone's calendar has. */
function dayAfter(day: number, zone: string, rules: ZoneRules): number {
  return isNever(day + 1, zone, rules) ? day + 2 : day + 1;
}

/** True for a date that a zone's calendar left out, as Samoa 2011-12-30. */
export function isNever(day: number, zone: string, rules: ZoneRules = zoneRules): boolean {
  return dayEnd(day, zone, rules) <= dayEnd(day - 1, zone, rules);
}

/** The instant (ms) from which on the wall never shows this day again. */
export function dayEnd(day: number, zone: string, rules: ZoneRules = zoneRules): number {
  const midnight = (day + 1) * dayMs;
  const { readings, jump } = readingsOf(midnight, zone, rules);
  const [first] = readings;
  if (first === undefined) return jump?.at ?? midnight;
  const last = readings.at(-1) ?? first;
  // Where the clocks go back over midnight, the day comes back for a while and ends the second time.
  return last !== first && wallOf(last - 1, zone, rules) < midnight ? last : first;
}

/** The instant (ms) of a wall's reading (ms as if it were UTC), by the rules of `atLocal`. */
export function read(wall: number, zone: string, rules: ZoneRules = zoneRules): Reading {
  const { readings, jump } = readingsOf(wall, zone, rules);
  const [first, second] = readings;
  if (first === undefined) return { ms: jump?.reads ?? wall, note: 'gap' };
  return { ms: first, note: second === undefined ? undefined : 'overlap' };
}

interface Readings {
  /** Every instant at which the wall reads so, ascending. */
  readonly readings: readonly number[];
  /** The jump that leaves it out: when, and what the instant is by the clocks before it. */
  readonly jump: { readonly at: number; readonly reads: number } | undefined;
}

function readingsOf(wall: number, zone: string, rules: ZoneRules): Readings {
  const readings: number[] = [];
  let jump: Readings['jump'];
  let period = rules(zone, wall - reach);
  for (;;) {
    const ms = wall - period.offset;
    if (ms >= period.from && ms < period.until) readings.push(ms);
    if (period.until > wall + reach) return { readings, jump };
    const next = rules(zone, period.until);
    if (ms >= next.from && wall - next.offset < next.from) jump = { at: next.from, reads: ms };
    period = next;
  }
}

/** What the wall shows at an instant, as ms as if it were UTC. */
export function wallOf(ms: number, zone: string, rules: ZoneRules = zoneRules): number {
  return ms + rules(zone, ms).offset;
}

/** The day on which an instant (ms) falls in a zone. */
export function dayAt(ms: number, zone: string, rules: ZoneRules = zoneRules): number {
  return Math.floor(wallOf(ms, zone, rules) / dayMs);
}

/** What the wall shows at an instant: `2027-03-28T03:30:00`, whole seconds. */
export function localOf(at: Date, zone: string, rules: ZoneRules = zoneRules): string {
  return instantOf(wallOf(at.getTime(), zone, rules))
    .toISOString()
    .slice(0, 19);
}

/** The date on which an instant falls in a zone. */
export function dateOf(at: Date, zone: string): string {
  return localOf(at, zone).slice(0, 10);
}

/** The first and the last moment of a date in a zone (the last is the next one's first); `undefined` where the text is no date. */
export function boundsOf(date: string, zone: string): { readonly from: Date; readonly until: Date } | undefined {
  const day = dayNumber(date);
  if (day === undefined) return undefined;
  return { from: instantOf(dayEnd(day - 1, zone)), until: instantOf(dayEnd(day, zone)) };
}

/** The text of a date at a time on the wall; a date alone where no time is given. `undefined` past the year 9999. */
export function localText(day: number, clock: string | undefined): string | undefined {
  if (day > lastDay) return undefined;
  return clock === undefined ? dateText(day) : `${dateText(day)}T${clock}`;
}

/** What was stored of something due by the wall: the local text, its zone, and the instant it then meant. */
export interface Stored {
  readonly local: string;
  readonly zone: string;
  readonly at: Date;
}

/**
 * What was stored, under today's law of the zones; what was due by `now` stays as it is. An instant at which the wall still reads as it was said stays (so does
 * the second of two equal readings); else the text is read anew. `undefined` where the text is no date.
 */
export function recomputed(
  stored: Stored,
  now: Date,
  rules: ZoneRules = zoneRules,
): (LocalInstant & { readonly moved: boolean }) | undefined {
  const due = atLocal(stored.local, stored.zone, rules);
  if (due === undefined) return undefined;
  const said = stored.local.length === 16 ? `${stored.local}:00` : stored.local;
  const stands = stored.at <= now || localOf(stored.at, stored.zone, rules) === said;
  if (stands || due.at.getTime() === stored.at.getTime()) return { at: stored.at, note: due.note, moved: false };
  return { ...due, moved: true };
}
