import { sql } from 'kysely';
import type { HandOverWay, Slots } from '../../shared/today.ts';
import type { TodayStep, TodayWord } from '../../shared/words/today-words.ts';
import { instants, integers, jsons, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** Which line: a customer's, of a room, by the room's own key. */
export interface LineKey {
  readonly customerId: string;
  /** The room that put it, e.g. `promises`. */
  readonly room: string;
  readonly key: string;
}

/** What awaits somebody, as a room puts it onto Today. No customers' words or names in it: ids, dates and numbers. */
export interface AwaitedLine extends LineKey {
  /** Of the kinds in `shared/today.ts`; what the reader counts and chooses by. */
  readonly kind: string;
  /** For one person; when he has left, for whoever hears for him. */
  readonly personId?: string | null | undefined;
  /** For everyone of a department; beside a person, where to turn when he has left. Neither: for administrators and heads. */
  readonly departmentId?: string | null | undefined;
  /** Among lines that are not late, and among those that are, the weightier stand first; 0 when not said. */
  readonly weight?: number | undefined;
  /** When it is due; a line past it is late. */
  readonly until?: Date | null | undefined;
  readonly word: TodayWord;
  readonly slots?: Slots | undefined;
  /** Where its button leads, within the app, e.g. `/promises/<id>`. */
  readonly path: string;
  /** The one next step that one key takes. */
  readonly act?: { readonly word: TodayStep; readonly endpoint: string; readonly input: object } | undefined;
  /**
   * How it goes to somebody else. Not said: Today changes whose it is, and it stays so as long as the room names the same
   * owner. An endpoint of the room: that is asked instead, since the room keeps whose it is. False: it stays with whom it is.
   */
  readonly handOver?: HandOverWay | undefined;
}

/**
 * Puts lines, or changes and reopens those that are there; tells how many changed. A line that says the same stays as it
 * is; one of another kind, date or owner comes out of its snooze, one of another owner is nobody's claim any more. Whose
 * somebody made it by handing it over it stays, until the room names another owner than it did.
 */
export async function saveLines(tx: Tx, rows: readonly AwaitedLine[], at: Date): Promise<number> {
  const done = await sql`
    insert into today.line as l
      (customer_id, room, key, kind, person_id, department_id, weight, until, word, slots, path, act, hand_over, since)
    select r.*, ${at}::timestamptz from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[], ${texts(rows.map((row) => row.room))}::text[],
      ${texts(rows.map((row) => row.key))}::text[], ${texts(rows.map((row) => row.kind))}::text[],
      ${uuids(rows.map((row) => row.personId))}::uuid[], ${uuids(rows.map((row) => row.departmentId))}::uuid[],
      ${integers(rows.map((row) => row.weight ?? 0))}::int[], ${instants(rows.map((row) => row.until))}::timestamptz[],
      ${texts(rows.map((row) => row.word))}::text[], ${jsons(rows.map((row) => row.slots ?? {}))}::jsonb[],
      ${texts(rows.map((row) => row.path))}::text[], ${jsons(rows.map((row) => row.act))}::jsonb[],
      ${jsons(rows.map((row) => row.handOver))}::jsonb[]) as r
    on conflict (customer_id, room, key) do update set
      kind = excluded.kind, weight = excluded.weight, until = excluded.until, word = excluded.word,
      slots = excluded.slots, path = excluded.path, act = excluded.act, hand_over = excluded.hand_over,
      person_id = case when ${staysHanded} then l.person_id else excluded.person_id end,
      department_id = case when ${staysHanded} then l.department_id else excluded.department_id end,
      handed = case when ${staysHanded} then l.handed end,
      since = case when l.settled_at is null then l.since else excluded.since end,
      claimed_by = case when ${sameOwner} then l.claimed_by end,
      claimed_at = case when ${sameOwner} then l.claimed_at end,
      snoozed_until = case when ${sameOwner} and l.kind = excluded.kind and l.until is not distinct from excluded.until
        then l.snoozed_until end,
      settled_at = null, settled_by = null
    where l.settled_at is not null or not ${sameOwner}
      or (l.kind, l.weight, l.until, l.word, l.slots, l.path, l.act, l.hand_over) is distinct from
        (excluded.kind, excluded.weight, excluded.until, excluded.word, excluded.slots, excluded.path, excluded.act,
          excluded.hand_over)`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Handed over, and the room names the owner that it named before that. */
const staysHanded = sql`(l.settled_at is null and l.handed is not null
  and l.handed->'put'->>'person_id' is not distinct from excluded.person_id::text
  and l.handed->'put'->>'department_id' is not distinct from excluded.department_id::text)`;

const sameOwner = sql`(l.settled_at is null and (${staysHanded} or l.handed is null
  and l.person_id is not distinct from excluded.person_id
  and l.department_id is not distinct from excluded.department_id))`;

/** Settles open lines; tells how many there were. */
export async function saveSettled(tx: Tx, rows: readonly LineKey[], by: string | null, at: Date): Promise<number> {
  const done = await sql`
    update today.line l set settled_at = ${at}, settled_by = ${by}::uuid
    from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[], ${texts(rows.map((row) => row.room))}::text[],
      ${texts(rows.map((row) => row.key))}::text[]) as r (customer_id, room, key)
    where l.customer_id = r.customer_id and l.room = r.room and l.key = r.key and l.settled_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** One open line with who has it. */
export interface OpenLine {
  readonly person_id: string | null;
  readonly department_id: string | null;
  readonly claimed_by: string | null;
  /** False where whoever had taken it no longer works here. */
  readonly claimer_active: boolean;
  readonly claimer_name: string | null;
}

/** One open line, locked until this transaction ends. */
export async function lockLine(tx: Tx, key: LineKey): Promise<OpenLine | undefined> {
  const { rows } = await sql<OpenLine>`
    select l.person_id, l.department_id, l.claimed_by,
      exists (select 1 from staff.public_person p where p.person_id = l.claimed_by and p.state = 'active')
        as claimer_active,
      (select p.name from staff.public_person p where p.person_id = l.claimed_by) as claimer_name
    from today.line l
    where l.customer_id = ${key.customerId} and l.room = ${key.room} and l.key = ${key.key} and l.settled_at is null
    for update of l`.execute(tx);
  return rows[0];
}

/** Writes who has taken a line, and until when it is put off. */
export async function saveHold(
  tx: Tx,
  key: LineKey,
  hold: { claimedBy: string | null; snoozedUntil: Date | null; at: Date },
): Promise<void> {
  await sql`
    update today.line set claimed_at = case when claimed_by is not distinct from ${hold.claimedBy}::uuid then claimed_at
        else case when ${hold.claimedBy}::uuid is not null then ${hold.at}::timestamptz end end,
      claimed_by = ${hold.claimedBy}::uuid, snoozed_until = ${hold.snoozedUntil}::timestamptz
    where customer_id = ${key.customerId} and room = ${key.room} and key = ${key.key}`.execute(tx);
}

/** What somebody settled in a span of time, by kind. */
export async function listSettled(
  tx: Tx,
  by: string,
  span: { zone: string; now: Date },
): Promise<{ kind: string; yesterday: number; today: number }[]> {
  const { rows } = await sql<{ kind: string; yesterday: number; today: number }>`
    with day as (
      select date_trunc('day', ${span.now}::timestamptz at time zone ${span.zone}) at time zone ${span.zone} as today,
        (date_trunc('day', ${span.now}::timestamptz at time zone ${span.zone}) - interval '1 day')
          at time zone ${span.zone} as yesterday)
    select l.kind, count(*) filter (where l.settled_at < day.today) as yesterday,
      count(*) filter (where l.settled_at >= day.today) as today
    from today.line l, day
    where l.settled_by = ${by} and l.settled_at >= day.yesterday and l.settled_at <= ${span.now}
    group by l.kind order by count(*) desc, l.kind`.execute(tx);
  return rows;
}

/** Forgets what was settled before an instant, a few thousand at a time; tells how many went. */
export async function eraseSettled(tx: Tx, before: Date, limit: number): Promise<number> {
  const done = await sql`
    delete from today.line l using (
      select customer_id, room, key from today.line where settled_at < ${before} limit ${limit}) as old
    where l.customer_id = old.customer_id and l.room = old.room and l.key = old.key`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}
