import { z } from 'zod';
import { endpoint, event } from './contract.ts';
import { channels } from './memory.ts';
import { shownRecovery } from './moments-recovery.ts';
import { aspects, five, momentKind, shownJudgement, shownMoment, stage } from './moments-shown.ts';
import { cursor, id, limit, line, prose } from './scalars.ts';

const marksSaid = z
  .strictObject({
    people: five.optional(),
    information: five.optional(),
    process: five.optional(),
    environment: five.optional(),
    functional: five.optional(),
    emotional: five.optional(),
  })
  .refine((said) => aspects.some((aspect) => said[aspect] !== undefined), { params: { code: 'moment.no-mark' } });

export const mark = endpoint({
  name: 'moments.mark',
  method: 'POST',
  access: 'memory.capture',
  purpose: 'service',
  summary:
    'Says how a contact was: as the employee saw it, or what the customer himself said of it, his last word serving.',
  input: z.strictObject({
    customer_id: id,
    /** The contact: a moment, or an event of the timeline that is none yet; without either it is one of itself. */
    moment_id: id.optional(),
    event_id: id.optional(),
    by: z.enum(['customer', 'employee']).default('employee'),
    stage: stage.default('interaction'),
    marks: marksSaid,
    grave: z.boolean().default(false),
    kind: momentKind.optional(),
    /** “Did I have what I needed?”; no says that the information failed. */
    had_what_was_needed: z.boolean().optional(),
    /** Whose information was missing or wrong: a department. */
    information_department: id.optional(),
    touchpoint: line.optional(),
    channel: z.enum(channels).optional(),
    words: prose.optional(),
  }),
  reply: z.strictObject({ moment: shownMoment, event_id: id }),
});

export const unmark = endpoint({
  name: 'moments.unmark',
  method: 'POST',
  access: 'memory.capture',
  purpose: 'service',
  summary: 'Takes back what one said of a contact oneself in the last ten minutes.',
  input: z.strictObject({ customer_id: id, moment_id: id, event_id: id }),
  reply: z.strictObject({}),
});

export const show = endpoint({
  name: 'moments.show',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'One moment: what each source said of it, and what repairs it.',
  input: z.strictObject({ customer_id: id, moment_id: id }),
  reply: z.strictObject({
    moment: shownMoment,
    judgements: z.array(shownJudgement),
    recovery: shownRecovery.nullable(),
    /** What he remembers beside how it was then: the differences of the feeling, remembrance less interaction. */
    remembered: z.strictObject({ functional: z.int().nullable(), emotional: z.int().nullable() }).nullable(),
  }),
});

export const ofCustomer = endpoint({
  name: 'moments.of-customer',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'The moments of one customer, newest first, each with the balance after it.',
  input: z.strictObject({ customer_id: id, cursor: cursor.optional(), limit }),
  reply: z.strictObject({
    moments: z.array(shownMoment.extend({ balance: z.int() })),
    next: z.string().nullable(),
  }),
});

/** One dot of the account's strip. */
export const dot = z.strictObject({
  moment_id: id,
  at: z.string(),
  sign: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  own: z.boolean(),
  severity: z.int(),
  balance: z.int(),
  touchpoint: z.string(),
});
export type Dot = z.infer<typeof dot>;

export const account = endpoint({
  name: 'moments.account',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'How a customer’s account of five to one stands, the moments that made it, and what it means.',
  input: z.strictObject({ customer_id: id }),
  reply: z.strictObject({
    balance: z.int(),
    owed: z.int(),
    credit: z.int(),
    /** As it is shown where the house lets it fade; else as it is. */
    faded: z.number(),
    moments: z.int(),
    positive: z.int(),
    indifferent: z.int(),
    negative: z.int(),
    last_negative_at: z.string().nullable(),
    /** The last of them that counted, oldest first; at most 40. */
    strip: z.array(dot),
    five: z.int(),
    cap: z.int().nullable(),
    /** Only indifferent moments for so long. */
    forgotten: z.boolean(),
    /** While something is owed nothing is offered, save what he asks for and what saves him money. */
    may_offer: z.enum(['anything', 'asked-or-saving']),
    hold: z.strictObject({ hold_id: id, reason: z.string(), until: z.string().nullable() }).nullable(),
    /** Good moments by his own word that are still wanting, and whether a question is on its way to hear of the next. */
    plan: z.strictObject({ wanting: z.int(), asking_at: z.string().nullable(), recoveries: z.array(shownRecovery) }),
  }),
});

/** Moments of one customer changed: their ids, how each is now (null: nobody knows) and was, and how his account stands. */
export const momentsChanged = event({
  name: 'moments.changed',
  payload: z.strictObject({
    moments: z.array(z.strictObject({ moment_id: id, sign: z.int().nullable(), was: z.int().nullable() })),
    balance: z.int(),
  }),
});

/** A recovery began, moved or ended. */
export const recoveryChanged = event({
  name: 'moments.recovery-changed',
  payload: z.strictObject({ recovery_id: id, state: z.string() }),
});
