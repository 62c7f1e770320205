import { z } from 'zod';
import { endpoint, event } from './contract.ts';
import { agreement } from './customers-agreements.ts';
import { link } from './customers-merges.ts';
import { cursor, id, instant, language, limit, line, prose } from './scalars.ts';

export const kinds = ['person', 'organisation'] as const;
/** known: has a verified key or was made by hand. pending: only claims. unknown: names nobody, never counted. */
export const states = ['known', 'pending', 'unknown'] as const;
export const keyKinds = ['email', 'phone', 'user', 'card', 'agreement', 'tax', 'anonymous', 'other'] as const;

export const keyInput = z.strictObject({ kind: z.enum(keyKinds), value: z.string().trim().min(1).max(300) });

/** A customer in a list: as much as one needs to recognise him. */
export const customerCard = z.strictObject({
  customer_id: id,
  face_id: id,
  kind: z.enum(kinds),
  state: z.enum(states),
  name: z.string().nullable(),
  language: z.string().nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  /** One key to show beside the name, e.g. an address. */
  key: z.string().nullable(),
  events: z.number(),
  last_at: z.string().nullable(),
  made_at: z.string(),
});
export type CustomerCard = z.infer<typeof customerCard>;

const key = z.strictObject({
  customer_id: id,
  kind: z.string(),
  value: z.string(),
  evidence: z.string(),
  source: z.string().nullable(),
  verified_at: z.string(),
});

const claim = z.strictObject({
  customer_id: id,
  kind: z.string(),
  value: z.string(),
  claim_id: z.string(),
  source: z.string().nullable(),
  claimed_at: z.string(),
  holder: z.strictObject({ customer_id: id, name: z.string().nullable() }).nullable(),
});

/** Everything about who a customer is, over all that were merged into him. */
export const profile = z.strictObject({
  customer_id: id,
  face_id: id,
  kind: z.enum(kinds),
  state: z.enum(states),
  name: z.string().nullable(),
  given_name: z.string().nullable(),
  family_name: z.string().nullable(),
  language: z.string().nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  note: z.string().nullable(),
  made_at: z.string(),
  made_by: z.string(),
  version: z.number(),
  members: z.array(z.strictObject({ customer_id: id, name: z.string().nullable() })),
  keys: z.array(key),
  claims: z.array(claim),
  agreements: z.array(agreement),
  links: z.array(link),
});
export type Profile = z.infer<typeof profile>;

const details = z.strictObject({
  kind: z.enum(kinds),
  name: line,
  given_name: line.nullish(),
  family_name: line.nullish(),
  language: language.nullish(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  city: line.nullish(),
  note: prose.nullish(),
});

export const list = endpoint({
  name: 'customers.list',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Customers, newest contact first or by name, filtered.',
  input: z.strictObject({
    q: z.string().trim().max(200).optional(),
    state: z.enum(states).optional(),
    kind: z.enum(kinds).optional(),
    language: language.optional(),
    country: z.string().max(2).optional(),
    last_since: instant.optional(),
    last_until: instant.optional(),
    sort: z.enum(['last', 'made', 'name']).default('last'),
    limit,
    cursor: cursor.optional(),
  }),
  reply: z.strictObject({ customers: z.array(customerCard), next: z.string().nullable() }),
});

export const counts = endpoint({
  name: 'customers.counts',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary:
    'How many customers there are by state (faces, merged ones once); counted anew by the clock: every few seconds, in a large house every few minutes.',
  input: z.strictObject({}),
  reply: z.strictObject({ known: z.number(), pending: z.number(), unknown: z.number(), merged: z.number() }),
});

export const find = endpoint({
  name: 'customers.find',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Finds customers by name (typing errors and accents forgiven), any key, agreement number or place.',
  input: z.strictObject({ q: z.string().trim().min(1).max(200), limit }),
  reply: z.strictObject({ customers: z.array(customerCard.extend({ matched: z.string() })) }),
});

export const show = endpoint({
  name: 'customers.show',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Who a customer is: keys with their evidence, claims, agreements, merges.',
  input: z.strictObject({ customer_id: id }),
  reply: profile,
});

export const make = endpoint({
  name: 'customers.make',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Makes a customer by hand, with keys that the maker has checked.',
  input: details.extend({ keys: z.array(keyInput).max(10).default([]) }),
  reply: z.strictObject({ customer_id: id }),
});

export const edit = endpoint({
  name: 'customers.edit',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Edits who a customer is; `version` must be the one that was read.',
  input: details.extend({ customer_id: id, version: z.number().int() }),
  reply: z.strictObject({ version: z.number() }),
});

export const addKey = endpoint({
  name: 'customers.add-key',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Adds a verified key, with what it was verified by. One that another customer holds is refused.',
  input: z.strictObject({ customer_id: id, key: keyInput, evidence: line }),
  reply: z.strictObject({}),
});

export const endKey = endpoint({
  name: 'customers.end-key',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Ends a key (a number given back, a typing error); a new owner starts with nothing of the old one.',
  input: z.strictObject({ customer_id: id, key: keyInput, reason: line }),
  reply: z.strictObject({}),
});

export const blockKey = endpoint({
  name: 'customers.block-key',
  method: 'POST',
  access: 'customers.merge',
  purpose: 'administration',
  summary: "Says that a key is shared by many or means nobody (a shop's own number): never an identity again.",
  input: z.strictObject({ key: keyInput, reason: line }),
  reply: z.strictObject({}),
});

export const blockedKeys = endpoint({
  name: 'customers.blocked-keys',
  method: 'GET',
  access: 'customers.read',
  purpose: 'administration',
  summary: 'Keys that are no identity, and why.',
  input: z.strictObject({}),
  reply: z.strictObject({
    keys: z.array(
      z.strictObject({
        kind: z.string(),
        value: z.string(),
        reason: z.string(),
        made_at: z.string(),
        made_by: z.string(),
      }),
    ),
  }),
});

export const settleClaim = endpoint({
  name: 'customers.settle-claim',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Settles a claim: verified (the key becomes his, unless another holds it) or refused.',
  input: z.strictObject({
    customer_id: id,
    claim_id: z.string().regex(/^[0-9a-f]{64}$/),
    outcome: z.enum(['verified', 'refused']),
    evidence: line,
  }),
  reply: z.strictObject({}),
});

export const claims = endpoint({
  name: 'customers.claims',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Open claims to look at, oldest first.',
  input: z.strictObject({ limit }),
  reply: z.strictObject({ claims: z.array(claim.extend({ name: z.string().nullable() })) }),
});

export const customerMade = event({ name: 'customers.made', payload: z.strictObject({}) });
