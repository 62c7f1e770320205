import { z } from 'zod';

/** Languages in which Kept speaks. */
export const languages = ['en', 'es', 'ru'] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;

/** Any record's id (a UUID, version 7 when made here). */
export const id = z.uuid();

/** An instant in ISO 8601 with its zone or `Z`, from year 1000 to 9999, as text on the wire. */
export const instant = z.iso.datetime({ offset: true }).refine((text) => !Number.isNaN(Date.parse(text)));

/** A calendar date, `2027-02-28`. */
export const date = z.iso.date();

/** An IANA time zone that this runtime knows. */
export const zone = z
  .string()
  .max(64)
  .refine(isZone, { params: { code: 'zone.unknown' } });

/** An ISO 4217 code in capitals. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

/** Money on the wire: a decimal string, never a float. */
export const money = z.strictObject({ amount: z.string().regex(/^-?\d{1,13}(\.\d{1,3})?$/), currency });
export type Money = z.infer<typeof money>;

/** A short line written by a person: 1 to 200 characters, no control characters or lone surrogates. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine(isCleanText, { params: { code: 'text.unclean' } });

/** Longer text, up to 20 000 characters, line breaks allowed. */
export const prose = z
  .string()
  .trim()
  .max(20_000)
  .refine(isCleanText, { params: { code: 'text.unclean' } });

export const email = z.email().max(254);

/** How many rows, in a query string: 1 to 200, 50 when not said. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** An opaque, signed place in a list, from a previous answer. */
export const cursor = z.string().min(1).max(1_500);

/** What kept a letter from being taken: the mail server, the way to it, or what it says of sender and reader. */
export const mailTroubles = [
  'unknown-host',
  'refused',
  'timeout',
  'no-tls',
  'certificate',
  'wrong-password',
  'sender-refused',
  'reader-refused',
  'busy',
  'content-refused',
  'other',
] as const;
export const mailTrouble = z.enum(mailTroubles);
export type MailTrouble = z.infer<typeof mailTrouble>;

/** A yes or no in a query string. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** True for text that PostgreSQL and every reader can hold: no NUL, no lone surrogate. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
