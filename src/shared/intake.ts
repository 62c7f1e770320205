import { z } from 'zod';
import { endpoint } from './contract.ts';
import { channels } from './memory.ts';
import { currency, cursor, id, language, limit, line, zone } from './scalars.ts';

export const sourceKinds = ['server', 'browser', 'file', 'capture'] as const;

const source = z.strictObject({
  source_id: id,
  name: z.string(),
  kind: z.enum(sourceKinds),
  write_key_prefix: z.string().nullable(),
  channel: z.string(),
  zone: z.string(),
  currency: z.string(),
  language: z.string(),
  made_at: z.string(),
  closed_at: z.string().nullable(),
  version: z.number(),
  /** sent = remembered + duplicate + quarantined, always. */
  sent: z.number(),
  remembered: z.number(),
  duplicate: z.number(),
  quarantined: z.number(),
  waiting: z.number(),
  last_at: z.string().nullable(),
});
export type Source = z.infer<typeof source>;

export const sources = endpoint({
  name: 'intake.sources',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'Where Kept hears from, with counts that reconcile.',
  input: z.strictObject({}),
  reply: z.strictObject({ sources: z.array(source) }),
});

const sourceDetails = z.strictObject({
  name: line,
  channel: z.enum(channels),
  zone,
  currency,
  language,
});

export const makeSource = endpoint({
  name: 'intake.make-source',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'administration',
  summary:
    'Makes a source and its write key, shown this once. Keys from a server are verified, from a browser claimed.',
  input: sourceDetails.extend({ kind: z.enum(['server', 'browser', 'file']) }),
  reply: z.strictObject({ source_id: id, write_key: z.string().nullable() }),
});

export const editSource = endpoint({
  name: 'intake.edit-source',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'administration',
  summary: 'Edits a source.',
  input: sourceDetails.extend({ source_id: id, version: z.number().int() }),
  reply: z.strictObject({ version: z.number() }),
});

export const renewKey = endpoint({
  name: 'intake.renew-key',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'administration',
  summary: 'Gives a source a new write key; the old one ends at once.',
  input: z.strictObject({ source_id: id }),
  reply: z.strictObject({ write_key: z.string() }),
});

export const closeSource = endpoint({
  name: 'intake.close-source',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'administration',
  summary: 'Closes a source (its key ends; what it told stays) or opens it again.',
  input: z.strictObject({ source_id: id, closed: z.boolean() }),
  reply: z.strictObject({}),
});

export const quarantine = endpoint({
  name: 'intake.quarantine',
  method: 'GET',
  access: 'intake.manage',
  purpose: 'intake',
  summary: 'What could not be taken, as it came, with the reason.',
  input: z.strictObject({
    source_id: id.optional(),
    state: z.enum(['waiting', 'remembered', 'dropped']).default('waiting'),
    limit,
    cursor: cursor.optional(),
  }),
  reply: z.strictObject({
    items: z.array(
      z.strictObject({
        quarantine_id: id,
        source_id: id,
        source: z.string(),
        at: z.string(),
        code: z.string(),
        detail: z.string(),
        raw: z.string(),
        state: z.string(),
        tries: z.number(),
      }),
    ),
    waiting: z.number(),
    next: z.string().nullable(),
  }),
});

export const retry = endpoint({
  name: 'intake.retry',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'intake',
  summary: 'Tries quarantined items again; those that still cannot be taken stay.',
  input: z.strictObject({ source_id: id, quarantine_ids: z.array(id).min(1).max(200) }),
  reply: z.strictObject({ remembered: z.number(), still_waiting: z.number() }),
});

export const drop = endpoint({
  name: 'intake.drop',
  method: 'POST',
  access: 'intake.manage',
  purpose: 'intake',
  summary: 'Sets quarantined items aside for good; they stay readable.',
  input: z.strictObject({ source_id: id, quarantine_ids: z.array(id).min(1).max(200) }),
  reply: z.strictObject({ dropped: z.number() }),
});
