import { z } from 'zod';
import { endpoint } from './contract.ts';
import { acceptances, received, states, units, when } from './promises-shown.ts';
import { email, id, language, line, mailTrouble } from './scalars.ts';

/** An outside keeper, as the house sees him. */
export const partner = z.strictObject({
  partner_id: id,
  name: z.string(),
  email: z.string().nullable(),
  language,
  /** Until when his link opens; null where he has none. */
  link_until: z.string().nullable(),
  open: z.int(),
  /** Why his last letter did not go, where it did not. */
  mail_trouble: mailTrouble.nullable(),
  closed_at: z.string().nullable(),
  version: z.int(),
});
export type Partner = z.infer<typeof partner>;

export const partners = endpoint({
  name: 'promises.partners',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'The outside partners who keep promises of the company’s.',
  input: z.strictObject({}),
  reply: z.strictObject({ partners: z.array(partner) }),
});

export const savePartner = endpoint({
  name: 'promises.save-partner',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary: 'Adds a partner, or changes one; `closed` ends the work with him.',
  input: z.strictObject({
    partner_id: id.optional(),
    version: z.int().optional(),
    name: line,
    email: email.nullable(),
    language,
    closed: z.boolean().default(false),
  }),
  reply: z.strictObject({ partner }),
});

export const linkPartner = endpoint({
  name: 'promises.link-partner',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary:
    'Makes a new signed link for a partner, shown once; the one before it opens no more. Mailed where mail is set up.',
  secret: true,
  input: z.strictObject({ partner_id: id }),
  reply: z.strictObject({ link: z.string(), mailed: z.boolean(), until: z.string() }),
});

/**
 * A partner’s token, from his link: also his key for the API. A program of his sends `{"token": …}` to
 * `POST /api/v1/promises/partner-page` for what he is asked, and `{"token", "customer_id", "promise_id", "version",
 * "answer"}` to `POST /api/v1/promises/partner-answer`; both take and give JSON, and need no other sign-in. A token that is
 * wrong, spent or replaced answers `promise.link-void`, whichever it is.
 */
const token = z.string().min(20).max(100);

/** A promise as its outside keeper sees it: the words and when, nothing of the customer but what the words say. */
const asked = z.strictObject({
  customer_id: id,
  promise_id: id,
  words: z.string().nullable(),
  kind: z.string(),
  subject: z.string().nullable(),
  due_at: z.string().nullable(),
  due_local: z.string().nullable(),
  zone: z.string(),
  unit: z.enum(units),
  measure: z.string().nullable(),
  adequate: z.string().nullable(),
  state: z.enum(states),
  acceptance: z.enum(acceptances),
  /** The other date that he proposed. */
  counter: z.string().nullable(),
  result: z.string().nullable(),
  settled_at: z.string().nullable(),
  late: z.boolean(),
  version: z.int(),
});
export type AskedPromise = z.infer<typeof asked>;

export const partnerPage = endpoint({
  name: 'promises.partner-page',
  method: 'POST',
  access: 'open',
  purpose: 'service',
  summary: 'What a partner is asked to keep, and what he kept in the last 30 days: by the token of his signed link.',
  input: z.strictObject({ token }),
  reply: z.strictObject({ house: z.string(), partner: z.string(), language, promises: z.array(asked) }),
});

export const partnerAnswer = endpoint({
  name: 'promises.partner-answer',
  method: 'POST',
  access: 'open',
  purpose: 'service',
  summary: 'A partner accepts, declines with a reason, proposes another date, or reports the result.',
  input: z.strictObject({
    token,
    customer_id: id,
    promise_id: id,
    version: z.int().min(1),
    answer: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('accept') }),
      z.strictObject({ what: z.literal('decline'), words: line, counter: when.optional() }),
      z.strictObject({ what: z.literal('settle'), received: received.optional() }),
    ]),
  }),
  reply: z.strictObject({ promise: asked }),
});
