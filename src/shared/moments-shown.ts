import { z } from 'zod';
import { id } from './scalars.ts';

/** Before, in, and days after a contact. */
export const stages = ['perception', 'interaction', 'remembrance'] as const;
export const stage = z.enum(stages);
export type Stage = z.infer<typeof stage>;

/** Whose word it is, the best first: a better one's word serves, whatever a worse one says. */
export const sources = ['customer', 'employee', 'event', 'machine'] as const;
export const source = z.enum(sources);

/** The three marks of which the worst decides. */
export const marks = ['people', 'information', 'process'] as const;
export const mark = z.enum(marks);

/** All that is said of a contact on a scale of 1 to 5. */
export const aspects = ['people', 'information', 'process', 'environment', 'functional', 'emotional'] as const;
export type Aspect = (typeof aspects)[number];

/** What was the worst: of the three marks those that were; else where it was, or how it felt. */
export const failingMarks = ['information', 'process', 'people', 'environment', 'feeling'] as const;
export const failingMark = z.enum(failingMarks);
export type FailingMark = z.infer<typeof failingMark>;

/** Whether it was the way he was treated, what he was supplied with, or both. */
export const momentKinds = ['treatment', 'product', 'both'] as const;
export const momentKind = z.enum(momentKinds);
export type MomentKind = z.infer<typeof momentKind>;

/** One to five, one the worst. */
export const five = z.int().min(1).max(5);
const shownMark = five.nullable();

/** Marks as they are shown; feeling by its functional and its emotional side. */
export const shownMarks = z.strictObject({
  people: shownMark,
  information: shownMark,
  process: shownMark,
  environment: shownMark,
  functional: shownMark,
  emotional: shownMark,
});
export type ShownMarks = z.infer<typeof shownMarks>;

const names = z.strictObject({ en: z.string(), es: z.string(), ru: z.string() });

/** A department by its id, or as it was told where nobody here has that name. */
export const shownDepartment = z.strictObject({
  department_id: id.nullable(),
  name: z.string(),
  names: names.nullable(),
});
export type ShownDepartment = z.infer<typeof shownDepartment>;

/** What one source said of a contact. */
export const shownJudgement = shownMarks.extend({
  judgement_id: id,
  source,
  stage,
  at: z.string(),
  severity: z.int(),
  kind: momentKind.nullable(),
  cause: z.string().nullable(),
  expected: z.int().nullable(),
  received: z.int().nullable(),
  /** What was said with it. */
  words: z.string().nullable(),
  language: z.string().nullable(),
  by: z.string(),
  /** The name of the person here who wrote it down. */
  by_name: z.string().nullable(),
  event_id: id.nullable(),
});
export type ShownJudgement = z.infer<typeof shownJudgement>;

/** A contact as it is judged. */
export const shownMoment = shownMarks.extend({
  customer_id: id,
  moment_id: id,
  customer: z.string().nullable(),
  at: z.string(),
  sign: z.union([z.literal(-1), z.literal(0), z.literal(1)]).nullable(),
  severity: z.int(),
  own: z.boolean(),
  source: source.nullable(),
  kind: momentKind.nullable(),
  failing: z.array(failingMark),
  cause: z.string().nullable(),
  stages: z.array(
    z.strictObject({
      stage,
      sign: z.union([z.literal(-1), z.literal(0), z.literal(1)]).nullable(),
      failing: z.array(failingMark),
    }),
  ),
  touchpoint: z.string(),
  channel: z.string(),
  departments: z.array(shownDepartment),
  owner: shownDepartment.nullable(),
  person: z.string().nullable(),
  event_id: id.nullable(),
  promise_id: id.nullable(),
  conversation_id: id.nullable(),
  /** What was said in it or of it, the customer's own words first. */
  words: z.string().nullable(),
  language: z.string().nullable(),
});
export type ShownMoment = z.infer<typeof shownMoment>;
