import { sql } from 'kysely';
import type { Imprint } from '../customers/undo-service.ts';
import type { Tx } from '../platform/database/open.ts';

/** Notes what a chunk made; of what it changed twice the first *before* and the last *after* stand. */
export async function insertImprints(tx: Tx, importId: string, rows: readonly Imprint[]): Promise<void> {
  if (rows.length === 0) return;
  const byKey = new Map<string, Imprint>();
  for (const row of rows) {
    const key = `${row.kind} ${row.customerId} ${row.key}`;
    const { before = row.before } = byKey.get(key) ?? {};
    byKey.set(key, { ...row, before });
  }
  const all = [...byKey.values()];
  await sql`
    insert into intake.import_made as m (import_id, kind, customer_id, made_key, before, after)
    select ${importId}::uuid, kind, customer, key, before, after from unnest(
      ${all.map((row) => row.kind)}::text[], ${all.map((row) => row.customerId)}::uuid[],
      ${all.map((row) => row.key)}::text[], ${all.map((row) => jsonOf(row.before))}::jsonb[],
      ${all.map((row) => jsonOf(row.after))}::jsonb[]) as r (kind, customer, key, before, after)
    on conflict (customer_id, import_id, kind, made_key) do update set after = excluded.after`.execute(tx);
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** Takes some of an import's messages away, and gives back which events they were. */
export async function takeMessages(
  tx: Tx,
  importId: string,
  limit: number,
): Promise<{ customerId: string; eventId: string }[]> {
  const { rows: part } = await sql<{ source_id: string; message_digest: string }>`
    select source_id, message_digest from intake.message where import_id = ${importId} limit ${limit}`.execute(tx);
  const first = part[0];
  if (first === undefined) return [];
  const { rows } = await sql<{ customerId: string; eventId: string }>`
    delete from intake.message
    where source_id = ${first.source_id} and message_digest = any (${part.map((row) => row.message_digest)}::uuid[])
      and import_id = ${importId}
    returning customer_id as "customerId", event_id as "eventId"`.execute(tx);
  return rows;
}

/** Takes some imprints of a kind away, and gives them back. */
export async function takeImprints(tx: Tx, importId: string, kind: string, limit: number): Promise<Imprint[]> {
  const { rows } = await sql<{ kind: string; customerId: string; key: string; before: unknown; after: unknown }>`
    select kind, customer_id as "customerId", made_key as key, before, after from intake.import_made
    where import_id = ${importId} and kind = ${kind} order by customer_id, made_key limit ${limit}`.execute(tx);
  const last = rows.at(-1);
  if (last === undefined) return [];
  await sql`
    delete from intake.import_made where import_id = ${importId} and kind = ${kind}
      and (customer_id, made_key) <= (${last.customerId}::uuid, ${last.key})`.execute(tx);
  return rows;
}

/** Notes how many messages an import has, before the first is taken out. */
export async function countToUndo(tx: Tx, importId: string): Promise<void> {
  await sql`
    update intake.import set undo_of = (select count(*) from intake.message where import_id = ${importId}), undo_at = 0
    where import_id = ${importId} and undo_of = 0`.execute(tx);
}

/** Notes progress and renews the lease; false when another server has it. */
export async function saveUndoStep(tx: Tx, importId: string, server: string, events: number): Promise<boolean> {
  const { rows } = await sql`
    update intake.import set undo_at = undo_at + ${events}, lease_until = now() + interval '15 seconds'
    where import_id = ${importId} and lease_by = ${server} and state = 'undoing' returning import_id`.execute(tx);
  return rows.length === 1;
}

/** Takes out the counts and errors of an import, and its source where it made it and nothing else came from there. */
export async function eraseTraces(tx: Tx, importId: string): Promise<void> {
  await sql`delete from intake.tally where import_id = ${importId}`.execute(tx);
  await sql`delete from intake.import_error where import_id = ${importId}`.execute(tx);
  await sql`
    delete from intake.source s using intake.import i
    where i.import_id = ${importId} and s.source_id = i.source_id and i.source_made and s.version = 1
      and not exists (select 1 from intake.message m where m.source_id = s.source_id)
      and not exists (select 1 from intake.tally t where t.source_id = s.source_id)
      and not exists (select 1 from intake.quarantine q where q.source_id = s.source_id)
      and not exists (select 1 from intake.import o
        where o.source_id = s.source_id and o.import_id <> i.import_id and o.state <> 'undone')`.execute(tx);
}

/** Ends the undoing; the row itself stays, as what happened. */
export async function saveUndone(tx: Tx, importId: string, server: string): Promise<void> {
  await sql`
    update intake.import set state = 'undone', ended_at = now(), lease_until = null, lease_by = null
    where import_id = ${importId} and lease_by = ${server} and state = 'undoing'`.execute(tx);
}
