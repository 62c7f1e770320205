import { dateText, dayAt, momentOn, monthOf, yearOf } from './calendar.ts';
import { fixedPrice, type Line, type Tariff, tariffs, unitPrice } from './company.ts';
import { contact, nightly } from './contacts.ts';
import {
  agreementOf,
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
import { supplyPoint } from './names.ts';
import { promise } from './promises.ts';

/** One agreement in force. */
export interface Agreement {
  readonly number: string;
  readonly line: Line;
  readonly tariff: Tariff;
  readonly since: number;
}

/** An invoice that was issued. */
export interface Invoice {
  readonly number: string;
  readonly day: number;
  readonly cents: number;
  readonly paymentId: string;
  readonly paidAt: number;
}

const lineTariff = {
  gas: (firm: boolean) => tariffNamed(firm ? 'G-NEGOCIO' : 'G-HOGAR'),
  'boiler-service': () => tariffNamed('C-TRANQUILA'),
  solar: () => tariffNamed('S-TEJADO'),
} as const;

function tariffNamed(code: string): Tariff {
  const found = tariffs.find((tariff) => tariff.code === code);
  if (found === undefined) throw new RangeError(`no tariff ${code}`);
  return found;
}

/** Starts his agreements on a day: one per line, at his supply point, with who is what on them. */
export function startAgreements(
  life: Life,
  day: number,
  round: number,
  before: (at: number) => void = () => {},
): readonly Agreement[] {
  const { person } = life;
  const firm = person.kind === 'organisation';
  const channel = person.digital > 0.7 ? 'web' : person.digital < 0.35 ? 'shop' : 'phone';
  const employee =
    channel === 'web'
      ? undefined
      : servant(
          life,
          channel === 'shop' ? 'marketing-sales' : 'customer-service',
          channel === 'shop' ? person.place.shop : undefined,
        );
  const at = momentOn(life.random, day, channel === 'web' ? 'any' : channel);
  before(at);
  return person.lines.map((line, place) => {
    const tariff = line === 'electricity' ? person.tariff : lineTariff[line](firm);
    const number =
      round === 0 && place === 0 ? agreementOf(person.k) : `AG-${100_000 + person.k}-${round * 10 + place + 1}`;
    if (place === 0) life.agreementNumber = number;
    const terms: Agreement = { number, line, tariff, since: day };
    tell(
      life,
      at + 300_000 + place * 1000,
      'crm',
      'Agreement Started',
      agreementFields(life, terms, channel, employee),
    );
    return terms;
  });
}

function agreementFields(
  life: Life,
  terms: Agreement,
  channel: 'web' | 'shop' | 'phone',
  employee: ReturnType<typeof servant> | undefined,
): Fields {
  const { person } = life;
  const touchpoint = channel === 'web' ? 'website-tariffs' : channel === 'shop' ? 'shop-counter' : 'call-centre';
  return {
    ...scene(channel, touchpoint, 'marketing-sales', employee),
    agreement_number: terms.number,
    line: terms.line,
    tariff: terms.tariff.code,
    tariff_name: terms.tariff.name,
    terms_version: `${yearOf(terms.since)}.1`,
    since: dateText(terms.since),
    agreement_kind: 'contract',
    place: `${person.place.street}, ${person.place.postalCode} ${person.place.city}`,
    ...(terms.line === 'boiler-service' ? {} : { asset: supplyPoint(person.k, terms.line === 'gas') }),
    roles:
      person.kind === 'organisation'
        ? [
            { user_id: person.userId, role: 'holder' },
            { user_id: `${person.userId}-P`, role: 'authorised' },
          ]
        : [
            { user_id: person.userId, role: 'holder' },
            { user_id: person.userId, role: 'payer' },
          ],
  };
}

/** Ends his agreements, with the reason that he gave. */
export function endAgreements(
  life: Life,
  at: number,
  agreements: readonly Agreement[],
  reason: string,
  said: string,
  on: Fields,
): void {
  agreements.forEach((terms, place) => {
    tell(life, at + 60_000 + place * 1000, 'crm', 'Agreement Ended', {
      ...scene('back-office', 'contract', 'marketing-sales', undefined),
      agreement_number: terms.number,
      line: terms.line,
      until: dateText(dayAt(at)),
      reason,
      words: said,
      ...on,
    });
  });
}

/** Issues one invoice for all his agreements and tells how it was paid. */
export function invoice(life: Life, day: number, agreements: readonly Agreement[]): Invoice {
  const { random, person } = life;
  const lines = agreements.map((terms) => invoiceLine(life, terms, day));
  const net = Math.max(
    0,
    lines.reduce((sum, line) => sum + line.cents, 0),
  );
  const tax = Math.round(net * 0.21);
  const cents = net + tax;
  const number = `F${yearOf(day)}-${numberOf(life, 'E')}`;
  const issuedAt = nightly(life, day);
  tell(life, issuedAt, 'billing', 'Invoice Issued', {
    ...scene('back-office', 'invoice', 'systems', undefined),
    invoice_number: number,
    agreement_number: life.agreementNumber,
    period_from: dateText(day - person.billing * 30),
    period_to: dateText(day - 1),
    reading: random.chance(0.85) ? 'actual' : 'estimated',
    lines: [...lines.map((line) => line.fields), { concept: 'IVA 21 %', amount: euro(tax) }],
    total: euro(cents),
    currency: 'EUR',
    due: dateText(day + 6),
  });
  life.bills.push({ day, cents });
  return pay(life, { number, day, cents }, person.patience);
}

function invoiceLine(life: Life, terms: Agreement, day: number): { readonly cents: number; readonly fields: Fields } {
  const { person } = life;
  const year = yearOf(day);
  const fixed = fixedPrice(terms.tariff, year) * person.billing;
  const quantity = Math.round(consumption(life, terms.line, monthOf(day)) * person.billing);
  const unit = unitPrice(terms.tariff, year, day - terms.since < 365);
  const sign = terms.line === 'solar' ? -1 : 1;
  const cents = fixed + sign * Math.round((quantity * unit) / 100);
  return {
    cents,
    fields: {
      agreement_number: terms.number,
      line: terms.line,
      concept: terms.tariff.name,
      ...(quantity === 0 ? {} : { quantity, unit: 'kWh', unit_price: unit / 10_000 }),
      fixed: euro(fixed),
      amount: euro(cents),
    },
  };
}

/** Summer cooling and winter heating for power; gas in winter; the sun for the panels. */
const season: Readonly<Record<Line, readonly number[]>> = {
  electricity: [1.25, 1.2, 1, 0.85, 0.8, 0.95, 1.25, 1.3, 1, 0.82, 0.95, 1.2],
  gas: [2.2, 2.1, 1.5, 0.8, 0.5, 0.35, 0.3, 0.3, 0.35, 0.6, 1.3, 2],
  'boiler-service': [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  solar: [0.5, 0.65, 0.9, 1.1, 1.3, 1.4, 1.45, 1.35, 1.05, 0.8, 0.55, 0.45],
};

function consumption(life: Life, line: Line, month: number): number {
  const base = line === 'gas' ? life.person.kwh * 1.4 : line === 'solar' ? life.person.kwh * 0.5 : life.person.kwh;
  return base * (season[line][month - 1] ?? 1) * life.random.between(0.88, 1.12);
}

function pay(
  life: Life,
  bill: { readonly number: string; readonly day: number; readonly cents: number },
  patience: number,
): Invoice {
  const { random } = life;
  const paymentId = numberOf(life, 'PG');
  const byDebit = random.chance(0.93);
  const first = nightly(life, bill.day + 6);
  const paid = (at: number, method: string, attempt: number): Invoice => {
    tell(life, at, 'billing', 'Payment Made', paymentFields(life, paymentId, bill, method, attempt));
    return { ...bill, paymentId, paidAt: at };
  };
  if (!byDebit) return paid(momentOn(random, bill.day + random.int(2, 9), 'any'), random.pick(['card', 'transfer']), 1);
  if (!random.chance(patience < 0.12 ? 0.12 : 0.018)) return paid(first, 'direct-debit', 1);
  tell(life, first, 'billing', 'Payment Failed', {
    ...paymentFields(life, paymentId, bill, 'direct-debit', 1),
    reason: random.pick(['insufficient-funds', 'insufficient-funds', 'account-closed', 'refused-by-bank']),
  });
  const again = random.chance(0.45) ? paymentPlan(life, bill) : bill.day + 6 + random.int(5, 20);
  return paid(momentOn(random, again, 'office'), 'card', 2);
}

function paymentFields(
  life: Life,
  id: string,
  bill: { readonly number: string; readonly cents: number },
  method: string,
  attempt: number,
): Fields {
  return {
    ...scene(
      method === 'direct-debit' ? 'back-office' : 'web',
      method === 'direct-debit' ? 'direct-debit' : 'customer-area',
      'collections',
      undefined,
    ),
    payment_id: id,
    invoice_number: bill.number,
    agreement_number: life.agreementNumber,
    amount: euro(bill.cents),
    currency: 'EUR',
    method,
    attempt,
  };
}

/** He asks for a few days and promises to pay: a promise of the customer to us. Answers the day of the payment. */
function paymentPlan(
  life: Life,
  bill: { readonly number: string; readonly day: number; readonly cents: number },
): number {
  const on = { invoice_number: bill.number, agreement_number: life.agreementNumber };
  const asked = contact(life, bill.day + 8 + life.random.int(0, 3), {
    reason: 'payment-plan',
    words: words(life, life.person.kind === 'organisation' ? 'paymentPlanFirm' : 'paymentPlan', {
      amount: moneyText(life, bill.cents),
    }),
    subject: 'subjectBill',
    outcome: 'payment-agreed',
    department: 'collections',
    on,
  });
  const promised = promise(life, asked.at + 60_000, {
    text: 'promisePayment',
    keeper: 'collections',
    maker: asked.employee,
    makerKind: 'customer',
    channel: asked.channel,
    days: life.random.int(4, 12),
    on: { ...on, conversation_id: asked.conversation },
  });
  return promised.ending === 'silent' ? promised.dueDay + 12 : promised.doneDay;
}

/** He sends (or we take) a meter reading. */
export function readMeter(life: Life, day: number): void {
  const own = life.person.digital > 0.5;
  const { person } = life;
  const counted = Math.floor(((day - person.joined) * person.kwh) / 30);
  const number = String(4000 + ((person.k * 131) % 20_000) + counted);
  tell(life, own ? momentOn(life.random, day, 'any') : officeInstant(life, day), own ? 'app' : 'field', 'Meter Read', {
    ...scene(own ? 'app' : 'back-office', 'meter', 'production', undefined),
    agreement_number: life.agreementNumber,
    supply_point: supplyPoint(life.person.k, false),
    value: Number(number),
    unit: 'kWh',
    by: own ? 'customer' : 'company',
    ...(own ? { words: words(life, 'meterReading', { number }) } : {}),
  });
}
