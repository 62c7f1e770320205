import { z } from 'zod';
import { endpoint } from './contract.ts';
import { five, momentKind, stage } from './moments-shown.ts';
import { expectedFrom } from './promises-shown.ts';
import { cursor, id, instant, language, limit, line, prose } from './scalars.ts';

/** Why a question was not asked. */
export const withheldReasons = [
  'hold',
  'recovery',
  'rest',
  'asked',
  'no-address',
  'no-mail',
  'late',
  'answered',
] as const;
export const withheldReason = z.enum(withheldReasons);
export type WithheldReason = z.infer<typeof withheldReason>;

/**
 * planned: its time has not come; waiting: its letter is on the way; asked; answered; withheld: something spoke against it;
 * dropped: taken back; failed: its letter did not go.
 */
export const questionStates = ['planned', 'waiting', 'asked', 'answered', 'withheld', 'dropped', 'failed'] as const;

export const shownQuestion = z.strictObject({
  customer_id: id,
  question_id: id,
  moment_id: id,
  customer: z.string().nullable(),
  kind: z.enum(['contact', 'recovery']),
  stage,
  state: z.enum(questionStates),
  way: z.enum(['mail', 'link']),
  reason: withheldReason.nullable(),
  language,
  made_at: z.string(),
  ask_at: z.string(),
  asked_at: z.string().nullable(),
  answered_at: z.string().nullable(),
});
export type ShownQuestion = z.infer<typeof shownQuestion>;

export const askCustomer = endpoint({
  name: 'moments.ask',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary:
    'Asks a customer how a contact was, by e-mail or by a link to hand to him; refused as question.withheld where something speaks against it.',
  input: z.strictObject({
    customer_id: id,
    moment_id: id,
    kind: z.enum(['contact', 'recovery']).default('contact'),
    stage: stage.default('interaction'),
    way: z.enum(['mail', 'link']),
  }),
  reply: z.strictObject({ question: shownQuestion, link: z.string().nullable() }),
  secret: true,
});

export const dropQuestion = endpoint({
  name: 'moments.drop-question',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Takes back a question that was not answered yet: its link opens no more.',
  input: z.strictObject({ customer_id: id, question_id: id }),
  reply: z.strictObject({ question: shownQuestion }),
});

export const questions = endpoint({
  name: 'moments.questions',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Questions to customers, newest first: of one customer or of all; those withheld with why.',
  input: z.strictObject({
    customer_id: id.optional(),
    state: z.enum(questionStates).optional(),
    cursor: cursor.optional(),
    limit,
  }),
  reply: z.strictObject({ questions: z.array(shownQuestion), next: z.string().nullable() }),
});

/** What a link opens: one question, and what was answered to it so far. */
export const readQuestion = endpoint({
  name: 'moments.read-question',
  method: 'POST',
  access: 'open',
  purpose: 'service',
  summary: 'What a customer’s link asks; changes nothing, whoever opens it.',
  input: z.strictObject({ token: z.string().min(20).max(200) }),
  reply: z.strictObject({
    house: z.string(),
    kind: z.enum(['contact', 'recovery']),
    stage,
    language,
    at: z.string(),
    zone: z.string(),
    channel: z.string(),
    touchpoint: z.string(),
    touchpoint_names: z.strictObject({ en: z.string(), es: z.string(), ru: z.string() }).nullable(),
    /** He has answered; until when he may change it. */
    answered: z.boolean(),
    until: z.string(),
  }),
});

export const answerQuestion = endpoint({
  name: 'moments.answer-question',
  method: 'POST',
  access: 'open',
  purpose: 'service',
  summary: 'The customer’s own answer by his link: one mark is enough; his last answer serves.',
  input: z.strictObject({
    token: z.string().min(20).max(200),
    /** How it was for him, 1 to 5; of a recovery: repaired or not. */
    emotional: five.optional(),
    functional: five.optional(),
    people: five.optional(),
    information: five.optional(),
    process: five.optional(),
    environment: five.optional(),
    repaired: z.boolean().optional(),
    /** Before it: what he expects, 1 to 7, and from where. */
    level: z.int().min(1).max(7).optional(),
    from: z.enum(expectedFrom).optional(),
    kind: momentKind.optional(),
    /** What he had expected and what he got, 1 to 7. */
    expected: z.int().min(1).max(7).optional(),
    received: z.int().min(1).max(7).optional(),
    words: prose.optional(),
    /** What would repair it, in his words. */
    wants: prose.optional(),
  }),
  reply: z.strictObject({ until: z.string() }),
});

export const askNoMore = endpoint({
  name: 'moments.ask-no-more',
  method: 'POST',
  access: 'open',
  purpose: 'service',
  summary: 'The customer says by his link that he wants to be asked nothing more; with `undo` that he may be.',
  input: z.strictObject({ token: z.string().min(20).max(200), undo: z.boolean().default(false) }),
  reply: z.strictObject({}),
});

export const hold = endpoint({
  name: 'moments.hold',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Leaves a customer in peace until an instant, or until it is ended: he is asked nothing.',
  input: z.strictObject({ customer_id: id, reason: line, until: instant.nullable().default(null) }),
  reply: z.strictObject({ hold_id: id }),
});

export const endHold = endpoint({
  name: 'moments.end-hold',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Ends a hold.',
  input: z.strictObject({ customer_id: id, hold_id: id }),
  reply: z.strictObject({}),
});
