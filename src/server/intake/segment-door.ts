import { z } from 'zod';
import type { House, RawDoor, Visit, VisitAnswer } from '../platform/area.ts';
import { readOpenJson } from '../platform/http/json.ts';
import { sha256 } from '../platform/ids.ts';
import { Refusal, refuse } from '../platform/refuse.ts';
import type { Collector } from './collector.ts';
import { keepUnread } from './quarantine-service.ts';
import { segmentMessage } from './segment-message.ts';
import { termsOf } from './source-service.ts';
import { findSourceByKey, type SourceRow } from './source-store.ts';
import type { Item } from './take-in.ts';
import type { SourceTerms } from './telling-rules.ts';

/** The Spec's limits: 32 kB a message, 500 kB a batch as sent; ours are wider once inflated. */
const mostBatchBytes = 5 * 1_048_576;
const mostMessageBytes = 32_768 * 2;
const mostBatchItems = 2_500;

const singles = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const;
const short: Record<string, (typeof singles)[number]> = {
  t: 'track',
  i: 'identify',
  p: 'page',
  s: 'screen',
  g: 'group',
  a: 'alias',
};

/** Every path of the Segment HTTP tracking API, and of the browser SDK's, over one collector. */
export function segmentDoors(collectorOf: (house: House) => Collector): RawDoor[] {
  const door = (path: string, handle: RawDoor['handle'], summary: string): RawDoor[] => [
    { method: 'POST', path, access: 'open', maxBytes: mostBatchBytes, anyOrigin: true, summary, handle },
    {
      method: 'OPTIONS',
      path,
      access: 'open',
      maxBytes: 0,
      anyOrigin: true,
      summary,
      handle: async () => ({ status: 204 }),
    },
  ];
  const batch = (visit: Visit, house: House) => takeBatch(visit, house, collectorOf(house));
  return [
    ...['/v1/batch', '/v1/import', '/v1/b', '/b'].flatMap((path) =>
      door(path, batch, 'A batch of messages (Segment Spec).'),
    ),
    ...singles.flatMap((type) =>
      door(
        `/v1/${type}`,
        (visit, house) => takeOne(visit, house, collectorOf(house), type),
        `One ${type} (Segment Spec).`,
      ),
    ),
    ...Object.entries(short).flatMap(([letter, type]) =>
      door(
        `/v1/${letter}`,
        (visit, house) => takeOne(visit, house, collectorOf(house), type),
        `One ${type}, as the browser SDK sends it.`,
      ),
    ),
    {
      method: 'GET',
      path: '/v1/projects/:writeKey/settings',
      access: 'open',
      maxBytes: 0,
      anyOrigin: true,
      summary: "The browser SDK's settings.",
      handle: async () => jsonAnswer(200, { integrations: { 'Segment.io': {} }, plan: {}, edgeFunction: {} }),
    },
  ];
}

async function takeBatch(visit: Visit, house: House, collector: Collector): Promise<VisitAnswer> {
  const body = bodyOf(readOpenJson(await visit.bytes()));
  const { batch } = body;
  if (!Array.isArray(batch)) refuse('request.invalid', { errors: [{ path: 'batch', code: 'invalid-type' }] });
  if (batch.length > mostBatchItems) refuse('request.too-large', { slots: { limit: mostBatchItems } });
  const source = await sourceOf(visit, house, body);
  const shared = { context: body['context'], sentAt: body['sentAt'] };
  return take(visit, { source, collector, things: batch.map((thing) => withShared(thing, shared)) });
}

async function takeOne(visit: Visit, house: House, collector: Collector, type: string): Promise<VisitAnswer> {
  const body = bodyOf(readOpenJson(await visit.bytes()));
  const source = await sourceOf(visit, house, body);
  return take(visit, { source, collector, things: [{ ...body, type }] });
}

async function take(
  visit: Visit,
  about: { source: SourceTerms; collector: Collector; things: readonly unknown[] },
): Promise<VisitAnswer> {
  const items: Item[] = [];
  const unread: { raw: string; code: string; detail: string }[] = [];
  for (const thing of about.things) {
    const raw = JSON.stringify(stripKey(thing));
    const read = segmentMessage.safeParse(thing);
    const trouble = troubleOf(raw, read.success ? undefined : read.error);
    if (trouble !== undefined) unread.push({ raw: cleanRaw(raw), ...trouble });
    else if (read.success) items.push({ message: read.data, raw });
  }
  const taken = await about.collector.take(about.source, items);
  if (unread.length > 0) await visit.call('intake', (call) => keepUnread(call, about.source.sourceId, unread));
  const of = (outcome: string) => taken.filter((one) => one.outcome === outcome).length;
  return jsonAnswer(200, {
    success: true,
    remembered: of('remembered'),
    duplicate: of('duplicate'),
    quarantined: of('refused') + unread.length,
  });
}

function troubleOf(raw: string, error: z.ZodError | undefined): { code: string; detail: string } | undefined {
  if (raw.length > mostMessageBytes) return { code: 'event.too-large', detail: `${raw.length} > ${mostMessageBytes}` };
  if (/\\u0000|\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/i.test(raw)) {
    return { code: 'event.unclean-text', detail: '' };
  }
  const issue = error?.issues[0];
  return issue === undefined
    ? undefined
    : { code: 'event.not-of-the-spec', detail: issue.path.map(String).join('.').slice(0, 200) };
}

/** Text that PostgreSQL can hold, still readable as JSON by a retry. */
function cleanRaw(raw: string): string {
  return raw.toWellFormed().slice(0, 1_000_000);
}

const bodyShape = z.record(z.string(), z.unknown());

function bodyOf(value: unknown): Record<string, unknown> {
  const read = bodyShape.safeParse(value);
  return read.success ? read.data : refuse('request.malformed-json');
}

function withShared(thing: unknown, shared: { context: unknown; sentAt: unknown }): unknown {
  if (typeof thing !== 'object' || thing === null) return thing;
  return {
    ...thing,
    ...('sentAt' in thing || shared.sentAt === undefined ? {} : { sentAt: shared.sentAt }),
    ...('context' in thing || shared.context === undefined ? {} : { context: shared.context }),
  };
}

function stripKey(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null || !('writeKey' in thing)) return thing;
  const { writeKey: _writeKey, ...rest } = thing;
  return rest;
}

const cacheMs = 1_000;
const caches = new WeakMap<House, Map<string, { terms: SourceTerms; untilMs: number }>>();

/** The source whose write key came: by Basic authorisation or in the body. Refuses `access.not-signed-in`. */
async function sourceOf(visit: Visit, house: House, body: Record<string, unknown>): Promise<SourceTerms> {
  const writeKey = keyOf(visit, body);
  if (writeKey === undefined) refuse('access.not-signed-in');
  const nowMs = house.clock.now().getTime();
  const cache = caches.get(house) ?? new Map<string, { terms: SourceTerms; untilMs: number }>();
  caches.set(house, cache);
  const seen = cache.get(writeKey);
  if (seen !== undefined && seen.untilMs > nowMs) return seen.terms;
  if (cache.size > 1_000) cache.clear();
  const row: SourceRow | undefined = await findSourceByKey(house.database.read, sha256(writeKey));
  if (row === undefined) {
    cache.delete(writeKey);
    throw new Refusal('access.not-signed-in');
  }
  const terms = await termsOf({ house, tx: house.database.read, now: house.clock.now() }, row);
  cache.set(writeKey, { terms, untilMs: nowMs + cacheMs });
  return terms;
}

function keyOf(visit: Visit, body: Record<string, unknown>): string | undefined {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(visit.header('authorization') ?? '')?.[1];
  if (basic !== undefined) return Buffer.from(basic, 'base64').toString('utf8').split(':', 1)[0];
  const inBody = body['writeKey'];
  return typeof inBody === 'string' && inBody !== '' ? inBody : undefined;
}

function jsonAnswer(status: number, body: object): VisitAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
