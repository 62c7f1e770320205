import { channels, directions } from '../../shared/memory.ts';
import type { Language } from '../../shared/scalars.ts';
import { type IdentityKey, keyOf } from '../customers/identity-rules.ts';
import type { Told } from '../customers/resolve-service.ts';
import type { PurchaseToKeep } from '../memory/remembering.ts';
import { bagOf, bagsOf, textOf } from './fields.ts';
import { guessLanguage } from './language-rules.ts';
import { cancelledOrder, carriesMoney, purchaseOf } from './purchase-rules.ts';
import type { Bag, SegmentMessage } from './segment-message.ts';

/** What a source is trusted with and what it leaves unsaid. */
export interface SourceTerms {
  readonly sourceId: string;
  readonly kind: 'server' | 'browser' | 'file' | 'capture';
  readonly channel: string;
  readonly zone: string;
  readonly currency: string;
  readonly language: Language;
  /** The house's country, for national phone numbers. */
  readonly country: string | undefined;
}

/** A message read as an event: whose keys it brings, when it happened, what it says. */
export interface Telling {
  readonly messageId: string;
  readonly happenedMs: number;
  readonly kind: string;
  readonly name: string;
  readonly verified: readonly IdentityKey[];
  readonly claimed: readonly IdentityKey[];
  readonly anonymous: IdentityKey | undefined;
  readonly told: Told | undefined;
  readonly channel: string;
  readonly direction: string;
  readonly touchpoint: string | undefined;
  readonly staff: string | undefined;
  readonly agreementNumber: string | undefined;
  readonly conversation: string | undefined;
  readonly subject: string | undefined;
  readonly language: Language;
  readonly words: string | undefined;
  readonly searched: string;
  readonly purchase: PurchaseToKeep | undefined;
  readonly cancels: string | undefined;
  /** The message id, of the same source, of what this corrects. */
  readonly corrects: string | undefined;
}

/** Why a message is set aside. */
export interface Unreadable {
  readonly code: 'event.bad-time' | 'event.in-future' | 'event.bad-money' | 'event.unclean-text' | 'event.too-large';
  readonly detail: string;
}

const dayMs = 86_400_000;
/** A sender's clock further off than this is corrected by its `sentAt`. */
const skewFromMs = 30_000;
const oldestMs = -62_135_596_800_000 + 999 * 365.2425 * dayMs;

/** Reads a message of the Spec as an event. Pure: the same message gives the same telling. */
export function tellingOf(
  message: SegmentMessage,
  source: SourceTerms,
  heard: { ms: number; messageId: string },
): Telling | Unreadable {
  const happened = happenedOf(message, heard.ms);
  if (typeof happened !== 'number') return happened;
  const { properties, traits } = message;
  const said = properties ?? traits ?? undefined;
  const name = nameOf(message);
  const words = wordsOf(said);
  const purchase =
    message.type === 'track' && carriesMoney(name)
      ? purchaseOf(name, properties, { messageId: heard.messageId, currency: source.currency })
      : undefined;
  if (purchase !== undefined && 'code' in purchase) return purchase;
  return {
    messageId: heard.messageId,
    happenedMs: happened,
    kind: message.type,
    name,
    ...keysOf(message, source, heard.messageId),
    told: message.type === 'identify' ? toldOf(traits) : undefined,
    channel: channelOf(message, source),
    direction: oneOf(directions, textOf(said, 'direction')) ?? directionOf(name),
    touchpoint: textOf(said, 'touchpoint')?.slice(0, 200),
    staff: staffOf(said),
    agreementNumber: textOf(said, 'agreement_number', 'agreement', 'contract_number')?.slice(0, 200),
    conversation: textOf(said, 'conversation_id', 'thread_id')?.slice(0, 300),
    subject: textOf(said, 'subject')?.slice(0, 300),
    language: languageOf(message, words, source),
    words,
    searched: searchedOf(name, words, said),
    purchase,
    cancels: message.type === 'track' ? cancelledOrder(name, properties) : undefined,
    corrects: source.kind === 'browser' ? undefined : textOf(said, 'corrects'),
  };
}

function happenedOf(message: SegmentMessage, heardMs: number): number | Unreadable {
  const told = message.originalTimestamp ?? message.timestamp;
  if (told === undefined || told === null) return heardMs;
  const at = timeOf(told);
  if (at === undefined) return { code: 'event.bad-time', detail: String(told).slice(0, 60) };
  const sent = message.sentAt === undefined || message.sentAt === null ? undefined : timeOf(message.sentAt);
  const skew = sent === undefined ? 0 : heardMs - sent;
  const happened = Math.abs(skew) > skewFromMs ? at + skew : at;
  if (happened > heardMs + dayMs) return { code: 'event.in-future', detail: String(told).slice(0, 60) };
  if (happened < oldestMs) return { code: 'event.bad-time', detail: String(told).slice(0, 60) };
  return happened;
}

/** Milliseconds of an ISO instant with its zone, or of a number of milliseconds; local times without a zone are none. */
export function timeOf(value: string | number): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}))?$/.exec(
    value.trim(),
  );
  if (parts === null) return undefined;
  const ms = Date.parse(value.trim().replace(' ', 'T'));
  if (Number.isNaN(ms)) return undefined;
  return isCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) ? ms : undefined;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const last = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return day >= 1 && day <= (last[month - 1] ?? 0);
}

function nameOf(message: SegmentMessage): string {
  if (message.type === 'track') return (message.event ?? 'Untitled').slice(0, 300);
  if (message.type === 'identify') return 'Identify';
  if (message.type === 'group') return 'Group';
  if (message.type === 'alias') return 'Alias';
  const title = message.name ?? textOf(message.properties, 'title', 'path', 'url') ?? message.category;
  return (title ?? (message.type === 'page' ? 'Page' : 'Screen')).slice(0, 300);
}

function keysOf(message: SegmentMessage, source: SourceTerms, messageId: string) {
  const country = source.country;
  const traits = message.type === 'identify' ? message.traits : bagOf(message.context, 'traits');
  const strong: IdentityKey[] = [];
  const add = (kind: string, raw: unknown) => {
    if (typeof raw !== 'string' && typeof raw !== 'number') return;
    const key = keyOf(kind, String(raw), country);
    if (key !== undefined && !strong.some((other) => other.kind === key.kind && other.value === key.value))
      strong.push(key);
  };
  add('user', message.userId);
  if (message.type === 'alias') add('user', message.previousId);
  // Beside a user id an event's traits are what a client happens to know; a file's mapping names each key on purpose.
  const isNamed = message.userId !== undefined && message.userId !== null;
  if (message.type === 'identify' || source.kind === 'file' || !isNamed) {
    add('email', traits?.['email']);
    add('phone', traits?.['phone'] ?? traits?.['tel']);
    add('card', traits?.['card']);
  }
  const device =
    message.anonymousId === undefined || message.anonymousId === null
      ? undefined
      : keyOf('anonymous', String(message.anonymousId), country);
  const trusted = source.kind !== 'browser';
  const anonymous =
    device === undefined
      ? undefined
      : { kind: 'anonymous', value: trusted ? device.value : `${source.sourceId}/${device.value}` };
  const none = { kind: 'anonymous', value: `${source.sourceId}/${messageId}` };
  const verified = trusted ? strong : [];
  return {
    verified,
    claimed: trusted ? [] : strong,
    anonymous: anonymous ?? (verified.length === 0 ? none : undefined),
  };
}

function toldOf(traits: Bag | null | undefined): Told | undefined {
  if (traits === undefined || traits === null) return undefined;
  const address = bagOf(traits, 'address');
  const givenName = textOf(traits, 'firstName', 'first_name', 'given-name', 'given_name');
  const familyName = textOf(traits, 'lastName', 'last_name', 'family-name', 'family_name');
  const both = [givenName, familyName].filter((part) => part !== undefined).join(' ');
  const company = textOf(bagOf(traits, 'company'), 'name');
  const country = (textOf(traits, 'country') ?? textOf(address, 'country'))?.toUpperCase();
  const kind = textOf(traits, 'kind', 'customer_kind');
  return {
    kind: kind === 'organisation' ? 'organisation' : 'person',
    name: (textOf(traits, 'name') ?? (both === '' ? company : both))?.slice(0, 200),
    givenName: givenName?.slice(0, 200),
    familyName: familyName?.slice(0, 200),
    language: languageCode(textOf(traits, 'language', 'locale')),
    country: country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined,
    city: (textOf(traits, 'city') ?? textOf(address, 'city'))?.slice(0, 200),
  };
}

function channelOf(message: SegmentMessage, source: SourceTerms): string {
  const told = textOf(message.properties ?? message.traits, 'channel')?.toLowerCase();
  const known = oneOf(channels, told === 'post' ? 'letter' : told);
  if (known !== undefined) return known;
  if (message.type === 'page') return 'web';
  if (message.type === 'screen') return 'app';
  return oneOf(channels, source.channel) ?? 'other';
}

const outward =
  /^(email sent|letter sent|message sent|invoice issued|delivery made|complaint answered|complaint closed|promise made|promise result|order shipped)$/i;

function directionOf(name: string): string {
  return outward.test(name) ? 'out' : 'in';
}

function staffOf(said: Bag | undefined): string | undefined {
  const who = bagOf(said, 'employee') ?? bagOf(said, 'agent');
  const named = who === undefined ? textOf(said, 'employee', 'agent', 'employee_name') : textOf(who, 'name', 'id');
  return named?.slice(0, 200);
}

function wordsOf(said: Bag | undefined): string | undefined {
  const words = textOf(said, 'words', 'text', 'body', 'message', 'comment', 'note', 'review_body', 'feedback');
  return words?.slice(0, 20_000);
}

function languageOf(message: SegmentMessage, words: string | undefined, source: SourceTerms): Language {
  const written = words === undefined ? undefined : guessLanguage(words);
  if (written === 'ru') return written;
  const told =
    languageCode(textOf(message.properties ?? message.traits, 'language', 'locale')) ??
    languageCode(textOf(message.context, 'locale'));
  return told === 'en' || told === 'es' || told === 'ru' ? told : (written ?? source.language);
}

function languageCode(text: string | undefined): string | undefined {
  const code = text?.slice(0, 2).toLowerCase();
  return code !== undefined && /^[a-z]{2}$/.test(code) ? code : undefined;
}

const numbered = [
  'order_id',
  'promise_id',
  'invoice_number',
  'invoice_id',
  'complaint_id',
  'case_id',
  'agreement_number',
  'reason',
  'topic',
  'remedy',
  'title',
];

function searchedOf(name: string, words: string | undefined, said: Bag | undefined): string {
  const parts = [name, textOf(said, 'subject'), words, ...numbered.map((field) => textOf(said, field))];
  for (const product of bagsOf(said, 'products')) parts.push(textOf(product, 'name'), textOf(product, 'sku'));
  return parts
    .filter((part) => part !== undefined)
    .join(' \n')
    .slice(0, 100_000);
}

function oneOf<T extends string>(list: readonly T[], value: string | undefined): T | undefined {
  return list.find((item) => item === value);
}
