import { instantOf } from '../platform/clock.ts';

/** A quick choice of a due: which word it has, and the local day or time that it means. */
export interface DueChoice {
  readonly id: 'today' | 'tomorrow' | 'friday' | 'workingDays';
  readonly due: string;
}

const friday = 5;
const eveningHour = '18:00';

/** A calendar day so many days later. */
export function dayAfter(day: string, days: number): string {
  const at = instantOf(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The ISO weekday of a calendar day, 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return instantOf(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/**
 * The dues that are promised most, from the wall time `2026-11-22T10:30`: this evening while it is still to come,
 * tomorrow, Friday where that is another day, and the third working day of the week that the house works.
 */
export function dueChoices(wall: string, working: readonly number[]): readonly DueChoice[] {
  const today = wall.slice(0, 10);
  const choices: DueChoice[] = [];
  if (wall.slice(11) < '17:30') choices.push({ id: 'today', due: `${today}T${eveningHour}` });
  choices.push({ id: 'tomorrow', due: dayAfter(today, 1) });
  const toFriday = (friday - weekdayOf(today) + 7) % 7;
  if (toFriday > 1) choices.push({ id: 'friday', due: dayAfter(today, toFriday) });
  const third = workingDay(today, 3, working);
  if (!choices.some((one) => one.due === third)) choices.push({ id: 'workingDays', due: third });
  return choices;
}

/** The so-manieth working day after a day; in a house that never works simply so many days later. */
export function workingDay(day: string, count: number, working: readonly number[]): string {
  if (working.length === 0) return dayAfter(day, count);
  let at = day;
  for (let left = count; left > 0; ) {
    at = dayAfter(at, 1);
    if (working.includes(weekdayOf(at))) left -= 1;
  }
  return at;
}
