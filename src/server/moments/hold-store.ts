import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** Why a customer is left in peace, and until when. */
export interface Hold {
  readonly customer_id: string;
  readonly hold_id: string;
  readonly reason: string;
  readonly until: Date | null;
}

/** Holds that stand of anybody who is read as one with these customers; each with the one who was asked for. */
export async function listHolds(
  tx: Tx,
  customerIds: readonly string[],
  now: Date,
): Promise<(Hold & { asked_id: string })[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<Hold & { asked_id: string }>`
    select own.customer_id as asked_id, h.customer_id, h.hold_id, h.reason, h.until
    from customers.public_customer own
      join customers.public_customer other on other.face_id = own.face_id
      join moments.hold h on h.customer_id = other.customer_id
    where own.customer_id = any (${uuids(customerIds)}::uuid[]) and h.ended_at is null
      and (h.until is null or h.until > ${now})
    order by h.until desc nulls first`.execute(tx);
  return rows;
}

/** What holds a customer the longest, by everybody who is read as him. */
export async function findHold(tx: Tx, customerIds: readonly string[], now: Date): Promise<Hold | undefined> {
  const { rows } = await sql<Hold>`
    select customer_id, hold_id, reason, until from moments.hold
    where customer_id = any (${uuids(customerIds)}::uuid[]) and ended_at is null
      and (until is null or until > ${now})
    order by until desc nulls first limit 1`.execute(tx);
  return rows[0];
}

/** Writes a hold. */
export async function insertHold(
  tx: Tx,
  hold: {
    readonly customerId: string;
    readonly holdId: string;
    readonly reason: string;
    readonly until: Date | null;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  await sql`
    insert into moments.hold (customer_id, hold_id, reason, until, made_at, made_by)
    values (${hold.customerId}::uuid, ${hold.holdId}::uuid, ${hold.reason}, ${hold.until}, ${hold.at}, ${hold.by})`.execute(
    tx,
  );
}

/** Ends a hold of one of these customers; false where there is none that stands. */
export async function saveHoldEnded(
  tx: Tx,
  customerIds: readonly string[],
  holdId: string,
  ended: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const done = await sql`
    update moments.hold set ended_at = ${ended.at}, ended_by = ${ended.by}
    where customer_id = any (${uuids(customerIds)}::uuid[]) and hold_id = ${holdId}::uuid and ended_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Ends all holds of these customers that were made for a reason. */
export async function saveHoldsEnded(
  tx: Tx,
  customerIds: readonly string[],
  reason: string,
  ended: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update moments.hold set ended_at = ${ended.at}, ended_by = ${ended.by}
    where customer_id = any (${uuids(customerIds)}::uuid[]) and reason = ${reason} and ended_at is null`.execute(tx);
}
