import { instantOf, momentOn } from './calendar.ts';
import type { Department, Employee, Touchpoint } from './company.ts';
import { type Channel, type Life, monthText, numberOf, officeInstant, scene, servant, tell, words } from './life.ts';
import type { Fields } from './message.ts';
import type { TextKind } from './texts/kinds.ts';
import type { Slots } from './texts/say.ts';

/** Why the customer is in touch, and with what words. */
export interface ContactTerms {
  readonly reason: string;
  readonly words: string;
  readonly subject: Extract<TextKind, `subject${string}`>;
  readonly outcome: string;
  readonly angry?: boolean;
  readonly channel?: Channel;
  readonly department?: Department;
  /** E-mails are answered at once with a plain reply unless the story answers otherwise. */
  readonly reply?: boolean;
  readonly on?: Fields;
  /** For the subject of an e-mail: `{order}` where it is about one. */
  readonly slots?: Slots;
}

/** A contact that took place. */
export interface Contact {
  readonly at: number;
  readonly channel: Channel;
  readonly touchpoint: Touchpoint;
  readonly department: Department;
  readonly employee: Employee;
  readonly conversation: string;
  readonly wait: number;
}

/** The channel that this customer would take: phone for most, the net for the digital, the shop and paper for the old. */
export function habit(life: Life): Channel {
  const { person, random } = life;
  const old = life.span.endDay - person.born > 68 * 365;
  const list: readonly (readonly [Channel, number])[] = [
    ['phone', 5],
    ['shop', old ? 4 : 2],
    ['email', person.email === undefined ? 0 : 1 + 3 * person.digital],
    ['web', 2.5 * person.digital],
    ['app', 2 * person.digital],
    ['letter', old && person.digital < 0.3 ? 1.2 : 0],
  ];
  return random.weighted(list);
}

/** The customer gets in touch on a day, by the channel he is used to. */
export function contact(life: Life, day: number, terms: ContactTerms): Contact {
  const channel = terms.channel ?? habit(life);
  if (channel === 'phone') return call(life, day, terms);
  if (channel === 'shop') return shopVisit(life, day, terms);
  return writing(life, day, channel, terms);
}

function call(life: Life, day: number, terms: ContactTerms): Contact {
  const { random } = life;
  const department = terms.department ?? 'customer-service';
  const employee = servant(life, department);
  const at = momentOn(random, day, 'phone');
  const conversation = numberOf(life, 'CV');
  const wait = Math.round(random.around(terms.angry === true ? 260 : 130, 180));
  tell(life, at, 'telephony', 'Call Ended', {
    ...scene('phone', 'call-centre', department, employee),
    conversation_id: conversation,
    direction: 'in',
    wait_seconds: wait,
    duration_seconds: random.int(95, terms.angry === true ? 1400 : 780),
    reason: terms.reason,
    words: terms.words,
    language: life.person.language,
    outcome: terms.outcome,
    ...terms.on,
  });
  return { at, channel: 'phone', touchpoint: 'call-centre', department, employee, conversation, wait };
}

/** We ring him: about his complaint, to settle, or only to ask whether all is well. */
export function callOut(life: Life, at: number, employee: Employee, reason: string, said: string, on: Fields): void {
  const { random } = life;
  tell(life, at, 'telephony', 'Call Ended', {
    ...scene('phone', 'call-centre', employee.department, employee),
    conversation_id: numberOf(life, 'CV'),
    direction: 'out',
    wait_seconds: 0,
    duration_seconds: random.int(60, 420),
    reason,
    words: said,
    language: life.person.language,
    outcome: 'settled',
    ...on,
  });
}

function shopVisit(life: Life, day: number, terms: ContactTerms): Contact {
  const shop = life.person.place.shop;
  const employee = servant(life, 'marketing-sales', shop);
  const at = momentOn(life.random, day, 'shop');
  const conversation = numberOf(life, 'CV');
  const wait = Math.round(life.random.around(420, 400));
  tell(life, at, 'shop', 'Shop Visited', {
    ...scene('shop', 'shop-counter', 'marketing-sales', employee),
    shop_id: shop,
    conversation_id: conversation,
    wait_seconds: wait,
    reason: terms.reason,
    words: terms.words,
    language: life.person.language,
    outcome: terms.outcome,
    ...terms.on,
  });
  return {
    at,
    channel: 'shop',
    touchpoint: 'shop-counter',
    department: 'marketing-sales',
    employee,
    conversation,
    wait,
  };
}

function writing(life: Life, day: number, channel: Channel, terms: ContactTerms): Contact {
  const department = terms.department ?? 'customer-service';
  const employee = servant(life, department);
  const conversation = numberOf(life, 'CV');
  const at = momentOn(life.random, day, channel === 'letter' ? 'office' : 'any');
  const touchpoint = writingPlace(channel);
  tell(life, at, channel === 'app' ? 'app' : channel === 'web' ? 'web' : 'crm', writingEvent(channel), {
    ...scene(channel, touchpoint, department, undefined),
    conversation_id: conversation,
    direction: 'in',
    reason: terms.reason,
    ...content(life, day, channel, terms),
    language: life.person.language,
    ...terms.on,
  });
  const wait = terms.reply === false ? 0 : reply(life, day, channel, employee, conversation, terms);
  return { at, channel, touchpoint, department, employee, conversation, wait };
}

function writingPlace(channel: Channel): Touchpoint {
  if (channel === 'app') return 'mobile-app';
  if (channel === 'web') return 'customer-area';
  return channel === 'letter' ? 'letter' : 'email-service';
}

function writingEvent(channel: Channel): string {
  if (channel === 'email') return 'Email Received';
  return channel === 'letter' ? 'Letter Received' : 'Message Received';
}

function content(life: Life, day: number, channel: Channel, terms: ContactTerms): Fields {
  if (channel === 'web' || channel === 'app') return { words: terms.words };
  const farewell = words(life, terms.angry === true ? 'farewellAngry' : 'farewellCalm');
  return {
    subject: words(life, terms.subject, { month: monthText(life, day), ...terms.slots }),
    body: `${words(life, 'greeting')}\n\n${terms.words}\n\n${farewell}`,
    words: terms.words,
  };
}

function reply(
  life: Life,
  day: number,
  channel: Channel,
  employee: Employee,
  conversation: string,
  terms: ContactTerms,
): number {
  const days = life.random.int(1, employee.care > 0.5 ? 4 : 9);
  const mail = life.person.email !== undefined;
  tell(life, officeInstant(life, day + days), 'crm', mail ? 'Email Sent' : 'Letter Sent', {
    ...scene(mail ? 'email' : 'letter', mail ? 'email-service' : 'letter', employee.department, employee),
    conversation_id: conversation,
    direction: 'out',
    answers: channel,
    reason: terms.reason,
    words: words(life, 'replyCalm'),
    language: life.person.language,
    ...terms.on,
  });
  return days * 86_400;
}

/** The instant of a nightly run of a back-office system, at half past six in the morning. */
export function nightly(life: Life, day: number): number {
  return instantOf(day, (6 * 3600 + 1800 + life.random.int(0, 1500)) * 1000);
}
