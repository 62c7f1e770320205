import type { ReplyOf } from '../../shared/contract.ts';
import type { calendar } from '../../shared/staff-calendar.ts';

/** A year of a working calendar, as the server shows it. */
export type Year = ReplyOf<typeof calendar>;
/** A day unlike its weekday. */
export type OwnDay = Year['free_days'][number];

/** What a date is: worked or free by the week, a holiday (worked or not), closed or open by a day of one's own. */
export type DateKind = 'work' | 'week' | 'holiday' | 'worked' | 'closed' | 'open';

/** What a date is in a year. */
export function kindOf(year: Year, date: string): DateKind {
  const own = year.free_days.find((one) => one.on === date);
  if (own !== undefined) return own.kind;
  const isHoliday = year.holidays.some((one) => one.date === date);
  if (isHoliday && year.holidays_free) return 'holiday';
  const isWorked = year.week.some((one) => one.day === weekdayOf(date));
  if (isHoliday && isWorked) return 'worked';
  return isWorked ? 'work' : 'week';
}

/** ISO weekday of a date, 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  // 5 January 1970 was a Monday.
  return ((((Date.parse(`${date}T00:00Z`) / 86_400_000 - 4) % 7) + 7) % 7) + 1;
}

/** The dates of a month (1 to 12). */
export function datesOf(year: number, month: number): readonly string[] {
  const days = (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / 86_400_000;
  const two = (value: number) => String(value).padStart(2, '0');
  return Array.from({ length: days }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`);
}

/** One row of the list below a year: a holiday, or a day of one's own (which hides the holiday on its date). */
export interface Special {
  readonly date: string;
  readonly name: string;
  readonly kind: DateKind;
  readonly own: OwnDay | undefined;
}

/** Holidays and own days of a year, in order. */
export function specialsOf(year: Year): readonly Special[] {
  const own = year.free_days.map((day) => ({ date: day.on, name: day.name, kind: day.kind, own: day }));
  const holidays = year.holidays
    .filter((one) => !own.some((day) => day.date === one.date))
    .map((one) => ({
      date: one.date,
      name: one.names.join(' · '),
      kind: year.holidays_free ? ('holiday' as const) : kindOf(year, one.date),
      own: undefined,
    }));
  return [...own, ...holidays].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
