import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformTicks } from '../../src/server/platform/ticks.ts';
import { list, make } from '../../src/shared/customers.ts';
import { openHouse, type SignedIn, type TestHouse } from '../support/house.ts';
import { expectRefusal, listen, type Wire } from '../support/wire.ts';

// What strangers do with HTTP itself (H10, H11), and what happens when the same is asked twice (H12–H15).
let house: TestHouse;
let wire: Wire;
let clerk: SignedIn;

beforeAll(async () => {
  house = await openHouse();
  wire = await listen(house);
  clerk = await house.person('employee');
});

afterAll(async () => house?.close());

const makePath = '/api/v1/customers/make';
const named = (name: string) => JSON.stringify({ kind: 'person', name });

async function countOf(name: string): Promise<number> {
  const rows = await house.rows('select count(*)::int as n from customers.customer where name = $1', [name]);
  return Number(rows[0]?.['n']);
}

describe('methods', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'GET'])('%s at a door that takes POST says which it takes', async (method) => {
    const heard = await wire.send(method, makePath, undefined, clerk);
    expectRefusal(heard, 405, 'request.method-not-allowed');
    expect(heard.headers.get('allow')).toBe('POST');
  });

  it('POST at a door that takes GET, too', async () => {
    const heard = await wire.send('POST', '/api/v1/customers/list', '{}', clerk);
    expectRefusal(heard, 405, 'request.method-not-allowed');
    expect(heard.headers.get('allow')).toContain('GET');
  });

  it.each([
    ['x-http-method-override', 'POST'],
    ['x-method-override', 'DELETE'],
  ])('%s overrides nothing', async (header, method) => {
    const heard = await wire.send('GET', '/api/v1/customers/list', undefined, {
      ...clerk,
      headers: { [header]: method },
    });
    expect(heard.status).toBe(200);
    const other = await wire.send('GET', makePath, undefined, { ...clerk, headers: { [header]: method } });
    expectRefusal(other, 405, 'request.method-not-allowed');
  });

  it.each(['TRACE', 'CONNECT', 'BREW'])('%s is refused and echoes nothing', async (method) => {
    const came = await wire.raw(
      `${method} ${makePath} HTTP/1.1\r\nHost: x\r\nCookie: secret=1\r\nConnection: close\r\n\r\n`,
    );
    expect(came).toMatch(/^(HTTP\/1\.1 (400|404|405|501) |$)/);
    expect(came).not.toContain('secret');
  });

  it('what is not there is not there, for whoever asks', async () => {
    for (const by of [clerk, {}])
      expectRefusal(await wire.send('GET', '/api/v1/customers/none', undefined, by), 404, 'request.not-found');
  });
});

describe('requests that are not quite requests', () => {
  it('headers over 16 KB get 431', async () => {
    const came = await wire.raw(`GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(came).toMatch(/^HTTP\/1\.1 431 /);
  });

  it.each([
    [
      'a length and chunks at once',
      'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n',
    ],
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
    ['a length that is none', 'Content-Length: -1\r\n\r\n'],
    ['a header with a line of its own', 'X-A: b\rX-C: d\r\n\r\n'],
  ])('%s gets 400 and the connection is closed', async (_what, rest) => {
    const started = performance.now();
    const came = await wire.raw(`POST ${makePath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${rest}`);
    expect(came).toMatch(/^HTTP\/1\.1 400 /);
    expect(came.split('HTTP/1.1').length).toBe(2);
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it('an address that cannot be read is refused as any other', async () => {
    expectRefusal(await wire.send('GET', '/api/v1/%zz', undefined, clerk), 400, 'request.bad-query');
  });

  it('who sends a byte a second is closed after 30 s', () => {
    const { server } = house.kept.app;
    expect(server.requestTimeout).toBe(30_000);
    expect(server.headersTimeout).toBeLessThanOrEqual(60_000);
  });

  it('500 who say nothing do not keep the others waiting', async () => {
    const port = Number(new URL(wire.origin).port);
    const idle: Socket[] = [];
    for (let at = 0; at < 500; at += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      if (at % 2 === 0) socket.write(`POST ${makePath} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`);
      idle.push(socket);
    }
    await house.ask(list, {}, clerk);
    const times: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      const started = performance.now();
      expect((await wire.send('GET', '/api/v1/customers/list', undefined, clerk)).status).toBe(200);
      times.push(performance.now() - started);
    }
    for (const socket of idle) socket.destroy();
    // Not a benchmark: only that nobody waits for those who are silent.
    expect(times.toSorted((a, b) => a - b)[38]).toBeLessThan(2_000);
  });
});

describe('two editors', () => {
  it('the second is refused, and is shown what stands now', async () => {
    const { customer_id } = await house.ask(make, { kind: 'person', name: 'Before' }, clerk);
    const edit = (name: string) =>
      wire.send(
        'POST',
        '/api/v1/customers/edit',
        JSON.stringify({ customer_id, kind: 'person', name, version: 1 }),
        clerk,
      );
    expect((await edit('Mine')).status).toBe(200);
    const said = expectRefusal(await edit('Yours'), 412, 'record.stale');
    expect(said.current).toMatchObject({ name: 'Mine', version: 2 });
    expect(await countOf('Yours')).toBe(0);
  });
});

describe('the same asked twice', () => {
  const keyed = (key: string, body: string, by: SignedIn = clerk) =>
    wire.send('POST', makePath, body, { ...by, headers: { 'idempotency-key': key } });

  it('fifty at once have one effect and one answer', async () => {
    const heard = await Promise.all(Array.from({ length: 50 }, () => keyed('fifty', named('Fifty'))));
    const done = heard.filter((one) => one.status === 200);
    expect(new Set(done.map((one) => one.text)).size).toBe(1);
    for (const one of heard.filter((other) => other.status !== 200)) expect([409, 503]).toContain(one.status);
    expect(await countOf('Fifty')).toBe(1);
  });

  it('another body under the same key is refused', async () => {
    expect((await keyed('other-body', named('First Body'))).status).toBe(200);
    expectRefusal(await keyed('other-body', named('Second Body')), 422, 'request.idempotency-mismatch');
    expect(await countOf('Second Body')).toBe(0);
  });

  it.each([
    ['of 300 characters', 'k'.repeat(300)],
    ['of none', ''],
  ])('a key %s is refused', async (_what, key) => {
    expectRefusal(await keyed(key, named('Bad Key')), 400, 'request.bad-idempotency-key');
    expect(await countOf('Bad Key')).toBe(0);
  });

  it("somebody else's key is his own", async () => {
    const other = await house.person('employee');
    await keyed('shared', named('Shared Key'));
    expect((await keyed('shared', named('Shared Key'), other)).status).toBe(200);
    expect(await countOf('Shared Key')).toBe(2);
  });

  it('who hung up before the answer gets it when he asks again, and nothing is made twice', async () => {
    const body = named('Hung Up');
    const head = `POST ${makePath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nCookie: ${clerk.cookie}\r\nIdempotency-Key: hung-up\r\n`;
    const socket = connect(Number(new URL(wire.origin).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`, () => socket.resetAndDestroy());
    const again = await keyed('hung-up', body);
    expect(again.status).toBe(200);
    expect((await keyed('hung-up', body)).text).toBe(again.text);
    expect(await countOf('Hung Up')).toBe(1);
  });

  it('an answer is kept for 48 hours; after that the key is as if it had never come', async () => {
    const first = await keyed('old', named('Kept Answer'));
    expect((await keyed('old', named('Kept Answer'))).text).toBe(first.text);
    const tidy = async () => {
      for (const tick of platformTicks) await tick.run(house.kept.house);
    };
    await house.rows(`update platform.answer set at = at - interval '47 hours'`);
    await tidy();
    expect((await keyed('old', named('Kept Answer'))).text).toBe(first.text);
    await house.rows(`update platform.answer set at = at - interval '2 hours'`);
    await tidy();
    expect(await house.rows('select 1 from platform.answer')).toEqual([]);
    expect((await keyed('old', named('Kept Answer'))).status).toBe(200);
    expect(await countOf('Kept Answer')).toBe(2);
  });

  it('an answer that was refused is no answer: the next try is a try', async () => {
    expectRefusal(await keyed('refused', '{"kind":"robot","name":"x"}'), 422, 'request.invalid');
    expect((await keyed('refused', named('After Refusal'))).status).toBe(200);
  });
});
