import { dateText, dayAt, type Hours, momentOn, openDay, workingDaysAfter } from './calendar.ts';
import { breakRate, type Department, type Employee, type Touchpoint } from './company.ts';
import { type Channel, dayText, euro, type Life, moneyText, numberOf, scene, tell, words } from './life.ts';
import type { Fields } from './message.ts';
import type { TextKind } from './texts/kinds.ts';

/** How a promise ended, as its dates or amounts say. */
export type Ending = 'kept' | 'exceeded' | 'broken' | 'silent';

/** What is promised, by whom, to be kept by whom. */
export interface PromiseTerms {
  readonly text: Extract<TextKind, `promise${string}`>;
  readonly keeper: Department;
  /** Who gave his word; the web site itself where it is missing. */
  readonly maker?: Employee;
  readonly makerKind?: 'company' | 'customer';
  readonly channel: Channel;
  /** Working days until it is due. */
  readonly days: number;
  /** Set for a promise of money: cents, more is better. */
  readonly cents?: number;
  /** Stands on: agreement, order, conversation, complaint. */
  readonly on: Fields;
  /** When such results happen; office hours unless said. */
  readonly hours?: Hours;
  /** Multiplies the keeper's break rate. */
  readonly risk?: number;
}

/** What is promised, as the ledger sorts it, by the words it is said in. */
const kinds = {
  promiseCallback: 'call-back',
  promiseVisit: 'visit',
  promiseDelivery: 'delivery',
  promiseRefund: 'refund',
  promiseAnswer: 'answer',
  promiseSaving: 'saving',
  promiseSolar: 'installation',
  promisePayment: 'payment',
} as const satisfies Record<PromiseTerms['text'], string>;

/** A promise as it went. */
export interface KeptPromise {
  readonly id: string;
  readonly ending: Ending;
  readonly dueDay: number;
  /** Day of the result; the due day where none came. */
  readonly doneDay: number;
  readonly doneAt: number;
  /** Cents that were given, for a promise of money. */
  readonly cents: number;
}

/** Makes a promise at an instant and tells what became of it (now and then it is agreed anew before it is due). */
export function promise(life: Life, at: number, terms: PromiseTerms): KeptPromise {
  const madeDay = dayAt(at);
  const dueDay = workingDaysAfter(madeDay, terms.days);
  const id = numberOf(life, 'PR');
  tellMade(life, at, id, dueDay, terms, {});
  if (terms.days < 4 || !life.random.chance(0.07)) return fulfil(life, at, id, dueDay, terms);
  const changedDay = workingDaysAfter(madeDay, life.random.int(1, terms.days - 2));
  const changedAt = momentOn(life.random, changedDay, 'office');
  const next = numberOf(life, 'PR');
  const newDue = workingDaysAfter(dueDay, life.random.int(2, 6));
  tell(life, changedAt, 'crm', 'Promise Renegotiated', {
    replaced_by: next,
    due_from: dateText(dueDay),
    due_to: dateText(newDue),
    agreed_by_customer: true,
    channel: 'phone',
    touchpoint: 'call-centre',
    department: terms.keeper,
    ...terms.on,
    promise_id: id,
  });
  tellMade(life, changedAt + 1000, next, newDue, terms, { replaces: id });
  return fulfil(life, changedAt, next, newDue, terms);
}

function tellMade(life: Life, at: number, id: string, dueDay: number, terms: PromiseTerms, more: Fields): void {
  const money = terms.cents !== undefined;
  const makerDepartment = terms.maker?.department ?? 'marketing-sales';
  tell(life, at, 'crm', 'Promise Made', {
    kind: kinds[terms.text],
    maker: terms.makerKind ?? 'company',
    maker_department: makerDepartment,
    keeper_department: terms.keeper,
    words: words(life, terms.text, {
      date: dayText(life, dueDay),
      ...(terms.cents === undefined ? {} : { amount: moneyText(life, terms.cents) }),
    }),
    unit: money ? 'EUR' : 'date',
    better: money ? 'more' : 'earlier',
    adequate: terms.cents === undefined ? dateText(dueDay) : euro(terms.cents),
    ...desiredLevel(dueDay, terms),
    due: dateText(dueDay),
    zone: 'Europe/Madrid',
    ...scene(terms.channel, touchpointOf(terms.channel), makerDepartment, terms.maker),
    ...terms.on,
    promise_id: id,
    ...more,
  });
}

function desiredLevel(dueDay: number, terms: PromiseTerms): Fields {
  if (terms.cents !== undefined) return { desired: euro(terms.cents) };
  return terms.days < 3 ? {} : { desired: dateText(desiredDay(dueDay)) };
}

/** The working day before. */
function desiredDay(dueDay: number): number {
  let day = dueDay - 1;
  while (openDay(day, 'office') !== day) day -= 1;
  return day;
}

function touchpointOf(channel: Channel): Touchpoint {
  if (channel === 'shop') return 'shop-counter';
  if (channel === 'visit') return 'home-visit';
  if (channel === 'web') return 'website-shop';
  return channel === 'email' ? 'email-service' : 'call-centre';
}

function fulfil(life: Life, madeAt: number, id: string, dueDay: number, terms: PromiseTerms): KeptPromise {
  const drawn = drawEnding(life, terms);
  const doneAt = resultInstant(life, madeAt, dueDay, drawn, terms);
  const doneDay = dayAt(doneAt);
  const cents = givenCents(life, drawn, terms);
  const ending = drawn === 'silent' ? drawn : endingOf(doneDay, dueDay, cents, terms);
  if (ending === 'silent') return { id, ending, dueDay, doneDay: dueDay, doneAt, cents: 0 };
  tell(life, doneAt, 'crm', 'Promise Result', {
    unit: terms.cents === undefined ? 'date' : 'EUR',
    result: terms.cents === undefined ? dateText(doneDay) : euro(cents),
    on: dateText(doneDay),
    channel: 'back-office',
    department: terms.keeper,
    ...terms.on,
    promise_id: id,
  });
  return { id, ending, dueDay, doneDay, doneAt, cents };
}

function drawEnding(life: Life, terms: PromiseTerms): Ending {
  const risk = (terms.makerKind === 'customer' ? 0.12 : breakRate[terms.keeper]) * (terms.risk ?? 1);
  const x = life.random.next();
  if (x < risk) return 'broken';
  if (x < risk + 0.02) return 'silent';
  return x > 0.82 ? 'exceeded' : 'kept';
}

function resultInstant(life: Life, madeAt: number, dueDay: number, ending: Ending, terms: PromiseTerms): number {
  const { random } = life;
  const madeDay = dayAt(madeAt);
  const money = terms.cents !== undefined;
  let day = dueDay;
  if (ending === 'broken' && !money) day = workingDaysAfter(dueDay, random.int(1, 9));
  else if (ending === 'exceeded' && !money)
    day = random.int(Math.min(madeDay + 1, dueDay), Math.max(madeDay + 1, dueDay - 2));
  else if (random.chance(0.4)) day = dueDay - random.int(0, 1);
  const open = openDay(Math.max(day, madeDay + 1), 'office');
  const within = ending === 'broken' || open <= dueDay ? open : dueDay;
  return momentOn(random, within, terms.hours ?? 'office');
}

function givenCents(life: Life, ending: Ending, terms: PromiseTerms): number {
  if (terms.cents === undefined) return 0;
  if (ending === 'exceeded') return terms.cents + life.random.int(5, 20) * 100;
  if (ending === 'broken') return Math.max(1, Math.round(terms.cents * life.random.between(0.2, 0.8)));
  return terms.cents;
}

function endingOf(doneDay: number, dueDay: number, cents: number, terms: PromiseTerms): Ending {
  if (terms.cents !== undefined) {
    if (cents < terms.cents) return 'broken';
    return cents > terms.cents ? 'exceeded' : 'kept';
  }
  if (doneDay > dueDay) return 'broken';
  return terms.days >= 3 && doneDay < desiredDay(dueDay) ? 'exceeded' : 'kept';
}
