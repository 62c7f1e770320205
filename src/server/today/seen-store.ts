import { sql } from 'kysely';
import type { MailWay, Slots } from '../../shared/today.ts';
import { texts } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** More unseen tellings than these are not counted. */
const mostUnseen = 100;

/** A telling as its reader sees it. */
export interface SeenRow {
  readonly telling_id: string;
  readonly customer_id: string | null;
  readonly customer: string | null;
  readonly customer_key: string | null;
  readonly kind: string;
  readonly word: string;
  readonly slots: Slots;
  readonly path: string;
  readonly at: Date;
  readonly late_seconds: number;
  readonly seen: boolean;
}

/** Somebody's tellings, newest first. */
export async function listTellings(
  tx: Tx,
  personId: string,
  after: { at: Date; tellingId: string } | undefined,
  limit: number,
): Promise<SeenRow[]> {
  const further =
    after === undefined ? sql`` : sql`and (at, telling_id) < (${after.at}::timestamptz, ${after.tellingId}::uuid)`;
  const { rows } = await sql<SeenRow>`
    select t.telling_id, t.customer_id, f.name as customer,
      case when f.name is null then (
        select k.value from customers.public_identity_key k
        where k.kind <> 'anonymous'
          and k.customer_id in (select m.customer_id from customers.public_customer m where m.face_id = c.face_id)
        order by array_position(array['email', 'phone', 'card', 'user'], k.kind) limit 1) end as customer_key,
      t.kind, t.word, t.slots, t.path, t.at, t.late_seconds, t.seen_at is not null as seen
    from (
      select * from today.telling where person_id = ${personId} and in_app ${further}
      order by at desc, telling_id desc limit ${limit}) t
      left join customers.public_customer c on c.customer_id = t.customer_id
      left join customers.public_customer f on f.customer_id = c.face_id
    order by t.at desc, t.telling_id desc`.execute(tx);
  return rows;
}

/** How many tellings somebody has not seen, up to 100. */
export async function countUnseen(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ unseen: number }>`
    select count(*) as unseen from (
      select 1 from today.telling where person_id = ${personId} and in_app and seen_at is null limit ${mostUnseen}) t`.execute(
    tx,
  );
  return rows[0]?.unseen ?? 0;
}

/** Marks one of somebody's tellings, or all up to an instant, as seen. */
export async function saveSeen(
  tx: Tx,
  personId: string,
  which: { tellingId: string } | { until: Date },
  at: Date,
): Promise<void> {
  const these = 'tellingId' in which ? sql`telling_id = ${which.tellingId}` : sql`at <= ${which.until}`;
  await sql`
    update today.telling set seen_at = ${at}
    where person_id = ${personId} and in_app and seen_at is null and ${these}`.execute(tx);
}

/** What somebody said of how he wants to be told. */
export async function listPreferences(
  tx: Tx,
  personId: string,
): Promise<{ kind: string; app: boolean; mail: MailWay }[]> {
  const { rows } = await sql<{ kind: string; app: boolean; mail: MailWay }>`
    select kind, app, mail from today.preference where person_id = ${personId}`.execute(tx);
  return rows;
}

/** Writes how somebody wants to be told. */
export async function savePreferences(
  tx: Tx,
  personId: string,
  rows: readonly { kind: string; app: boolean; mail: MailWay }[],
): Promise<void> {
  await sql`
    insert into today.preference (person_id, kind, app, mail)
    select ${personId}::uuid, kind, app = 'true', mail from unnest(
      ${texts(rows.map((row) => row.kind))}::text[], ${texts(rows.map((row) => String(row.app)))}::text[],
      ${texts(rows.map((row) => row.mail))}::text[]) as r (kind, app, mail)
    on conflict (person_id, kind) do update set app = excluded.app, mail = excluded.mail`.execute(tx);
}
