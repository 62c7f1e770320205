import type { Recurrence } from '../../../shared/calendar.ts';
import { dayInMonth, dayNumber, lastDay, monthOf, weekdayOf } from './date-rules.ts';
import { atLocal, dayAt, type LocalInstant, localText } from './local-rules.ts';

/** The next time of something that comes again, with the local text that gave it. */
export interface Next extends LocalInstant {
  readonly local: string;
}

/**
 * The first time after an instant that a recurrence comes again in a zone; `undefined` past the year 9999. Each time is
 * counted from the recurrence's own first date, never from the time before, so a jump of the clocks moves one time and
 * no other.
 */
export function nextOf(recurrence: Recurrence, zone: string, after: Date): Next | undefined {
  const first = dayNumber(recurrence.from);
  if (first === undefined) return undefined;
  // A time moved forward by a jump of the clocks may belong to an earlier day than the wall shows.
  const since = Math.max(first, dayAt(after.getTime(), zone) - 2);
  for (const day of daysFrom(recurrence, first, since)) {
    const local = day > lastDay ? undefined : localText(day, recurrence.at);
    const next = local === undefined ? undefined : atLocal(local, zone);
    if (local === undefined || next === undefined) return undefined;
    if (next.at > after) return { ...next, local };
  }
  return undefined;
}

/** The days of a recurrence from a day on, ascending: more than can lie before the next time. */
function daysFrom(recurrence: Recurrence, first: number, since: number): readonly number[] {
  const { every } = recurrence;
  switch (recurrence.kind) {
    case 'daily': {
      const turn = Math.ceil((since - first) / every);
      return turns(turn, 4).map((n) => first + n * every);
    }
    case 'weekly': {
      const monday = first - weekdayOf(first) + 1;
      const turn = Math.floor((since - monday) / 7 / every);
      const days = [...new Set(recurrence.days)].toSorted((a, b) => a - b);
      return turns(turn, 3)
        .flatMap((n) => days.map((day) => monday + n * every * 7 + day - 1))
        .filter((day) => day >= since);
    }
    default: {
      const turn = Math.floor((monthOf(since) - monthOf(first)) / every);
      const day = recurrence.day === 'last' ? 31 : recurrence.day;
      return turns(turn, 3)
        .map((n) => dayInMonth(monthOf(first) + n * every, day))
        .filter((one) => one >= since);
    }
  }
}

function turns(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
