import { z } from 'zod';
import { date, id, prose } from './scalars.ts';

/** Whose word it is: somebody gave it, a public promise that fits him, or nobody promised it. */
export const origins = ['made', 'standing', 'expectation'] as const;
/** `found` was read in words and is nobody's promise yet; `unexpected` is a result that nobody was told to expect. */
export const states = [
  'found',
  'dismissed',
  'open',
  'kept',
  'exceeded',
  'broken',
  'released',
  'renegotiated',
  'unexpected',
] as const;
export type PromiseState = (typeof states)[number];
export const units = ['date', 'amount', 'rating', 'words'] as const;
export const betters = ['earlier', 'more', 'less'] as const;
export const acceptances = ['unasked', 'asked', 'accepted', 'declined', 'countered'] as const;
/** Why a promise was broken. */
export const reasons = ['not-told', 'over-promised', 'no-capacity', 'quality', 'outside'] as const;
/** Why an event that speaks of a promise cannot be read as one. */
export const unreadCodes = ['promise.no-number', 'promise.no-due', 'promise.bad-date', 'promise.bad-level'] as const;
/** From where somebody expects what nobody promised him. */
export const expectedFrom = ['promise', 'advertising', 'word-of-mouth', 'past', 'own-page', 'other'] as const;
/** Whether it felt better than expected: only the customer says. */
export const felts = ['worse', 'as-expected', 'better'] as const;
/** What is usually promised; any other word of a company's own is taken too. */
export const usualKinds = [
  'call-back',
  'answer',
  'delivery',
  'visit',
  'repair',
  'refund',
  'payment',
  'document',
  'other',
] as const;

/** A local day, or a local day and time; a day ends at 24:00. */
export const when = z.union([date, z.iso.datetime({ local: true, precision: -1 })]);
const number = z.string().regex(/^-?\d{1,13}(\.\d{1,6})?$/);
/** A mark on the scale of expectations, 1 to 7. */
export const scale = z.int().min(1).max(7);

/** One who keeps: a person here, a department, an outside partner. */
export const keeper = z.union([
  z.strictObject({ person_id: id }),
  z.strictObject({ department_id: id }),
  z.strictObject({ partner_id: id }),
]);
export type Keeper = z.infer<typeof keeper>;

/** Somebody on either side of a promise, as a page names him; `id` is null where he is known by name alone. */
export const party = z.strictObject({
  kind: z.enum(['person', 'department', 'partner', 'told']),
  id: id.nullable(),
  name: z.string(),
});
export type Party = z.infer<typeof party>;

/** What is expected, in the promise's unit: an adequate level, and a desired one beside it. */
export const expected = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('date'), desired: when.optional() }),
  z.strictObject({
    unit: z.literal('amount'),
    measure: z.string().trim().min(1).max(20),
    better: z.enum(['more', 'less']).default('more'),
    adequate: number,
    desired: number.optional(),
  }),
  z.strictObject({ unit: z.literal('rating'), adequate: scale, desired: scale.optional() }),
  z.strictObject({ unit: z.literal('words'), adequate: scale, desired: scale.optional() }),
]);

/** What was received, in the same unit. */
export const received = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('date'), result: when }),
  z.strictObject({ unit: z.literal('amount'), result: number }),
  z.strictObject({ unit: z.literal('rating'), result: scale }),
  z.strictObject({ unit: z.literal('words'), result: scale, words: prose.min(1) }),
]);

/** How far a result lies from what was expected; better is positive. Days or minutes of dates, else the unit's own. */
export const gap = z.strictObject({
  adequate: z.number(),
  desired: z.number().nullable(),
  in: z.enum(['minutes', 'days', 'measure', 'points']),
});

/** A promise as it is shown. */
export const shownPromise = z.strictObject({
  customer_id: id,
  promise_id: id,
  customer: z.string().nullable(),
  origin: z.enum(origins),
  owed_by: z.enum(['company', 'customer']),
  state: z.enum(states),
  /** Open, and its due has passed. */
  late: z.boolean(),
  ref: z.string().nullable(),
  kind: z.string(),
  words: z.string().nullable(),
  language: z.string(),
  channel: z.string(),
  touchpoint: z.string().nullable(),
  product: z.string().nullable(),
  subject: z.string().nullable(),
  maker: party.nullable(),
  keeper: party.nullable(),
  made_at: z.string().nullable(),
  due_at: z.string().nullable(),
  due_local: z.string().nullable(),
  due_note: z.string().nullable(),
  zone: z.string(),
  unit: z.enum(units),
  measure: z.string().nullable(),
  better: z.enum(betters),
  adequate: z.string().nullable(),
  desired: z.string().nullable(),
  result: z.string().nullable(),
  result_words: z.string().nullable(),
  ticks: z.record(z.string(), z.boolean().nullable()).nullable(),
  gap: gap.nullable(),
  expected_from: z.string().nullable(),
  felt: z.enum(felts).nullable(),
  reason: z.enum(reasons).nullable(),
  settled_at: z.string().nullable(),
  acceptance: z.enum(acceptances),
  accept_by: z.string().nullable(),
  answer_words: z.string().nullable(),
  counter: z.string().nullable(),
  replaces: id.nullable(),
  replaced_by: id.nullable(),
  outer_id: id.nullable(),
  standing_id: id.nullable(),
  made_event_id: id.nullable(),
  result_event_id: id.nullable(),
  visible: z.boolean(),
  version: z.int(),
});
export type ShownPromise = z.infer<typeof shownPromise>;
