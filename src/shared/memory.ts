import { z } from 'zod';
import { endpoint, event } from './contract.ts';
import { currency, cursor, id, instant, language, limit, line, prose } from './scalars.ts';

export const channels = [
  'web',
  'app',
  'email',
  'phone',
  'chat',
  'shop',
  'visit',
  'letter',
  'delivery',
  'social',
  'back-office',
  'other',
] as const;
export const directions = ['in', 'out', 'inside'] as const;

/** One thing that happened, as the timeline shows it. */
export const timelineEvent = z.strictObject({
  event_id: id,
  /** For whom it was recorded: himself, or a customer merged into him. */
  customer_id: id,
  happened_at: z.string(),
  heard_at: z.string(),
  source_id: id,
  kind: z.string(),
  name: z.string(),
  channel: z.string(),
  direction: z.string(),
  touchpoint: z.string().nullable(),
  /** Who of ours it was with, as told. */
  staff: z.string().nullable(),
  agreement_id: z.string().nullable(),
  conversation_id: z.string().nullable(),
  corrects_id: z.string().nullable(),
  corrected_by: z.string().nullable(),
  language: z.string(),
  /** What was said or written. */
  words: z.string().nullable(),
  /** As received. */
  payload: z.unknown(),
  attachments: z.array(
    z.strictObject({ attachment_id: id, name: z.string(), media_type: z.string(), bytes: z.number() }),
  ),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;

/** Sums of one currency, in minor units of it; sold ≥ 0, returned ≤ 0. */
export const spending = z.strictObject({
  currency,
  purchases: z.number(),
  sold_minor: z.number(),
  returned_minor: z.number(),
  first_on: z.string().nullable(),
  last_on: z.string().nullable(),
});

/** Where we were, what we owe, what he said last. */
export const brief = z.strictObject({
  customer_id: id,
  face_id: id,
  name: z.string().nullable(),
  /** One key to call him by while he has no name. */
  key: z.string().nullable(),
  kind: z.string(),
  state: z.string(),
  language: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  events: z.number(),
  first_at: z.string().nullable(),
  last_at: z.string().nullable(),
  spending: z.array(spending),
  agreements: z.number(),
  open_claims: z.number(),
  members: z.number(),
  last_words: z
    .strictObject({ event_id: id, words: z.string(), at: z.string(), channel: z.string(), language: z.string() })
    .nullable(),
  lines: z.array(
    z.strictObject({
      room: z.string(),
      line_id: z.string(),
      weight: z.number(),
      word: z.string(),
      slots: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type Brief = z.infer<typeof brief>;

export const recall = endpoint({
  name: 'memory.recall',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'The brief of a customer and the last events of his timeline, in one round trip.',
  input: z.strictObject({ customer_id: id, limit }),
  reply: z.strictObject({ brief, events: z.array(timelineEvent), next: z.string().nullable() }),
});

export const timeline = endpoint({
  name: 'memory.timeline',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Further pages of the timeline, newest first, without end; filtered by channel, name, time, agreement.',
  input: z.strictObject({
    customer_id: id,
    channel: z.enum(channels).optional(),
    name: z.string().max(200).optional(),
    agreement_id: id.optional(),
    conversation_id: id.optional(),
    since: instant.optional(),
    until: instant.optional(),
    limit,
    cursor: cursor.optional(),
  }),
  reply: z.strictObject({ events: z.array(timelineEvent), next: z.string().nullable() }),
});

export const search = endpoint({
  name: 'memory.search',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Full-text search over the whole history (stems of EN, ES, RU; accents; typing errors), newest first.',
  input: z.strictObject({
    q: z.string().trim().min(1).max(200),
    customer_id: id.optional(),
    limit,
    cursor: cursor.optional(),
  }),
  reply: z.strictObject({
    /** The words as they were searched, when typing errors were corrected. */
    corrected: z.string().nullable(),
    hits: z.array(
      z.strictObject({
        event_id: id,
        customer_id: id,
        customer_name: z.string().nullable(),
        customer_key: z.string().nullable(),
        happened_at: z.string(),
        name: z.string(),
        channel: z.string(),
        language: z.string(),
        /** The text around the match; matched words between \u0001 and \u0002. */
        excerpt: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const capture = endpoint({
  name: 'memory.capture',
  method: 'POST',
  access: 'memory.capture',
  purpose: 'service',
  summary: 'Writes down a contact: who, by which channel, what happened.',
  input: z.strictObject({
    customer_id: id,
    channel: z.enum(channels),
    direction: z.enum(directions).default('in'),
    words: prose.min(1),
    happened_at: instant.optional(),
    agreement_id: id.optional(),
    touchpoint: line.optional(),
    language: language.optional(),
  }),
  reply: z.strictObject({ event_id: id }),
});

export const correct = endpoint({
  name: 'memory.correct',
  method: 'POST',
  access: 'memory.capture',
  purpose: 'service',
  summary: 'Corrects a captured contact by a further event; the first stays readable.',
  input: z.strictObject({ customer_id: id, event_id: id, words: prose.min(1), reason: line }),
  reply: z.strictObject({ event_id: id }),
});

export const purchase = z.strictObject({
  purchase_id: id,
  customer_id: id,
  order_key: z.string(),
  event_id: id,
  happened_at: z.string(),
  purchased_on: z.string(),
  currency,
  kind: z.enum(['sale', 'return']),
  state: z.enum(['completed', 'superseded', 'cancelled']),
  total_minor: z.number(),
  lines: z.array(
    z.strictObject({
      line_no: z.number(),
      product: z.string().nullable(),
      name: z.string().nullable(),
      quantity: z.string(),
      unit_price: z.string(),
      total_minor: z.number(),
    }),
  ),
});

export const purchases = endpoint({
  name: 'memory.purchases',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'What a customer bought and gave back, newest first, with lines.',
  input: z.strictObject({ customer_id: id, limit, cursor: cursor.optional() }),
  reply: z.strictObject({ purchases: z.array(purchase), next: z.string().nullable() }),
});

export const money = endpoint({
  name: 'memory.money',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: "A customer's purchases and returns by month, in minor units.",
  input: z.strictObject({ customer_id: id }),
  reply: z.strictObject({
    months: z.array(
      z.strictObject({
        month: z.string(),
        currency,
        sales: z.number(),
        returns: z.number(),
        sold_minor: z.number(),
        returned_minor: z.number(),
      }),
    ),
  }),
});

export const overview = endpoint({
  name: 'memory.overview',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'Sums over all customers by month: sales, returns, money, buying customers. Made anew as events come.',
  input: z.strictObject({ source_id: id.optional() }),
  reply: z.strictObject({
    months: z.array(
      z.strictObject({
        month: z.string(),
        currency,
        sales: z.number(),
        returns: z.number(),
        sold_minor: z.number(),
        returned_minor: z.number(),
        customers: z.number(),
      }),
    ),
    /** When the sums were last made anew; null before the first time. */
    settled_at: z.string().nullable(),
  }),
});

export const names = endpoint({
  name: 'memory.names',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'Touchpoints that have been heard of, for filters and capture.',
  input: z.strictObject({}),
  reply: z.strictObject({
    touchpoints: z.array(z.strictObject({ touchpoint: z.string(), name: z.string(), channel: z.string() })),
  }),
});

/** Events of one customer were remembered in one transaction; their ids and names. */
export const remembered = event({
  name: 'memory.remembered',
  payload: z.strictObject({ event_ids: z.array(id), names: z.array(z.string()) }),
});

/** What one customer bought or gave back changed; `2026-11-01` of each month touched, in the purchase's zone. */
export const spent = event({ name: 'memory.spent', payload: z.strictObject({ months: z.array(z.string()) }) });

/** Events were taken out again (an import undone); the counts over them must be made anew. */
export const forgotten = event({ name: 'memory.forgotten', payload: z.strictObject({ events: z.number() }) });

/** An employee wrote a contact down. */
export const captured = event({ name: 'memory.captured', payload: z.strictObject({ event_id: id }) });
