import { gzipSync } from 'node:zlib';
import { pathOf } from '../../src/shared/contract.ts';
import { list, make } from '../../src/shared/customers.ts';
import { uploadPath } from '../../src/shared/imports.ts';
import { search } from '../../src/shared/memory.ts';

/** Something that no well-meaning client sends: the bytes of one connection. */
export interface Hostile {
  readonly what: string;
  readonly bytes: Buffer;
  /** Sent a little at a time, and never to its end. */
  readonly slowly: boolean;
}

/** Who sends it: a stranger with a stolen session and write key gets furthest. */
export interface Sender {
  readonly cookie: string;
  readonly writeKey: string;
}

const longText = 'x'.repeat(1_100_000);
const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);
const message = (about: object) =>
  JSON.stringify({ type: 'track', userId: 'stranger', event: 'Hostile', messageId: 'hostile', ...about });
const batch = (...messages: readonly string[]) => `{"batch":[${messages.join()}]}`;

const bodies: readonly (readonly [string, string | Buffer])[] = [
  ['cut JSON', '{"batch":[{"a":'],
  ['nothing', ''],
  ['NaN', '{"kind":"person","name":NaN}'],
  ['arrays 10 000 deep', deep('[', ']', 10_000)],
  ['objects 10 000 deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['a key twice', '{"kind":"person","name":"a","name":"b","batch":[],"batch":[]}'],
  ['__proto__', '{"kind":"person","name":"a","__proto__":{"role":"administrator"},"batch":[{"__proto__":{"x":1}}]}'],
  ['constructor.prototype', '{"constructor":{"prototype":{"role":"x"}}}'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a text', '"batch"'],
  ['a text of 1 MB', `{"kind":"person","name":"${longText}"}`],
  ['100 000 keys', `{${Array.from({ length: 100_000 }, (_one, at) => `"${at.toString(36)}":1`).join()}}`],
  ['NUL', `{"kind":"person","name":"a\\u0000b","batch":[${message({ userId: 'a\u0000b' })}]}`],
  ['half a surrogate', '{"kind":"person","name":"a\\ud800b","batch":[{"type":"track","event":"\\ud800"}]}'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['bytes that are nothing', Buffer.from(Array.from({ length: 4_096 }, (_one, at) => (at * 131) % 256))],
  ['a batch that is no list', '{"batch":7}'],
  ['a batch of nothings', '{"batch":[null,1,"x",[],{},{"type":"steal"}]}'],
  ['a batch of 2 501', batch(...Array.from({ length: 2_501 }, () => '{}'))],
  ['times that are none', batch(message({ timestamp: '2027-02-30T10:00:00Z' }), message({ timestamp: 'infinity' }))],
  ['a message of 100 KB', batch(message({ properties: { words: 'x'.repeat(100_000) } }))],
  ['numbers too large', batch(message({ event: 'Order Completed' }).replace('}', ',"properties":{"total":1e400}}'))],
  ['deep properties', batch(message({ properties: 0 }).replace(':0', `:${deep('[', ']', 40)}`))],
  ['a name that would be SQL', `{"kind":"person","name":"'; drop schema customers cascade; --"}`],
  ['a field that is not for the maker', '{"kind":"person","name":"a","made_by":"system","version":9}'],
];

const queries = [
  'sort=name;drop%20table',
  "filter%5Bx'--%5D=1",
  'limit=-1',
  'limit=1e9',
  'limit=NaN',
  'limit=201',
  'limit=1&limit=2',
  'cursor=abc',
  'cursor=.',
  'cursor=AAAA.AAAAAAAAAAAAAAAAAAAAAAAA',
  `q=${'a'.repeat(5_000)}`,
  'q=a%00b',
  'q=%ff%fe',
  'q=%',
  'q=%25%27%22%3B--',
  "q=')%20or%201=1--",
  `q=${'%28'.repeat(150)}`,
  `q=${'a%20%26%20'.repeat(20)}`,
  'state[]=known',
  'state=known&state=unknown',
  '__proto__[x]=1',
  'constructor[prototype][x]=1',
  'last_since=infinity',
  'last_since=2027-02-30',
  'last_until=+294277-01-01T00:00:00Z',
  'country=%F0%9F%87%AA%F0%9F%87%B8',
  'kind=robot',
];

const heads: readonly (readonly [string, string])[] = [
  ['a header of 20 KB', `GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`],
  ['2 000 headers', `GET /health HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(2_000)}\r\n`],
  [
    'a length and chunks',
    'POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
  ],
  ['two lengths', 'POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
  ['a length below none', 'POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
  ['a length without end', 'POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n\r\n{'],
  ['a chunk that is none', 'POST /v1/batch HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['a line in a header', 'GET /health HTTP/1.1\r\nHost: x\r\nX-A: b\rX-C: d\r\n\r\n'],
  ['no host', 'GET /health HTTP/1.1\r\n\r\n'],
  ['a version of its own', 'GET /health HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: x\r\nCookie: secret=1\r\n\r\n'],
  ['CONNECT', 'CONNECT 127.0.0.1:5432 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a method that is none', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['TLS to a plain port', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'],
  ['an SMTP greeting', 'EHLO mail.example.org\r\n'],
  ['a path upwards', 'GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['a path upwards, escaped', 'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['an address that cannot be read', 'GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['an upgrade', 'GET /api/v1/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['a hundred at once', 'GET /api/v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100)],
];

const shown: readonly (readonly [string, Record<string, string>])[] = [
  ['a key cut short', { authorization: 'Bearer kept_0123' }],
  ['a key that nobody has', { authorization: `Bearer kept_01234567_${'A'.repeat(43)}` }],
  ['a token signed with nothing', { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.' }],
  ['a scheme of its own', { authorization: 'Negotiate YIIB' }],
  ['Basic that is no base64', { authorization: 'Basic ~~~' }],
  ['an empty authorisation', { authorization: '' }],
  ['a cookie of 8 KB', { cookie: `kept=${'a'.repeat(8_000)}` }],
  ['a cookie with NUL', { cookie: '__Host-kept=a%00b' }],
  ['two cookies', { cookie: 'kept=a; __Host-kept=b; kept=c' }],
  ['somebody else’s address', { 'x-forwarded-for': '127.0.0.1', 'x-remote-user': 'admin', 'x-user-id': '1' }],
  ['a foreign host', { host: 'evil.example', 'x-forwarded-host': 'evil.example' }],
  ['a foreign origin', { origin: 'https://evil.example' }],
];

const names = [
  '../../x.csv',
  'a%00b.csv',
  `${'n'.repeat(400)}.csv`,
  'con',
  'a.xlsm',
  'a.pdf.exe',
  '%E2%80%AEvsc.a',
  '',
];

/** Two hundred things and more that may arrive at any time from anywhere. */
export function hostileInputs(from: Sender): Hostile[] {
  const own = { cookie: from.cookie, 'content-type': 'application/json' };
  const source = {
    authorization: `Basic ${Buffer.from(`${from.writeKey}:`).toString('base64')}`,
    'content-type': 'application/json',
  };
  const doors = [
    [pathOf(make), own],
    ['/v1/batch', source],
    ['/v1/identify', source],
  ] as const;
  const zeros = gzipSync(Buffer.alloc(60_000_000));
  return [
    ...doors.flatMap(([path, headers]) =>
      bodies.map(([what, body]) => hostile(`${what} at ${path}`, request('POST', path, headers, body))),
    ),
    ...[pathOf(list), pathOf(search)].flatMap((path) =>
      queries.map((query) => hostile(`${path}?${query.slice(0, 40)}`, request('GET', `${path}?${query}`, own))),
    ),
    ...heads.map(([what, text]) => hostile(what, Buffer.from(text, 'latin1'))),
    ...shown.flatMap(([what, headers]) => [
      hostile(`${what} at a list`, request('GET', pathOf(list), headers)),
      hostile(`${what} at a write`, request('POST', pathOf(make), { ...own, ...headers }, '{}')),
    ]),
    ...['gzip', 'deflate', 'br', 'gzip, gzip', 'zstd', 'x-own'].map((encoding) =>
      hostile(
        `a bomb as ${encoding}`,
        request('POST', '/v1/batch', { ...source, 'content-encoding': encoding }, zeros),
      ),
    ),
    ...names.map((name) =>
      hostile(
        `a file called ${name.slice(0, 20)}`,
        request('POST', `${uploadPath}?name=${name}`, own, 'PK\u0003\u0004'),
      ),
    ),
    ...doors.flatMap(([path, headers]) =>
      [1_000, 100_000, 5_000_000, 900_000_000].map((length) => ({
        what: `${length} bytes promised to ${path}, sent one by one`,
        bytes: Buffer.concat([
          head('POST', path, { ...headers, 'content-length': String(length) }),
          Buffer.alloc(40, 0x20),
        ]),
        slowly: true,
      })),
    ),
  ];
}

function hostile(what: string, bytes: Buffer): Hostile {
  return { what, bytes, slowly: false };
}

function head(method: string, path: string, headers: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries({ host: '127.0.0.1', connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

function request(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): Buffer {
  const bytes = Buffer.from(body);
  const length: Record<string, string> = method === 'GET' ? {} : { 'content-length': String(bytes.length) };
  return Buffer.concat([head(method, path, { ...headers, ...length }), bytes]);
}
