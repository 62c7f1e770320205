import type { DayHours, WorkingWeek } from '../../../../shared/calendar.ts';
import type { WorkCalendar } from '../working-rules.ts';

const workweek = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

const hours = (from: string, to: string, days: readonly number[] = workweek): WorkingWeek =>
  days.map((day) => ({ day, from, to }));

function working(
  zone: string,
  week: WorkingWeek,
  free = '',
  special: Readonly<Record<string, DayHours>> = {},
): WorkCalendar {
  const dates = new Set(free.split(' '));
  return { zone, week, isFree: (date) => dates.has(date), hoursOn: (date) => special[date] };
}

/** The working calendars that the tables of cases name. */
export const calendars: Readonly<Record<string, WorkCalendar>> = {
  madrid: working(
    'Europe/Madrid',
    hours('09:00', '18:00'),
    '2027-01-01 2027-01-06 2027-03-25 2027-03-26 2027-05-01 2027-10-12 2027-11-01 2027-12-06 2027-12-08 2027-12-25 2028-01-06',
  ),
  siesta: working(
    'Europe/Madrid',
    [...hours('10:00', '14:00', [1, 2, 3, 4, 5, 6]), ...hours('17:00', '20:30')],
    '2027-03-25 2027-03-26',
  ),
  moscow: working(
    'Europe/Moscow',
    hours('09:00', '18:00'),
    '2027-01-01 2027-01-04 2027-01-05 2027-01-06 2027-01-07 2027-01-08 2027-02-23 2027-03-08 2027-05-03 2027-05-10 2027-06-14 2027-11-04',
  ),
  bogota: working(
    'America/Bogota',
    hours('08:00', '17:00'),
    '2027-01-11 2027-03-22 2027-03-25 2027-03-26 2027-07-20 2027-12-08',
  ),
  newyork: working(
    'America/New_York',
    hours('09:00', '17:00'),
    '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-07-05 2027-09-06 2027-11-25 2027-12-24',
  ),
  cairo: working('Africa/Cairo', hours('09:00', '17:00', [7, 1, 2, 3, 4]), '2026-01-07 2026-04-25 2026-07-23'),
  apia: working('Pacific/Apia', hours('08:00', '16:30'), '2011-12-26 2011-12-27 2012-01-02'),
  lordhowe: working('Australia/Lord_Howe', hours('09:00', '17:00'), '2027-01-26 2027-03-26 2027-03-29'),
  round: working('Europe/Madrid', hours('00:00', '24:00', everyDay)),
  roundny: working('America/New_York', hours('00:00', '24:00', everyDay)),
  roundlh: working('Australia/Lord_Howe', hours('00:00', '24:00', everyDay)),
  night: working(
    'Europe/Madrid',
    [...hours('22:00', '24:00', everyDay), ...hours('00:00', '06:00', everyDay)],
    '2027-12-25',
  ),
  nightcairo: working('Africa/Cairo', [...hours('20:00', '24:00', everyDay), ...hours('00:00', '04:00', everyDay)]),
  edge: working('Europe/Madrid', hours('02:30', '04:00', [7])),
  sunday: working('Europe/Madrid', hours('10:00', '12:00', [7])),
  touching: working('Europe/Madrid', [
    ...hours('14:00', '16:00'),
    ...hours('09:00', '13:00'),
    ...hours('12:00', '14:00'),
  ]),
  short: working('Europe/Madrid', hours('09:00', '18:00'), '2027-12-24 2027-12-25', {
    '2027-12-24': [{ from: '09:00', to: '14:00' }],
    '2027-12-18': [{ from: '10:00', to: '16:00' }],
    '2027-12-25': [],
  }),
  never: working('Europe/Madrid', []),
};
