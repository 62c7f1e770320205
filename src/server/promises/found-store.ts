import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { LedgerEvent } from './said-rules.ts';

/** What was said or written to customers lately, among these events: with words, and not the ledger's own. */
export async function listOutgoing(
  tx: Tx,
  keys: readonly { customerId: string; eventId: string }[],
  freshSeconds: number,
): Promise<LedgerEvent[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<LedgerEvent>`
    select e.customer_id, e.event_id, e.happened_at, e.heard_at, e.source_id, s.zone, e.name, e.channel, e.touchpoint,
      e.staff, e.agreement_id, e.conversation_id, e.language, e.words, null as payload
    from unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.eventId))}::uuid[])
        as r (customer_id, event_id)
      join memory.public_event e using (customer_id, event_id)
      join intake.public_source s on s.source_id = e.source_id and s.kind <> 'browser'
    where e.direction = 'out' and e.words is not null and e.name not like 'Promise %'
      and e.happened_at > e.heard_at - ${freshSeconds} * interval '1 second'`.execute(tx);
  return rows;
}

/** Promises of these customers that Kept heard of within so many seconds: made ones, or those found in words. */
export async function listRecent(
  tx: Tx,
  customerIds: readonly string[],
  seconds: number,
  which: 'made' | 'found' = 'made',
): Promise<{ customer_id: string; promise_id: string; due_local: string | null; words: string | null }[]> {
  const state = which === 'found' ? sql`state = 'found'` : sql`state <> 'found' and made_at is not null`;
  const { rows } = await sql<{
    customer_id: string;
    promise_id: string;
    due_local: string | null;
    words: string | null;
  }>`
    select customer_id, promise_id, due_local, words from promises.promise
    where customer_id = any (${uuids(customerIds)}::uuid[]) and ${state}
      and heard_at > now() - ${seconds} * interval '1 second'`.execute(tx);
  return rows;
}
