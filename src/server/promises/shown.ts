import type { Party, ShownPromise } from '../../shared/promises-shown.ts';
import { isLate, marginsOf } from './gap-rules.ts';
import type { NamedEntry } from './view-store.ts';

/** An entry as pages and programs see it. */
export function shown(entry: NamedEntry, now: Date): ShownPromise {
  const margins = marginsOf(entry);
  return {
    customer_id: entry.customer_id,
    promise_id: entry.promise_id,
    customer: entry.customer,
    origin: entry.origin,
    owed_by: entry.owed_by,
    state: entry.state,
    late: isLate(entry, now),
    ref: entry.ref,
    kind: entry.kind,
    words: entry.standing_words ?? entry.words,
    language: entry.standing_words === null ? entry.language : entry.read_in,
    channel: entry.channel,
    touchpoint: entry.touchpoint,
    product: entry.product,
    subject: entry.subject,
    maker: makerOf(entry),
    keeper: keeperOf(entry),
    made_at: entry.made_at?.toISOString() ?? null,
    due_at: entry.due_at?.toISOString() ?? null,
    due_local: entry.due_local,
    due_note: entry.due_note,
    zone: entry.zone,
    unit: entry.unit,
    measure: entry.measure,
    better: entry.better,
    adequate: level(entry, entry.adequate_local, entry.adequate_at, entry.adequate),
    desired: level(entry, entry.desired_local, entry.desired_at, entry.desired),
    result: level(entry, entry.result_local, entry.result_at, entry.result),
    result_words: entry.result_words,
    ticks: entry.ticks === null ? null : { ...entry.ticks },
    gap:
      margins.adequate === undefined
        ? null
        : { adequate: margins.adequate.value, desired: margins.desired?.value ?? null, in: margins.adequate.in },
    expected_from: entry.expected_from,
    felt: entry.felt,
    reason: entry.reason,
    settled_at: entry.settled_at?.toISOString() ?? null,
    acceptance: entry.acceptance,
    accept_by: entry.accept_by?.toISOString() ?? null,
    answer_words: entry.answer_words,
    counter: entry.counter_local,
    replaces: entry.replaces,
    replaced_by: entry.replaced_by,
    outer_id: entry.outer_id,
    standing_id: entry.standing_id,
    made_event_id: entry.made_event_id,
    result_event_id: entry.result_event_id,
    visible: entry.visible,
    version: entry.version,
  };
}

/** Dates as told, or their instant; amounts without trailing zeros. */
function level(entry: NamedEntry, local: string | null, at: Date | null, number: string | null): string | null {
  if (entry.unit === 'date') return local ?? at?.toISOString() ?? null;
  return number?.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') ?? null;
}

function makerOf(entry: NamedEntry): Party | null {
  if (entry.owed_by === 'customer') return null;
  return partyOf('person', entry.maker_person, entry.maker_person_name) ?? departmentOf(entry, 'maker');
}

function keeperOf(entry: NamedEntry): Party | null {
  if (entry.keeper_partner !== null) {
    return { kind: 'partner', id: entry.keeper_partner, name: entry.keeper_partner_name ?? '' };
  }
  return partyOf('person', entry.keeper_person, entry.keeper_person_name) ?? departmentOf(entry, 'keeper');
}

function departmentOf(entry: NamedEntry, side: 'maker' | 'keeper'): Party | null {
  return partyOf('department', entry[`${side}_department`], entry[`${side}_department_name`]);
}

function partyOf(kind: 'person' | 'department', told: string | null, name: string | null): Party | null {
  if (told === null) return null;
  return name === null ? { kind: 'told', id: null, name: told } : { kind, id: told, name };
}
