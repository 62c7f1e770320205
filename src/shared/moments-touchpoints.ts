import { z } from 'zod';
import { endpoint } from './contract.ts';
import { failingMarks, stage } from './moments-shown.ts';
import { line, prose } from './scalars.ts';

/** When a customer is asked how it was there: never, an hour after it, days later, or one of the two by lot. */
export const asks = ['never', 'after', 'later', 'either'] as const;

/** What may be looked at in a place: numbers from which a contact there is bad. */
export const indicators = ['wait_minutes', 'late_minutes', 'answer_hours'] as const;

const texts = z.strictObject({ en: z.string(), es: z.string(), ru: z.string() });
const owners = z.strictObject(Object.fromEntries(failingMarks.map((mark) => [mark, z.string().max(200).optional()])));
const numbers = z.strictObject(
  Object.fromEntries(indicators.map((name) => [name, z.number().min(0).max(100_000).optional()])),
);

/** A place where customers meet the company. */
export const touchpoint = z.strictObject({
  touchpoint: z.string(),
  /** Of the articles' list; its texts are in the words of Kept until it gets its own. */
  seeded: z.boolean(),
  /** In the catalogue; else only heard of. */
  known: z.boolean(),
  names: texts.nullable(),
  /** What is intended there: no script. */
  standards: texts.nullable(),
  same_as: z.string().nullable(),
  stage,
  /** Departments by their key or id. */
  departments: z.array(z.string()),
  owners: z.record(z.string(), z.string()),
  indicators: z.record(z.string(), z.number()),
  ask: z.enum(asks),
  closed: z.boolean(),
  version: z.int(),
  /** Moments of the last 90 days. */
  moments: z.int(),
  negative: z.int(),
});
export type Touchpoint = z.infer<typeof touchpoint>;

export const touchpoints = endpoint({
  name: 'moments.touchpoints',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary:
    'The catalogue of touchpoints, and those that were only heard of; with how many contacts the catalogue covers.',
  input: z.strictObject({}),
  reply: z.strictObject({
    touchpoints: z.array(touchpoint),
    /** Contacts of 90 days at a touchpoint of the catalogue, and all of them. */
    coverage: z.strictObject({ known: z.int(), all: z.int() }),
  }),
});

const texted = z.strictObject({ en: line, es: line, ru: line });

export const saveTouchpoint = endpoint({
  name: 'moments.save-touchpoint',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary: 'Adds a touchpoint to the catalogue or changes one; version 0 where it is new or was only heard of.',
  input: z.strictObject({
    touchpoint: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._:/-]*$/u),
    names: texted.nullable().default(null),
    standards: z.strictObject({ en: prose, es: prose, ru: prose }).nullable().default(null),
    same_as: z.string().max(100).nullable().default(null),
    stage: stage.default('interaction'),
    departments: z.array(z.string().max(200)).max(20).default([]),
    owners: owners.default({}),
    indicators: numbers.default({}),
    ask: z.enum(asks).default('never'),
    closed: z.boolean().default(false),
    version: z.int().min(0),
  }),
  reply: z.strictObject({ touchpoint }),
});
