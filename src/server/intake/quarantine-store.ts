import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import { refuse } from '../platform/refuse.ts';

/** Something kept aside, as it came. */
export interface QuarantineRow {
  readonly quarantine_id: string;
  readonly source_id: string;
  readonly source: string;
  readonly at: Date;
  readonly code: string;
  readonly detail: string;
  readonly raw: string;
  readonly state: string;
  readonly tries: number;
}

/** What was set aside, newest first, after a place. */
export async function listQuarantine(
  tx: Tx,
  filter: {
    source_id?: string | undefined;
    state: string;
    limit: number;
    after: { at: string; id: string } | undefined;
  },
): Promise<QuarantineRow[]> {
  const { rows } = await sql<QuarantineRow>`
    select q.quarantine_id, q.source_id, s.name as source, q.at, q.code, q.detail, left(q.raw, 40000) as raw, q.state, q.tries
    from intake.quarantine q join intake.source s on s.source_id = q.source_id
    where q.state = ${filter.state} and (${filter.source_id ?? null}::uuid is null or q.source_id = ${filter.source_id ?? null})
      and (${filter.after?.at ?? null}::timestamptz is null or q.at < ${filter.after?.at ?? null}
        or (q.at = ${filter.after?.at ?? null} and q.quarantine_id > ${filter.after?.id ?? null}::uuid))
    order by q.at desc, q.quarantine_id limit ${filter.limit}`.execute(tx);
  return rows;
}

/** How many wait: of one source, or of all. */
export async function countWaiting(tx: Tx, sourceId: string | undefined): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from intake.quarantine
    where state = 'waiting' and (${sourceId ?? null}::uuid is null or source_id = ${sourceId ?? null})`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Waiting items of a source, locked; refuses `record.not-found` where one does not wait. */
export async function requireQuarantined(
  tx: Tx,
  sourceId: string,
  ids: readonly string[],
): Promise<{ quarantine_id: string; raw: string }[]> {
  const { rows } = await sql<{ quarantine_id: string; raw: string }>`
    select quarantine_id, raw from intake.quarantine
    where source_id = ${sourceId} and quarantine_id = any (${ids}::uuid[]) and state = 'waiting'
    order by quarantine_id for update`.execute(tx);
  if (rows.length !== new Set(ids).size) refuse('record.not-found');
  return rows;
}

/** Notes what became of items that waited. */
export async function saveSettled(
  tx: Tx,
  sourceId: string,
  ids: readonly string[],
  settled: { state: 'remembered' | 'dropped'; at: Date; by: string },
): Promise<void> {
  await sql`
    update intake.quarantine set state = ${settled.state}, settled_at = ${settled.at}, settled_by = ${settled.by}
    where source_id = ${sourceId} and quarantine_id = any (${ids}::uuid[])`.execute(tx);
}

/** Counts a try to take items in again. */
export async function saveTried(tx: Tx, sourceId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update intake.quarantine set tries = tries + 1
    where source_id = ${sourceId} and quarantine_id = any (${ids}::uuid[])`.execute(tx);
}

/** Moves what a retry took in out of the quarantined count, so that the source's counts still reconcile. */
export async function moveTally(
  tx: Tx,
  moved: { tallyId: string; sourceId: string; at: Date; remembered: number; duplicate: number },
): Promise<void> {
  const all = moved.remembered + moved.duplicate;
  if (all === 0) return;
  await sql`
    insert into intake.tally (source_id, tally_id, at, sent, remembered, duplicate, quarantined)
    values (${moved.sourceId}, ${moved.tallyId}, ${moved.at}, 0, ${moved.remembered}, ${moved.duplicate}, ${-all})`.execute(
    tx,
  );
}
