import { dateText, dayAt, openDay } from './calendar.ts';
import { complain } from './complaints.ts';
import { nightly } from './contacts.ts';
import type { Invoice } from './contracts.ts';
import { euro, type Life, numberOf, officeInstant, scene, tell } from './life.ts';
import type { Span } from './people.ts';

/** The tariff whose customers were charged twice in one week. */
export const doubledTariff = 'E-NOCHE';

/** What happened to the company as a whole, in days: the same for every customer of one demo. */
export interface Troubles {
  /** Monday of the week of the double charge. */
  readonly doubleCharge: number;
  readonly rumourFrom: number;
  readonly notice: number;
  readonly rumourTo: number;
}

/** A bad week thirteen months before the end, and a rumour five months before it. */
export function troublesOf(span: Span): Troubles {
  let monday = span.endDay - 400;
  while ((((monday + 4) % 7) + 7) % 7 !== 1) monday -= 1;
  const rumourFrom = openDay(span.endDay - 152, 'office');
  const notice = openDay(rumourFrom + 12, 'office');
  return { doubleCharge: monday, rumourFrom, notice, rumourTo: rumourFrom + 26 };
}

/** The cause that every complaint of that week carries. */
export function doubleChargeCause(troubles: Troubles): string {
  return `double-charge-${dateText(troubles.doubleCharge)}`;
}

/** His last invoice is taken from his bank a second time; he complains, or the money comes back without a word. */
export function chargeTwice(life: Life, troubles: Troubles, invoice: Invoice): void {
  const { random, person } = life;
  const at = nightly(life, troubles.doubleCharge + random.int(0, 4));
  const payment = numberOf(life, 'PG');
  const on = {
    agreement_number: life.agreementNumber,
    invoice_number: invoice.number,
    payment_id: payment,
  };
  const cause = doubleChargeCause(troubles);
  tell(life, at, 'billing', 'Payment Made', {
    ...scene('back-office', 'direct-debit', 'collections', undefined),
    ...on,
    amount: euro(invoice.cents),
    currency: 'EUR',
    method: 'direct-debit',
    attempt: 1,
    repeated: true,
  });
  if (random.chance(0.5 + 0.3 * person.temper)) {
    complain(life, dayAt(at) + random.int(0, 9), {
      about: 'double-charge',
      text: 'complaintDoubleCharge',
      departments: ['systems', 'collections'],
      cause,
      severity: person.temper > 0.8 ? 2 : 1,
      cents: invoice.cents,
      on,
      risk: 1.6,
    });
    return;
  }
  life.mood = Math.min(life.mood, 0) - 5;
  tell(life, officeInstant(life, troubles.doubleCharge + random.int(12, 30)), 'billing', 'Payment Refunded', {
    ...scene('back-office', 'direct-debit', 'collections', undefined),
    direction: 'out',
    refund_id: numberOf(life, 'DV'),
    amount: euro(invoice.cents),
    currency: 'EUR',
    cause,
    ...on,
  });
}
