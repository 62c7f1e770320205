import { civilOf, instantOf, isoOf, openDay } from './calendar.ts';
import { company, type Department, type Employee, employees, type Touchpoint } from './company.ts';
import type { Fields, MessageType, SegmentMessage } from './message.ts';
import type { Lived } from './moments.ts';
import { type Person, personOf, type Span } from './people.ts';
import { Random } from './random.ts';
import type { TextKind } from './texts/kinds.ts';
import { dayWords, moneyWords, monthWord, type Slots, say } from './texts/say.ts';

/** The channels of the demo company. */
export type Channel = 'phone' | 'shop' | 'web' | 'email' | 'visit' | 'delivery' | 'app' | 'letter' | 'back-office';

/** The systems that report: each is one library in `context`. */
export type Reporter = 'crm' | 'billing' | 'telephony' | 'web' | 'field' | 'shop' | 'logistics' | 'app';

interface Draft {
  readonly at: number;
  readonly order: number;
  readonly message: Omit<SegmentMessage, 'messageId' | 'timestamp'>;
}

/** A customer's life while it is being told. */
export interface Life {
  readonly person: Person;
  readonly random: Random;
  readonly span: Span;
  /** No message is later than this instant. */
  readonly until: number;
  readonly tag: string;
  readonly drafts: Draft[];
  /** What he lived with us, how it felt, 0 to 1, and whether he said so. */
  readonly lived: (Lived & { readonly felt: number; readonly rated: boolean })[];
  /** How things stand in his own eyes: above 0 well, a bad moment takes five. */
  mood: number;
  /** Day after which nothing new begins. */
  lastDay: number;
  /** Short unique numbers for conversations, promises, orders … */
  serial: number;
  agreementNumber: string;
  /** His invoices so far. */
  readonly bills: { readonly day: number; readonly cents: number }[];
  /** Names of the facts, and words of the ideas, that he told. */
  readonly told: Set<string>;
  /** What he last said that he expects of the next contact, 1 to 7, until he says what he got. */
  expectation: { readonly id: string; readonly level: number; readonly at: number } | undefined;
}

/** Opens the life of customer k. */
export function beginLife(seed: number, k: number, span: Span, until: number, tag: string): Life {
  const person = personOf(seed, k, span);
  return {
    person,
    random: new Random(seed, k, 3),
    span,
    until,
    tag,
    drafts: [],
    lived: [],
    mood: 0,
    lastDay: span.endDay,
    serial: 0,
    agreementNumber: agreementOf(person.partnerOf ?? k),
    bills: [],
    told: new Set(),
    expectation: undefined,
  };
}

/** The number of a household's first electricity agreement. */
export function agreementOf(k: number): string {
  return `AG-${100_000 + k}-1`;
}

/** A number that nothing else in the demo has: prefix, customer, count. */
export function numberOf(life: Life, prefix: string): string {
  life.serial += 1;
  return `${prefix}-${(100_000 + life.person.k).toString(36)}-${life.serial}`.toUpperCase();
}

const locales = { es: 'es-ES', en: 'en-GB', ru: 'ru-RU' } as const;
const contexts = new Map<string, Fields>();

function contextOf(reporter: Reporter, language: Person['language']): Fields {
  const key = `${reporter}.${language}`;
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const context: Fields = {
    library: { name: `candil-${reporter}`, version: '4.2.0' },
    locale: locales[language],
    timezone: company.zone,
    channel: reporter === 'web' || reporter === 'app' ? 'browser' : 'server',
  };
  contexts.set(key, context);
  return context;
}

/** Writes down what happened; what lies after `until` has not happened yet. */
export function tell(life: Life, at: number, reporter: Reporter, event: string, properties: Fields): void {
  put(life, at, reporter, { type: 'track', userId: life.person.userId, event, properties });
}

/** Writes down a call of any type with its own ids. */
export function put(
  life: Life,
  at: number,
  reporter: Reporter,
  call: { readonly type: MessageType } & Omit<SegmentMessage, 'messageId' | 'timestamp' | 'context'>,
): void {
  if (at > life.until) return;
  const context = contextOf(reporter, life.person.language);
  life.drafts.push({ at, order: life.drafts.length, message: { ...call, context } });
}

/** The story in order of time, each message with its id and instant. */
export function* finished(life: Life): Generator<SegmentMessage> {
  life.drafts.sort((a, b) => a.at - b.at || a.order - b.order);
  let place = 0;
  for (const draft of life.drafts) {
    place += 1;
    yield {
      ...draft.message,
      messageId: `${life.tag}-${life.person.k}-${place}`,
      timestamp: isoOf(draft.at),
    };
  }
}

/** Text of a kind in the customer's language. */
export function words(life: Life, kind: TextKind, slots: Slots = {}): string {
  const { person } = life;
  return say(life.random, person.language, person.gender, kind, {
    name: person.name.ownGiven,
    company: company.name,
    tariff: person.tariff.name,
    street: person.place.street,
    city: person.place.shopCity,
    ...slots,
  });
}

/** Cents in the customer's way of writing. */
export function moneyText(life: Life, cents: number): string {
  return moneyWords(life.person.language, cents);
}

/** A day in the customer's way of saying it. */
export function dayText(life: Life, dayNumber: number): string {
  const civil = civilOf(dayNumber);
  return dayWords(life.person.language, civil.month, civil.day);
}

/** A month of a day in the customer's language. */
export function monthText(life: Life, dayNumber: number): string {
  return monthWord(life.person.language, civilOf(dayNumber).month);
}

/** Cents as the JSON number that clients send: euro with two decimals. */
export function euro(cents: number): number {
  return cents / 100;
}

const byDepartment = new Map<string, readonly Employee[]>();

function staffOf(department: Department, shop: string | undefined): readonly Employee[] {
  const key = `${department}.${shop ?? ''}`;
  const known = byDepartment.get(key);
  if (known !== undefined) return known;
  const found = employees.filter((one) => one.department === department && one.shop === shop);
  byDepartment.set(key, found);
  return found;
}

/** Who serves him: of that department (and shop), by preference one who speaks his language. */
export function servant(life: Life, department: Department, shop?: string): Employee {
  const all = staffOf(department, shop);
  const { language } = life.person;
  if (language !== 'es' && life.random.chance(0.75)) {
    const able = all.filter((one) => one.languages.includes(language));
    if (able.length > 0) return life.random.pick(able);
  }
  return life.random.pick(all);
}

/** Who, where and in which talk: the properties that nearly every event carries. */
export function scene(
  channel: Channel,
  touchpoint: Touchpoint,
  department: Department,
  employee: Employee | undefined,
): {
  readonly channel: Channel;
  readonly touchpoint: Touchpoint;
  readonly department: Department;
  readonly employee_id?: string;
  readonly employee_name?: string;
} {
  if (employee === undefined) return { channel, touchpoint, department };
  return { channel, touchpoint, department, employee_id: employee.id, employee_name: employee.name };
}

/** An instant in office hours some working days after another instant's day. */
export function officeInstant(life: Life, dayNumber: number): number {
  return instantOf(openDay(dayNumber, 'office'), life.random.int(8 * 3600, 14 * 3600) * 1000);
}
