import { dayAt, momentOn } from './calendar.ts';
import { contact } from './contacts.ts';
import { type Agreement, type Invoice, invoice, readMeter, startAgreements } from './contracts.ts';
import { arriveByWeb, double, introduce, joinHousehold } from './identities.ts';
import { chargeTwice, doubledTariff, type Troubles, troublesOf } from './incidents.ts';
import { burst, fatedEnd, leave, vigourOn } from './leaving.ts';
import { beginLife, finished, type Life, servant, words } from './life.ts';
import type { SegmentMessage } from './message.ts';
import { buy } from './orders.ts';
import type { Span } from './people.ts';
import { fingerprint } from './random.ts';
import { answerSurveys } from './surveys.ts';
import { askForVisit, installPanels, outage } from './visits.ts';
import { ask, complainOfBill, hearRumour, speakUp, tellFactByPhone } from './voice.ts';
import { browse } from './web.ts';

const monthDays = 30;

/** Three years up to an instant (ISO 8601). */
export function spanOf(until: string): Span {
  const instant = Date.parse(until);
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${until}`);
  const endDay = dayAt(instant);
  return { startDay: endDay - 1095, endDay };
}

/**
 * The whole story of customer k (0, 1, 2 …) up to `until`, in order of time. It depends on the seed, k and `until`
 * alone, never on how many customers the demo has. Only his first introduction and the start of his agreements may lie
 * before the three years.
 */
export function* customerStory(seed: number, k: number, until: string): Generator<SegmentMessage> {
  const span = spanOf(until);
  const tag = fingerprint(`${seed} ${until}`).toString(36);
  const life = beginLife(seed, k, span, Date.parse(until), tag);
  const troubles = troublesOf(span);
  if (life.person.partnerOf !== undefined) livesWith(life, troubles);
  else holds(life, troubles);
  answerSurveys(life);
  yield* finished(life);
}

/** The first act: he signs, from the web as a browser with an id, or as a person at a counter or on the phone. */
function signUp(life: Life, at: number): void {
  const { person } = life;
  if (person.joined > life.span.startDay + 25 && person.digital > 0.7) arriveByWeb(life, at);
  introduce(life, at);
}

function livesWith(life: Life, troubles: Troubles): void {
  const at = momentOn(life.random, life.person.joined, 'office');
  introduce(life, at);
  joinHousehold(life, at + 600_000);
  months(life, Math.max(life.person.joined + 3, life.span.startDay), life.span.endDay + 1, [], troubles);
}

function holds(life: Life, troubles: Troubles): void {
  const { person, span, random } = life;
  const agreements = startAgreements(life, person.joined, 0, (at) => signUp(life, at));
  const from = Math.max(person.joined, span.startDay);
  const end = fatedEnd(life);
  if (from > span.startDay && person.lines.includes('solar')) installPanels(life, person.joined + 4);
  if (person.doubled) double(life, random.int(from + 10, span.endDay));
  const left = months(life, from, end, agreements, troubles);
  if (person.fate === 'returns' && left) comeBack(life, troubles);
}

function comeBack(life: Life, troubles: Troubles): void {
  const day = life.lastDay + life.random.int(120, 300);
  if (day >= life.span.endDay) return;
  const helper = servant(life, 'marketing-sales', life.person.place.shop);
  const back = contact(life, day, {
    reason: 'return',
    words: words(life, 'back', { employee: helper.name.split(' ')[0] ?? '' }),
    subject: 'subjectQuestion',
    outcome: 'new-agreement',
    reply: false,
  });
  const agreements = startAgreements(life, dayAt(back.at) + 1, 1);
  months(life, day + 2, life.span.endDay + 1, agreements, troubles);
}

/** Lives month by month until he leaves or the story ends; true where he left. */
function months(
  life: Life,
  from: number,
  fated: number,
  agreements: readonly Agreement[],
  troubles: Troubles,
): boolean {
  const { person, span } = life;
  let last: Invoice | undefined;
  let nextBill = from + 5 + (person.k % (person.billing * monthDays));
  for (let day = from; day <= span.endDay; day += monthDays) {
    const to = Math.min(day + monthDays, fated, span.endDay + 1);
    while (agreements.length > 0 && nextBill < to) {
      last = invoice(life, nextBill, agreements);
      nextBill += person.billing * monthDays + (nextBill % 3 === 0 ? 2 : 0);
    }
    shared(life, day, to, last, troubles);
    if (to > day) episodes(life, day, to - 1);
    if (fated <= day + monthDays || hasHadEnough(life, agreements)) {
      if (to > span.endDay) return false;
      leave(life, to, agreements);
      return true;
    }
  }
  return false;
}

/** Anyone may go after too much: the more he owes us nothing, the sooner. */
function hasHadEnough(life: Life, agreements: readonly Agreement[]): boolean {
  if (agreements.length === 0 || life.mood > -9) return false;
  return life.random.chance(0.05 * (1.1 - life.person.patience));
}

/** What befell many: the double charge, the rumour, and his own one grave day. */
function shared(life: Life, from: number, to: number, last: Invoice | undefined, troubles: Troubles): void {
  const { person, random } = life;
  const within = (day: number): boolean => day >= from && day < to;
  if (within(troubles.doubleCharge) && person.tariff.code === doubledTariff && last !== undefined) {
    if (dayAt(last.paidAt) < troubles.doubleCharge) chargeTwice(life, troubles, last);
  }
  if (within(troubles.rumourFrom) && random.chance(0.04 + 0.06 * person.talk)) {
    hearRumour(life, random.int(troubles.rumourFrom, troubles.rumourTo), troubles.notice);
  }
  if (person.fate === 'bursts' && within(person.turn)) burst(life);
}

/** The chances of a month, each with its probability. */
function episodes(life: Life, from: number, to: number): void {
  const { person, random } = life;
  const vigour = vigourOn(life, from);
  const some = (): number => random.int(from, to);
  const may = (probability: number): boolean => random.chance((probability * (to - from + 1)) / monthDays);
  const holder = person.partnerOf === undefined;
  if (may((0.035 + 0.045 * person.talk) * (0.3 + 0.7 * vigour))) ask(life, some());
  for (let left = (person.orders / 12) * vigour; left > 0; left -= 1)
    if (may(Math.min(1, left))) buy(life, some(), vigour);
  if (may(0.13 * person.digital * vigour)) browse(life, some(), true);
  if (may(0.03 * person.talk * vigour)) speakUp(life, some());
  if (may(0.012 * person.talk)) tellFactByPhone(life, some());
  if (holder) supplyEpisodes(life, from, some, may);
}

function supplyEpisodes(life: Life, from: number, some: () => number, may: (probability: number) => boolean): void {
  const { person } = life;
  if (may(0.05)) readMeter(life, some());
  if (may(0.006)) outage(life, some(), false);
  if (may(0.003 + 0.006 * person.temper)) complainOfBill(life, some());
  const boiler = person.lines.includes('boiler-service');
  if (boiler && Math.floor(from / monthDays) % 12 === person.k % 12) askForVisit(life, some(), 'boiler-check');
  if (person.lines.includes('gas') && may(0.008)) askForVisit(life, some(), 'breakdown');
  if (!person.lines.includes('solar') && may(0.002)) askForVisit(life, some(), 'solar');
}
