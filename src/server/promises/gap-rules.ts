import type { PromiseState } from '../../shared/promises-shown.ts';
import { localOf } from '../platform/calendar/local-rules.ts';
import type { Entry, Moment } from './entry.ts';

/** How far a result lies from a level; better is positive. `minutes` between instants, `days` where either is a day. */
export interface Margin {
  readonly value: number;
  readonly in: 'minutes' | 'days' | 'measure' | 'points';
}

type Levels = Pick<
  Entry,
  | 'unit'
  | 'better'
  | 'zone'
  | 'adequate'
  | 'desired'
  | 'result'
  | 'adequate_at'
  | 'adequate_local'
  | 'desired_at'
  | 'desired_local'
  | 'result_at'
  | 'result_local'
>;

/** The margins of a result to the adequate and the desired level; undefined where that level or the result is unknown. */
export function marginsOf(entry: Levels): { adequate: Margin | undefined; desired: Margin | undefined } {
  if (entry.unit === 'date') {
    const result = momentOf(entry.result_at, entry.result_local);
    const to = (at: Date | null, local: string | null) => marginOfDates(momentOf(at, local), result, entry.zone);
    return {
      adequate: to(entry.adequate_at, entry.adequate_local),
      desired: to(entry.desired_at, entry.desired_local),
    };
  }
  const to = (level: string | null): Margin | undefined => {
    if (level === null || entry.result === null) return undefined;
    const over = Number(entry.result) - Number(level);
    const value = Math.round((entry.better === 'less' ? -over : over) * 1e6) / 1e6;
    return { value, in: entry.unit === 'amount' ? 'measure' : 'points' };
  };
  return { adequate: to(entry.adequate), desired: to(entry.desired) };
}

function momentOf(at: Date | null, local: string | null): Moment | undefined {
  return at === null ? undefined : { at, local, note: null };
}

/**
 * The margin of a date: earlier is better. A level or a result that is a day without a time is compared by days, in the
 * promise's zone; otherwise to the millisecond, told in minutes.
 */
function marginOfDates(level: Moment | undefined, result: Moment | undefined, zone: string): Margin | undefined {
  if (level === undefined || result === undefined) return undefined;
  if (isDay(level.local) || isDay(result.local)) {
    return { value: dayNumber(dayOf(level, zone)) - dayNumber(dayOf(result, zone)), in: 'days' };
  }
  return { value: (level.at.getTime() - result.at.getTime()) / 60_000, in: 'minutes' };
}

/** True for a local text that is a day without a time. */
export function isDay(local: string | null): boolean {
  return local?.length === 10;
}

/** The day of a moment in a zone: as told, else where its instant falls. */
export function dayOf(moment: Moment, zone: string): string {
  return (moment.local ?? localOf(moment.at, zone)).slice(0, 10);
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** What ended an entry; whatever happened first, in whatever order it was told. */
type End = 'result' | 'released' | 'renegotiated';

/**
 * How an entry stands, by its two halves and what happened to it; whatever was told first. Of a result, a release and a
 * change the one that happened first ends it. A result is broken where its margin to the adequate level is below 0,
 * where what was to be had by a date came after it, or where one of its ticks is missing; exceeded where a desired level
 * is given and its margin is above 0; else kept. A change agreed before it was due replaces it, a later one breaks it.
 * The customer releases what has no result yet.
 */
export function stateOf(entry: Entry): PromiseState {
  if (entry.state === 'found' || entry.state === 'dismissed') return entry.state;
  if (entry.made_at === null) return 'unexpected';
  switch (endOf(entry)) {
    case 'result':
      return settledState(entry);
    case 'released':
      return 'released';
    case 'renegotiated':
      return wasInTime(entry) ? 'renegotiated' : 'broken';
    default:
      return 'open';
  }
}

function wasInTime({ renegotiated_at, due_at }: Entry): boolean {
  return due_at === null || renegotiated_at === null || renegotiated_at < due_at;
}

function endOf(entry: Entry): End | undefined {
  const { released_at: released, renegotiated_at: changed } = entry;
  const isReleased = released !== null && (changed === null || released <= changed);
  const other = isReleased ? released : changed;
  if (entry.result_at !== null && (other === null || cameBefore(entry, entry.result_at, other))) return 'result';
  if (other === null) return undefined;
  return isReleased ? 'released' : 'renegotiated';
}

/** A result of a day came before whatever happened on that day or later. */
function cameBefore(entry: Entry, result: Date, other: Date): boolean {
  if (!isDay(entry.result_local)) return result <= other;
  return (
    dayOf({ at: result, local: entry.result_local, note: null }, entry.zone) <= localOf(other, entry.zone).slice(0, 10)
  );
}

function settledState(entry: Entry): PromiseState {
  if (Object.values(entry.ticks ?? {}).includes(false)) return 'broken';
  const { adequate, desired } = marginsOf(entry);
  if (adequate !== undefined && adequate.value < 0) return 'broken';
  if (entry.unit !== 'date' && isAfterDue(entry)) return 'broken';
  return desired !== undefined && desired.value > 0 ? 'exceeded' : 'kept';
}

function isAfterDue(entry: Entry): boolean {
  const due = marginOfDates(
    momentOf(entry.due_at, entry.due_local),
    momentOf(entry.result_at, entry.result_local),
    entry.zone,
  );
  return due !== undefined && due.value < 0;
}

/** True while its due has passed and nothing came. */
export function isLate(entry: Pick<Entry, 'state' | 'due_at'>, now: Date): boolean {
  return entry.state === 'open' && entry.due_at !== null && entry.due_at <= now;
}

/** When an entry came to the state it is in; of a result alone, when it was told. */
export function settledAtOf(entry: Entry, state: PromiseState): Date | null {
  if (state === 'open' || state === 'found' || state === 'dismissed') return null;
  const end = endOf(entry);
  if (end === 'result' || (state === 'unexpected' && entry.result_at !== null)) return entry.settled_at;
  return end === 'released' ? entry.released_at : entry.renegotiated_at;
}
