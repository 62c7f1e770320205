import { sql } from 'kysely';
import { instants, jsons, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { EntryKey } from './entry-store.ts';
import { dimensions, type TallyMove } from './tally-rules.ts';

/** What was done with a promise. */
export interface Step extends EntryKey {
  readonly stepId: string;
  readonly at: Date;
  readonly by: string;
  readonly what: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Writes what was done; never changed. */
export async function insertSteps(tx: Tx, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  await sql`/* send on */
    insert into promises.step (customer_id, promise_id, step_id, at, by, what, details)
    select * from unnest(
      ${uuids(steps.map((step) => step.customerId))}::uuid[], ${uuids(steps.map((step) => step.promiseId))}::uuid[],
      ${uuids(steps.map((step) => step.stepId))}::uuid[], ${instants(steps.map((step) => step.at))}::timestamptz[],
      ${texts(steps.map((step) => step.by))}::text[], ${texts(steps.map((step) => step.what))}::text[],
      ${jsons(steps.map((step) => step.details))}::jsonb[])`.execute(tx);
}

/** An alarm that rings now. */
export interface AlarmRow extends EntryKey {
  readonly kind: string;
  readonly ringAt: Date;
}

/** Writes alarms as rung; each once, for ever. */
export async function insertAlarms(tx: Tx, alarms: readonly AlarmRow[], now: Date): Promise<void> {
  if (alarms.length === 0) return;
  await sql`
    insert into promises.alarm (customer_id, promise_id, kind, ring_at, rang_at)
    select *, ${now}::timestamptz from unnest(
      ${uuids(alarms.map((alarm) => alarm.customerId))}::uuid[],
      ${uuids(alarms.map((alarm) => alarm.promiseId))}::uuid[], ${texts(alarms.map((alarm) => alarm.kind))}::text[],
      ${instants(alarms.map((alarm) => alarm.ringAt))}::timestamptz[])`.execute(tx);
}

/** Adds changes of the counts, without waiting for another writer. */
export async function insertTallyMoves(tx: Tx, changeId: string, moves: readonly TallyMove[]): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ dueOn, settledOn, state, values, promises }, place) => ({
    place,
    due_on: dueOn,
    settled_on: settledOn,
    state,
    dimension_values: values,
    promises,
  }));
  await sql`/* send on */
    insert into promises.tally_move (change_id, place, due_on, settled_on, state, dimension_values, promises)
    select ${changeId}::uuid, place, due_on, settled_on, state, dimension_values, promises
    from json_to_recordset(${JSON.stringify(rows)}::json) as r
      (place int, due_on date, settled_on date, state text, dimension_values text[], promises bigint)`.execute(tx);
}

/** The ids of the first and the last change that waits to be folded. */
export async function findWaiting(tx: Tx): Promise<{ first: string; last: string } | undefined> {
  const { rows } = await sql<{ first: string; last: string }>`
    select (select change_id from promises.tally_move order by change_id limit 1) as first, change_id as last
    from promises.tally_move order by change_id desc limit 1`.execute(tx);
  return rows[0];
}

/** Folds changes into the counts, so many at a time; tells how many. One at a time: two would wait for each other's counts. */
export async function foldTally(tx: Tx, limit: number): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with gone as (
      delete from promises.tally_move m using (
        select change_id, place from promises.tally_move order by change_id, place limit ${limit}) as first
      where m.change_id = first.change_id and m.place = first.place
      returning m.*),
    folded as (
      insert into promises.tally as t (side, dimension, day_on, value, state, promises)
      select side, dimension, day_on, value, state, sum(promises) from (
        select s.side, d.dimension, s.day_on, m.dimension_values[d.place] as value, m.state, m.promises
        from gone m cross join unnest(${texts(dimensions)}::text[]) with ordinality d (dimension, place)
          cross join lateral (values ('due', m.due_on), ('settled', m.settled_on)) s (side, day_on)
        where s.day_on is not null and m.dimension_values[d.place] is not null) c
      group by 1, 2, 3, 4, 5 having sum(promises) <> 0 order by 1, 2, 3, 4, 5
      on conflict (side, dimension, day_on, value, state) do update set promises = t.promises + excluded.promises)
    select count(*) as folded from gone`.execute(tx);
  return rows[0]?.folded ?? 0;
}

/** The house's ways with promises. */
export interface Setting {
  readonly accept_minutes: number;
  readonly alarm_shares: readonly number[];
  readonly public_page: boolean;
  readonly public_rate: boolean;
  readonly zone_data: string | null;
  readonly version: number;
}

/** What the house has set, if anything. */
export async function findSetting(tx: Tx): Promise<Setting | undefined> {
  const { rows } = await sql<Setting>`/* plan once */
    select accept_minutes, alarm_shares, public_page, public_rate, zone_data, version from promises.setting`.execute(
    tx,
  );
  return rows[0];
}
