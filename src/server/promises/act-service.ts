import type { PromiseState, ShownPromise } from '../../shared/promises-shown.ts';
import { type Language, language as languages } from '../../shared/scalars.ts';
import { membersHeld } from '../customers/merge-service.ts';
import { remember } from '../memory/remember-service.ts';
import { captureSourceId } from '../memory/remembering.ts';
import type { Call } from '../platform/area.ts';
import { eventIdAt, newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { promiseIdOf } from './apply-service.ts';
import type { Entry } from './entry.ts';
import type { EntryKey, RungEntry } from './entry-store.ts';
import { findPartnerName, findPersonName } from './keeper-store.ts';
import { toldTo } from './ledger-rules.ts';
import { type Change, enter, hold } from './ledger-service.ts';
import type { LedgerEvent } from './said-rules.ts';
import { shown } from './shown.ts';
import type { Step } from './side-store.ts';
import { tellingOf } from './telling-rules.ts';
import { listNamed } from './view-store.ts';

/** A promise that a call acts on, by the id under which its customer is read. */
export interface Asked {
  readonly customer_id: string;
  readonly promise_id: string;
  /** The version that its reader saw; without it what is told holds for any, as a customer’s own word does. */
  readonly version?: number;
}

/** The promise, held, in one of these states. Refuses `record.not-found`, `record.stale`, `promise.wrong-state`. */
export async function requirePromise(call: Call, asked: Asked, states: readonly PromiseState[]): Promise<RungEntry> {
  const ids = await membersHeld(call, asked.customer_id);
  const [entry] = await hold(
    call,
    ids.all.map((customerId) => ({ customerId, promiseId: asked.promise_id })),
  );
  if (entry === undefined) refuse('record.not-found');
  if (asked.version !== undefined && entry.version !== asked.version) {
    refuse('record.stale', { current: await showOne(call, entry) });
  }
  if (!states.includes(entry.state)) refuse('promise.wrong-state');
  return entry;
}

/**
 * On which side of a promise somebody stands: his own, his department's, or every, where he manages promises; an outside
 * partner on the keeper's of his own alone.
 */
export function sidesOf(call: Call, entry: Entry): { readonly keeper: boolean; readonly maker: boolean } {
  const { id, departmentId, rights, kind } = call.actor;
  if (kind === 'partner') return { keeper: entry.keeper_partner === id, maker: false };
  if (rights.has('promises.manage') || kind !== 'person') return { keeper: true, maker: true };
  const is = (person: string | null, department: string | null) =>
    (person !== null && person === id) || (department !== null && department === departmentId);
  const nobody = entry.keeper_person === null && entry.keeper_department === null && entry.keeper_partner === null;
  const maker = is(entry.maker_person, entry.maker_department);
  return { maker, keeper: is(entry.keeper_person, entry.keeper_department) || (nobody && maker) };
}

/** Refuses `promise.not-yours` to whoever stands on none of these sides. */
export function requireSide(call: Call, entry: Entry, ...sides: readonly ('keeper' | 'maker')[]): void {
  const own = sidesOf(call, entry);
  if (!sides.some((side) => own[side])) refuse('promise.not-yours');
}

/** An event of the ledger's own, to be remembered on the timeline. */
export interface OwnEvent {
  readonly name: string;
  readonly customerId: string;
  readonly direction: 'in' | 'out' | 'inside';
  readonly channel: string;
  readonly words: string | undefined;
  readonly language?: Language | undefined;
  readonly touchpoint?: string | undefined;
  readonly agreementId?: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Remembers events written by hand here, and gives them back as the ledger reads them. */
export async function rememberOwn(call: Call, own: readonly OwnEvent[]): Promise<LedgerEvent[]> {
  const staff = (await nameOf(call)) ?? call.actor.name;
  const events = own.map((event): LedgerEvent & Pick<OwnEvent, 'direction'> => {
    const properties = { ...event.properties, written_by: call.actor.name, words: event.words };
    return {
      customer_id: event.customerId,
      event_id: eventIdAt(call.now.getTime()),
      happened_at: call.now,
      heard_at: call.now,
      source_id: captureSourceId,
      zone: 'UTC',
      name: event.name,
      channel: event.channel,
      direction: event.direction,
      touchpoint: event.touchpoint ?? null,
      staff,
      agreement_id: event.agreementId ?? null,
      conversation_id: null,
      language: event.language ?? languages.catch('en').parse(call.actor.language),
      words: event.words ?? null,
      payload: { type: 'track', event: event.name, properties },
    };
  });
  await remember(
    call,
    events.map((event) => ({
      customerId: event.customer_id,
      eventId: event.event_id,
      happenedAt: event.happened_at,
      sourceId: event.source_id,
      kind: 'track',
      name: event.name,
      channel: event.channel,
      direction: event.direction,
      touchpoint: event.touchpoint ?? undefined,
      staff,
      agreementId: event.agreement_id ?? undefined,
      conversationId: undefined,
      subject: undefined,
      correctsId: undefined,
      language: languages.catch('en').parse(event.language),
      words: event.words ?? undefined,
      payload: JSON.stringify(event.payload),
      searched: event.words ?? '',
      zone: 'UTC',
      purchase: undefined,
      cancels: undefined,
    })),
  );
  return events;
}

function nameOf({ tx, actor }: Call): Promise<string | undefined> {
  if (actor.kind === 'partner') return findPartnerName(tx, actor.id);
  return actor.kind === 'person' ? findPersonName(tx, actor.id) : Promise.resolve(undefined);
}

/** An entry after an event of ours, as hearing it later would make it. */
export function toldBy(entry: Entry, event: LedgerEvent): Entry {
  const telling = tellingOf(event);
  if (telling === undefined || 'unreadable' in telling) throw new Error(`our own ${event.name} cannot be read`);
  return toldTo(entry, telling, promiseIdOf);
}

/** What was done with a promise, as a step to be written. */
export function stepOf(call: Call, entry: Entry, what: string, details: Step['details'] = {}): Step {
  return { ...keyOf(entry), stepId: newId(), at: call.now, by: call.actor.name, what, details };
}

/** Enters one changed promise and shows it. */
export async function finish(
  call: Call,
  before: RungEntry | undefined,
  after: Entry,
  step: Step | undefined,
): Promise<{ promise: ShownPromise }> {
  const change: Change = { before, after: { ...after, version: (before?.version ?? 0) + 1 }, rung: before?.rung ?? [] };
  await enter(call, [change], { steps: step === undefined ? [] : [step] });
  return { promise: await showOne(call, after) };
}

/** A promise as it is shown to who asks. */
export async function showOne(call: Call, entry: Entry): Promise<ShownPromise> {
  const [row] = await listNamed(call.tx, [keyOf(entry)], languages.catch('en').parse(call.actor.language));
  return row === undefined ? refuse('record.not-found') : shown(row, call.now);
}

/** The key of an entry. */
export function keyOf(entry: Entry): EntryKey {
  return { customerId: entry.customer_id, promiseId: entry.promise_id };
}
