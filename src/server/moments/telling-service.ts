import { digestId } from '../platform/ids.ts';
import { promiseIdOf } from '../promises/apply-service.ts';
import type { Ground } from './catalogue-service.ts';
import { type Contact, contactNames, contactOf } from './contact-rules.ts';
import type { ContactEvent } from './event.ts';
import type { LedgerPromise } from './event-store.ts';
import { feltVerdict, ledgerVerdict, type Verdict, verdictOf } from './fact-rules.ts';
import type { Judgement } from './judgement.ts';
import type { JudgementKey } from './judgement-store.ts';
import { type Said, saidIn } from './said-rules.ts';
import { complainedAt, limitsOf, touchpointOf } from './touchpoint-rules.ts';

/** The id of the moment of a contact; the same for all who speak of it. */
export function momentIdOf(contact: Contact): string {
  switch (contact.of) {
    case 'moment':
      return contact.id;
    case 'promise':
      return digestId(`contact promise ${promiseIdOf(contact.ref)}`);
    default:
      return digestId(`contact ${contact.of} ${contact.id}`);
  }
}

/** What events say of contacts; one that says nothing and is no contact gives nothing. */
export function judgementsOf(events: readonly ContactEvent[], ground: Ground): Judgement[] {
  return events.flatMap((event): Judgement[] => {
    const said = saidIn(event);
    const place = touchpointOf(ground.touchpoints, event.touchpoint);
    const verdict = verdictOf(event, said, limitsOf(place));
    return verdict === undefined ? [] : [judgementOf(event, said, verdict)];
  });
}

function judgementOf(event: ContactEvent, said: Said, verdict: Verdict): Judgement {
  const contact = contactOf(event, said);
  const isContact = contactNames.includes(event.name) || event.name === 'Payment Made';
  return {
    ...verdict,
    customer_id: event.customer_id,
    moment_id: momentIdOf(contact),
    judgement_id: event.event_id,
    at: event.happened_at,
    contact_at: isContact ? event.happened_at : null,
    heard_at: event.heard_at,
    event_id: event.event_id,
    touchpoint: placeOf(event, said, contact),
    channel: event.channel,
    departments: departmentsOf(said),
    information_from: said.information_department ?? null,
    person: said.employee_id ?? said.for_employee_id ?? event.staff,
    conversation_id: event.conversation_id,
    promise_id: contact.of === 'promise' ? promiseIdOf(contact.ref) : null,
    agreement_id: event.agreement_id,
    subject: said.order_id ?? said.complaint_id ?? null,
    expected: said.expected ?? null,
    received: said.received ?? null,
    by: said.written_by ?? `source:${event.source_id}`,
  };
}

/** Where it was; what is complained of was seldom where it is complained. */
function placeOf(event: ContactEvent, said: Said, contact: Contact): string | null {
  if (event.name !== 'Complaint Received') return event.touchpoint;
  return complainedAt[said.about ?? ''] ?? (contact.of === 'complained' ? event.touchpoint : null);
}

function departmentsOf(said: Said): string[] {
  const told = [...(said.departments ?? []), said.for_department, said.department];
  return [...new Set(told.filter((one) => one !== undefined))];
}

/** What the ledger says of promises, and what it no longer says: of those that were taken out, nothing at all. */
export function ledgerJudgements(
  promises: readonly LedgerPromise[],
  asked: readonly { readonly customerId: string; readonly promiseId: string }[],
): { saved: Judgement[]; erased: JudgementKey[] } {
  const saved: Judgement[] = [];
  const there = new Set(promises.map((one) => one.promise_id));
  const erased = asked
    .filter((key) => !there.has(key.promiseId))
    .flatMap(({ customerId, promiseId }): JudgementKey[] => [
      { customerId, judgementId: promiseId },
      { customerId, judgementId: feltIdOf(promiseId) },
    ]);
  for (const promise of promises) {
    const parts = [
      { id: promise.promise_id, verdict: ledgerVerdict(promise.state), at: promise.settled_at },
      { id: feltIdOf(promise.promise_id), verdict: feltVerdict(promise.felt), at: promise.felt_at },
    ];
    for (const { id, verdict, at } of parts) {
      if (verdict === undefined || at === null) {
        erased.push({ customerId: promise.customer_id, judgementId: id });
      } else saved.push(ofPromise(promise, id, verdict, at));
    }
  }
  return { saved, erased };
}

function feltIdOf(promiseId: string): string {
  return digestId(`felt ${promiseId}`);
}

function ofPromise(promise: LedgerPromise, id: string, verdict: Verdict, at: Date): Judgement {
  const contact: Contact =
    promise.result === null
      ? { of: 'promise', ref: promise.promise_id }
      : contactOf(promise.result, saidIn(promise.result));
  return {
    ...verdict,
    customer_id: promise.customer_id,
    moment_id: momentIdOf(contact),
    judgement_id: id,
    at,
    contact_at: verdict.source === 'event' ? at : null,
    heard_at: promise.heard_at,
    event_id: null,
    touchpoint: promise.touchpoint,
    channel: promise.channel,
    departments: promise.keeper_department === null ? [] : [promise.keeper_department],
    information_from: null,
    person: null,
    conversation_id: null,
    promise_id: promise.promise_id,
    agreement_id: promise.agreement_id,
    subject: promise.subject,
    expected: null,
    received: null,
    by: 'system:promises',
  };
}
