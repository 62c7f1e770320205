import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/support/house.ts';
import { make } from '../../shared/customers.ts';
import { merge, unmerge } from '../../shared/customers-merges.ts';
import { makeSource, sources } from '../../shared/intake.ts';
import { capture, correct, recall, search, type TimelineEvent, timeline } from '../../shared/memory.ts';
import { memoryTicks } from './listeners.ts';

let house: TestHouse;
let writeKey: string;

beforeAll(async () => {
  house = await openHouse();
  const source = await house.ask(
    makeSource,
    { name: 'Calls', kind: 'server', channel: 'phone', zone: 'Europe/Madrid', currency: 'EUR', language: 'en' },
    house.administrator,
  );
  writeKey = source.write_key ?? '';
});
afterAll(async () => house?.close());

let messages = 0;

async function tell(
  userId: string,
  words: string,
  more: { timestamp?: string; event?: string; properties?: object } = {},
) {
  messages += 1;
  const answer = await house.kept.app.inject({
    method: 'POST',
    url: '/v1/track',
    headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
    payload: JSON.stringify({
      userId,
      event: more.event ?? 'Call Ended',
      messageId: `memory-${messages}`,
      timestamp: more.timestamp ?? '2026-02-01T10:00:00Z',
      properties: { words, ...more.properties },
    }),
  });
  expect(answer.json()).toMatchObject({ remembered: 1 });
}

async function idOf(userId: string): Promise<string> {
  const [row] = await house.rows(`select customer_id from customers.identity_key where kind = 'user' and value = $1`, [
    userId,
  ]);
  return String(row?.['customer_id']);
}

describe('the customer remembers everything, and so must you', () => {
  it('shows late events in their place, and goes back without end', async () => {
    for (let n = 0; n < 130; n++) {
      const day = new Date(Date.UTC(2020, 0, 1) + ((n * 37) % 130) * 86_400_000);
      await tell('long', `number ${n}`, { timestamp: day.toISOString() });
    }
    const customer_id = await idOf('long');
    const first = await house.ask(recall, { customer_id }, house.administrator);
    const seen: TimelineEvent[] = [...first.events];
    let next = first.next;
    while (next !== null) {
      const page = await house.ask(timeline, { customer_id, cursor: next }, house.administrator);
      seen.push(...page.events);
      next = page.next;
    }
    expect(seen).toHaveLength(130);
    expect(first.brief).toMatchObject({ events: 130, first_at: '2020-01-01T00:00:00+00:00' });
    const times = seen.map((event) => event.happened_at);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(seen.map((event) => event.event_id)).size).toBe(130);
  });

  it('keeps the order of what happened in the same instant as it was told', async () => {
    const instant = '2026-03-03T03:03:03.003Z';
    for (const words of ['one', 'two', 'three']) await tell('instant', words, { timestamp: instant });
    const { events } = await house.ask(recall, { customer_id: await idOf('instant') }, house.administrator);
    expect(events.every((event) => event.happened_at.startsWith('2026-03-03T03:03:03.003'))).toBe(true);
  });

  it('keeps the message as it was received', async () => {
    await tell('raw', 'hello', { properties: { nested: { deep: ['ñ', 1.5, null] } } });
    const { events } = await house.ask(recall, { customer_id: await idOf('raw') }, house.administrator);
    expect(events[0]?.payload).toMatchObject({ properties: { nested: { deep: ['ñ', 1.5, null] } } });
  });

  it('filters by channel, name and time', async () => {
    await tell('filter', 'by web', { timestamp: '2026-01-01T00:00:00Z', properties: { channel: 'web' } });
    await tell('filter', 'by phone', { timestamp: '2026-01-02T00:00:00Z', event: 'Visit Made' });
    const customer_id = await idOf('filter');
    const words = async (filter: object) =>
      (await house.ask(timeline, { customer_id, ...filter }, house.administrator)).events.map((event) => event.words);
    expect(await words({ channel: 'web' })).toEqual(['by web']);
    expect(await words({ name: 'Visit Made' })).toEqual(['by phone']);
    expect(await words({ since: '2026-01-02T00:00:00Z' })).toEqual(['by phone']);
    expect(await words({ until: '2026-01-02T00:00:00Z' })).toEqual(['by web']);
  });

  it('refuses a cursor that was edited by one byte', async () => {
    const customer_id = await idOf('long');
    const { next } = await house.ask(recall, { customer_id }, house.administrator);
    const edited = `${next?.startsWith('A') ? 'B' : 'A'}${next?.slice(1)}`;
    expect(await house.send(timeline, { customer_id, cursor: edited }, house.administrator)).toMatchObject({
      status: 400,
      code: 'request.bad-cursor',
    });
  });
});

describe('what an employee writes down', () => {
  it('is on the timeline at once, in his name, and counted', async () => {
    const { customer_id } = await house.ask(make, { kind: 'person', name: 'Ana Ruiz' }, house.administrator);
    const { event_id } = await house.ask(
      capture,
      { customer_id, channel: 'shop', words: 'Vino a la tienda, quiere factura en papel' },
      house.administrator,
    );
    const { events, brief } = await house.ask(recall, { customer_id }, house.administrator);
    expect(events[0]).toMatchObject({ event_id, channel: 'shop', staff: 'Ada First' });
    expect(brief.last_words?.words).toContain('factura en papel');
    await house.kept.delivery.settled();
    const { sources: all } = await house.ask(sources, {}, house.administrator);
    expect(all.find((one) => one.kind === 'capture')).toMatchObject({ sent: 1, remembered: 1 });
  });

  it('is corrected by a further event; the first stays readable', async () => {
    const { customer_id } = await house.ask(make, { kind: 'person', name: 'Olga' }, house.administrator);
    const first = await house.ask(capture, { customer_id, channel: 'phone', words: 'owes 100' }, house.administrator);
    const second = await house.ask(
      correct,
      { customer_id, event_id: first.event_id, words: 'owes 10', reason: 'typing error' },
      house.administrator,
    );
    const { events } = await house.ask(recall, { customer_id }, house.administrator);
    const original = events.find((event) => event.event_id === first.event_id);
    expect(original).toMatchObject({ words: 'owes 100', corrected_by: second.event_id });
    expect(events.find((event) => event.event_id === second.event_id)).toMatchObject({ corrects_id: first.event_id });
  });

  it('cannot lie in the future', async () => {
    const { customer_id } = await house.ask(make, { kind: 'person', name: 'Tomorrow' }, house.administrator);
    const input = { customer_id, channel: 'phone', words: 'x', happened_at: '2090-01-01T00:00:00Z' };
    expect(await house.send(capture, input, house.administrator)).toMatchObject({
      status: 422,
      code: 'event.in-future',
    });
  });

  it('may carry a file, given back as a download that no browser runs', async () => {
    const { customer_id } = await house.ask(make, { kind: 'person', name: 'File' }, house.administrator);
    const { event_id } = await house.ask(
      capture,
      { customer_id, channel: 'email', words: 'see file' },
      house.administrator,
    );
    const name = encodeURIComponent('../../<b>ñ.html');
    const cookie = house.administrator.cookie;
    const put = await house.kept.app.inject({
      method: 'POST',
      url: `/api/v1/memory/attach?customer_id=${customer_id}&event_id=${event_id}&name=${name}`,
      headers: { cookie, 'content-type': 'text/html' },
      payload: '<script>alert(1)</script>',
    });
    expect(put.statusCode).toBe(200);
    const { events } = await house.ask(recall, { customer_id }, house.administrator);
    const attachment = events[0]?.attachments[0];
    expect(attachment).toMatchObject({ name: '.._.._<b>ñ.html', bytes: 25 });
    const url = `/api/v1/memory/attachment?customer_id=${customer_id}&attachment_id=${attachment?.attachment_id}`;
    const got = await house.kept.app.inject({ method: 'GET', url, headers: { cookie } });
    expect(got.body).toBe('<script>alert(1)</script>');
    expect(got.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    expect(String(got.headers['content-disposition'])).toMatch(/^attachment/);
    expect((await house.kept.app.inject({ method: 'GET', url })).statusCode).toBe(401);
    const used = `select verb, actor from privacy.use where customer_id = $1 and verb like '%/attachment'`;
    await expect
      .poll(() => house.rows(used, [customer_id]), { timeout: 5_000 })
      .toEqual([{ verb: '/api/v1/memory/attachment', actor: `person:${house.administrator.personId}` }]);
  });
});

describe('the whole history can be searched', () => {
  beforeAll(async () => {
    await tell('s-en', 'He was charged twice and wants his refunds');
    await tell('s-es', 'Me facturaron dos veces; quiero la devolución');
    await tell('s-ru', 'Ему дважды пришёл счёт за электричество');
    await tell('s-es', 'La reclamación número 42 sigue abierta', { timestamp: '2026-02-02T00:00:00Z' });
    await house.kept.delivery.settled();
  });

  it.each([
    ['a stem of English', 'refund', 's-en'],
    ['a stem of Spanish', 'facturar', 's-es'],
    ['a stem of Russian', 'счета электричества', 's-ru'],
    ['a word without its accent', 'devolucion', 's-es'],
    ['ё typed as е', 'пришел', 's-ru'],
    ['a number', '42', 's-es'],
    ['a typing error', 'electrichestvo', undefined],
  ])('finds %s', async (_what, q, userId) => {
    const { hits } = await house.ask(search, { q }, house.administrator);
    if (userId === undefined) expect(hits).toEqual([]);
    else expect(hits.map((hit) => hit.customer_id)).toContain(await idOf(userId));
  });

  it('corrects a typing error against the words that it knows, and says so', async () => {
    // A word is found at once; it is offered instead of others when it is counted.
    for (const tick of memoryTicks) await tick.run(house.kept.house);
    const answer = await house.ask(search, { q: 'devoluicón' }, house.administrator);
    expect(answer.corrected).toBe('devolución');
    expect(answer.hits.map((hit) => hit.customer_id)).toEqual([await idOf('s-es')]);
    expect(answer.hits[0]?.excerpt).toContain('\u0001devolución\u0002');
  });

  it('tells an event without words by its name and what it carries, never as raw JSON', async () => {
    await tell('s-plain', '', {
      event: 'Meter Exchanged',
      properties: { words: undefined, meter: 'ZX-991', products: [{ name: 'Anemometer' }] },
    });
    await house.kept.delivery.settled();
    const { hits } = await house.ask(search, { q: 'exchanged' }, house.administrator);
    expect(hits[0]?.excerpt.replaceAll('\u0001', '').replaceAll('\u0002', '')).toBe(
      'Meter Exchanged · ZX-991 · Anemometer',
    );
  });

  it('tells the newest first, whoever said it and in whatever order it was heard', async () => {
    for (const [user, day] of [
      ['s-es', 4],
      ['s-en', 7],
      ['s-ru', 2],
      ['s-en', 9],
      ['s-es', 1],
    ] as const) {
      await tell(user, `thermostat ${day}`, { timestamp: `2026-03-0${day}T00:00:00Z` });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      const found = await house.ask(search, { q: 'thermostat', limit: 2, cursor }, house.administrator);
      seen.push(...found.hits.map((hit) => hit.happened_at.slice(9, 10)));
      cursor = found.next ?? undefined;
    }
    expect(seen).toEqual(['9', '7', '4', '2', '1']);
    expect(cursor).toBeUndefined();
  });

  it('stays with one customer when asked, and finds nothing for words that nobody said', async () => {
    const inside = await house.ask(search, { q: 'quiero', customer_id: await idOf('s-en') }, house.administrator);
    expect(inside.hits).toEqual([]);
    expect((await house.ask(search, { q: 'zzzzqqqq' }, house.administrator)).hits).toEqual([]);
    expect((await house.ask(search, { q: "'); drop table x; --" }, house.administrator)).hits).toEqual([]);
  });
});

it('reads merged customers as one, newest first, and parts them again', async () => {
  await tell('m-a', 'a1', { timestamp: '2026-01-01T00:00:00Z' });
  await tell('m-b', 'b1', { timestamp: '2026-01-02T00:00:00Z' });
  await tell('m-a', 'a2', { timestamp: '2026-01-03T00:00:00Z' });
  const [a, b] = [await idOf('m-a'), await idOf('m-b')];
  const { link_id } = await house.ask(
    merge,
    { from_id: a, to_id: b, evidence: 'passport', reason: 'same' },
    house.administrator,
  );
  for (const customer_id of [a, b]) {
    const { events, brief } = await house.ask(recall, { customer_id }, house.administrator);
    expect(events.map((event) => event.words)).toEqual(['a2', 'b1', 'a1']);
    expect(brief).toMatchObject({ events: 3, members: 2, face_id: b, last_words: { words: 'a2' } });
  }
  await tell('m-b', 'b3', { timestamp: '2026-02-09T10:00:00Z' });
  expect((await house.ask(recall, { customer_id: a }, house.administrator)).brief.last_words?.words).toBe('b3');
  await house.ask(unmerge, { customer_id: a, link_id, reason: 'not the same' }, house.administrator);
  const { events } = await house.ask(recall, { customer_id: a }, house.administrator);
  expect(events.map((event) => event.words)).toEqual(['a2', 'a1']);
});

it('writes down each reading of a customer before it answers', async () => {
  await tell('watched', 'hello');
  const customer_id = await idOf('watched');
  await house.ask(recall, { customer_id }, house.administrator);
  await expect
    .poll(
      async () => house.rows(`select purpose, verb, actor from privacy.use where customer_id = $1`, [customer_id]),
      { timeout: 5_000 },
    )
    .toEqual([{ purpose: 'service', verb: 'memory.recall', actor: `person:${house.administrator.personId}` }]);
});
