import { z } from 'zod';
import { date } from './scalars.ts';

/** A time on the wall, `17:30`; `24:00` is the end of the day. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const hours = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine((one) => one.from < one.to, { params: { code: 'hours.reversed' } });

/** The hours of one day, at most three spans; they may touch or overlap and are then one. */
export const dayHours = z.array(hours).max(3);
export type DayHours = z.infer<typeof dayHours>;

/** When somebody works: per ISO weekday (1 Monday … 7 Sunday) his hours; a day without a row is free. */
export const workingWeek = z
  .array(
    z
      .strictObject({ day: z.int().min(1).max(7), from: clockTime, to: clockTime })
      .refine((one) => one.from < one.to, { params: { code: 'hours.reversed' } }),
  )
  .max(21);
export type WorkingWeek = z.infer<typeof workingWeek>;

const some = (most: number) => z.int().min(0).max(most).optional();
const dates = { years: some(100), months: some(1_200), weeks: some(5_200), days: some(36_500) };
const tenYearsOfMinutes = 5_270_400;

/** So many minutes on any clock: 24 h over a change of the clocks are 24 h. */
const exact = z.strictObject({ kind: z.literal('exact'), minutes: z.int().min(1).max(tenYearsOfMinutes) });

/** A date so much later, to its end or until `at`; nothing at all is the same day. */
const calendar = z.strictObject({ kind: z.literal('calendar'), ...dates, at: clockTime.optional() });

/** So much later by the calendar, at the same time on the wall. */
const sameTime = z
  .strictObject({ kind: z.literal('same-time'), ...dates })
  .refine(({ years = 0, months = 0, weeks = 0, days = 0 }) => years + months + weeks + days > 0, {
    params: { code: 'term.empty' },
  });

/** So many minutes while the house (or a department) works. */
const workingTime = z.strictObject({ kind: z.literal('working-time'), minutes: z.int().min(1).max(tenYearsOfMinutes) });

/** So many working days, counted from the day after, to the end of the last or until `at`. */
const workingDays = z.strictObject({
  kind: z.literal('working-days'),
  days: z.int().min(0).max(2_000),
  at: clockTime.optional(),
});

/** How long something may take. What each kind means to the minute stands in `docs/clock.md`. */
export const term = z.discriminatedUnion('kind', [exact, calendar, sameTime, workingTime, workingDays]);
export type Term = z.infer<typeof term>;

const every = z.int().min(1).max(1_000).default(1);
const regular = { every, from: date, at: clockTime };

/** What comes again at a time on the wall: every so many days, weeks or months, counted from the date `from`. */
export const recurrence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily'), ...regular }),
  z.strictObject({ kind: z.literal('weekly'), ...regular, days: z.array(z.int().min(1).max(7)).min(1).max(7) }),
  z.strictObject({
    kind: z.literal('monthly'),
    ...regular,
    /** In a month that is too short its last day is meant. */
    day: z.union([z.int().min(1).max(31), z.literal('last')]),
  }),
]);
export type Recurrence = z.infer<typeof recurrence>;
