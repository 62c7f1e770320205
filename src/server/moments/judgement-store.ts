import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Judgement } from './judgement.ts';

/** Which judgement, whatever it is about. */
export interface JudgementKey {
  readonly customerId: string;
  readonly judgementId: string;
}

/** Which contact of a customer. */
export interface MomentKey {
  readonly customerId: string;
  readonly momentId: string;
}

const columns = sql`
  j.customer_id, j.moment_id, j.judgement_id, j.source, j.stage, j.at, j.contact_at, j.heard_at, j.event_id, j.base,
  j.people, j.information, j.process, j.environment, j.functional, j.emotional, j.severity, j.kind, j.cause,
  j.touchpoint, j.channel, j.departments, j.information_from, j.person, j.conversation_id, j.promise_id,
  j.agreement_id, j.subject, j.expected, j.received, j.by`;

/** Writes judgements over what was written of them before; tells of which contacts they were, where of another one. */
export async function saveJudgements(tx: Tx, rows: readonly Judgement[]): Promise<MomentKey[]> {
  if (rows.length === 0) return [];
  const moved = await sql<{ customer_id: string; moment_id: string }>`
    delete from moments.judgement j using unnest(
      ${uuids(rows.map((row) => row.customer_id))}::uuid[], ${uuids(rows.map((row) => row.judgement_id))}::uuid[],
      ${uuids(rows.map((row) => row.moment_id))}::uuid[]) as r (customer_id, judgement_id, moment_id)
    where j.customer_id = r.customer_id and j.judgement_id = r.judgement_id and j.moment_id <> r.moment_id
    returning j.customer_id, j.moment_id`.execute(tx);
  await sql`
    insert into moments.judgement
    select ${columns} from json_populate_recordset(null::moments.judgement, ${JSON.stringify(rows)}::json) j
    on conflict (customer_id, moment_id, judgement_id) do update set
      source = excluded.source, stage = excluded.stage, at = excluded.at, contact_at = excluded.contact_at,
      base = excluded.base, people = excluded.people, information = excluded.information, process = excluded.process,
      environment = excluded.environment, functional = excluded.functional, emotional = excluded.emotional,
      severity = excluded.severity, kind = excluded.kind, cause = excluded.cause, touchpoint = excluded.touchpoint,
      channel = excluded.channel, departments = excluded.departments, information_from = excluded.information_from,
      person = excluded.person, conversation_id = excluded.conversation_id, promise_id = excluded.promise_id,
      agreement_id = excluded.agreement_id, subject = excluded.subject, expected = excluded.expected,
      received = excluded.received, by = excluded.by, event_id = excluded.event_id`.execute(tx);
  return moved.rows.map(keyOf);
}

/** Takes judgements out; tells of which contacts they were. */
export async function eraseJudgements(tx: Tx, keys: readonly JudgementKey[]): Promise<MomentKey[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ customer_id: string; moment_id: string }>`
    delete from moments.judgement j using unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.judgementId))}::uuid[])
      as r (customer_id, judgement_id)
    where j.customer_id = r.customer_id and j.judgement_id = r.judgement_id
    returning j.customer_id, j.moment_id`.execute(tx);
  return rows.map(keyOf);
}

/** Of which contacts judgements of these ids are, for customers whose events were taken out: those whose event is gone. */
export async function listLost(tx: Tx, customerIds: readonly string[]): Promise<JudgementKey[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<{ customer_id: string; judgement_id: string }>`
    select j.customer_id, j.judgement_id from moments.judgement j
    where j.customer_id = any (${uuids(customerIds)}::uuid[]) and j.event_id is not null and not exists (
      select 1 from memory.public_event e where e.customer_id = j.customer_id and e.event_id = j.event_id)`.execute(tx);
  return rows.map((row) => ({ customerId: row.customer_id, judgementId: row.judgement_id }));
}

/** A judgement with the face under which it is read. */
export type FacedJudgement = Judgement & { readonly face_id: string };

/** Everything that was said of these contacts, by anyone under these faces. */
export async function listOfMoments(
  tx: Tx,
  keys: readonly { readonly faceId: string; readonly momentId: string }[],
): Promise<FacedJudgement[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<FacedJudgement>`
    select r.face_id, ${columns} from unnest(
        ${uuids(keys.map((key) => key.faceId))}::uuid[], ${uuids(keys.map((key) => key.momentId))}::uuid[])
        as r (face_id, moment_id)
      join customers.public_customer c on c.face_id = r.face_id
      join moments.judgement j on j.customer_id = c.customer_id and j.moment_id = r.moment_id`.execute(tx);
  return rows;
}

/** The contacts of which anything was said for these customers. */
export async function listMomentIds(tx: Tx, customerIds: readonly string[]): Promise<MomentKey[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<{ customer_id: string; moment_id: string }>`
    select distinct customer_id, moment_id from moments.judgement
    where customer_id = any (${uuids(customerIds)}::uuid[])`.execute(tx);
  return rows.map(keyOf);
}

function keyOf(row: { customer_id: string; moment_id: string }): MomentKey {
  return { customerId: row.customer_id, momentId: row.moment_id };
}
