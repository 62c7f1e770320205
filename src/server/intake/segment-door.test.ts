import { gzipSync } from 'node:zlib';
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSource, openSegmentDoor, type SegmentDoor } from '../../../test/support/segment.ts';
import { closeSource, drop, quarantine, renewKey, retry } from '../../shared/intake.ts';

let door: SegmentDoor;
let house: SegmentDoor['house'];
let origin: string;
let writeKey: string;
let sourceId: string;
const post: SegmentDoor['post'] = (...args) => door.post(...args);
const timelineOf = (key: string) => door.timelineOf(key);

beforeAll(async () => {
  door = await openSegmentDoor();
  ({ house, origin, writeKey, sourceId } = door);
});

afterAll(async () => house?.close());

describe('clients of others deliver unchanged', () => {
  it('takes what @segment/analytics-node sends, and shows it on the timeline within a second', async () => {
    const analytics = new Analytics({ writeKey, host: origin, flushAt: 3, flushInterval: 50 });
    analytics.identify({ userId: 'u-1', traits: { name: 'Ana Ruiz', email: 'Ana@Example.org', phone: '600 111 222' } });
    analytics.track({ userId: 'u-1', event: 'Quote Asked', properties: { words: 'Quiero cambiar de tarifa' } });
    analytics.page({ userId: 'u-1', name: 'Tariffs' });
    await analytics.closeAndFlush();
    const sent = performance.now();
    const events = await timelineOf('ana@example.org');
    expect(performance.now() - sent).toBeLessThan(1_000);
    expect(events.map((event) => event.name).sort()).toEqual(['Identify', 'Quote Asked', 'Tariffs']);
    expect(events.find((event) => event.name === 'Quote Asked')?.words).toBe('Quiero cambiar de tarifa');
    expect((await door.customerOf('+34600111222'))?.name).toBe('Ana Ruiz');
  });

  it('takes what @rudderstack/rudder-sdk-node sends: gzip, labelled as a form', async () => {
    const rudder = new RudderAnalytics(writeKey, { dataPlaneUrl: origin, flushAt: 2, flushInterval: 50, gzip: true });
    rudder.track({ userId: 'u-1', event: 'Meter Read', properties: { kwh: 123 } });
    rudder.track({ userId: 'u-1', event: 'Call Ended', properties: { channel: 'phone', words: 'Gracias' } });
    await new Promise((done) => rudder.flush(done));
    const names = (await timelineOf('u-1')).map((event) => event.name);
    expect(names).toContain('Meter Read');
    expect(names).toContain('Call Ended');
  });

  it('serves the browser SDK its settings and single calls from any origin', async () => {
    const settings = await fetch(`${origin}/v1/projects/${writeKey}/settings`, {
      headers: { origin: 'https://shop.example' },
    });
    expect(settings.status).toBe(200);
    expect(settings.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    const body = {
      anonymousId: 'device-1',
      event: 'Seen',
      properties: {},
      writeKey,
      timestamp: new Date().toISOString(),
    };
    const answer = await fetch(`${origin}/v1/t`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
  });
});

describe('the same message once', () => {
  const message = (messageId: string, extra: object = {}) => ({
    type: 'track',
    userId: 'twice',
    messageId,
    event: 'Said',
    timestamp: '2026-05-01T10:00:00Z',
    ...extra,
  });

  it('adds nothing when the same batch comes twice', async () => {
    const batch = [message('same-1'), message('same-2')];
    expect((await post('/v1/batch', { batch })).body).toMatchObject({ remembered: 2, duplicate: 0 });
    expect((await post('/v1/batch', { batch })).body).toMatchObject({ remembered: 0, duplicate: 2 });
    expect(await timelineOf('twice')).toHaveLength(2);
  });

  it('counts a message that stands twice in one batch once', async () => {
    const answer = await post('/v1/batch', { batch: [message('in-one'), message('in-one')] });
    expect(answer.body).toMatchObject({ remembered: 1, duplicate: 1 });
  });

  it('keeps the first of two in one batch that have the same id and other content', async () => {
    const batch = [message('odd-pair', { event: 'First' }), message('odd-pair', { event: 'Second' })];
    expect((await post('/v1/batch', { batch })).body).toMatchObject({ remembered: 1, duplicate: 0, quarantined: 1 });
    const names = (await timelineOf('twice')).map((event) => event.name);
    expect(names).toContain('First');
    expect(names).not.toContain('Second');
  });

  it('keeps the first where the same id comes with other content, and the second in quarantine', async () => {
    await post('/v1/batch', { batch: [message('conflict', { properties: { words: 'first' } })] });
    const answer = await post('/v1/batch', { batch: [message('conflict', { properties: { words: 'second' } })] });
    expect(answer.body).toMatchObject({ remembered: 0, quarantined: 1 });
    const { items } = await house.ask(quarantine, { source_id: sourceId }, house.administrator);
    expect(items[0]).toMatchObject({ code: 'event.same-id-other-content' });
    expect((await timelineOf('twice')).filter((event) => event.words === 'second')).toHaveLength(0);
  });

  it('makes one customer of 50 first events of one new key at once', async () => {
    const at = Array.from({ length: 50 }, (_one, n) => n);
    await Promise.all(at.map((n) => post('/v1/track', message(`race-${n}`, { userId: 'race-key' }))));
    expect(await timelineOf('race-key')).toHaveLength(50);
    const rows = await house.rows(`select count(*)::int as n from customers.customer c where not exists (
      select 1 from customers.identity_key k where k.customer_id = c.customer_id)`);
    expect(rows[0]?.['n']).toBe(0);
  });
});

describe('what cannot be taken is kept aside, never dropped', () => {
  it('takes 499 of 500 and keeps the bad one with its reason; counts reconcile', async () => {
    const fresh = await newSource(house, 'Till', 'server');
    const batch = Array.from({ length: 500 }, (_one, n) => ({
      type: 'track',
      userId: `till-${n % 40}`,
      messageId: `till-${n}`,
      event: 'Seen',
      timestamp: n === 250 ? '2027-02-30T10:00:00Z' : '2026-03-01T10:00:00Z',
    }));
    const answer = await post('/v1/batch', { batch }, { key: fresh.writeKey });
    expect(answer).toMatchObject({ status: 200, body: { remembered: 499, quarantined: 1 } });
    const counts = await door.countsOf(fresh.sourceId);
    expect(counts).toMatchObject({ sent: 500, remembered: 499, duplicate: 0, quarantined: 1, waiting: 1 });
  });

  it.each([
    ['a time without a zone', { timestamp: '2027-03-28T02:30:00' }],
    ['a day that no calendar has', { timestamp: '2027-02-30T00:00:00Z' }],
    ['a year no clock shows', { timestamp: '294277-01-01T00:00:00Z' }],
    ['fifty years ahead', { timestamp: '2076-01-01T00:00:00Z' }],
    ['NUL in a text', { properties: { words: 'a\u0000b' } }],
    ['a lone surrogate', { properties: { words: 'a\ud800b' } }],
    ['money that is no number', { event: 'Order Completed', properties: { order_id: 'x', total: '1,000.50' } }],
    ['no type of the Spec', { type: 'shout' }],
    ['over the size of a message', { properties: { words: 'x'.repeat(70_000) } }],
  ])('sets aside %s', async (_what, extra) => {
    const answer = await post('/v1/batch', { batch: [message(`odd-${Math.random()}`, extra)] });
    expect(answer).toMatchObject({ status: 200, body: { remembered: 0, quarantined: 1 } });
  });

  function message(messageId: string, extra: object) {
    return { type: 'track', userId: 'odd', messageId, event: 'Said', timestamp: '2026-05-01T10:00:00Z', ...extra };
  }

  it('remembers an unknown event name and unknown fields as they are', async () => {
    await post('/v1/track', { ...message('unknown', { event: 'Zzz Никогда' }), strange: { deep: [1, 2] } });
    const event = (await timelineOf('odd')).find((one) => one.name === 'Zzz Никогда');
    expect(event?.payload).toMatchObject({ strange: { deep: [1, 2] } });
  });

  it('gives what waits page by page, each once', async () => {
    const fresh = await newSource(house, 'Pages', 'server');
    const batch = ['a', 'b', 'c', 'd', 'e'].map((one) => message(`page-${one}`, { timestamp: '2076-01-01T00:00:00Z' }));
    await post('/v1/batch', { batch }, { key: fresh.writeKey });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const input = { source_id: fresh.sourceId, limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      const page = await house.ask(quarantine, input, house.administrator);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((item) => item.quarantine_id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('retries and drops what waits; the counts still reconcile', async () => {
    const fresh = await newSource(house, 'Retry', 'server');
    house.clock.set('2026-04-01T00:00:00Z');
    await post('/v1/track', message('early-1', { timestamp: '2026-04-05T00:00:00Z' }), { key: fresh.writeKey });
    await post('/v1/track', message('early-2', { timestamp: '2026-04-05T00:00:00Z' }), { key: fresh.writeKey });
    const { items } = await house.ask(quarantine, { source_id: fresh.sourceId }, house.administrator);
    expect(items.map((item) => item.code)).toEqual(['event.in-future', 'event.in-future']);
    house.clock.set('2026-04-06T00:00:00Z');
    const [first, second] = items.map((item) => item.quarantine_id);
    const input = (id: string | undefined) => ({ source_id: fresh.sourceId, quarantine_ids: [id ?? ''] });
    expect(await house.ask(retry, input(first), house.administrator)).toEqual({ remembered: 1, still_waiting: 0 });
    expect(await house.ask(drop, input(second), house.administrator)).toEqual({ dropped: 1 });
    house.clock.pass(Date.now() - house.clock.now().getTime());
    expect(await door.countsOf(fresh.sourceId)).toMatchObject({ sent: 2, remembered: 1, quarantined: 1, waiting: 0 });
  });
});

describe('at the door', () => {
  it('answers 401 to an unknown key, and to none', async () => {
    expect((await post('/v1/batch', { batch: [] }, { key: 'wk_nobody' })).status).toBe(401);
    const none = await fetch(`${origin}/v1/batch`, { method: 'POST', body: '{"batch":[]}' });
    expect(none.status).toBe(401);
    expect(none.headers.get('content-type')).toContain('application/problem+json');
  });

  it('takes nothing more from a closed source, nor by an old key, within two seconds', async () => {
    const source = await newSource(house, 'Short-lived', 'server');
    const status = async (key: string) => (await post('/v1/batch', { batch: [] }, { key })).status;
    expect(await status(source.writeKey)).toBe(200);
    const { write_key } = await house.ask(renewKey, { source_id: source.sourceId }, house.administrator);
    await expect.poll(() => status(source.writeKey), { timeout: 2_000 }).toBe(401);
    expect(await status(write_key)).toBe(200);
    await house.ask(closeSource, { source_id: source.sourceId, closed: true }, house.administrator);
    await expect.poll(() => status(write_key), { timeout: 2_000 }).toBe(401);
  });

  it.each([
    ['cut JSON', Buffer.from('{"batch":[{"a":'), 400, 'request.malformed-json'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'request.malformed-json'],
    ['arrays 10 000 deep', Buffer.from('['.repeat(10_000) + ']'.repeat(10_000)), 400, 'request.too-deep'],
    ['a batch that is no list', Buffer.from('{"batch":7}'), 422, 'request.invalid'],
    ['a body over 5 MB', Buffer.alloc(6_000_000, 0x20), 413, 'request.too-large'],
  ])('refuses %s', async (_what, bytes, status, code) => {
    const answer = await post('/v1/batch', undefined, { bytes });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('stops inflating at its limit', async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000, 0x20));
    const before = process.memoryUsage().rss;
    const answer = await post('/v1/batch', undefined, { bytes: bomb, headers: { 'content-encoding': 'gzip' } });
    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too-large' } });
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  it('takes a batch of 2 500 at most', async () => {
    const batch = Array.from({ length: 2_501 }, () => ({ type: 'track', event: 'x', userId: 'y' }));
    expect((await post('/v1/batch', { batch })).status).toBe(413);
  });
});

it('answers 503 with Retry-After rather than growing, and loses nothing that it acknowledged', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_x, n) =>
      post('/v1/batch', {
        batch: Array.from({ length: 1_000 }, (_y, m) => ({
          type: 'track',
          userId: `flood-${m % 50}`,
          messageId: `flood-${n}-${m}`,
          event: 'Flood',
        })),
      }),
    ),
  );
  const taken = answers.filter((answer) => answer.status === 200).length;
  const refused = answers.filter((answer) => answer.status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).not.toBeNull();
  }
  const rows = await house.rows(`select count(*)::int as n from memory.event where name = 'Flood'`);
  expect(rows[0]?.['n']).toBe(taken * 1_000);
});
