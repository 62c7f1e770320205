import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { EventKey } from './unread-store.ts';

/** Which events a piece looks through. */
export interface PieceOf {
  /** Events after this one, up to that one, by their ids: in the order in which they happened. */
  readonly after: string;
  readonly until: string;
  readonly name: string;
  readonly heardBefore: Date;
  readonly limit: number;
}

/** Looks so many events of whatever customer through; gives those of the name, how many there were, and the last one. */
export async function listPiece(
  tx: Tx,
  piece: PieceOf,
): Promise<{ readonly fitting: readonly EventKey[]; readonly looked: number; readonly last: string | undefined }> {
  const { rows } = await sql<{ customer_id: string; event_id: string; fits: boolean; looked: number }>`
    with piece as materialized (
      select customer_id, event_id, name = ${piece.name} and heard_at < ${piece.heardBefore}::timestamptz as fits
      from memory.public_event where event_id > ${piece.after}::uuid and event_id <= ${piece.until}::uuid
      order by event_id limit ${piece.limit})
    select customer_id, event_id, fits, (select count(*) from piece) as looked from piece
    where fits or event_id = (select event_id from piece order by event_id desc limit 1)
    order by event_id`.execute(tx);
  const fitting = rows.filter((row) => row.fits);
  return {
    fitting: fitting.map((row) => ({ customerId: row.customer_id, eventId: row.event_id })),
    looked: rows[0]?.looked ?? 0,
    last: rows.at(-1)?.event_id,
  };
}

/** Which of these events made a customer's own promise out of this standing one. */
export async function listMade(tx: Tx, standingId: string, keys: readonly EventKey[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ made_event_id: string }>`
    select p.made_event_id from promises.promise p
    where p.customer_id = any (${uuids([...new Set(keys.map((key) => key.customerId))])}::uuid[])
      and p.standing_id = ${standingId}::uuid
      and p.made_event_id = any (${uuids(keys.map((key) => key.eventId))}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.made_event_id));
}
