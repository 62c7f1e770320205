import { dayAt, momentOn } from './calendar.ts';
import type { Department, Employee } from './company.ts';
import { callOut, contact } from './contacts.ts';
import {
  type Channel,
  dayText,
  euro,
  type Life,
  moneyText,
  numberOf,
  officeInstant,
  scene,
  servant,
  tell,
  words,
} from './life.ts';
import type { Fields } from './message.ts';
import { live } from './moments.ts';
import { type KeptPromise, promise } from './promises.ts';
import type { TextKind } from './texts/kinds.ts';
import type { Slots } from './texts/say.ts';

/** What is complained of. */
export interface Grievance {
  readonly about: string;
  readonly text: Extract<TextKind, `complaint${string}`>;
  readonly departments: readonly [Department, ...Department[]];
  /** One cause that touched many carries the same mark everywhere. */
  readonly cause?: string;
  readonly severity: 1 | 2;
  /** Cents that he wants back, where it is money. */
  readonly cents?: number;
  readonly on: Fields;
  readonly slots?: Slots;
  /** Multiplies the risk that what is promised now is broken too. */
  readonly risk?: number;
}

/** A complaint from its hearing to its closing; answers how it ended for the customer. */
export function complain(life: Life, day: number, grievance: Grievance): 'repaired' | 'partly' | 'unrepaired' {
  const { random, person } = life;
  const number = numberOf(life, 'RC');
  const slots = { ...moneySlot(life, grievance.cents), days: String(random.int(9, 25)), ...grievance.slots };
  const said = words(life, grievance.text, slots);
  const on = { ...grievance.on, complaint_id: number };
  const heard = contact(life, day, {
    reason: `complaint.${grievance.about}`,
    words: said,
    subject: 'subjectComplaint',
    outcome: 'complaint-opened',
    angry: person.temper > 0.45,
    reply: false,
    ...(random.chance(0.6) && grievance.severity === 2 ? { channel: 'phone' as const } : {}),
    on,
  });
  const remedy = remedyOf(grievance);
  tell(life, heard.at + 60_000, 'crm', 'Complaint Received', {
    ...scene(heard.channel, 'complaints-desk', 'quality', heard.employee),
    conversation_id: heard.conversation,
    about: grievance.about,
    ...(grievance.cause === undefined ? {} : { cause: grievance.cause }),
    departments: [...grievance.departments],
    severity: grievance.severity,
    words: said,
    remedy_sought: remedy,
    remedy_words: words(life, remedyText[remedy], slots),
    ...(grievance.cents === undefined ? {} : { amount: euro(grievance.cents), currency: 'EUR' }),
    ...on,
  });
  tell(life, heard.at + random.int(20, 110) * 60_000, 'crm', 'Complaint Acknowledged', {
    ...scene(person.email === undefined ? 'letter' : 'email', 'complaints-desk', 'quality', undefined),
    direction: 'out',
    conversation_id: heard.conversation,
    ...on,
  });
  life.mood = Math.min(life.mood, 0) - 5 * grievance.severity;
  const maker = servant(life, 'quality');
  const answer = promise(life, heard.at + 120_000, {
    text: grievance.cents === undefined ? 'promiseAnswer' : 'promiseRefund',
    keeper: grievance.cents === undefined ? 'quality' : 'collections',
    maker,
    channel: heard.channel,
    days: random.int(5, 12),
    ...(grievance.cents === undefined ? {} : { cents: grievance.cents }),
    on: { ...on, conversation_id: heard.conversation },
    ...(grievance.risk === undefined ? {} : { risk: grievance.risk }),
  });
  return settle(life, grievance, answer, heard.conversation, heard.channel, on);
}

function moneySlot(life: Life, cents: number | undefined): Slots {
  return { amount: moneyText(life, cents ?? life.random.int(1800, 9500)) };
}

const remedyText = {
  refund: 'remedyRefund',
  compensation: 'remedyCompensation',
  replacement: 'remedyReplace',
  repair: 'remedyRepair',
  correction: 'remedyCorrect',
  apology: 'remedyApology',
} as const;

function remedyOf(grievance: Grievance): keyof typeof remedyText {
  if (grievance.about === 'cut-off-by-mistake') return 'compensation';
  if (grievance.cents !== undefined) return 'refund';
  if (grievance.about === 'billing') return 'correction';
  if (grievance.about === 'outage') return 'repair';
  return grievance.about === 'wrong-delivery' ? 'replacement' : 'apology';
}

function settle(
  life: Life,
  grievance: Grievance,
  promised: KeptPromise,
  conversation: string,
  channel: Channel,
  on: Fields,
): 'repaired' | 'partly' | 'unrepaired' {
  const { random, person } = life;
  const kept = promised.ending === 'kept' || promised.ending === 'exceeded';
  if (!kept && random.chance(0.5)) chase(life, promised, on);
  const verdict = verdictOf(life, grievance, promised, kept);
  const employee = servant(life, 'quality');
  const answeredAt = Math.max(promised.doneAt, officeInstant(life, promised.doneDay)) + random.int(10, 90) * 60_000;
  giveBack(life, grievance, promised, answeredAt, on);
  const mail = person.email !== undefined;
  tell(life, answeredAt, 'crm', 'Complaint Answered', {
    ...scene(mail ? 'email' : 'letter', 'complaints-desk', 'quality', employee),
    conversation_id: conversation,
    decision: verdict,
    words: words(life, answerText(verdict, grievance)),
    ...on,
  });
  const content = verdict === 'accepted' ? random.chance(0.88) : random.chance(verdict === 'partly' ? 0.55 : 0.2);
  const closedDay = dayAt(answeredAt) + random.int(2, 12);
  const outcome = content ? (verdict === 'accepted' ? 'repaired' : 'partly') : 'unrepaired';
  tell(life, officeInstant(life, closedDay), 'crm', 'Complaint Closed', {
    ...scene('back-office', 'complaints-desk', 'quality', employee),
    conversation_id: conversation,
    accepted_by_customer: content,
    outcome,
    ...(grievance.cause === undefined ? {} : { cause: grievance.cause }),
    ...on,
  });
  if (outcome === 'repaired' && random.chance(0.3)) {
    askHowItWent(life, closedDay + 2, employee, on);
  }
  live(life, {
    at: officeInstant(life, closedDay),
    channel,
    touchpoint: 'complaints-desk',
    departments: grievance.departments,
    stage: 'remembrance',
    people: content ? 0.8 : 0.25,
    information: verdict === 'rejected' ? 0.3 : 0.75,
    process: kept ? 0.78 : 0.15,
    telling: 1.8,
    on: { ...on, conversation_id: conversation },
  });
  return outcome;
}

function chase(life: Life, promised: KeptPromise, on: Fields): void {
  contact(life, promised.dueDay + life.random.int(1, 4), {
    reason: 'chase',
    words: words(life, 'chase', { date: dayText(life, promised.dueDay) }),
    subject: 'subjectComplaint',
    outcome: 'passed-on',
    angry: true,
    on: { ...on, promise_id: promised.id },
  });
}

function verdictOf(
  life: Life,
  grievance: Grievance,
  promised: KeptPromise,
  kept: boolean,
): 'accepted' | 'partly' | 'rejected' {
  if (grievance.cause !== undefined) return 'accepted';
  if (promised.cents > 0) return promised.cents >= (grievance.cents ?? 0) ? 'accepted' : 'partly';
  const x = life.random.next();
  if (x < (kept ? 0.62 : 0.45)) return 'accepted';
  return x < 0.85 ? 'partly' : 'rejected';
}

/** The money that went back: what was promised, a gift above it, or the rest where less than due came first. */
function giveBack(life: Life, grievance: Grievance, promised: KeptPromise, answeredAt: number, on: Fields): void {
  const owed = grievance.cents;
  if (owed === undefined) return;
  const first = Math.min(owed, promised.cents);
  const money = (event: string, at: number, cents: number): void => {
    if (cents <= 0) return;
    tell(life, at, 'billing', event, {
      ...scene('back-office', 'direct-debit', 'collections', undefined),
      direction: 'out',
      refund_id: numberOf(life, 'DV'),
      amount: euro(cents),
      currency: 'EUR',
      ...(grievance.cause === undefined ? {} : { cause: grievance.cause }),
      ...on,
    });
  };
  money('Payment Refunded', promised.doneAt - 60_000, first);
  money('Credit Given', promised.doneAt, promised.cents - first);
  if (grievance.cause !== undefined) money('Payment Refunded', answeredAt + 3 * 86_400_000, owed - first);
}

/** We ring back to hear whether all is well: he did not expect it. */
function askHowItWent(life: Life, day: number, employee: Employee, on: Fields): void {
  const at = momentOn(life.random, day, 'phone');
  const said = words(life, 'thanks', { employee: employee.name.split(' ')[0] ?? '' });
  callOut(life, at, servant(life, 'customer-service'), 'after-complaint', said, on);
  life.mood += 1;
}

function answerText(verdict: 'accepted' | 'partly' | 'rejected', grievance: Grievance): TextKind {
  if (verdict === 'accepted') return 'answerAccepted';
  const bill = grievance.about === 'billing';
  if (verdict === 'partly') return bill ? 'answerPartlyBill' : 'answerPartly';
  return bill ? 'answerRejectedBill' : 'answerRejected';
}
