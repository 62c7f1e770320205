import { z } from 'zod';
import { endpoint } from './contract.ts';
import { date, id, line, prose } from './scalars.ts';

export const agreementKinds = ['contract', 'subscription', 'policy', 'account', 'standing-order'] as const;
export const agreementRoles = ['holder', 'payer', 'occupant', 'authorised', 'beneficiary', 'contact'] as const;

/** An agreement as its customer's profile shows it, with who is what on it. */
export const agreement = z.strictObject({
  customer_id: id,
  agreement_id: id,
  number: z.string(),
  kind: z.enum(agreementKinds),
  line: z.string().nullable(),
  place: z.string().nullable(),
  asset: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  terms: z.string().nullable(),
  terms_version: z.string().nullable(),
  version: z.number(),
  roles: z.array(
    z.strictObject({
      customer_id: id,
      name: z.string().nullable(),
      role: z.enum(agreementRoles),
      since: z.string().nullable(),
      until: z.string().nullable(),
    }),
  ),
});

export const makeAgreement = endpoint({
  name: 'customers.make-agreement',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Writes down a contract, subscription, policy, account or standing order of a customer.',
  input: z.strictObject({
    customer_id: id,
    number: line,
    kind: z.enum(agreementKinds),
    line: line.nullish(),
    place: line.nullish(),
    asset: line.nullish(),
    since: date.nullish(),
    until: date.nullish(),
    terms: prose.nullish(),
    terms_version: line.nullish(),
  }),
  reply: z.strictObject({ agreement_id: id }),
});

export const editAgreement = endpoint({
  name: 'customers.edit-agreement',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Edits an agreement; `version` must be the one that was read.',
  input: makeAgreement.input.extend({ agreement_id: id, version: z.number().int() }),
  reply: z.strictObject({ version: z.number() }),
});

export const setRole = endpoint({
  name: 'customers.set-role',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Says who is what on an agreement, since and until when.',
  input: z.strictObject({
    owner_id: id,
    agreement_id: id,
    customer_id: id,
    role: z.enum(agreementRoles),
    since: date.nullish(),
    until: date.nullish(),
  }),
  reply: z.strictObject({}),
});
