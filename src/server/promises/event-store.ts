import { sql } from 'kysely';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { LedgerEvent } from './said-rules.ts';

const read = sql`
  e.customer_id, e.event_id, e.happened_at, e.heard_at, e.source_id, s.zone, e.name, e.channel, e.touchpoint, e.staff,
  e.agreement_id, e.conversation_id, e.language, e.words, e.corrects_id, e.payload`;

/** These events, of these names, from sources that are trusted with promises: no browser's. */
export async function listEvents(
  tx: Tx,
  keys: readonly { customerId: string; eventId: string }[],
  names: readonly string[],
): Promise<LedgerEvent[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<LedgerEvent>`
    select ${read} from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.eventId))}::uuid[])
        as r (customer_id, event_id)
      join memory.public_event e using (customer_id, event_id)
      join intake.public_source s on s.source_id = e.source_id and s.kind <> 'browser'
    where e.name = any (${texts(names)}::text[])
    order by e.event_id`.execute(tx);
  return rows;
}

/** Events of these names of these customers, from an event id on. */
export async function listEventsOf(
  tx: Tx,
  customerIds: readonly string[],
  names: readonly string[],
  fromId = '00000000-0000-0000-0000-000000000000',
): Promise<LedgerEvent[]> {
  if (customerIds.length === 0 || names.length === 0) return [];
  const { rows } = await sql<LedgerEvent>`
    select ${read} from memory.public_event e
      join intake.public_source s on s.source_id = e.source_id and s.kind <> 'browser'
    where e.customer_id = any (${uuids(customerIds)}::uuid[]) and e.event_id >= ${fromId}::uuid
      and e.name = any (${texts(names)}::text[])
    order by e.event_id`.execute(tx);
  return rows;
}

/** Which of these events are remembered still, by their ids. */
export async function listThere(
  tx: Tx,
  keys: readonly { customerId: string; eventId: string }[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ event_id: string }>`
    select event_id from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.eventId))}::uuid[])
        as r (customer_id, event_id)
      join memory.public_event e using (customer_id, event_id)`.execute(tx);
  return new Set(rows.map((row) => row.event_id));
}
