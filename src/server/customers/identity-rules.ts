import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** An identity key in its one written form. */
export interface IdentityKey {
  readonly kind: string;
  readonly value: string;
}

const emptyWords = new Set([
  '',
  'null',
  'undefined',
  'none',
  'nan',
  'n/a',
  'na',
  'unknown',
  '-',
  '0',
  'test',
  'anonymous',
  'guest',
]);
const nobodyMails = new Set([
  'test@test',
  'test@test.com',
  'test@example.com',
  'noreply@example.com',
  'none@none.com',
  'no@email.com',
  'a@a.com',
]);

/**
 * Writes a key in its one form, or says that it is no key (`undefined`): empty words, zeros, one digit repeated, test
 * addresses, an e-mail address that is none, a number that no country has. Rules: NFKC, trimmed; e-mail lower-cased by
 * code point (gmail dots are not folded; letters of two scripts in one label are no key); phones E.164 with the house's
 * country for national ones; everything else keeps its case.
 */
export function keyOf(kind: string, raw: string, country: string | undefined): IdentityKey | undefined {
  const text = raw.normalize('NFKC').trim();
  if (emptyWords.has(text.toLowerCase()) || text.length > 300 || !isPrintable(text)) return undefined;
  if (/^(.)\1*$/u.test(text) && text.length > 1 && /\d/.test(text)) return undefined;
  if (kind === 'email') return mailOf(text);
  if (kind === 'phone') return phoneOf(text, country);
  return { kind, value: text };
}

/** `kind:value`: what is hashed to find a key's owner. */
export function keyText(key: IdentityKey): string {
  return `${key.kind}:${key.value}`;
}

function mailOf(text: string): IdentityKey | undefined {
  const value = text.toLowerCase();
  if (nobodyMails.has(value) || !/^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:.]{2,}$/u.test(value)) return undefined;
  if (value.length > 254 || value.split(/[@.]/u).some(mixesScripts)) return undefined;
  return { kind: 'email', value };
}

function phoneOf(written: string, country: string | undefined): IdentityKey | undefined {
  const text = written.replace(/^tel:/i, '');
  if (/e\+?\d+$/i.test(text) || /[a-z]/i.test(text.replace(/(ext|x)\.?\s*\d+$/i, ''))) return undefined;
  const dialled = text.replace(/^00(?=[1-9])/, '+');
  const home = country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {};
  const parsed = parsePhoneNumberFromString(dialled, home);
  if (parsed === undefined || !parsed.isValid()) return undefined;
  const digits = parsed.nationalNumber;
  if (/^(\d)\1+$/.test(digits) || /^0+$/.test(digits)) return undefined;
  return { kind: 'phone', value: parsed.number };
}

/** Latin with Cyrillic or Greek in one word: made to look like another. */
function mixesScripts(label: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  return scripts.filter((script) => script.test(label)).length > 1;
}

function isPrintable(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\p{Cf}]/u.test(text);
}
