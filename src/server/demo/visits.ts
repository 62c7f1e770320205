import { dateText, dayAt, momentOn } from './calendar.ts';
import type { Department, Employee } from './company.ts';
import { complain, type Grievance } from './complaints.ts';
import { type Contact, contact } from './contacts.ts';
import { type Life, moneyText, numberOf, scene, servant, tell, words } from './life.ts';
import type { Fields } from './message.ts';
import { live } from './moments.ts';
import { type KeptPromise, promise } from './promises.ts';

const neverOnTime = 'E22';
const visitWords = { 'boiler-check': 'appointment', breakdown: 'breakdown', solar: 'solarQuestion' } as const;

/** He asks for someone to come (the boiler, a breakdown, the panels): promised, then visited. */
export function askForVisit(life: Life, day: number, kind: 'boiler-check' | 'breakdown' | 'solar'): void {
  const { random } = life;
  const technician = servant(life, 'maintenance');
  const on: Fields = { agreement_number: life.agreementNumber };
  const asked = contact(life, day, {
    reason: kind,
    words: words(life, visitWords[kind]),
    subject: 'subjectQuestion',
    outcome: 'visit-booked',
    reply: false,
    on,
  });
  const promised = promise(life, asked.at + 90_000, {
    text: 'promiseVisit',
    keeper: 'maintenance',
    maker: asked.employee,
    channel: asked.channel,
    days: kind === 'breakdown' ? random.int(1, 2) : random.int(4, 12),
    on: { ...on, conversation_id: asked.conversation },
    hours: 'visit',
    risk: technician.id === neverOnTime ? 2 : 0.85,
  });
  if (promised.ending === 'silent') {
    nobodyCame(life, promised.dueDay + 1, asked, promised.id);
    return;
  }
  visit(life, promised, promised.ending === 'broken', technician, kind, {
    ...on,
    promise_id: promised.id,
    conversation_id: asked.conversation,
  });
}

function visit(
  life: Life,
  promised: KeptPromise,
  dayMissed: boolean,
  technician: Employee,
  kind: string,
  on: Fields,
): void {
  const { random } = life;
  const day = promised.doneDay;
  const at = promised.doneAt - 300_000;
  const lateMinutes = technician.id === neverOnTime || random.chance(0.15) ? random.int(25, 230) : random.int(-10, 14);
  const late = lateMinutes > 15;
  const done = random.chance(technician.care > 0.5 ? 0.94 : 0.8);
  tell(life, at, 'field', 'Visit Made', {
    ...scene('visit', 'home-visit', 'maintenance', technician),
    direction: 'out',
    visit_id: numberOf(life, 'VS'),
    reason: kind,
    on: dateText(day),
    on_promised_day: !dayMissed,
    on_time: !late,
    late_minutes: Math.max(0, lateMinutes),
    outcome: done ? 'done' : 'to-be-continued',
    duration_minutes: random.int(20, 140),
    ...on,
  });
  const smooth = dayMissed || late ? 0.22 : random.around(0.85, 0.15);
  live(life, {
    at: at + 3_600_000,
    channel: 'visit',
    touchpoint: 'home-visit',
    departments: ['maintenance'],
    employee: technician,
    people: random.around(technician.care, 0.15),
    information: random.around(0.74, 0.2),
    process: done ? smooth : 0.2,
    telling: 1.4,
    on,
  });
  if (dayMissed || late) mayComplainOfLateness(life, day, dayMissed, on);
  else if (done && technician.care > 0.8 && random.chance(0.12)) thankForVisit(life, day + 1, technician, on);
}

function mayComplainOfLateness(life: Life, day: number, dayMissed: boolean, on: Fields): void {
  const { promise_id, ...rest } = on;
  if (!life.random.chance(0.12 + 0.35 * life.person.temper)) return;
  complain(life, day + life.random.int(1, 3), {
    about: 'late-visit',
    text: dayMissed ? 'complaintMissedDay' : 'complaintLateVisit',
    departments: ['maintenance'],
    severity: 1,
    on: { ...rest, about_promise_id: promise_id },
  });
}

function nobodyCame(life: Life, day: number, asked: Contact, promiseId: string): void {
  complain(life, day, {
    about: 'no-show',
    text: 'complaintSilence',
    departments: ['maintenance', 'customer-service'],
    severity: 1,
    on: { agreement_number: life.agreementNumber, about_promise_id: promiseId, asked_in: asked.conversation },
  });
}

function thankForVisit(life: Life, day: number, technician: Employee, on: Fields): void {
  thank(
    life,
    day,
    words(life, 'thanksVisit', { employee: technician.name.split(' ')[0] ?? technician.name }),
    technician,
    on,
  );
}

/** He says thanks, by his usual channel, for somebody by name. */
export function thank(life: Life, day: number, said: string, whom: Employee, on: Fields): void {
  const heard = contact(life, day, {
    reason: 'thanks',
    words: said,
    subject: 'subjectThanks',
    outcome: 'passed-on',
    on,
  });
  tell(life, heard.at + 30_000, 'crm', 'Thanks Given', {
    ...scene(heard.channel, heard.touchpoint, heard.department, heard.employee),
    conversation_id: heard.conversation,
    for_employee_id: whom.id,
    for_department: whom.department,
    words: said,
    ...on,
  });
  life.mood += 1;
}

/** The power (or the gas) is gone; `byMistake` is the grave one: cut off for a debt that was none. */
export function outage(life: Life, day: number, byMistake: boolean): void {
  const { random, person } = life;
  const on: Fields = { agreement_number: life.agreementNumber };
  const departments: readonly [Department, ...Department[]] = byMistake
    ? ['collections', 'systems', 'production']
    : ['production', 'maintenance'];
  const asked = contact(life, day, {
    reason: 'outage',
    words: words(life, byMistake ? 'cutOff' : 'outage'),
    subject: 'subjectComplaint',
    outcome: byMistake ? 'reconnection-ordered' : 'fault-located',
    channel: 'phone',
    angry: true,
    on,
  });
  if (byMistake || random.chance(0.12 + 0.25 * person.temper)) {
    complain(life, dayAt(asked.at) + random.int(1, 2), {
      about: byMistake ? 'cut-off-by-mistake' : 'outage',
      text: outageText(byMistake, person.kind === 'organisation'),
      departments,
      severity: byMistake ? 2 : 1,
      on: { ...on, asked_in: asked.conversation },
      risk: byMistake ? 3 : 1,
      ...(byMistake ? { cents: random.int(40, 250) * 100 } : {}),
    });
  }
  live(life, {
    at: asked.at,
    channel: 'phone',
    touchpoint: 'call-centre',
    departments,
    employee: asked.employee,
    people: random.around(asked.employee.care, 0.15),
    information: byMistake ? 0.1 : random.around(0.5, 0.2),
    process: byMistake ? 0.05 : random.around(0.45, 0.2),
    grave: byMistake,
    on: { ...on, conversation_id: asked.conversation },
  });
}

function outageText(byMistake: boolean, firm: boolean): Grievance['text'] {
  if (byMistake) return firm ? 'complaintCutOffFirm' : 'complaintCutOff';
  return firm ? 'complaintOutageFirm' : 'complaintOutage';
}

/** The panels are put on the roof: dear, promised by a day, long waited for. */
export function installPanels(life: Life, day: number): void {
  const seller = servant(life, 'marketing-sales', life.person.place.shop);
  const at = momentOn(life.random, day, 'shop');
  const saving = life.random.int(25, 75) * 1000;
  const on: Fields = { agreement_number: life.agreementNumber };
  tell(life, at, 'crm', 'Expectation Told', {
    ...scene('shop', 'shop-counter', 'marketing-sales', seller),
    expectation_id: numberOf(life, 'EX'),
    about: 'solar-saving',
    level: 6,
    scale: 7,
    source: 'promise',
    words: words(life, 'promiseSaving', { amount: moneyText(life, saving) }),
    ...on,
  });
  const promised = promise(life, at + 60_000, {
    text: 'promiseSolar',
    keeper: 'maintenance',
    maker: seller,
    channel: 'shop',
    days: life.random.int(18, 35),
    on,
    hours: 'visit',
    risk: 1.3,
  });
  if (promised.ending !== 'silent') {
    visit(life, promised, promised.ending === 'broken', servant(life, 'maintenance'), 'solar-installation', {
      ...on,
      promise_id: promised.id,
    });
  }
}
