import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { MomentKey } from './judgement-store.ts';
import type { Moment } from './moment.ts';

export const momentColumns = sql`
  m.customer_id, m.moment_id, m.at, m.heard_at, m.sign, m.severity, m.own, m.source, m.kind, m.failing, m.cause,
  m.people, m.information, m.process, m.environment, m.functional, m.emotional, m.stages, m.touchpoint, m.channel,
  m.departments, m.owner_department, m.person, m.event_id, m.conversation_id, m.promise_id, m.agreement_id, m.subject,
  m.day_on`;

/** Moments as they stand. */
export async function listMoments(tx: Tx, keys: readonly MomentKey[]): Promise<Moment[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Moment>`
    select ${momentColumns} from moments.moment m join unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.momentId))}::uuid[])
      as r (customer_id, moment_id) using (customer_id, moment_id)`.execute(tx);
  return rows;
}

/** Every moment that stands under these customers. */
export async function listMomentsUnder(tx: Tx, customerIds: readonly string[]): Promise<Moment[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<Moment>`
    select ${momentColumns} from moments.moment m
    where m.customer_id = any (${uuids(customerIds)}::uuid[])`.execute(tx);
  return rows;
}

/** Writes moments whole. */
export async function saveMoments(tx: Tx, rows: readonly Moment[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into moments.moment
    select ${momentColumns} from json_populate_recordset(null::moments.moment, ${JSON.stringify(rows)}::json) m
    on conflict (customer_id, moment_id) do update set
      at = excluded.at, heard_at = excluded.heard_at, sign = excluded.sign, severity = excluded.severity,
      own = excluded.own, source = excluded.source, kind = excluded.kind, failing = excluded.failing,
      cause = excluded.cause, people = excluded.people, information = excluded.information, process = excluded.process,
      environment = excluded.environment, functional = excluded.functional, emotional = excluded.emotional,
      stages = excluded.stages, touchpoint = excluded.touchpoint, channel = excluded.channel,
      departments = excluded.departments, owner_department = excluded.owner_department, person = excluded.person,
      event_id = excluded.event_id, conversation_id = excluded.conversation_id, promise_id = excluded.promise_id,
      agreement_id = excluded.agreement_id, subject = excluded.subject, day_on = excluded.day_on`.execute(tx);
}

/** Takes moments out: nothing is said of them any more, or their customer is read under another face. */
export async function eraseMoments(tx: Tx, keys: readonly MomentKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    delete from moments.moment m using unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.momentId))}::uuid[])
      as r (customer_id, moment_id)
    where m.customer_id = r.customer_id and m.moment_id = r.moment_id`.execute(tx);
}
