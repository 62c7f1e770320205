import { describe, expect, test } from 'vitest';
import type { SegmentMessage } from './message.ts';
import { personOf } from './people.ts';
import { customerStory, spanOf } from './story.ts';
import { demoMessages } from './stream.ts';

const until = '2027-03-15T17:00:00Z';
const seed = 42;
const count = 700;
const stories = Array.from({ length: count }, (_, k) => [...customerStory(seed, k, until)]);
const all = stories.flat();
const tracks = all.filter((message) => message.type === 'track');

function of(event: string): readonly SegmentMessage[] {
  return tracks.filter((message) => message.event === event);
}

function text(message: SegmentMessage, name: string): string {
  const value = message.properties?.[name];
  return typeof value === 'string' ? value : '';
}

const comments = of('Moment Rated').filter((one) => one.properties?.['by'] === 'customer');

function cents(value: unknown): number {
  return Math.round(Number(value) * 100);
}

function products(message: SegmentMessage): readonly { readonly price: number; readonly quantity: number }[] {
  const list = message.properties?.['products'];
  if (!Array.isArray(list)) return [];
  return list.map((item: { price?: unknown; quantity?: unknown }) => ({
    price: cents(item.price),
    quantity: Number(item.quantity),
  }));
}

function byId(event: string, name: string): ReadonlyMap<string, SegmentMessage> {
  return new Map(of(event).map((message) => [text(message, name), message]));
}

describe('the same seed tells the same story', () => {
  test('same seed, size and instant: the same bytes', () => {
    const run = { customers: 40, seed, until };
    expect(JSON.stringify([...demoMessages(run)])).toBe(JSON.stringify([...demoMessages(run)]));
  });
  test('another seed tells another story', () => {
    expect(JSON.stringify([...customerStory(seed + 1, 3, until)])).not.toBe(JSON.stringify(stories[3]));
  });
  test('a customer does not depend on how many there are', () => {
    const few = [...demoMessages({ customers: 10, seed, until })];
    const more = [...demoMessages({ customers: 60, seed, until })];
    expect(more.slice(0, few.length)).toEqual(few);
  });
  test('sizes outside 10 to 1000000 are refused', () => {
    expect(() => [...demoMessages({ customers: 9, seed, until })]).toThrow(RangeError);
    expect(() => demoMessages({ customers: 1_000_001, seed, until }).next()).toThrow(RangeError);
  });
});

describe('the stream', () => {
  test('each customer in order of time, nothing after until', () => {
    for (const story of stories) {
      const times = story.map((message) => message.timestamp);
      expect(times).toEqual([...times].sort());
      expect((times.at(-1) ?? '') <= '2027-03-15T17:00:00.000Z').toBe(true);
    }
  });
  test('before the three years lie only introductions and starts of agreements', () => {
    const early = all.filter((message) => message.timestamp < '2024-03-15');
    const kinds = new Set(early.map((message) => message.event ?? message.type));
    expect([...kinds].sort()).toEqual(['Agreement Started', 'group', 'identify']);
  });
  test('every message id once, every timestamp ISO with Z', () => {
    expect(new Set(all.map((message) => message.messageId)).size).toBe(all.length);
    expect(all.every((message) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(message.timestamp))).toBe(true);
  });
  test('35 to 60 events a customer and 14 to 24 rated comments, messages well under 32 kB, 500 of them under 500 kB', () => {
    const events = all.length - comments.length;
    expect(events / count).toBeGreaterThan(35);
    expect(events / count).toBeLessThan(60);
    expect(comments.length / count).toBeGreaterThan(14);
    expect(comments.length / count).toBeLessThan(24);
    const sizes = all.map((message) => Buffer.byteLength(JSON.stringify(message)));
    expect(Math.max(...sizes)).toBeLessThan(8_000);
    expect((sizes.reduce((sum, size) => sum + size, 0) / sizes.length) * 500).toBeLessThan(500_000);
  });
  test('no visits on Sundays, no calls at night in Madrid', () => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Madrid', hour: '2-digit', weekday: 'short' });
    for (const message of of('Visit Made')) expect(clock.format(Date.parse(message.timestamp))).not.toContain('Sun');
    for (const message of of('Call Ended')) {
      const hour = Number(/\d\d/.exec(clock.format(Date.parse(message.timestamp)))?.[0]);
      expect(hour).toBeGreaterThanOrEqual(8);
      expect(hour).toBeLessThanOrEqual(20);
    }
  });
});

describe('money agrees with itself', () => {
  test('an order is the sum of its lines', () => {
    expect(of('Order Completed').length).toBeGreaterThan(300);
    for (const order of of('Order Completed')) {
      const sum = products(order).reduce((total, line) => total + line.price * line.quantity, 0);
      expect(cents(order.properties?.['total'])).toBe(sum);
    }
  });
  test('a refund has its order, earlier and not smaller', () => {
    const orders = byId('Order Completed', 'order_id');
    expect(of('Order Refunded').length).toBeGreaterThan(20);
    for (const refund of of('Order Refunded')) {
      const order = orders.get(text(refund, 'order_id'));
      expect(order && order.timestamp < refund.timestamp).toBe(true);
      expect(cents(refund.properties?.['total'])).toBeLessThanOrEqual(cents(order?.properties?.['total']));
    }
  });
  test('an invoice is the sum of its lines, a payment is of an invoice and of its amount', () => {
    const invoices = byId('Invoice Issued', 'invoice_number');
    for (const invoice of invoices.values()) {
      const lines = invoice.properties?.['lines'];
      const list: readonly { amount?: unknown }[] = Array.isArray(lines) ? lines : [];
      expect(
        Math.max(
          0,
          list.reduce((sum, line) => sum + cents(line.amount), 0),
        ),
      ).toBe(cents(invoice.properties?.['total']));
    }
    for (const payment of of('Payment Made')) {
      const invoice = invoices.get(text(payment, 'invoice_number'));
      expect(payment.properties?.['amount']).toBe(invoice?.properties?.['total']);
    }
  });
  test('what was charged twice comes back in full', () => {
    const back = new Map<string, number>();
    for (const refund of of('Payment Refunded')) {
      const id = text(refund, 'payment_id');
      back.set(id, (back.get(id) ?? 0) + cents(refund.properties?.['amount']));
    }
    const twice = of('Payment Made').filter((payment) => payment.properties?.['repeated'] === true);
    expect(twice.length).toBeGreaterThan(20);
    for (const payment of twice)
      expect(back.get(text(payment, 'payment_id'))).toBe(cents(payment.properties?.['amount']));
  });
});

describe('promises', () => {
  const made = byId('Promise Made', 'promise_id');
  const results = of('Promise Result');

  test('each promise once, each result has its earlier promise', () => {
    expect(made.size).toBe(of('Promise Made').length);
    for (const result of results) {
      const before = made.get(text(result, 'promise_id'));
      expect(before && before.timestamp < result.timestamp).toBe(true);
      expect(before?.userId).toBe(result.userId);
    }
  });
  test('a promise agreed anew before it was due is replaced and has no result', () => {
    const closed = new Set(results.map((result) => text(result, 'promise_id')));
    expect(of('Promise Renegotiated').length).toBeGreaterThan(20);
    for (const change of of('Promise Renegotiated')) {
      expect(made.has(text(change, 'replaced_by'))).toBe(true);
      expect(closed.has(text(change, 'promise_id'))).toBe(false);
      expect(change.timestamp.slice(0, 10) <= text(change, 'due_from')).toBe(true);
    }
  });
  test('13 to 23 % broken, 8 to 22 % exceeded, some still open', () => {
    const share = { broken: 0, exceeded: 0 };
    for (const result of results) {
      const promise = made.get(text(result, 'promise_id'));
      const money = text(result, 'unit') === 'EUR';
      const given = result.properties?.['result'];
      const adequate = promise?.properties?.['adequate'];
      const desired = promise?.properties?.['desired'];
      if (money ? Number(given) < Number(adequate) : String(given) > String(adequate)) share.broken += 1;
      else if (desired !== undefined && (money ? Number(given) > Number(desired) : String(given) < String(desired)))
        share.exceeded += 1;
    }
    expect(share.broken / results.length).toBeGreaterThan(0.13);
    expect(share.broken / results.length).toBeLessThan(0.23);
    expect(share.exceeded / results.length).toBeGreaterThan(0.08);
    expect(share.exceeded / results.length).toBeLessThan(0.22);
    expect(made.size).toBeGreaterThan(results.length);
  });
  test('a delivery says on time exactly when its promise was not broken', () => {
    for (const delivery of of('Delivery Made')) {
      const due = text(made.get(text(delivery, 'promise_id')) ?? delivery, 'due');
      expect(delivery.properties?.['on_time']).toBe(text(delivery, 'on') <= due);
    }
  });
});

describe('voices', () => {
  test('a complaint is acknowledged, answered and closed after it was received', () => {
    const received = byId('Complaint Received', 'complaint_id');
    expect(received.size).toBeGreaterThan(150);
    for (const event of ['Complaint Acknowledged', 'Complaint Answered', 'Complaint Closed']) {
      for (const step of of(event)) {
        const first = received.get(text(step, 'complaint_id'));
        expect(first && first.timestamp < step.timestamp).toBe(true);
      }
    }
  });
  test('one cause touches many in one month', () => {
    const same = of('Complaint Received').filter((message) => text(message, 'cause') !== '');
    expect(new Set(same.map((message) => text(message, 'cause'))).size).toBe(1);
    expect(same.length).toBeGreaterThan(12);
    const times = same.map((message) => Date.parse(message.timestamp));
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(31 * 86_400_000);
  });
  test('the rumour comes in one wave, and the notice answers it', () => {
    expect(of('Rumour Heard').length).toBeGreaterThan(15);
    expect(of('Notice Sent').length).toBe(of('Rumour Heard').length);
  });
  test('a fact asked again had been told before', () => {
    const told = new Map<string, string>();
    for (const message of tracks) {
      const key = `${message.userId} ${text(message, 'name')}`;
      if (message.event === 'Fact Asked') expect(told.has(key)).toBe(true);
      if (message.event === 'Fact Told') told.set(key, message.timestamp);
    }
    expect(of('Fact Asked').length).toBeGreaterThan(10);
  });
  test('three languages, Spanish the most, no slot left open', () => {
    const people = Array.from({ length: count }, (_, k) => personOf(seed, k, spanOf(until)).language);
    const share = (language: string) => people.filter((one) => one === language).length / count;
    expect(share('es')).toBeGreaterThan(0.62);
    expect(share('en')).toBeGreaterThan(0.09);
    expect(share('ru')).toBeGreaterThan(0.07);
    const said = tracks.map(
      (message) => `${text(message, 'words')} ${text(message, 'subject')} ${text(message, 'body')}`,
    );
    expect(said.filter((words) => /[{}[\]|]|undefined|NaN/.test(words))).toEqual([]);
    expect(said.filter((words) => /[а-яё]/.test(words)).length).toBeGreaterThan(200);
  });
});

describe('who he is', () => {
  test('a second record shares his e-mail or telephone; some are joined by an alias', () => {
    expect(all.filter((message) => message.userId?.startsWith('WEB-')).length).toBeGreaterThan(30);
    for (const alias of all.filter((message) => message.type === 'alias')) {
      expect(all.some((message) => message.userId === alias.previousId)).toBe(true);
    }
  });
  test('anonymous visits become known', () => {
    const known = new Set(
      all.filter((one) => one.userId !== undefined && one.anonymousId !== undefined).map((one) => one.anonymousId),
    );
    const unknown = all.filter((one) => one.userId === undefined);
    expect(unknown.length).toBeGreaterThan(100);
    expect(unknown.filter((one) => known.has(one.anonymousId)).length / unknown.length).toBeGreaterThan(0.95);
  });
  test('those who fade away buy less before they go', () => {
    const orders = Array.from({ length: count }, (_, k) => personOf(seed, k, spanOf(until)))
      .filter((person) => person.fate === 'declines' && person.partnerOf === undefined)
      .flatMap((person) =>
        (stories[person.k] ?? [])
          .filter((message) => message.event === 'Order Completed')
          .map((message) => Date.parse(message.timestamp) / 86_400_000 - person.turn),
      );
    const before = orders.filter((day) => day >= -150 && day < 0).length;
    const after = orders.filter((day) => day >= 120 && day < 270).length;
    expect(before).toBeGreaterThan(20);
    expect(before).toBeGreaterThan(after * 2);
  });
});
