import { localOf } from '../platform/calendar/local-rules.ts';
import type { Entry, Telling } from './entry.ts';
import { dayOf, settledAtOf, stateOf } from './gap-rules.ts';

/** An entry of which only the customer and the number are known. */
export function emptyEntry(telling: Telling, promiseId: string): Entry {
  return {
    customer_id: telling.customerId,
    promise_id: promiseId,
    origin: 'made',
    owed_by: 'company',
    state: 'unexpected',
    source_id: telling.sourceId,
    ref: telling.ref,
    made_at: null,
    heard_at: telling.heardAt,
    made_event_id: null,
    result_event_id: null,
    maker_person: null,
    maker_department: null,
    keeper_person: null,
    keeper_department: null,
    keeper_partner: null,
    kind: 'other',
    channel: 'other',
    touchpoint: null,
    product: null,
    subject: null,
    agreement_id: null,
    conversation_id: null,
    outer_id: null,
    standing_id: null,
    standing_version: null,
    expected_from: null,
    words: null,
    language: 'en',
    unit: 'date',
    measure: null,
    better: 'earlier',
    adequate_local: null,
    desired_local: null,
    result_local: null,
    adequate_at: null,
    desired_at: null,
    result_at: null,
    adequate: null,
    desired: null,
    result: null,
    result_words: null,
    ticks: null,
    due_at: null,
    due_local: null,
    due_on: null,
    due_note: null,
    zone: 'UTC',
    settled_at: null,
    settled_by: null,
    renegotiated_at: null,
    released_at: null,
    replaced_by: null,
    replaces: null,
    felt: null,
    felt_at: null,
    reason: null,
    acceptance: 'unasked',
    asked_at: null,
    accept_by: null,
    answered_at: null,
    answered_by: null,
    answer_words: null,
    counter_local: null,
    visible: true,
    version: 0,
  };
}

/**
 * An entry after a telling; the same entry where it tells nothing new. Of two makings of one number the first that
 * happened stands, so of two results; what was told may come in any order, and twice.
 */
export function toldTo(entry: Entry, telling: Telling, idOf: (ref: string) => string): Entry {
  const next = afterTelling(entry, telling, idOf);
  return next === entry ? entry : standing(next);
}

/** An entry with its state, and when it came to it, worked out anew. */
export function standing(entry: Entry): Entry {
  const state = stateOf(entry);
  return { ...entry, state, settled_at: settledAtOf(entry, state), version: entry.version + 1 };
}

function afterTelling(entry: Entry, telling: Telling, idOf: (ref: string) => string): Entry {
  switch (telling.what) {
    case 'made':
      return madeIs(entry, telling, idOf);
    case 'result':
      return resultIs(entry, telling);
    case 'withdrawn':
      return entry.result_event_id === telling.resultEventId ? withoutResult(entry) : entry;
    case 'renegotiated': {
      const replacedBy = telling.replacedBy === null ? null : idOf(telling.replacedBy);
      return telling.agreed ? changedIs(entry, telling.at, replacedBy) : entry;
    }
    case 'released':
      return entry.released_at === null || telling.at < entry.released_at
        ? { ...entry, released_at: telling.at }
        : entry;
    case 'felt':
      return feltIs(entry, telling.at, telling.felt);
  }
}

/** Of two changes the first that happened stands; of one told twice the one that names what replaced it. */
function changedIs(entry: Entry, at: Date, replacedBy: string | null): Entry {
  const before = entry.renegotiated_at;
  if (before !== null && at > before) return entry;
  const known = before?.getTime() === at.getTime() ? entry.replaced_by : null;
  const replaced = [known, replacedBy].filter((id) => id !== null).toSorted()[0] ?? null;
  if (before?.getTime() === at.getTime() && replaced === entry.replaced_by) return entry;
  return { ...entry, renegotiated_at: at, replaced_by: replaced };
}

/** His last word counts; that he took it back, too. */
function feltIs(entry: Entry, at: Date, felt: Entry['felt']): Entry {
  const before = entry.felt_at;
  const isOlder =
    before !== null && (before > at || (before.getTime() === at.getTime() && (entry.felt ?? '') >= (felt ?? '')));
  return isOlder ? entry : { ...entry, felt, felt_at: at };
}

function madeIs(entry: Entry, telling: Extract<Telling, { what: 'made' }>, idOf: (ref: string) => string): Entry {
  const later = entry.made_at !== null && (entry.made_at < telling.at || entry.made_event_id === telling.eventId);
  const same = entry.made_at?.getTime() === telling.at.getTime() && (entry.made_event_id ?? '') <= telling.eventId;
  if (later || same) return entry;
  const { what, customerId, eventId, at, heardAt, sourceId, ref, by, ...rest } = telling;
  const { adequateOn, desiredOn, due, replacesRef, ...made } = rest;
  return {
    ...entry,
    ...made,
    source_id: sourceId,
    ref,
    made_at: at,
    heard_at: heardAt,
    made_event_id: eventId,
    adequate_at: adequateOn?.at ?? null,
    adequate_local: adequateOn?.local ?? null,
    desired_at: desiredOn?.at ?? null,
    desired_local: desiredOn?.local ?? null,
    due_at: due?.at ?? null,
    due_local: due?.local ?? null,
    due_note: due?.note ?? null,
    due_on: due === undefined ? null : dayOf(due, made.zone),
    ...keeperByHand(entry),
    replaces: replacesRef === null ? null : idOf(replacesRef),
    state: entry.state === 'found' || entry.state === 'unexpected' ? 'open' : entry.state,
  };
}

/** Whoever was asked since, or took it, keeps it, whatever its making said. */
function keeperByHand(entry: Entry) {
  const { acceptance, keeper_person, keeper_department, keeper_partner } = entry;
  return acceptance === 'unasked' ? {} : { keeper_person, keeper_department, keeper_partner };
}

/** Event ids are in the order in which events happened. */
function resultIs(entry: Entry, telling: Extract<Telling, { what: 'result' }>): Entry {
  const first = entry.result_event_id;
  const { result } = telling;
  const ticks = ticksOf(entry.ticks, result.ticks);
  if (first !== null && first <= telling.eventId) {
    return JSON.stringify(ticks) === JSON.stringify(ticksOf(entry.ticks, null)) ? entry : { ...entry, ticks };
  }
  return {
    ...entry,
    result_event_id: telling.eventId,
    result_at: result.on.at,
    result_local: result.on.local,
    result: result.amount,
    result_words: result.words,
    ticks,
    settled_at: telling.at,
    settled_by: telling.by,
  };
}

/** What was missing by any telling is missing; what none speaks of stays unknown. Named in the order of the database. */
function ticksOf(known: Entry['ticks'], told: Entry['ticks']): Entry['ticks'] {
  if (known === null && told === null) return null;
  const names = [...new Set([...Object.keys(known ?? {}), ...Object.keys(told ?? {})])];
  const sorted = names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map((name) => {
      const values = [known?.[name], told?.[name]].filter((value) => typeof value === 'boolean');
      return [name, values.length === 0 ? null : !values.includes(false)];
    }),
  );
}

function withoutResult(entry: Entry): Entry {
  return {
    ...entry,
    result_event_id: null,
    result_at: null,
    result_local: null,
    result: null,
    result_words: null,
    ticks: entry.ticks === null ? null : Object.fromEntries(Object.keys(entry.ticks).map((name) => [name, null])),
    settled_at: null,
    settled_by: null,
    reason: null,
  };
}

/**
 * An entry without what events told of it, to be told them anew; what was done with it by hand stays. So does what was
 * worked out of an event once, for as long as that event stands (`madeStands`): what was found in words, and the due of
 * a standing promise, by the version and the calendar of its day.
 */
export function toldAnew(entry: Entry, madeStands: boolean): Entry {
  if (madeStands && (entry.state === 'found' || entry.state === 'dismissed')) return entry;
  const { customer_id: customerId, source_id: sourceId, heard_at: heardAt, promise_id } = entry;
  const telling: Telling = {
    customerId,
    sourceId,
    heardAt,
    eventId: promise_id,
    at: heardAt,
    ref: entry.ref ?? promise_id,
    by: '',
    what: 'released',
  };
  const blank = emptyEntry(telling, promise_id);
  if (!madeStands || entry.origin !== 'standing') return { ...blank, ...byHand(entry) };
  const { felt, felt_at, released_at, renegotiated_at, replaced_by } = blank;
  const none = { felt, felt_at, released_at, renegotiated_at, replaced_by, ticks: null, state: 'open' as const };
  return { ...withoutResult(entry), ...none, reason: entry.reason };
}

/** What is no event's telling. */
function byHand(entry: Entry) {
  const { reason, acceptance, asked_at, accept_by, answered_at, answered_by, answer_words, counter_local } = entry;
  const { version, keeper_person, keeper_department, keeper_partner } = entry;
  const keeper = acceptance === 'unasked' ? {} : { keeper_person, keeper_department, keeper_partner };
  const answer = { acceptance, asked_at, accept_by, answered_at, answered_by, answer_words, counter_local };
  return { reason, ...answer, ...keeper, version };
}

/** The local day of an instant in a zone. */
export function localDay(at: Date, zone: string): string {
  return localOf(at, zone).slice(0, 10);
}
