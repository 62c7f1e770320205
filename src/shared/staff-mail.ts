import { z } from 'zod';
import { endpoint } from './contract.ts';
import { email, line, mailTrouble } from './scalars.ts';

const nothing = z.strictObject({});

/** How the way to the mail server is kept from being read: TLS at once, STARTTLS, or not at all. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const;

/** A host's name or address, without a scheme or port. */
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[A-Za-z0-9.:_-]+$/);

/** What an administrator says of the mail server. */
export const mailInput = z.strictObject({
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(mailSecurities),
  username: line.nullable(),
  /** Left out: the one that is kept stays; it cannot be read back, nor used for another server or user. */
  password: z.string().min(1).max(1_000).optional(),
  from_address: email,
  from_name: line.nullable(),
});
export type MailInput = z.infer<typeof mailInput>;

const mailReply = z.strictObject({
  /** Where it is said; the environment goes before what is set here. */
  source: z.enum(['environment', 'settings', 'none']),
  ready: z.boolean(),
  settings: z
    .strictObject({
      host: z.string(),
      port: z.int(),
      security: z.enum(mailSecurities),
      username: z.string().nullable(),
      has_password: z.boolean(),
      from_address: z.string(),
      from_name: z.string().nullable(),
      changed_at: z.string().nullable(),
    })
    .nullable(),
  /** True where the kept password cannot be opened: this server has another secret than the one that sealed it. */
  sealed_elsewhere: z.boolean(),
});

export const mail = endpoint({
  name: 'staff.mail',
  method: 'GET',
  access: 'staff.administer',
  purpose: 'none',
  summary: 'How Kept sends mail; never the password.',
  input: nothing,
  reply: mailReply,
});

export const setMail = endpoint({
  name: 'staff.set-mail',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Sets how Kept sends mail, for every server on this database; refused where the environment says it.',
  input: mailInput,
  reply: mailReply,
});

export const testMail = endpoint({
  name: 'staff.test-mail',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Sends me a message, by the settings given or by those that hold, and says what happened.',
  input: z.strictObject({ settings: mailInput.optional() }),
  reply: z.strictObject({
    to: z.string(),
    /** Null where the server took the message. */
    trouble: mailTrouble.nullable(),
    /** The mail server's own code. */
    reply: z.int().nullable(),
  }),
});

export const dropMail = endpoint({
  name: 'staff.drop-mail',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Forgets how mail is sent: from then on everything is in the app alone, and links are handed over.',
  input: nothing,
  reply: nothing,
});
