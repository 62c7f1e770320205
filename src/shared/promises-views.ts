import { z } from 'zod';
import { endpoint } from './contract.ts';
import { reasons, shownPromise, unreadCodes } from './promises-shown.ts';
import { cursor, date, flag, id, limit } from './scalars.ts';

/** A promise with all that was done with it. */
export const show = endpoint({
  name: 'promises.show',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'One promise with its history, its alarms, what it waits for and what waits for it.',
  input: z.strictObject({ customer_id: id, promise_id: id }),
  reply: z.strictObject({
    promise: shownPromise,
    steps: z.array(
      z.strictObject({
        step_id: id,
        at: z.string(),
        by: z.string().nullable(),
        what: z.string(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    alarms: z.array(z.strictObject({ kind: z.string(), ring_at: z.string(), rang_at: z.string() })),
    inner: z.array(shownPromise),
    outer: shownPromise.nullable(),
    /** What the asker may do with it now. */
    may: z.array(z.enum(['accept', 'settle', 'unsettle', 'correct', 'renegotiate', 'release', 'reassign', 'explain'])),
  }),
});

export const ofCustomer = endpoint({
  name: 'promises.of-customer',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'What stands between a customer and us: promises both ways with their gaps, open ones first.',
  input: z.strictObject({ customer_id: id, limit, cursor: cursor.optional() }),
  reply: z.strictObject({ promises: z.array(shownPromise), next: z.string().nullable() }),
});

export const list = endpoint({
  name: 'promises.list',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Promises by due, the latest first where they are late: of a day, a keeper, a state.',
  input: z.strictObject({
    which: z
      .enum(['open', 'late', 'settled', 'exceeded', 'broken', 'found', 'unexpected', 'asked', 'moved'])
      .default('open'),
    keeper_department: z.string().max(200).optional(),
    keeper_person: z.string().max(200).optional(),
    keeper_partner: id.optional(),
    maker_department: z.string().max(200).optional(),
    maker_person: z.string().max(200).optional(),
    touchpoint: z.string().max(200).optional(),
    product: z.string().max(200).optional(),
    reason: z.enum([...reasons, 'none']).optional(),
    kind: z.string().max(60).optional(),
    standing_id: id.optional(),
    /** Days of the original due, both included; of what has none, of the day on which it was heard. */
    since: date.optional(),
    until: date.optional(),
    mine: flag.optional(),
    limit,
    cursor: cursor.optional(),
  }),
  reply: z.strictObject({ promises: z.array(shownPromise), next: z.string().nullable() }),
});

/** An event that speaks of a promise and could not be entered. */
export const unreadEvent = z.strictObject({
  customer_id: id,
  customer: z.string().nullable(),
  event_id: id,
  name: z.string(),
  happened_at: z.string(),
  heard_at: z.string(),
  source_id: id,
  source: z.string().nullable(),
  /** Why it could not be read. */
  code: z.enum(unreadCodes),
  /** What it says was promised, in words. */
  words: z.string().nullable(),
  language: z.string(),
});
export type UnreadEvent = z.output<typeof unreadEvent>;

export const unread = endpoint({
  name: 'promises.unread',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Events that could not be read as promises, with why, the last heard first; corrected or undone, they go.',
  input: z.strictObject({ limit, cursor: cursor.optional() }),
  reply: z.strictObject({ events: z.array(unreadEvent), next: z.string().nullable() }),
});
