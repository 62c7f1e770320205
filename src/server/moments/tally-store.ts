import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { TallyMove } from './tally-rules.ts';

/** Adds changes of the counts, without waiting for another writer. */
export async function insertTallyMoves(tx: Tx, changeId: string, moves: readonly TallyMove[]): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map((move, place) => ({ ...move, place }));
  await sql`/* send on */
    insert into moments.tally_move (change_id, place, stage, day_on, touchpoint, department, sign, failing, kind,
      objective, emotional, moments)
    select ${changeId}::uuid, r.place, r.stage, r.day_on, r.touchpoint, r.department, r.sign, r.failing, r.kind,
      r.objective, r.emotional, r.moments
    from json_populate_recordset(null::moments.tally_move, ${JSON.stringify(rows)}::json) r`.execute(tx);
}

/** The ids of the first and the last change that waits to be folded. */
export async function findWaiting(tx: Tx): Promise<{ first: string; last: string } | undefined> {
  const { rows } = await sql<{ first: string; last: string }>`
    select (select change_id from moments.tally_move order by change_id limit 1) as first, change_id as last
    from moments.tally_move order by change_id desc limit 1`.execute(tx);
  return rows[0];
}

/** Folds changes into the counts, so many at a time; tells how many. One at a time: two would wait for each other's counts. */
export async function foldTally(tx: Tx, limit: number): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with gone as (
      delete from moments.tally_move m using (
        select change_id, place from moments.tally_move order by change_id, place limit ${limit}) as first
      where m.change_id = first.change_id and m.place = first.place
      returning m.*),
    folded as (
      insert into moments.tally as t
        (stage, day_on, touchpoint, department, sign, failing, kind, objective, emotional, moments)
      select stage, day_on, touchpoint, department, sign, failing, kind, objective, emotional, sum(moments) from gone
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(moments) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8, 9
      on conflict (stage, day_on, touchpoint, department, sign, failing, kind, objective, emotional)
        do update set moments = t.moments + excluded.moments)
    select count(*) as folded from gone`.execute(tx);
  return rows[0]?.folded ?? 0;
}

/** Moments of a period as they are counted by the place, the department, the sign and what failed; what waits included. */
export interface CountRow {
  readonly stage: string;
  readonly touchpoint: string;
  readonly department: string;
  readonly sign: number;
  readonly failing: string;
  readonly kind: string;
  readonly objective: number;
  readonly emotional: number;
  readonly moments: number;
}

/** Sums the counts of a period of days, the first and the last included. */
export async function sumTally(tx: Tx, since: string, until: string): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    select stage, touchpoint, department, sign, failing, kind, objective, emotional, sum(moments)::int8 as moments from (
      select stage, touchpoint, department, sign, failing, kind, objective, emotional, moments from moments.tally
      where stage = any ('{all,perception,interaction,remembrance}') and day_on between ${since}::date and ${until}::date
      union all
      select stage, touchpoint, department, sign, failing, kind, objective, emotional, moments from moments.tally_move
      where day_on between ${since}::date and ${until}::date) c
    group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(moments) <> 0`.execute(tx);
  return rows;
}

/** Good, indifferent and bad moments by month of a period. */
export async function sumMonths(
  tx: Tx,
  since: string,
  until: string,
): Promise<{ month: string; sign: number; moments: number }[]> {
  const { rows } = await sql<{ month: string; sign: number; moments: number }>`
    select to_char(day_on, 'YYYY-MM') as month, sign, sum(moments)::int8 as moments from (
      select day_on, sign, moments from moments.tally
      where stage = 'all' and day_on between ${since}::date and ${until}::date
      union all
      select day_on, sign, moments from moments.tally_move
      where stage = 'all' and day_on between ${since}::date and ${until}::date) c
    group by 1, 2 having sum(moments) <> 0 order by 1, 2`.execute(tx);
  return rows;
}
