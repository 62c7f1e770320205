import { dateText, dayAt, momentOn } from './calendar.ts';
import { complain } from './complaints.ts';
import { callOut, contact, habit } from './contacts.ts';
import { type Life, moneyText, monthText, numberOf, officeInstant, scene, servant, tell, words } from './life.ts';
import type { Fields } from './message.ts';
import { live } from './moments.ts';
import { promise } from './promises.ts';
import type { TextKind } from './texts/kinds.ts';
import { thank } from './visits.ts';

const questions = [
  ['bill-high', 'billHigh', 4],
  ['bill', 'billQuestion', 3],
  ['tariff', 'tariffQuestion', 3],
  ['power', 'powerChange', 1.5],
] as const;
const weightedQuestions = questions.map((one) => [one, one[2]] as const);

/** He asks something; it is answered, or someone promises to ring back. */
export function ask(life: Life, day: number): void {
  const { random, person } = life;
  const bill = life.bills.findLast((one) => one.day < day);
  const [reason, kind] = bill === undefined ? questions[2] : random.weighted(weightedQuestions);
  const text: TextKind = kind === 'billHigh' && person.kind === 'organisation' ? 'billHighFirm' : kind;
  const amount = moneyText(life, bill?.cents ?? 0);
  const later = random.chance(0.25);
  const said = words(life, text, { amount, month: monthText(life, (bill?.day ?? day) - 20) });
  const on: Fields = { agreement_number: life.agreementNumber };
  const asked = contact(life, day, {
    reason,
    words: said,
    subject: reason.startsWith('bill') ? 'subjectBill' : 'subjectQuestion',
    outcome: later ? 'call-back-promised' : 'answered',
    reply: !later,
    on,
  });
  const here = { ...on, conversation_id: asked.conversation };
  const place = scene(asked.channel, asked.touchpoint, asked.department, asked.employee);
  tell(life, asked.at + 20_000, 'crm', 'Question Asked', {
    ...place,
    question_id: numberOf(life, 'QU'),
    topic: reason,
    words: said,
    answered: !later,
    ...here,
  });
  if (random.chance(0.18)) tellFact(life, asked.at + 40_000, { ...place, conversation_id: asked.conversation });
  const slow = asked.wait > 420 && asked.channel !== 'email';
  let process = slow ? 0.3 : random.around(0.76, 0.2);
  if (later) process = callBack(life, asked.at, asked.employee, asked.channel, here) ? 0.78 : 0.2;
  live(life, {
    at: asked.at,
    channel: asked.channel,
    touchpoint: asked.touchpoint,
    departments: [asked.department],
    employee: asked.employee,
    people: random.around(asked.employee.care, 0.15),
    information: random.around(0.72, 0.22),
    process,
    on: here,
  });
  if (asked.employee.care < 0.4 && random.chance(0.25 * person.temper))
    rudeness(life, dayAt(asked.at) + 1, asked.employee.name, here);
  else if (asked.employee.care > 0.8 && random.chance(0.05)) {
    thank(
      life,
      day + 2,
      words(life, 'thanks', { employee: asked.employee.name.split(' ')[0] ?? '' }),
      asked.employee,
      on,
    );
  }
}

function callBack(
  life: Life,
  at: number,
  maker: ReturnType<typeof servant>,
  channel: Parameters<typeof scene>[0],
  on: Fields,
): boolean {
  const promised = promise(life, at + 60_000, {
    text: 'promiseCallback',
    keeper: 'customer-service',
    maker,
    channel,
    days: life.random.int(1, 4),
    hours: 'phone',
    on,
  });
  if (promised.ending === 'silent' || promised.ending === 'broken') {
    if (life.random.chance(0.35)) {
      complain(life, promised.dueDay + 3, {
        about: 'silence',
        text: 'complaintSilence',
        departments: ['customer-service'],
        severity: 1,
        on: { ...on, about_promise_id: promised.id },
      });
    }
    return false;
  }
  callOut(life, promised.doneAt - 60_000, maker, 'call-back', words(life, 'ratingGood'), {
    ...on,
    promise_id: promised.id,
  });
  return true;
}

function rudeness(life: Life, day: number, employee: string, on: Fields): void {
  complain(life, day, {
    about: 'rudeness',
    text: 'complaintRude',
    departments: ['customer-service', 'human-resources'],
    severity: 1,
    on,
    slots: { employee: employee.split(' ')[0] ?? employee },
  });
}

/** He complains of his bill, without a common cause: an estimate, a discount that never came. */
export function complainOfBill(life: Life, day: number): void {
  complain(life, day, {
    about: 'billing',
    text: 'complaintBill',
    departments: ['systems', 'customer-service'],
    severity: 1,
    ...(life.random.chance(0.5) ? { cents: life.random.int(900, 9000) } : {}),
    on: { agreement_number: life.agreementNumber },
    slots: { month: monthText(life, day - 40) },
  });
}

const factKinds = [
  ['preference.contact-time', 'factAfterSix', 'after-18'],
  ['preference.contact-time', 'factMidday', 'midday'],
  ['work.shift', 'factNights', 'night'],
  ['household.baby', 'factBaby', 'yes'],
  ['dwelling.use', 'factHolidayHome', 'holiday-home'],
  ['wallet.shop-elsewhere-yearly', 'factShopElsewhere', ''],
  ['wallet.gas-elsewhere-monthly', 'factGasElsewhere', ''],
  ['vehicle.electric', 'factElectricCar', 'yes'],
  ['household.pets', 'factPets', 'yes'],
] as const;

/** He rings only to tell something about himself. */
export function tellFactByPhone(life: Life, day: number): void {
  const employee = servant(life, 'customer-service');
  const at = momentOn(life.random, day, 'phone');
  const place = scene('phone', 'call-centre', 'customer-service', employee);
  tellFact(life, at, { ...place, conversation_id: numberOf(life, 'CV') });
}

/** He tells something about himself, each thing once; the next of us may ask it again, which he does not like. */
function tellFact(life: Life, at: number, place: Fields): void {
  const { random, person } = life;
  const firm = person.kind === 'organisation';
  const [name, text, fixed] = firm ? (['business.hours', 'factFirmHours', 'from-07'] as const) : random.pick(factKinds);
  if (life.told.has(name) || (text === 'factGasElsewhere' && person.lines.includes('gas'))) return;
  life.told.add(name);
  const cents = random.int(25, 140) * (text === 'factShopElsewhere' ? 300 : 100);
  const money = fixed === '';
  const fact = {
    name,
    value: money ? (cents / 100).toFixed(2) : fixed,
    by: 'customer',
    ...(money ? { unit: 'EUR' } : {}),
  };
  const said = words(life, text, { amount: moneyText(life, cents) });
  tell(life, at, 'crm', 'Fact Told', { ...place, ...fact, words: said });
  if (random.chance(0.2)) askAgain(life, at, fact);
}

function askAgain(life: Life, at: number, fact: Fields): void {
  const employee = servant(life, 'customer-service');
  const when = momentOn(life.random, Math.floor(at / 86_400_000) + life.random.int(6, 60), 'phone');
  const conversation = numberOf(life, 'CV');
  const place = scene('phone', 'call-centre', 'customer-service', employee);
  tell(life, when, 'crm', 'Fact Asked', {
    ...place,
    name: fact.name,
    direction: 'out',
    asked_by: 'employee',
    form: 'customer-file',
    conversation_id: conversation,
  });
  tell(life, when + 20_000, 'crm', 'Fact Told', {
    ...place,
    ...fact,
    words: words(life, 'askedTwice'),
    again: true,
    conversation_id: conversation,
  });
  life.mood -= 1;
}

/** One of the things that talkative customers bring: an idea, a need, a good word, what he expects. */
export function speakUp(life: Life, day: number): void {
  const { random } = life;
  const channel = habit(life);
  const at = momentOn(random, day, channel === 'shop' ? 'shop' : channel === 'phone' ? 'phone' : 'any');
  const kind = random.weighted([
    ['suggestion', 5],
    ['need', 3],
    ['recommendation', life.mood > 0 ? 3 : 0.3],
    ['expectation', 3],
  ] as const);
  const place = scene(
    channel,
    channel === 'phone' ? 'call-centre' : channel === 'shop' ? 'shop-counter' : 'email-service',
    'customer-service',
    servant(life, 'customer-service'),
  );
  const said = words(life, kind);
  if (life.told.has(said)) return;
  life.told.add(said);
  const base = { ...place, words: said, conversation_id: numberOf(life, 'CV') };
  if (kind === 'suggestion') tell(life, at, 'crm', 'Suggestion Made', { ...base, suggestion_id: numberOf(life, 'SG') });
  else if (kind === 'need') tell(life, at, 'crm', 'Need Told', { ...base, need_id: numberOf(life, 'ND') });
  else if (kind === 'recommendation') tell(life, at, 'crm', 'Recommendation Made', base);
  else {
    const level = random.int(4, 7);
    life.expectation = { id: numberOf(life, 'EX'), level, at };
    tell(life, at, 'crm', 'Expectation Told', {
      ...base,
      expectation_id: life.expectation.id,
      about: 'next-contact',
      level,
      scale: 7,
      source: random.pick(['past', 'advertising', 'word-of-mouth', 'own-page']),
    });
  }
}

/** He has heard what people say, and asks; after the notice is out, he is told. */
export function hearRumour(life: Life, day: number, noticeDay: number): void {
  const said = words(life, 'rumour');
  const heard = contact(life, day, {
    reason: 'rumour',
    words: said,
    subject: 'subjectQuestion',
    outcome: day >= noticeDay ? 'answered' : 'nothing-known',
    reply: day >= noticeDay,
  });
  const topic = { topic: 'sale-of-the-company', wave: dateText(noticeDay - 12) };
  tell(life, heard.at + 30_000, 'crm', 'Rumour Heard', {
    ...scene(heard.channel, heard.touchpoint, heard.department, heard.employee),
    ...topic,
    words: said,
    heard_from: life.random.pick(['neighbours', 'messenger', 'social-network', 'press']),
    conversation_id: heard.conversation,
  });
  const mail = life.person.email !== undefined;
  tell(life, officeInstant(life, Math.max(noticeDay, day + 1)), 'crm', 'Notice Sent', {
    ...scene(mail ? 'email' : 'letter', mail ? 'email-service' : 'letter', 'marketing-sales', undefined),
    direction: 'out',
    ...topic,
    words: words(life, 'notice'),
    conversation_id: heard.conversation,
  });
}
