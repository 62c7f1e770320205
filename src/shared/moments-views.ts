import { z } from 'zod';
import { endpoint } from './contract.ts';
import { failingMark, mark, momentKinds, shownDepartment, shownMoment, source, stage } from './moments-shown.ts';
import { expectedFrom } from './promises-shown.ts';
import { cursor, date, id, limit } from './scalars.ts';

/** How many were good, indifferent and bad by one of the two gauges, which are never averaged. */
const gauge = z.strictObject({ good: z.int(), indifferent: z.int(), bad: z.int(), unknown: z.int() });

/** A count with what it is made of: good, indifferent and bad moments, and those that nobody judged. */
const counts = z.strictObject({
  moments: z.int(),
  positive: z.int(),
  indifferent: z.int(),
  negative: z.int(),
  unjudged: z.int(),
  /** Of the negative ones: how many had each mark as the worst; two that were equally bad count both. */
  failing: z.record(failingMark, z.int()),
});
export type Counts = z.infer<typeof counts>;

const period = { since: date.optional(), until: date.optional() };
const shownPeriod = z.strictObject({ since: z.string(), until: z.string() });

export const map = endpoint({
  name: 'moments.map',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary:
    'Touchpoints by the three stages: good, indifferent and bad moments, and which mark fails; 90 days by default.',
  input: z.strictObject({ ...period, department: z.string().max(200).optional() }),
  reply: z.strictObject({
    period: shownPeriod,
    all: counts,
    /** Correct and impeccable: on time, complete, right. Beside it, how it felt. */
    objective: gauge,
    emotional: gauge,
    /** Of the bad ones: treatment, product, both; null where nobody said. */
    kinds: z.array(z.strictObject({ kind: z.enum(momentKinds).nullable(), moments: z.int() })),
    touchpoints: z.array(
      z.strictObject({
        touchpoint: z.string(),
        names: z.strictObject({ en: z.string(), es: z.string(), ru: z.string() }).nullable(),
        /** In the catalogue; false where it was only heard of. */
        known: z.boolean(),
        all: counts,
        stages: z.array(counts.extend({ stage })),
      }),
    ),
    departments: z.array(counts.extend({ department: shownDepartment.nullable() })),
    /** Where and by which mark most fails: the most negative moments; null under 5 of them. */
    worst: z.strictObject({ touchpoint: z.string(), mark: failingMark, moments: z.int() }).nullable(),
    /** What customers expect, and from where. */
    expectations: z.array(
      z.strictObject({ from: z.enum(expectedFrom).nullable(), expectations: z.int(), level: z.number().nullable() }),
    ),
  }),
});

export const overTime = endpoint({
  name: 'moments.over-time',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'Good, indifferent and bad moments by month; twelve months by default.',
  input: z.strictObject(period),
  reply: z.strictObject({
    period: shownPeriod,
    months: z.array(
      z.strictObject({
        month: z.string(),
        positive: z.int(),
        indifferent: z.int(),
        negative: z.int(),
        unjudged: z.int(),
      }),
    ),
  }),
});

export const list = endpoint({
  name: 'moments.list',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Moments, newest first, with what was said in them.',
  input: z.strictObject({
    ...period,
    touchpoint: z.string().max(200).optional(),
    stage: stage.optional(),
    sign: z.enum(['good', 'indifferent', 'bad', 'unjudged']).optional(),
    failing: failingMark.optional(),
    kind: z.enum([...momentKinds, 'unsaid']).optional(),
    department: z.string().max(200).optional(),
    source: source.optional(),
    mark: mark.optional(),
    cursor: cursor.optional(),
    limit,
  }),
  reply: z.strictObject({ moments: z.array(shownMoment), next: z.string().nullable() }),
});

/** Which accounts: those that owe most first; who had only indifferent moments; who left after one bad one. */
export const accountLists = ['owed', 'forgotten', 'lost'] as const;

export const accounts = endpoint({
  name: 'moments.accounts',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Customers whom we owe good moments, who are forgotten, or whom one bad moment lost.',
  input: z.strictObject({ which: z.enum(accountLists).default('owed'), cursor: cursor.optional(), limit }),
  reply: z.strictObject({
    accounts: z.array(
      z.strictObject({
        customer_id: id,
        customer: z.string().nullable(),
        balance: z.int(),
        moments: z.int(),
        positive: z.int(),
        indifferent: z.int(),
        negative: z.int(),
        last_at: z.string().nullable(),
        last_negative_at: z.string().nullable(),
        /** When he left, where he did. */
        left_on: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
    /** Counted up to 2 000; null on further pages. */
    total: z.strictObject({ customers: z.int(), more: z.boolean() }).nullable(),
  }),
});
