import { instantOf } from '../clock.ts';

/** Milliseconds of a day that no clock changes in. */
export const dayMs = 86_400_000;

/** The last day that has a number here: 9999-12-31. */
export const lastDay = Date.UTC(9999, 11, 31) / dayMs;

/** The last instant (ms) that is kept here, at the end of the year 9999 in UTC; the first is the beginning of 1000. */
export const lastMs = (lastDay + 1) * dayMs - 1;
const firstMs = Date.UTC(1000, 0, 1);

/** True for an instant (ms) of the years 1000 to 9999. */
export function isKept(ms: number): boolean {
  return ms >= firstMs && ms <= lastMs;
}

/** Days from 1970-01-01 to a date; `undefined` where there is no such date (2027-02-30), or its year is not 1000 to 9999. */
export function dayNumber(date: string): number | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) || dateText(ms / dayMs) !== date ? undefined : ms / dayMs;
}

/** The date, `2027-02-28`, of a day up to `lastDay`. */
export function dateText(day: number): string {
  return instantOf(day * dayMs)
    .toISOString()
    .slice(0, 10);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** So many months later on the same day of the month, or on its last day where the month is too short. */
export function plusMonths(day: number, months: number): number {
  const date = instantOf(day * dayMs);
  return dayInMonth(date.getUTCFullYear() * 12 + date.getUTCMonth() + months, date.getUTCDate());
}

/** A day of a month (counted from the year 0), or the month's last day where it is too short. */
export function dayInMonth(month: number, dayOfMonth: number): number {
  const last = Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0) / dayMs;
  const first = Date.UTC(Math.floor(month / 12), month % 12, 1) / dayMs;
  return Math.min(first + dayOfMonth - 1, last);
}

/** The month of a day, counted from the year 0. */
export function monthOf(day: number): number {
  const date = instantOf(day * dayMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Milliseconds from midnight to a time on the wall, `17:30` or `17:30:15`. */
export function clockMs(text: string): number {
  const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number);
  return ((hour * 60 + minute) * 60 + second) * 1_000;
}
