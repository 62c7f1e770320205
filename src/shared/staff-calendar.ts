import { z } from 'zod';
import { dayHours, workingWeek } from './calendar.ts';
import { endpoint } from './contract.ts';
import { date, id, line } from './scalars.ts';
import { country } from './staff-house.ts';

const nothing = z.strictObject({});

/** A day of each year, `12-24`; 29 February comes in leap years alone. */
export const monthDay = z.string().refine(isMonthDay, { params: { code: 'date.unknown' } });

function isMonthDay(text: string): boolean {
  return /^\d{2}-\d{2}$/.test(text) && date.safeParse(`2028-${text}`).success;
}

const freeDay = {
  /** Null: of the whole house. */
  department_id: id.nullable(),
  kind: z.enum(['closed', 'open']),
  name: line,
  date: date.nullable(),
  yearly: monthDay.nullable(),
  /** Of an open day; null: the hours of its weekday. */
  hours: dayHours.nullable(),
};

export const calendar = endpoint({
  name: 'staff.calendar',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'A year of the house, or of one department: hours, holidays by name, own free and open days.',
  input: z.strictObject({
    department_id: id.optional(),
    year: z.coerce.number().int().min(1970).max(2199),
  }),
  reply: z.strictObject({
    zone: z.string(),
    country: z.string(),
    region: z.string().nullable(),
    week: workingWeek,
    /** Whether public holidays are free here, and whether any are known of the country. */
    holidays_free: z.boolean(),
    holidays_known: z.boolean(),
    holidays: z.array(z.strictObject({ date, names: z.array(z.string()) })),
    /** Those of the house and of the department, each with its date in that year. */
    free_days: z.array(z.strictObject({ free_day_id: id, ...freeDay, on: date })),
    /** Days of that year on which somebody works. */
    working_days: z.int(),
  }),
});

export const regions = endpoint({
  name: 'staff.regions',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'The regions of a country that have holidays of their own, and whether any of its holidays are known.',
  input: z.strictObject({ country }),
  reply: z.strictObject({
    known: z.boolean(),
    regions: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  }),
});

export const setFreeDay = endpoint({
  name: 'staff.set-free-day',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Says that a day is closed, or open whatever the holiday; takes the place of what was said of that day.',
  input: z
    .strictObject({
      department_id: id.nullable().default(null),
      kind: freeDay.kind,
      name: line,
      date: date.nullable().default(null),
      yearly: monthDay.nullable().default(null),
      hours: dayHours.min(1).nullable().default(null),
    })
    .refine((one) => (one.date === null) !== (one.yearly === null), { path: ['date'], params: { code: 'date.one' } })
    .refine((one) => one.hours === null || one.kind === 'open', { path: ['hours'], params: { code: 'hours.closed' } }),
  reply: z.strictObject({ free_day_id: id }),
});

export const dropFreeDay = endpoint({
  name: 'staff.drop-free-day',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Takes back what was said of a day; its weekday and the holidays count again.',
  input: z.strictObject({ free_day_id: id }),
  reply: nothing,
});
