import { type RawBuilder, sql } from 'kysely';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { LineKey, OpenLine } from './line-store.ts';

/** Whose a line is: a person's, a department's, or nobody's by name. */
export interface Owner {
  readonly person_id: string | null;
  readonly department_id: string | null;
}

/** What stands in a line that was handed over. */
export interface Handed {
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
  /** Whose the room says it is; while it says so, the line stays handed over. */
  readonly put: Owner;
  /** Whose it was when it was handed over, and who had taken it: what taking back restores; null once it was. */
  readonly was: (Owner & { readonly claimed_by: string | null }) | null;
  /** What the receivers were told of it. */
  readonly tellings: readonly string[];
}

/** An open line that may be handed over. */
export interface HandLine extends OpenLine, Owner {
  readonly customer_id: string;
  readonly room: string;
  readonly key: string;
  readonly hand_over: unknown;
  readonly handed: Handed | null;
  /** Where it belongs: its own department, else its person's. */
  readonly home_id: string | null;
}

/** Open lines by their keys, locked in the order in which everybody locks them. */
export async function lockLines(tx: Tx, keys: readonly LineKey[]): Promise<HandLine[]> {
  const { rows } = await sql<HandLine>`
    select l.customer_id, l.room, l.key, l.person_id, l.department_id, l.claimed_by, l.hand_over, l.handed,
      coalesce(l.department_id, w.department_id) as home_id,
      coalesce(q.state = 'active', false) as claimer_active, q.name as claimer_name
    from today.line l
      left join staff.public_person q on q.person_id = l.claimed_by
      left join staff.public_person w on w.person_id = l.person_id
    where l.settled_at is null and (l.customer_id, l.room, l.key) in (select * from ${keysOf(keys)} as r)
    order by l.customer_id, l.room, l.key for update of l`.execute(tx);
  return rows;
}

/** Makes lines somebody's, with what is remembered of each. */
export async function saveHanded(
  tx: Tx,
  rows: readonly (LineKey & {
    readonly owner: Owner;
    readonly claimedBy: string | null;
    readonly handed: Handed | null;
  })[],
  at: Date,
): Promise<void> {
  await sql`
    update today.line l set person_id = r.person_id, department_id = r.department_id, claimed_by = r.claimed_by,
      claimed_at = case when r.claimed_by is null then null else ${at}::timestamptz end, snoozed_until = null,
      handed = r.handed::jsonb
    from unnest(
      ${uuids(rows.map((row) => row.customerId))}::uuid[], ${texts(rows.map((row) => row.room))}::text[],
      ${texts(rows.map((row) => row.key))}::text[], ${uuids(rows.map((row) => row.owner.person_id))}::uuid[],
      ${uuids(rows.map((row) => row.owner.department_id))}::uuid[], ${uuids(rows.map((row) => row.claimedBy))}::uuid[],
      ${texts(rows.map((row) => (row.handed === null ? null : JSON.stringify(row.handed))))}::text[])
      as r (customer_id, room, key, person_id, department_id, claimed_by, handed)
    where l.customer_id = r.customer_id and l.room = r.room and l.key = r.key`.execute(tx);
}

/** True for a person who works here, or an open department. */
export async function canReceive(tx: Tx, to: Owner): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`
    select exists (select 1 from staff.public_person where person_id = ${to.person_id}::uuid and state = 'active')
      or exists (select 1 from staff.public_department where department_id = ${to.department_id}::uuid
        and closed_at is null) as can`.execute(tx);
  return rows[0]?.can === true;
}

/** Takes back what was told of something undone, with its letters that have not gone yet. */
export async function eraseTellings(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from today.telling where telling_id = any (${uuids(ids)}::uuid[]) and seen_at is null`.execute(tx);
}

function keysOf(keys: readonly LineKey[]): RawBuilder<unknown> {
  return sql`unnest(${uuids(keys.map((one) => one.customerId))}::uuid[], ${texts(keys.map((one) => one.room))}::text[],
    ${texts(keys.map((one) => one.key))}::text[])`;
}
