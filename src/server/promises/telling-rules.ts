import type { unreadCodes } from '../../shared/promises-shown.ts';
import type { Made, Moment, Result, Telling, Told } from './entry.ts';
import { cut, type LedgerEvent, momentOf, numberOf, type Said, saidIn } from './said-rules.ts';

/** Why an event that speaks of a promise cannot be entered; it stays on the timeline. */
export interface Unreadable {
  readonly unreadable: (typeof unreadCodes)[number];
}

/** The name of the event that gives a promise its result. */
export const resultName = 'Promise Result';

/** The name of the event that takes a result back. */
export const withdrawnName = 'Promise Result Withdrawn';

const readers: Readonly<
  Record<string, (event: LedgerEvent, said: Said, told: Told) => Telling | Unreadable | undefined>
> = {
  'Promise Made': made,
  [resultName]: result,
  [withdrawnName]: (_event, said, told) =>
    said.result_event_id === undefined
      ? undefined
      : { ...told, what: 'withdrawn', resultEventId: said.result_event_id },
  'Promise Renegotiated': (_event, said, told) => ({
    ...told,
    what: 'renegotiated',
    replacedBy: said.replaced_by ?? null,
    agreed: said.agreed_by_customer === true,
  }),
  'Promise Released': (_event, _said, told) => ({ ...told, what: 'released' }),
  'Promise Felt': (_event, said, told) => ({ ...told, what: 'felt', felt: said.felt ?? null }),
  'Expectation Told': expectation,
  'Moment Rated': rated,
};

/** The names of events that the ledger reads. */
export const ledgerNames: readonly string[] = Object.keys(readers);

/** What an event says to the ledger; undefined where nothing, or why it cannot be read. */
export function tellingOf(event: LedgerEvent): Telling | Unreadable | undefined {
  const reader = Object.hasOwn(readers, event.name) ? readers[event.name] : undefined;
  if (reader === undefined) return undefined;
  const said = saidIn(event);
  const ref = said.promise_id ?? said.expectation_id;
  if (ref === undefined || ref === '') {
    return event.name === 'Moment Rated' ? undefined : { unreadable: 'promise.no-number' };
  }
  return reader(event, said, { ...toldBy(event), ref, by: said.written_by ?? toldBy(event).by });
}

/** What every telling of an event carries. */
export function toldBy(event: LedgerEvent): Omit<Told, 'ref'> {
  return {
    customerId: event.customer_id,
    eventId: event.event_id,
    at: event.happened_at,
    heardAt: event.heard_at,
    sourceId: event.source_id,
    by: event.staff ?? `source:${event.source_id}`,
  };
}

function made(event: LedgerEvent, said: Said, told: Told): Telling | Unreadable {
  const zone = zoneOf(said, event);
  const unit = unitOf(said.unit);
  const due = momentOf(said.due ?? (unit.unit === 'date' ? said.adequate : undefined), zone);
  const adequateOn = unit.unit === 'date' ? momentOf(said.adequate ?? said.due, zone) : undefined;
  const desiredOn = unit.unit === 'date' && said.desired !== undefined ? momentOf(said.desired, zone) : undefined;
  if (due === 'bad' || adequateOn === 'bad' || desiredOn === 'bad') return { unreadable: 'promise.bad-date' };
  if (due === undefined) return { unreadable: 'promise.no-due' };
  const [adequate, desired] = unit.unit === 'date' ? [null, null] : [numberOf(said.adequate), numberOf(said.desired)];
  if (adequate === undefined || desired === undefined || (unit.unit !== 'date' && adequate === null)) {
    return { unreadable: 'promise.bad-level' };
  }
  return {
    ...told,
    what: 'made',
    ...sceneOf(event, said),
    origin: 'made',
    owed_by: said.maker === 'customer' ? 'customer' : 'company',
    standing_id: null,
    standing_version: null,
    expected_from: null,
    ...unit,
    better: said.better ?? (unit.unit === 'date' ? 'earlier' : 'more'),
    adequate,
    desired,
    zone,
    adequateOn,
    desiredOn,
    due,
    replacesRef: said.replaces ?? null,
  };
}

/** Who, where and about what: the part of a making that its unit does not touch. */
export function sceneOf(
  event: LedgerEvent,
  said: Partial<Said>,
): Pick<
  Made,
  | 'maker_person'
  | 'maker_department'
  | 'keeper_person'
  | 'keeper_department'
  | 'keeper_partner'
  | 'kind'
  | 'channel'
  | 'touchpoint'
  | 'product'
  | 'subject'
  | 'agreement_id'
  | 'conversation_id'
  | 'outer_id'
  | 'words'
  | 'language'
  | 'visible'
> {
  return {
    maker_person: cut(said.maker_person_id ?? event.staff, 200),
    maker_department: said.maker_department ?? said.department ?? null,
    keeper_person: cut(said.keeper_person, 200),
    keeper_department: said.keeper_department ?? said.maker_department ?? said.department ?? null,
    keeper_partner: uuidOf(said.keeper_partner_id),
    kind: cut(said.kind, 60) || 'other',
    channel: event.channel,
    touchpoint: event.touchpoint,
    product: cut(said.product, 200),
    subject: subjectOf(said),
    agreement_id: event.agreement_id,
    conversation_id: event.conversation_id,
    outer_id: uuidOf(said.outer_promise_id),
    words: said.words ?? event.words,
    language: event.language,
    visible: said.visible ?? true,
  };
}

function subjectOf(said: Partial<Said>): string | null {
  const number =
    said.subject_number ?? said.order_id ?? said.invoice_number ?? said.complaint_id ?? said.payment_id ?? null;
  return cut(number, 200);
}

function result(event: LedgerEvent, said: Said, told: Told): Telling | Unreadable {
  const zone = zoneOf(said, event);
  const isDate = unitOf(said.unit).unit === 'date';
  const on = momentOf(said.on ?? (isDate ? said.result : undefined), zone);
  const dated = isDate && said.result !== undefined ? momentOf(said.result, zone) : on;
  if (on === 'bad' || dated === 'bad') return { unreadable: 'promise.bad-date' };
  const amount = isDate ? null : numberOf(said.result);
  if (amount === undefined || (!isDate && amount === null)) return { unreadable: 'promise.bad-level' };
  const now: Moment = { at: event.happened_at, local: null, note: null };
  return {
    ...told,
    what: 'result',
    alone: true,
    result: { on: dated ?? now, amount, words: said.words ?? null, ticks: ticksOf(said) },
  };
}

function ticksOf(said: Said): Result['ticks'] {
  const ticks: Record<string, boolean> = { ...said.ticks };
  if (said.complete !== undefined) ticks['complete'] = said.complete;
  if (said.in_spec !== undefined) ticks['in_spec'] = said.in_spec;
  return Object.keys(ticks).length === 0 ? null : ticks;
}

/** What he expects though nobody promised it, on a scale of 1 to 7; met is kept, above it exceeded, below it broken. */
function expectation(event: LedgerEvent, said: Said, told: Told): Telling | Unreadable {
  const level = numberOf(said.level);
  if (level === undefined || level === null) return { unreadable: 'promise.bad-level' };
  const zone = zoneOf(said, event);
  const due = said.due === undefined ? undefined : momentOf(said.due, zone);
  if (due === 'bad') return { unreadable: 'promise.bad-date' };
  return {
    ...told,
    what: 'made',
    ...sceneOf(event, said),
    origin: 'expectation',
    owed_by: 'company',
    standing_id: null,
    standing_version: null,
    expected_from: said.source ?? 'other',
    unit: 'rating',
    measure: null,
    better: 'more',
    adequate: level,
    desired: level,
    zone,
    adequateOn: undefined,
    desiredOn: undefined,
    due,
    replacesRef: null,
  };
}

/** The received half of an expectation, by the customer's own word alone. */
function rated(event: LedgerEvent, said: Said, told: Told): Telling | undefined {
  if (said.by !== 'customer' || said.received === undefined || said.expectation_id === undefined) return undefined;
  const amount = numberOf(said.received);
  if (amount === undefined || amount === null) return undefined;
  const on: Moment = { at: event.happened_at, local: null, note: null };
  const ref = said.expectation_id;
  return {
    ...told,
    ref,
    what: 'result',
    alone: false,
    result: { on, amount, words: said.words ?? event.words, ticks: null },
  };
}

function unitOf(told: string | undefined): Pick<Made, 'unit' | 'measure'> {
  if (told === undefined || told === '' || told === 'date') return { unit: 'date', measure: null };
  if (told === 'rating' || told === 'words') return { unit: told, measure: null };
  return { unit: 'amount', measure: cut(told, 20) };
}

function zoneOf(said: Said, event: LedgerEvent): string {
  if (said.zone === undefined) return event.zone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said.zone }).resolvedOptions().timeZone;
  } catch {
    return event.zone;
  }
}

function uuidOf(told: string | undefined): string | null {
  return told !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(told) ? told : null;
}
