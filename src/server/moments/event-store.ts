import { sql } from 'kysely';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { ContactEvent, Spoken } from './event.ts';

/**
 * These events, of these names, from sources that are believed: no browser's. A payment tells something of a contact only where
 * it was taken twice.
 */
export async function listEvents(
  tx: Tx,
  keys: readonly { customerId: string; eventId: string }[],
  names: readonly string[],
): Promise<ContactEvent[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<ContactEvent>`
    select e.customer_id, e.event_id, e.happened_at, e.heard_at, e.source_id, e.name, e.channel, e.direction,
      e.touchpoint, e.staff, e.agreement_id, e.conversation_id, e.language, e.words, e.payload
    from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.eventId))}::uuid[])
        as r (customer_id, event_id)
      join memory.public_event e using (customer_id, event_id)
      join intake.public_source s on s.source_id = e.source_id and s.kind <> 'browser'
    where e.name = any (${texts(names)}::text[])
      and (e.name <> 'Payment Made' or e.payload -> 'properties' ->> 'repeated' = 'true')
    order by e.event_id`.execute(tx);
  return rows;
}

/** The events that these ones put right. Who corrected words alone by hand said nothing else of the contact. */
export async function listCorrected(
  tx: Tx,
  keys: readonly { customerId: string; eventId: string }[],
): Promise<{ customerId: string; judgementId: string }[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ customer_id: string; corrects_id: string }>`
    select e.customer_id, e.corrects_id from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.eventId))}::uuid[])
        as r (customer_id, event_id)
      join memory.public_event e using (customer_id, event_id)
    where e.corrects_id is not null and e.name <> 'Event Corrected'`.execute(tx);
  return rows.map((row) => ({ customerId: row.customer_id, judgementId: row.corrects_id }));
}

/** A promise of ours as the ledger has it, with the event that told its result. */
export interface LedgerPromise {
  readonly customer_id: string;
  readonly promise_id: string;
  readonly origin: string;
  readonly state: string;
  readonly settled_at: Date | null;
  readonly keeper_department: string | null;
  readonly channel: string;
  readonly touchpoint: string | null;
  readonly subject: string | null;
  readonly agreement_id: string | null;
  readonly felt: string | null;
  readonly felt_at: Date | null;
  readonly heard_at: Date;
  readonly result: Spoken | null;
}

/** Promises that the company owes by somebody's word or publicly; what nobody promised and inner steps are no contacts. */
export async function listPromises(
  tx: Tx,
  keys: readonly { customerId: string; promiseId: string }[],
): Promise<LedgerPromise[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<LedgerPromise>`
    select p.customer_id, p.promise_id, p.origin, p.state, p.settled_at, p.keeper_department, p.channel, p.touchpoint,
      p.subject, p.agreement_id, p.felt, p.felt_at, p.heard_at,
      case when e.event_id is not null then json_build_object('name', e.name,
        'direction', e.direction, 'conversation_id', e.conversation_id, 'event_id', e.event_id, 'payload', e.payload)
      end as result
    from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.promiseId))}::uuid[])
        as r (customer_id, promise_id)
      join promises.public_promise p using (customer_id, promise_id)
      left join lateral (
        select e.event_id, e.name, e.direction, e.conversation_id, e.payload from customers.public_customer own
          join customers.public_customer other on other.face_id = own.face_id
          join memory.public_event e on e.customer_id = other.customer_id and e.event_id = p.result_event_id
        where own.customer_id = p.customer_id and p.origin = 'standing' limit 1) e on true
    where p.owed_by = 'company' and p.origin in ('made', 'standing') and p.outer_id is null`.execute(tx);
  return rows;
}

/** Which of these events another one puts right, or takes back; one that corrects words alone by hand does neither. */
export async function listPutRight(
  tx: Tx,
  keys: readonly { readonly customerId: string; readonly eventId: string }[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ event_id: string }>`
    select r.event_id from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.eventId))}::uuid[])
        as r (customer_id, event_id)
    where exists (select 1 from memory.public_event c where c.customer_id = r.customer_id
      and c.corrects_id = r.event_id and c.name <> 'Event Corrected')`.execute(tx);
  return new Set(rows.map((row) => row.event_id));
}
