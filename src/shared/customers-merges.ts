import { z } from 'zod';
import { endpoint, event } from './contract.ts';
import { id, line } from './scalars.ts';

/** A merge as a customer's profile shows it: who was joined to whom, why, by whom, and whether it was undone. */
export const link = z.strictObject({
  link_id: id,
  from: z.strictObject({ customer_id: id, name: z.string().nullable() }),
  to: z.strictObject({ customer_id: id, name: z.string().nullable() }),
  evidence: z.string(),
  reason: z.string(),
  made_at: z.string(),
  made_by: z.string(),
  undone_at: z.string().nullable(),
});

const side = z.strictObject({
  customer_id: id,
  name: z.string().nullable(),
  keys: z.number(),
  agreements: z.number(),
  members: z.number(),
});

export const previewMerge = endpoint({
  name: 'customers.preview-merge',
  method: 'GET',
  access: 'customers.merge',
  purpose: 'service',
  summary: 'What a merge would bring together, and what speaks for and against it.',
  input: z.strictObject({ from_id: id, to_id: id }),
  reply: z.strictObject({
    from: side,
    to: side,
    /** What agrees and differs: `same-name`, `same-key`, `other-kind`, `other-country` … */
    signs: z.array(z.strictObject({ sign: z.string(), speaks: z.enum(['for', 'against']), detail: z.string() })),
    /** Why it cannot be done, as a refusal code; null when it can. */
    blocked_by: z.string().nullable(),
  }),
});

export const merge = endpoint({
  name: 'customers.merge',
  method: 'POST',
  access: 'customers.merge',
  purpose: 'service',
  summary: 'Joins one customer to another by a reversible link; nothing recorded moves.',
  input: z.strictObject({ from_id: id, to_id: id, evidence: line, reason: line }),
  reply: z.strictObject({ link_id: id, face_id: id }),
});

export const unmerge = endpoint({
  name: 'customers.unmerge',
  method: 'POST',
  access: 'customers.merge',
  purpose: 'service',
  summary: 'Undoes a merge: each is again exactly what it was, with what was recorded for it since.',
  input: z.strictObject({ customer_id: id, link_id: id, reason: line }),
  reply: z.strictObject({}),
});

export const customersMerged = event({
  name: 'customers.merged',
  payload: z.strictObject({ from_id: id, to_id: id, link_id: id, member_ids: z.array(id) }),
});
export const customersUnmerged = event({
  name: 'customers.unmerged',
  payload: z.strictObject({ from_id: id, to_id: id, link_id: id, member_ids: z.array(id) }),
});
