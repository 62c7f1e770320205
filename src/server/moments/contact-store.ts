import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Spoken } from './event.ts';

/** A contact that is named: where it was and for whom it was recorded. */
export type FoundContact = Spoken & {
  readonly customer_id: string;
  readonly source_id: string;
  readonly touchpoint: string | null;
  readonly channel: string;
};

/** The contact of a moment or of an event of these customers. */
export async function findSpoken(
  tx: Tx,
  customerIds: readonly string[],
  about: { readonly momentId: string | undefined; readonly eventId: string | undefined },
): Promise<FoundContact | undefined> {
  if (about.momentId !== undefined) {
    const { rows } = await sql<FoundContact>`
      select customer_id, moment_id as event_id, '' as name, 'in' as direction, null as payload, conversation_id,
        ${customerIds[0] ?? null}::uuid as source_id, touchpoint, channel
      from moments.moment
      where customer_id = any (${uuids(customerIds)}::uuid[]) and moment_id = ${about.momentId}::uuid`.execute(tx);
    return rows[0];
  }
  const { rows } = await sql<FoundContact>`
    select customer_id, event_id, name, direction, payload, conversation_id, source_id, touchpoint, channel
    from memory.public_event
    where customer_id = any (${uuids(customerIds)}::uuid[]) and event_id = ${about.eventId ?? null}::uuid`.execute(tx);
  return rows[0];
}

/** What somebody said of a contact himself. */
export async function findOwnJudgement(
  tx: Tx,
  customerIds: readonly string[],
  about: { readonly momentId: string; readonly judgementId: string; readonly by: string },
): Promise<{ customer_id: string; at: Date } | undefined> {
  const { rows } = await sql<{ customer_id: string; at: Date }>`
    select customer_id, at from moments.judgement
    where customer_id = any (${uuids(customerIds)}::uuid[]) and moment_id = ${about.momentId}::uuid
      and judgement_id = ${about.judgementId}::uuid and by = ${about.by}`.execute(tx);
  return rows[0];
}
