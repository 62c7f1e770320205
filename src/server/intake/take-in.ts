import type { AgreementsMade } from '../customers/agreement-service.ts';
import { type Approach, ownersOf, resolve } from '../customers/resolve-service.ts';
import { joinMade, type Made } from '../customers/resolve-write-service.ts';
import { holdCustomers } from '../customers/standing-service.ts';
import { conversationIdOf } from '../memory/conversation-service.ts';
import { namesCommitted, remember } from '../memory/remember-service.ts';
import type { Remembering } from '../memory/remembering.ts';
import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { digest, eventIdAt, newId } from '../platform/ids.ts';
import { agreementsOf } from './agreement-take-in.ts';
import type { SegmentMessage } from './segment-message.ts';
import {
  insertMessages,
  insertQuarantine,
  insertTally,
  listMessages,
  type MessageRow,
  type StoredMessage,
} from './take-in-store.ts';
import { type SourceTerms, type Telling, tellingOf } from './telling-rules.ts';

/** One message at a door: read, and as it came. */
export interface Item {
  readonly message: SegmentMessage;
  /** The JSON text as received; kept as the event's payload. */
  readonly raw: string;
}

/** What became of one message. */
export type Taken =
  | { readonly outcome: 'remembered' | 'duplicate'; readonly customerId: string; readonly eventId: string }
  | { readonly outcome: 'refused'; readonly code: string; readonly detail: string };

/** What became of a batch, and what it made that was not there before. */
export interface TakenIn {
  readonly taken: readonly Taken[];
  readonly made: Made;
  readonly agreements: AgreementsMade | undefined;
  readonly events: readonly Remembering[];
}

export interface TakeInOptions {
  readonly importId?: string | undefined;
  /** False where an error file takes the place of quarantine. */
  readonly keepRefused?: boolean;
  /** True where the caller counts himself. */
  readonly uncounted?: boolean;
  /** True where the transaction wrote nothing yet: what is known is then read beside it, all at once. */
  readonly first?: boolean;
}

interface Arrival {
  readonly at: number;
  readonly telling: Telling;
  readonly raw: string;
  readonly approach: Approach;
  readonly digest: string;
  readonly content: string;
  /** Digest of the message that it corrects. */
  readonly corrects: string | undefined;
}

/**
 * Takes messages of one source in, in the caller's transaction: reads them, drops what was taken before, resolves whose
 * they are, remembers them, and counts. At most 500 messages a call. What cannot be read is set aside: into quarantine,
 * or only reported where `keepRefused` is false (an import has an error file of its own).
 */
export async function takeInWith(
  call: Call,
  source: SourceTerms,
  items: readonly Item[],
  options: TakeInOptions = {},
): Promise<TakenIn> {
  const taken: Taken[] = new Array(items.length);
  const arrivals = readAll(items, source, call, taken);
  await holdCustomers(call);
  const reading = options.first === true ? call.house.database.read : call.tx;
  const [stored, owned] = await Promise.all([
    listMessages(
      reading,
      source.sourceId,
      arrivals.flatMap(({ digest: own, corrects }) => (corrects === undefined ? [own] : [own, corrects])),
    ),
    ownersOf(
      reading,
      arrivals.map((arrival) => arrival.approach),
    ),
  ]);
  const fresh = dropRepeated(stored, arrivals, taken);
  const { customerIds, made } = await resolve(
    call,
    fresh.map((arrival) => arrival.approach),
    { keepBefore: options.importId !== undefined, owned },
  );
  const agreements = await agreementsOf(
    call,
    source,
    fresh.map(({ telling, raw }, at) => ({ telling, raw, customerId: customerIds[at] ?? '' })),
    { keepBefore: options.importId !== undefined },
  );
  const told = fresh.map((arrival, at) => ({
    arrival,
    event: eventOf(arrival, source, customerIds[at] ?? '', agreements.agreementIds[at]),
  }));
  const correctable = correctableOf(stored, told);
  const rows = told.map(({ arrival, event }) => ({
    arrival,
    event: { ...event, correctsId: correctable(arrival, event.customerId) },
  }));
  await insertMessages(call.tx, source.sourceId, rows.map(messageRow), options.importId);
  for (const { arrival, event } of rows) {
    taken[arrival.at] = { outcome: 'remembered', customerId: event.customerId, eventId: event.eventId };
  }
  const events = rows.map((row) => row.event);
  if (options.uncounted !== true) await count(call, source, items, taken, options);
  await remember(call, events);
  return {
    taken,
    made: agreements.made === undefined ? made : joinMade(made, agreements.made),
    agreements: agreements.agreements,
    events,
  };
}

/** Tells caches that the transaction of these events was committed. */
export function takenCommitted(call: Pick<Call, 'house'>, events: readonly Remembering[]): void {
  namesCommitted(call.house, events);
}

function readAll(items: readonly Item[], source: SourceTerms, call: Call, taken: Taken[]): Arrival[] {
  const arrivals: Arrival[] = [];
  const heardMs = call.now.getTime();
  for (const [at, { message, raw }] of items.entries()) {
    const content = digest(contentOf(raw));
    const messageId = message.messageId ?? `content:${content}`;
    const telling = tellingOf(message, source, { ms: heardMs, messageId });
    if ('code' in telling) {
      taken[at] = { outcome: 'refused', code: telling.code, detail: telling.detail };
      continue;
    }
    const corrects = telling.corrects === undefined ? undefined : digest(telling.corrects);
    arrivals.push({
      at,
      telling,
      approach: approachOf(telling, source),
      raw,
      digest: digest(messageId),
      content,
      corrects,
    });
  }
  return arrivals;
}

const sentAt = /"sentAt":(?:"[^"]*"|null|\d+),?/g;

/** What makes a message the same: all but the instant of sending, which changes when it is sent again. */
function contentOf(raw: string): string {
  return raw.replace(sentAt, '');
}

/** Sets duplicates aside; the same id with other content is refused, the first stands. */
function dropRepeated(stored: readonly StoredMessage[], arrivals: readonly Arrival[], taken: Taken[]): Arrival[] {
  const seen = new Map(stored.map((row) => [row.digest, row]));
  const first = new Map<string, Arrival>();
  const fresh: Arrival[] = [];
  for (const arrival of arrivals) {
    const before = seen.get(arrival.digest);
    const sibling = first.get(arrival.digest);
    if (before !== undefined) {
      taken[arrival.at] =
        before.content === arrival.content
          ? { outcome: 'duplicate', customerId: before.customer_id, eventId: before.event_id }
          : conflict(arrival, before.content);
    } else if (sibling !== undefined) {
      taken[arrival.at] =
        sibling.content === arrival.content
          ? { outcome: 'duplicate', customerId: '', eventId: '' }
          : conflict(arrival, sibling.content);
    } else {
      first.set(arrival.digest, arrival);
      fresh.push(arrival);
    }
  }
  return fresh;
}

function conflict(arrival: Arrival, standing: string): Taken {
  const detail = `first ${standing.slice(0, 16)}, this ${arrival.content.slice(0, 16)}`;
  return { outcome: 'refused', code: 'event.same-id-other-content', detail };
}

function approachOf(telling: Telling, source: SourceTerms): Approach {
  const { verified, claimed, anonymous, told } = telling;
  return { verified, claimed, anonymous, told, sourceId: source.sourceId, madeBy: `source:${source.sourceId}` };
}

function eventOf(
  arrival: Arrival,
  source: SourceTerms,
  customerId: string,
  agreementId: string | undefined,
): Omit<Remembering, 'correctsId'> {
  const { telling } = arrival;
  return {
    customerId,
    eventId: eventIdAt(telling.happenedMs),
    happenedAt: instantOf(telling.happenedMs),
    sourceId: source.sourceId,
    kind: telling.kind,
    name: telling.name,
    channel: telling.channel,
    direction: telling.direction,
    touchpoint: telling.touchpoint,
    staff: telling.staff,
    agreementId,
    conversationId:
      telling.conversation === undefined ? undefined : conversationIdOf(source.sourceId, telling.conversation),
    subject: telling.subject,
    language: telling.language,
    words: telling.words,
    payload: arrival.raw,
    searched: telling.searched,
    zone: source.zone,
    purchase: telling.purchase,
    cancels: telling.cancels,
  };
}

/** The event of the same customer that a message says it corrects: told before, or in the same batch. */
function correctableOf(
  stored: readonly StoredMessage[],
  told: readonly { readonly arrival: Arrival; readonly event: Omit<Remembering, 'correctsId'> }[],
): (arrival: Arrival, customerId: string) => string | undefined {
  const here = new Map(
    told.some(({ arrival }) => arrival.corrects !== undefined)
      ? told.map(({ arrival, event }) => [arrival.digest, event])
      : [],
  );
  return ({ corrects }, customerId) => {
    if (corrects === undefined) return undefined;
    const sibling = here.get(corrects);
    if (sibling?.customerId === customerId) return sibling.eventId;
    return stored.find((row) => row.digest === corrects && row.customer_id === customerId)?.event_id;
  };
}

function messageRow({ arrival, event }: { arrival: Arrival; event: Remembering }): MessageRow {
  const { digest, content } = arrival;
  return { digest, content, customerId: event.customerId, eventId: event.eventId };
}

async function count(
  call: Call,
  source: SourceTerms,
  items: readonly Item[],
  taken: readonly Taken[],
  options: TakeInOptions,
): Promise<void> {
  const refused = taken.flatMap((one, at) =>
    one.outcome === 'refused'
      ? [{ quarantineId: newId(), code: one.code, detail: one.detail, raw: items[at]?.raw ?? '' }]
      : [],
  );
  if (options.keepRefused !== false) await insertQuarantine(call.tx, source.sourceId, refused, call.now);
  const remembered = taken.filter((one) => one.outcome === 'remembered').length;
  await insertTally(call.tx, {
    tallyId: newId(),
    sourceId: source.sourceId,
    at: call.now,
    remembered,
    duplicate: taken.length - remembered - refused.length,
    quarantined: refused.length,
    importId: options.importId,
  });
}
