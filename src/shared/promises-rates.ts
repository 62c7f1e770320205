import { z } from 'zod';
import { endpoint } from './contract.ts';
import { keeper, party, reasons, when } from './promises-shown.ts';
import { standingTexts } from './promises-standing.ts';
import { date, id, language, zone } from './scalars.ts';

/** By what keeping rates are told. */
export const rateDimensions = [
  'keeper',
  'keeper-person',
  'maker',
  'maker-person',
  'touchpoint',
  'product',
  'kind',
  'standing',
] as const;

const count = z.int();
/** How promises due in a period ended; the rate is (kept + exceeded) of all three. */
const ended = { kept: count, exceeded: count, broken: count };

/**
 * A keeping rate with its 95 % interval (Wilson 1927, without continuity correction), or null where nothing ended yet.
 * Shares of 1.
 */
export const rate = z.strictObject({ rate: z.number(), low: z.number(), high: z.number(), of: count }).nullable();
export type Rate = z.infer<typeof rate>;

/** A period of local days, both included; 90 days until today where nothing is said. */
const period = { since: date.optional(), until: date.optional() };

/** What a row is about; the party for keepers and makers, else the value itself. */
const row = z.strictObject({
  value: z.string(),
  party: party.nullable(),
  name: z.string(),
  ...ended,
  open: count,
  rate,
});

export const overview = endpoint({
  name: 'promises.overview',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary:
    'How the company keeps its word: the rate in a period by original due date, over time, maker to keeper, why it broke.',
  input: z.strictObject(period),
  reply: z.strictObject({
    since: date,
    until: date,
    today: date,
    ...ended,
    rate,
    /** Counted nowhere in the rate. */
    released: count,
    renegotiated: count,
    /** Open, due in the period. */
    open: count,
    /** Open and due before now, whenever that was: beside the rate, never inside. */
    late: count,
    /** By weeks (or days, in a period of five weeks or less), the oldest first. */
    steps: z.array(z.strictObject({ from: date, until: date, due: count, ...ended, rate })),
    keepers: z.array(row),
    pairs: z.array(z.strictObject({ maker: row.shape.party, keeper: row.shape.party, ...ended, rate })),
    reasons: z.array(z.strictObject({ reason: z.enum(reasons).nullable(), broken: count })),
    /** What asks to be looked at: read in words, told without an expectation, told and not readable. */
    found: count,
    unexpected: count,
    unread: count,
  }),
});

export const rates = endpoint({
  name: 'promises.rates',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'Keeping rates by keeper, maker, touchpoint, product, kind or standing promise, the worst first.',
  input: z.strictObject({ by: z.enum(rateDimensions), ...period }),
  reply: z.strictObject({ since: date, until: date, rows: z.array(row) }),
});

export const days = endpoint({
  name: 'promises.days',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary:
    'The calendar of the company’s word: how many open promises are due on each day, by keeper; at most 62 days.',
  input: z.strictObject({ since: date.optional(), until: date.optional() }),
  reply: z.strictObject({
    today: date,
    days: z.array(z.strictObject({ day: date, open: count, kept: count, exceeded: count, broken: count })),
    keepers: z.array(
      z.strictObject({
        value: z.string(),
        party: party.nullable(),
        name: z.string(),
        /** What he keeps on a day on which he keeps any: the median of the last 60 days; null below 5 such days. */
        keeps_a_day: z.number().nullable(),
        late: count,
        /** In the order of `days`. */
        open: z.array(count),
      }),
    ),
  }),
});

export const load = endpoint({
  name: 'promises.load',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'What a keeper has to keep on a day already, and what he keeps on a day: shown before promising.',
  input: z.strictObject({
    person_id: id.optional(),
    department_id: id.optional(),
    partner_id: id.optional(),
    due: when,
    zone: zone.optional(),
  }),
  reply: z.strictObject({
    day: date,
    /** Open promises of his due on that day, this one not counted. */
    open: count,
    late: count,
    keeps_a_day: z.number().nullable(),
    /** Days in the last 60 on which he kept any. */
    days: count,
    /** A day on which the keeper does not work. */
    free: z.boolean(),
  }),
});

/** Who may keep: people and departments here, partners outside. */
export const keepers = endpoint({
  name: 'promises.keepers',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'Everybody who may be asked to keep a promise.',
  input: z.strictObject({}),
  reply: z.strictObject({ keepers: z.array(z.strictObject({ keeper, party, department: z.string().nullable() })) }),
});

const shares = z.array(z.int().min(1).max(99)).max(5);
const settingShape = {
  accept_minutes: z.int().min(5).max(10_080),
  alarm_shares: shares,
  public_page: z.boolean(),
  public_rate: z.boolean(),
};

export const settings = endpoint({
  name: 'promises.settings',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'How long a keeper has to answer, when alarms ring, and whether the public page is open.',
  input: z.strictObject({}),
  reply: z.strictObject({ ...settingShape, version: z.int() }),
});

export const editSettings = endpoint({
  name: 'promises.edit-settings',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary: 'Changes the house’s ways with promises.',
  input: z.strictObject({ ...z.strictObject(settingShape).partial().shape, version: z.int() }),
  reply: z.strictObject({ ...settingShape, version: z.int() }),
});

const publicRate = z.strictObject({
  kept: count,
  settled: count,
  low: z.number(),
  high: z.number(),
  since: date,
  until: date,
});

/** The page that everybody may read. */
export const publicPage = endpoint({
  name: 'promises.public',
  method: 'GET',
  access: 'open',
  purpose: 'none',
  summary:
    'The company’s standing promises and, where it dares, how it keeps them; open to all where it is switched on.',
  input: z.strictObject({ language: language.optional() }),
  reply: z.strictObject({
    house: z.string(),
    /** The mark of its logo, at `staff/logo`; null where it has none. */
    logo: z.string().nullable(),
    /** Null where the house shows no rate, or fewer than 30 promises ended. */
    rate: z.strictObject({ ...publicRate.shape, late: count }).nullable(),
    promises: z.array(
      z.strictObject({
        standing_id: id,
        version: z.int(),
        texts: standingTexts,
        in_force_at: z.string(),
        rate: publicRate.nullable(),
      }),
    ),
  }),
});
