import type { Random } from './random.ts';

/** Days are whole numbers since 1970-01-01 in Madrid; instants are milliseconds since the epoch, UTC. */
const dayMs = 86_400_000;
const closedDays = new Set(['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25']);

/** A civil date. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date of a day number (H. Hinnant's civil_from_days). */
export function civilOf(dayNumber: number): Civil {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** The day number of a date. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

interface Day extends Civil {
  readonly text: string;
  readonly month: number;
  readonly monthDay: string;
  /** What Madrid's clocks are ahead of UTC from 03:00 on, in ms. */
  readonly offset: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  readonly closed: boolean;
}

const days = new Map<number, Day>();

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

function lastSunday(year: number, month: number): number {
  const last = dayNumberOf(year, month, 31);
  return last - weekdayOf(last);
}

function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

function dayOf(dayNumber: number): Day {
  const known = days.get(dayNumber);
  if (known !== undefined) return known;
  const civil = civilOf(dayNumber);
  const summer = dayNumber >= lastSunday(civil.year, 3) && dayNumber < lastSunday(civil.year, 10);
  const monthDay = `${pad(civil.month)}-${pad(civil.day)}`;
  const day: Day = {
    ...civil,
    monthDay,
    text: `${pad(civil.year, 4)}-${monthDay}`,
    offset: summer ? 7_200_000 : 3_600_000,
    weekday: weekdayOf(dayNumber),
    closed: closedDays.has(monthDay),
  };
  days.set(dayNumber, day);
  return day;
}

/** `2027-02-28` of a day. */
export function dateText(dayNumber: number): string {
  return dayOf(dayNumber).text;
}

/** The year of a day. */
export function yearOf(dayNumber: number): number {
  return dayOf(dayNumber).year;
}

/** The month of a day, 1 to 12. */
export function monthOf(dayNumber: number): number {
  return dayOf(dayNumber).month;
}

/** The instant of a local time on a day in Madrid (hours from 3 to 24, so that the clock change is settled). */
export function instantOf(dayNumber: number, localMs: number): number {
  return dayNumber * dayMs + localMs - dayOf(dayNumber).offset;
}

/** The day in Madrid on which an instant falls. */
export function dayAt(instant: number): number {
  const rough = Math.floor(instant / dayMs);
  return Math.floor((instant + dayOf(rough).offset) / dayMs);
}

/** ISO 8601 with milliseconds and Z. */
export function isoOf(instant: number): string {
  const dayNumber = Math.floor(instant / dayMs);
  const ms = instant - dayNumber * dayMs;
  const s = Math.floor(ms / 1000);
  const m = Math.floor(s / 60);
  const h = Math.floor(m / 60);
  const rest = ms - s * 1000;
  const small = rest < 10 ? `00${rest}` : rest < 100 ? `0${rest}` : `${rest}`;
  return `${dayOf(dayNumber).text}T${two(h)}:${two(m - h * 60)}:${two(s - m * 60)}.${small}Z`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** Opening hours: what may happen when. */
export type Hours = 'phone' | 'shop' | 'visit' | 'office' | 'any';

/** Local spans in hours per kind; siesta in the shops. */
const spans: Readonly<Record<Hours, readonly (readonly [number, number])[]>> = {
  phone: [
    [9, 14],
    [14, 20],
  ],
  shop: [
    [10, 13.8],
    [17, 19.9],
  ],
  visit: [
    [8.5, 14],
    [15, 18.5],
  ],
  office: [[8, 14.9]],
  any: [
    [8, 14],
    [16, 23.3],
  ],
};
const saturdayToo: ReadonlySet<Hours> = new Set(['phone', 'shop']);

/** The first day from `dayNumber` on which such things happen. */
export function openDay(dayNumber: number, hours: Hours): number {
  if (hours === 'any') return dayNumber;
  let at = dayNumber;
  for (;;) {
    const day = dayOf(at);
    const rest = day.weekday === 0 || (day.weekday === 6 && !saturdayToo.has(hours));
    if (!rest && !day.closed) return at;
    at += 1;
  }
}

/** Some instant within the hours, on that day or the first open one after it. */
export function momentOn(random: Random, dayNumber: number, hours: Hours): number {
  const at = openDay(dayNumber, hours);
  const list = dayOf(at).weekday === 6 ? spans[hours].slice(0, 1) : spans[hours];
  const [from, to] = random.pick(list);
  return instantOf(at, Math.floor(random.between(from, to) * 3_600_000));
}

/** The day that lies so many working days (Monday to Friday) after another. */
export function workingDaysAfter(dayNumber: number, count: number): number {
  let at = openDay(dayNumber, 'office');
  for (let left = count; left > 0; left -= 1) at = openDay(at + 1, 'office');
  return at;
}
