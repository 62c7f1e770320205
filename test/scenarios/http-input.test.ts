import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { make } from '../../src/shared/customers.ts';
import { editMe } from '../../src/shared/staff.ts';
import { openHouse, type TestHouse } from '../support/house.ts';
import { expectRefusal, listen, printOf, type Wire } from '../support/wire.ts';

// Bad inputs at our own endpoints (H1–H9): each is refused in words, and nothing of it is written.
let house: TestHouse;
let wire: Wire;
let customerId: string;

beforeAll(async () => {
  house = await openHouse();
  wire = await listen(house);
  customerId = (await house.ask(make, { kind: 'person', name: 'Ana Ruiz' }, house.administrator)).customer_id;
});

afterAll(async () => house?.close());

const makePath = '/api/v1/customers/make';
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  wire.send('POST', path, body, { ...house.administrator, headers });
const get = (path: string, headers: Record<string, string> = {}) =>
  wire.send('GET', path, undefined, { ...house.administrator, headers });

/** Nothing may change by what is refused but who used what, and how far events were delivered meanwhile. */
const beside = [
  'platform.cursor',
  'platform.outbox',
  'privacy.use',
  'privacy.chain',
  'privacy.leaf_secret',
  'staff.session',
  'staff.attempt',
];

describe('a body that is none', () => {
  it.each([
    ['cut JSON', '{"kind":', 400, 'request.malformed-json'],
    ['nothing', '', 400, 'request.malformed-json'],
    ['NaN, which JSON does not know', '{"kind":"person","name":NaN}', 400, 'request.malformed-json'],
    ['arrays 10 000 deep', '['.repeat(10_000) + ']'.repeat(10_000), 400, 'request.too-deep'],
    ['objects 10 000 deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 400, 'request.too-deep'],
    ['a key twice', '{"kind":"person","name":"a","name":"b"}', 400, 'request.duplicate-key'],
    ['a key twice, once escaped', '{"kind":"person","name":"a","n\\u0061me":"b"}', 400, 'request.duplicate-key'],
    ['__proto__', '{"kind":"person","name":"a","__proto__":{"role":"administrator"}}', 400, 'request.forbidden-key'],
    ['constructor.prototype', '{"constructor":{"prototype":{"role":"x"}}}', 400, 'request.forbidden-key'],
    ['a list', '[]', 422, 'request.invalid'],
    ['null', 'null', 422, 'request.invalid'],
    ['a text of 1 MB', `{"kind":"person","name":"${'x'.repeat(1_100_000)}"}`, 413, 'request.too-large'],
    ['a text of 900 KB', `{"kind":"person","name":"${'x'.repeat(900_000)}"}`, 422, 'request.invalid'],
  ])('%s', async (_what, body, status, code) => {
    const before = await printOf(house, beside);
    expectRefusal(await post(makePath, body), status, code);
    expect(await printOf(house, beside)).toEqual(before);
    expect(Object.keys({}).length + Object.keys(Object.getPrototypeOf({})).length).toBe(0);
  });

  it('bytes that are no UTF-8', async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    expectRefusal(await post(makePath, body), 400, 'request.malformed-json');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'JSON that calls itself %s',
    async (type) => {
      const heard = await post(makePath, '{"kind":"person","name":"a"}', { 'content-type': type });
      expectRefusal(heard, 415, 'request.unsupported-type');
    },
  );

  it('a gzip of 1 GB of zeros is not even begun', async () => {
    const bomb = gzipSync(new Uint8Array(100_000_000));
    const before = process.memoryUsage().rss;
    const heard = await post(makePath, new Uint8Array(bomb), { 'content-encoding': 'gzip' });
    expect([400, 413, 415]).toContain(heard.status);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  it('100 000 keys get one short answer', async () => {
    const keys = Array.from({ length: 100_000 }, (_one, at) => `"${at.toString(36)}":1`).join();
    expectRefusal(await post(makePath, `{${keys}}`), 422, 'request.unknown-field');
  });
});

describe('values that cannot be', () => {
  const version = (text: string) => `{"customer_id":"${customerId}","kind":"person","name":"Ana","version":${text}}`;
  it.each([
    ['NUL in a name', makePath, '{"kind":"person","name":"a\\u0000b"}', 'name'],
    [
      'NUL in a key',
      makePath,
      '{"kind":"person","name":"a","keys":[{"kind":"other","value":"a\\u0000b"}]}',
      'keys.0.value',
    ],
    ['NUL in an address', '/api/v1/staff/sign-in', '{"email":"a\\u0000b","password":"x"}', 'email'],
    ['half a surrogate', makePath, '{"kind":"person","name":"a\\ud800b"}', 'name'],
    ['a number too large for any', '/api/v1/customers/edit', version('1e400'), 'version'],
    ['a number that would be rounded', '/api/v1/customers/edit', version('9007199254740993'), 'version'],
    ['a number as text', '/api/v1/customers/edit', version('"1"'), 'version'],
    ['a fraction', '/api/v1/customers/edit', version('1.5'), 'version'],
    ['another kind', makePath, '{"kind":"robot","name":"a"}', 'kind'],
    ['blanks for a name', makePath, '{"kind":"person","name":"   "}', 'name'],
  ] as const)('%s', async (_what, path, body, where) => {
    const said = expectRefusal(await post(path, body.replace('undefined', customerId)), 422, 'request.invalid');
    expect(said.errors.map((wrong) => wrong.path)).toContain(where);
    expect(JSON.stringify(said)).not.toContain('robot');
  });

  it('keeps marks of writing direction as they are', async () => {
    const name = 'a\u202Eb';
    const heard = await post(makePath, JSON.stringify({ kind: 'person', name }));
    expect(heard.status).toBe(200);
    const rows = await house.rows('select name from customers.customer where name = $1', [name]);
    expect(rows).toHaveLength(1);
  });

  it.each(['customer_id', 'face_id', 'role', 'state', 'verified', 'made_at', 'made_by', 'version', 'score', 'find'])(
    '%s, which is not for the maker to say',
    async (field) => {
      const said = expectRefusal(
        await post(makePath, JSON.stringify({ kind: 'person', name: 'a', [field]: 1 })),
        422,
        'request.unknown-field',
      );
      expect(said.errors).toContainEqual({ path: field, code: 'unknown-field' });
    },
  );

  it.each([
    ['a day that no calendar has', '2027-02-30T10:00:00Z'],
    ['infinity', 'infinity'],
    ['a year no clock shows', '+294277-01-01T00:00:00Z'],
    ['a time without its zone', '2027-03-28T02:30:00'],
    ['now', 'now'],
  ])('%s for a time', async (_what, happened_at) => {
    const body = JSON.stringify({ customer_id: customerId, channel: 'phone', words: 'x', happened_at });
    const said = expectRefusal(await post('/api/v1/memory/capture', body), 422, 'request.invalid');
    expect(new Set(said.errors.map((wrong) => wrong.path))).toEqual(new Set(['happened_at']));
  });

  it('a contact fifty years ahead is refused, one fifty years back is not', async () => {
    const at = (happened_at: string) =>
      JSON.stringify({ customer_id: customerId, channel: 'phone', words: 'x', happened_at });
    expectRefusal(await post('/api/v1/memory/capture', at('2076-01-01T00:00:00Z')), 422, 'event.in-future');
    expect((await post('/api/v1/memory/capture', at('1976-01-01T00:00:00Z'))).status).toBe(200);
  });

  it('30 February for a date', async () => {
    const body = { customer_id: customerId, number: 'A-1', kind: 'contract', since: '2027-02-30' };
    expectRefusal(await post('/api/v1/customers/make-agreement', JSON.stringify(body)), 422, 'request.invalid');
  });
});

describe('queries', () => {
  it.each([
    ['a sort that would be SQL', 'customers/list?sort=name;drop%20table', 'request.bad-query'],
    ['a filter that nobody offered', "customers/list?filter%5Bx'--%5D=1", 'request.bad-query'],
    ['fewer than none', 'customers/list?limit=-1', 'request.bad-query'],
    ['a billion', 'customers/list?limit=1e9', 'request.bad-query'],
    ['201', 'customers/list?limit=201', 'request.bad-query'],
    ['a parameter twice', 'customers/list?limit=1&limit=2', 'request.repeated-parameter'],
    ['a cursor that nobody gave out', 'customers/list?cursor=abc', 'request.bad-cursor'],
    ['an id that is none', 'customers/show?customer_id=1', 'request.bad-query'],
    ['no id', 'customers/show', 'request.bad-query'],
    ['NUL in a search', 'memory/search?q=a%00b', 'request.bad-query'],
    ['NUL in a name to find', 'customers/find?q=a%00b', 'request.bad-query'],
    ['NUL in a filter', 'customers/list?q=a%00b', 'request.bad-query'],
  ])('%s', async (_what, path, code) => {
    expectRefusal(await get(`/api/v1/${path}`), 400, code);
  });

  it('a cursor with one byte changed, or of another list', async () => {
    for (let no = 0; no < 3; no += 1) await post(makePath, JSON.stringify({ kind: 'person', name: `Page ${no}` }));
    const first = await get('/api/v1/customers/list?limit=1&sort=made');
    const next = String(JSON.parse(first.text).next);
    expect((await get(`/api/v1/customers/list?limit=1&sort=made&cursor=${encodeURIComponent(next)}`)).status).toBe(200);
    for (const at of [0, Math.floor(next.length / 2), next.length - 2]) {
      const changed = next.slice(0, at) + (next[at] === 'A' ? 'B' : 'A') + next.slice(at + 1);
      const heard = await get(`/api/v1/customers/list?limit=1&sort=made&cursor=${encodeURIComponent(changed)}`);
      expectRefusal(heard, 400, 'request.bad-cursor');
    }
    const elsewhere = `/api/v1/memory/timeline?customer_id=${customerId}&cursor=${encodeURIComponent(next)}`;
    expectRefusal(await get(elsewhere), 400, 'request.bad-cursor');
  });
});

describe('the words of a refusal', () => {
  it.each([
    ['en', /[a-z]/i],
    ['es', /[a-záéíóúñ]/i],
    ['ru', /[а-я]/i],
  ])('are in the language asked for: %s', async (language, letters) => {
    const said = expectRefusal(
      await post(makePath, '{', { 'accept-language': language }),
      400,
      'request.malformed-json',
    );
    expect(said.title).toMatch(letters);
  });

  it('differ from language to language', async () => {
    const said = await Promise.all(
      ['en', 'es', 'ru'].map((one) => post(makePath, '{', { 'accept-language': `${one},fr;q=0.3` })),
    );
    expect(new Set(said.map((one) => JSON.parse(one.text).title)).size).toBe(3);
  });

  it('are in the own language of whoever is signed in, whatever his browser asks for', async () => {
    const clerk = await house.person('employee');
    const unknown = '/api/v1/customers/show?customer_id=00000000-0000-7000-8000-000000000000';
    const ask = async () => {
      const headers = { 'accept-language': 'es' };
      return JSON.parse((await wire.send('GET', unknown, undefined, { ...clerk, headers })).text).title;
    };
    const before = await ask();
    await house.ask(editMe, { language: 'ru' }, clerk);
    // A session is looked up once a second.
    await expect.poll(ask, { timeout: 5_000 }).toMatch(/[а-я]/i);
    expect(before).not.toMatch(/[а-я]/i);
  });
});
