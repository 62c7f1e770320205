import { z } from 'zod';
import { endpoint } from './contract.ts';
import { cursor, id, limit } from './scalars.ts';

export const uses = endpoint({
  name: 'privacy.uses',
  method: 'GET',
  access: 'privacy.audit',
  purpose: 'audit',
  summary:
    'What was used of one customer: by which role of which department, by which verb, when and for what; newest first.',
  input: z.strictObject({ customer_id: id, limit, cursor: cursor.optional() }),
  reply: z.strictObject({
    uses: z.array(
      z.strictObject({
        use_id: id,
        customer_id: id,
        at: z.string(),
        actor_kind: z.enum(['person', 'key', 'partner', 'customer', 'system']),
        /** The role and department that the person has now; null for keys and for Kept itself. */
        role: z.string().nullable(),
        department_id: id.nullable(),
        department: z.strictObject({ en: z.string(), es: z.string(), ru: z.string() }).nullable(),
        purpose: z.string(),
        verb: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

/** What is wrong with a chain, and from where on. */
export const brokenLink = z.strictObject({
  server_id: id,
  link_no: z.number(),
  /**
   * `link-missing`: one in the middle is gone. `link-changed`: its head does not follow. `use-missing`, `use-changed`,
   * `use-added`: a row does not agree with its leaf. `tail-missing`: the chain is shorter than its exported head.
   */
  what: z.enum(['link-missing', 'link-changed', 'use-missing', 'use-changed', 'use-added', 'tail-missing']),
  use_id: id.nullable(),
});
export type BrokenLink = z.infer<typeof brokenLink>;

export const verify = endpoint({
  name: 'privacy.verify',
  method: 'GET',
  access: 'privacy.audit',
  purpose: 'audit',
  summary: 'Recomputes the chain of the use log and names, for each server, the first place where it does not hold.',
  input: z.strictObject({}),
  reply: z.strictObject({ links: z.number(), uses: z.number(), broken: z.array(brokenLink) }),
});
