import type { Language } from '../../shared/scalars.ts';
import { type Line, shops, type Tariff, tariffs } from './company.ts';
import { asciiOf, familyName, firmName, fullName, type Name, personTaxId } from './names.ts';
import { type Place, placeOf } from './places.ts';
import { Random } from './random.ts';

/** How a customer's story goes, decided at the start (an outage or a broken word may still change it). */
export type Fate = 'stays' | 'declines' | 'bursts' | 'moves-away' | 'returns';

/** A customer of the demo: who he is and what he is like. */
export interface Person {
  readonly k: number;
  readonly userId: string;
  readonly kind: 'person' | 'organisation';
  readonly language: Language;
  readonly gender: 'm' | 'f';
  readonly name: Name;
  /** For organisations: the firm's name and trade. */
  readonly firm?: readonly [string, string];
  readonly email?: string;
  /** A firm's own mailbox; `email` is then its contact person's. */
  readonly firmEmail?: string;
  readonly phone: string;
  readonly taxId: string;
  readonly place: Place;
  readonly born: number;
  /** Day on which he became a customer. */
  readonly joined: number;
  /** How quickly he is angry, how much he bears, how much he talks, how much he lives on the net: 0 to 1. */
  readonly temper: number;
  readonly patience: number;
  readonly talk: number;
  readonly digital: number;
  /** Orders a year in the shops and on the web. */
  readonly orders: number;
  readonly tariff: Tariff;
  readonly lines: readonly Line[];
  /** Months between two invoices. */
  readonly billing: 1 | 2;
  /** kWh of electricity in an average month. */
  readonly kwh: number;
  readonly fate: Fate;
  /** Day on which the decline begins, or on which he leaves. */
  readonly turn: number;
  /** Set where he lives with customer k − 1 and has no contract of his own. */
  readonly partnerOf?: number;
  /** Has a second record, made by another system with another spelling. */
  readonly doubled: boolean;
}

/** The span that a demo tells: three years up to `until`. */
export interface Span {
  readonly startDay: number;
  readonly endDay: number;
}

interface Home {
  readonly number: number;
  readonly language: Language;
  readonly firm: boolean;
  readonly family: string;
  readonly place: Place;
  readonly phone: string;
  readonly sharesPhone: boolean;
}

const householdLanguages = [
  ['es', 71],
  ['en', 16],
  ['ru', 13],
] as const satisfies readonly (readonly [Language, number])[];
const firmLanguages = [
  ['es', 86],
  ['en', 8],
  ['ru', 6],
] as const satisfies readonly (readonly [Language, number])[];
const fates = [
  ['stays', 78],
  ['declines', 10],
  ['bursts', 4],
  ['moves-away', 5],
  ['returns', 3],
] as const satisfies readonly (readonly [Fate, number])[];
const mailHouses = ['correo.example', 'buzon.example', 'mail.example', 'posta.example'] as const;
const householdTariffs = electricTariffs(false);
const firmTariffs = electricTariffs(true);

function electricTariffs(business: boolean): readonly (readonly [Tariff, number])[] {
  return tariffs
    .filter((tariff) => tariff.line === 'electricity' && tariff.business === business)
    .map((tariff) => [tariff, tariff.share] as const);
}

/** A mobile number that no other k has. */
function mobileOf(k: number): string {
  return `+346${String((k * 61_681 + 12_345_678) % 99_999_989).padStart(8, '0')}`;
}

function homeOf(seed: number, number: number): Home {
  const random = new Random(seed, number, 1);
  const firm = random.chance(0.09);
  const language = random.weighted<Language>(firm ? firmLanguages : householdLanguages);
  return {
    number,
    language,
    firm,
    family: familyName(random, language),
    place: placeOf(random, language !== 'es', firm),
    phone: mobileOf(number),
    sharesPhone: random.chance(0.6),
  };
}

/** Every eleventh customer is the partner of the one before, unless that one is a firm. */
function partnerHome(seed: number, k: number): Home | undefined {
  if (k % 11 !== 7) return undefined;
  const home = homeOf(seed, k - 1);
  return home.firm ? undefined : home;
}

/** The k-th customer; his partner's or anyone else's number changes nothing in him. */
export function personOf(seed: number, k: number, span: Span): Person {
  const shared = partnerHome(seed, k);
  const home = shared ?? homeOf(seed, k);
  const random = new Random(seed, k, 2);
  const gender = random.chance(0.52) ? 'f' : 'm';
  const name = fullName(random, home.language, gender, home.family);
  const digital = random.next();
  const fate = random.weighted<Fate>(fates);
  const joined = joinDay(random, span, fate, shared === undefined ? undefined : personOf(seed, k - 1, span).joined);
  const tariff = random.weighted(home.firm ? firmTariffs : householdTariffs);
  const from = Math.max(joined, span.startDay) + 150;
  const turn = random.int(Math.min(from, span.endDay - 30), span.endDay - 30);
  return {
    k,
    userId: `CB-${100_000 + k}`,
    kind: home.firm ? 'organisation' : 'person',
    language: home.language,
    gender,
    name,
    ...(home.firm
      ? { firm: firmName(random, home.language, home.family), firmEmail: `info${k}@${random.pick(mailHouses)}` }
      : {}),
    ...(home.firm || random.chance(0.55 + 0.42 * digital) ? { email: emailOf(random, name, k) } : {}),
    phone: phoneOf(random, home, k, shared !== undefined),
    taxId: home.firm
      ? `B${String(53_000_000 + (k % 40_000_000)).padStart(8, '0')}`
      : personTaxId(random, home.language),
    place: home.place,
    born: random.int(span.startDay - 82 * 365, span.startDay - 22 * 365),
    joined,
    temper: random.next(),
    patience: random.next(),
    talk: random.next(),
    digital,
    orders: ordersAYear(random, fate),
    tariff,
    lines: linesOf(random, home.firm),
    billing: home.firm || random.chance(0.06) ? 1 : 2,
    kwh: home.firm ? random.int(900, 5200) : random.int(110, 420),
    fate: home.firm && fate === 'moves-away' ? 'stays' : fate,
    turn,
    ...(shared === undefined ? {} : { partnerOf: k - 1 }),
    doubled: shared === undefined && !home.firm && random.chance(0.06),
  };
}

function joinDay(random: Random, span: Span, fate: Fate, partner: number | undefined): number {
  const length = span.endDay - span.startDay;
  if (partner !== undefined) {
    const from = Math.max(partner, span.startDay);
    return Math.min(from + random.int(5, Math.max(6, Math.floor((span.endDay - from) * 0.7))), span.endDay - 1);
  }
  if (fate !== 'stays' || random.chance(0.58)) return span.startDay - random.int(30, 4200);
  return span.startDay + random.int(0, length - 20);
}

function emailOf(random: Random, name: Name, k: number): string {
  const first = asciiOf(name.given);
  const last = asciiOf(name.surname.split(' ')[0] ?? name.surname);
  const local = random.pick([`${first}.${last}${k}`, `${first.charAt(0)}${last}${k}`, `${last}.${first}.${k}`]);
  return `${local}@${random.pick(mailHouses)}`;
}

function phoneOf(random: Random, home: Home, k: number, partner: boolean): string {
  if (partner && home.sharesPhone) return home.phone;
  if (random.chance(0.02)) return random.pick(shops).phone;
  return mobileOf(k);
}

/** Those who will fall away slowly are mostly good buyers first, else nobody could see them go. */
function ordersAYear(random: Random, fate: Fate): number {
  const kind = random.next();
  if (fate === 'declines' && kind < 0.7) return random.between(3, 7);
  if (kind < 0.5) return 0;
  if (kind < 0.93) return random.between(0.3, 1.1);
  return random.between(4, 8);
}

function linesOf(random: Random, firm: boolean): readonly Line[] {
  const list: Line[] = ['electricity'];
  if (random.chance(firm ? 0.25 : 0.36)) list.push('gas');
  if (!firm && list.length === 2 && random.chance(0.6)) list.push('boiler-service');
  if (random.chance(0.06)) list.push('solar');
  return list;
}
