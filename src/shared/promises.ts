import { z } from 'zod';
import { endpoint, event } from './contract.ts';
import { channels } from './memory.ts';
import {
  expected,
  expectedFrom,
  felts,
  keeper,
  reasons,
  received,
  scale,
  shownPromise,
  states,
  when,
} from './promises-shown.ts';
import { id, instant, language, line, prose, zone } from './scalars.ts';

const one = { customer_id: id, promise_id: id };
const at = { ...one, version: z.int().min(1) };
const changed = z.strictObject({ promise: shownPromise });

export const make = endpoint({
  name: 'promises.make',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Gives the company’s word to a customer (or writes down his), and asks its keeper to accept it.',
  input: z.strictObject({
    customer_id: id,
    words: prose.min(1),
    /** When it is due; without it, of a `term` from now. */
    due: when,
    /** The zone in which it is due; the house's where none is said. */
    zone: zone.optional(),
    expected: expected.default({ unit: 'date' }),
    keeper: keeper.optional(),
    kind: z.string().trim().min(1).max(60).default('other'),
    owed_by: z.enum(['company', 'customer']).default('company'),
    channel: z.enum(channels).default('phone'),
    touchpoint: line.optional(),
    product: line.optional(),
    subject: line.optional(),
    agreement_id: id.optional(),
    /** The promise that waits for this one. */
    outer_id: id.optional(),
    /** The customer may see it himself. */
    visible: z.boolean().default(true),
    language: language.optional(),
  }),
  reply: changed,
});

export const confirm = endpoint({
  name: 'promises.confirm',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Makes a promise that was found in words a promise, as it was read or with another due.',
  input: z.strictObject({ ...at, due: when.optional(), keeper: keeper.optional() }),
  reply: changed,
});

export const dismiss = endpoint({
  name: 'promises.dismiss',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Says that what was found in words is no promise; with `undo` that it may be one after all.',
  input: z.strictObject({ ...at, undo: z.boolean().default(false) }),
  reply: changed,
});

export const find = endpoint({
  name: 'promises.find',
  method: 'POST',
  access: 'promises.make',
  purpose: 'none',
  summary: 'Reads promises out of a text, with when each is due; changes nothing.',
  input: z.strictObject({
    text: prose.min(1),
    language: language.optional(),
    said_at: instant.optional(),
    zone: zone.optional(),
  }),
  reply: z.strictObject({
    found: z.array(z.strictObject({ quote: z.string(), due: z.string().nullable(), due_at: z.string().nullable() })),
  }),
});

export const accept = endpoint({
  name: 'promises.accept',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'The keeper says that he will keep it.',
  input: z.strictObject(at),
  reply: changed,
});

export const decline = endpoint({
  name: 'promises.decline',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'The keeper says that he cannot keep it, and why; with `counter`, when he could.',
  input: z.strictObject({ ...at, words: line, counter: when.optional() }),
  reply: changed,
});

export const reassign = endpoint({
  name: 'promises.reassign',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Gives a promise to another keeper, who is asked to accept it.',
  input: z.strictObject({ ...at, keeper }),
  reply: changed,
});

export const renegotiate = endpoint({
  name: 'promises.renegotiate',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Agrees another due with the customer: before it is due it replaces the promise, later it breaks it.',
  input: z.strictObject({
    ...at,
    due: when,
    agreed: z.literal(true),
    words: prose.min(1),
    channel: z.enum(channels).default('phone'),
  }),
  reply: z.strictObject({ before: shownPromise, promise: shownPromise }),
});

export const settle = endpoint({
  name: 'promises.settle',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Writes down what was received; whether that keeps the promise is Kept’s to say.',
  input: z.strictObject({
    ...at,
    received: received.optional(),
    /** Of goods and the like: complete, as specified. */
    ticks: z.record(z.string().max(40), z.boolean()).optional(),
    reason: z.enum(reasons).optional(),
  }),
  reply: changed,
});

export const unsettle = endpoint({
  name: 'promises.unsettle',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Takes back a result written down by oneself in the last ten minutes.',
  input: z.strictObject(at),
  reply: changed,
});

export const correct = endpoint({
  name: 'promises.correct',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Corrects a result; somebody else than who wrote it. The rates count what was first written.',
  input: z.strictObject({ ...at, received, words: line }),
  reply: changed,
});

export const explain = endpoint({
  name: 'promises.explain',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Says why a promise was broken.',
  input: z.strictObject({ ...at, reason: z.enum(reasons).nullable() }),
  reply: changed,
});

export const release = endpoint({
  name: 'promises.release',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'The customer no longer wants it; in his own words.',
  input: z.strictObject({ ...at, words: prose.min(1), channel: z.enum(channels).default('phone') }),
  reply: changed,
});

export const feel = endpoint({
  name: 'promises.feel',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'What the customer himself said, his last word serving: it felt worse, as expected, or better.',
  input: z.strictObject({ ...one, felt: z.enum(felts).nullable(), channel: z.enum(channels).default('phone') }),
  reply: changed,
});

export const expect = endpoint({
  name: 'promises.expect',
  method: 'POST',
  access: 'promises.make',
  purpose: 'service',
  summary: 'Writes down what a customer expects though nobody promised it, from where, on a scale of 1 to 7.',
  input: z.strictObject({
    customer_id: id,
    words: prose.min(1),
    level: scale,
    from: z.enum(expectedFrom),
    kind: z.string().trim().min(1).max(60).default('other'),
    channel: z.enum(channels).default('phone'),
    due: when.optional(),
  }),
  reply: changed,
});

/** Promises of one customer changed; their ids and how each stands now. */
export const promisesChanged = event({
  name: 'promises.changed',
  payload: z.strictObject({
    promises: z.array(z.strictObject({ promise_id: id, state: z.enum(states), was: z.enum(states).nullable() })),
  }),
});

/** An alarm of a promise rang. */
export const promiseRang = event({
  name: 'promises.rang',
  payload: z.strictObject({ promise_id: id, kind: z.string() }),
});
