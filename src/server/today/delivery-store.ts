import { sql } from 'kysely';
import type { Language } from '../../shared/scalars.ts';
import type { Slots } from '../../shared/today.ts';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** A letter whose turn it is, taken by this server for a minute. */
export interface DueRow {
  readonly telling_id: string;
  readonly tries: number;
  readonly made_at: Date;
  readonly message_id: string;
}

/**
 * Takes letters that are due, for so many seconds: who dies with one in his hands leaves it to the next, who sends it
 * under the same message id. Servers take different ones at once.
 */
export async function claimDue(tx: Tx, now: Date, seconds: number, limit: number): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    with due as (
      select telling_id, way from today.delivery where state = 'waiting' and next_at <= ${now}
      order by next_at limit ${limit} for update skip locked)
    update today.delivery d
    set tries = d.tries + 1, next_at = ${now}::timestamptz + make_interval(secs => ${seconds})
    from due where d.telling_id = due.telling_id and d.way = due.way
    returning d.telling_id, d.tries, d.made_at, d.message_id`.execute(tx);
  return rows;
}

/** What stands in a letter, read when it is sent. */
export interface LetterRow {
  readonly telling_id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly word: string;
  readonly slots: Slots;
  readonly path: string;
  readonly late_seconds: number;
  readonly customer: string | null;
  readonly customer_key: string | null;
  readonly email: string;
  readonly language: Language;
  readonly zone: string;
}

/** Letters with their readers, as far as these still work here. */
export async function listLetters(tx: Tx, tellingIds: readonly string[]): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select t.telling_id, t.person_id, t.kind, t.word, t.slots, t.path, t.late_seconds, f.name as customer,
      case when f.name is null then (
        select k.value from customers.public_identity_key k
        where k.kind <> 'anonymous' and k.customer_id = c.face_id limit 1) end as customer_key,
      p.email, p.language, coalesce(p.zone, o.zone) as zone
    from today.telling t
      join staff.public_person p on p.person_id = t.person_id and p.state = 'active'
      cross join staff.public_organisation o
      left join customers.public_customer c on c.customer_id = t.customer_id
      left join customers.public_customer f on f.customer_id = c.face_id
    where t.telling_id = any (${uuids(tellingIds)}::uuid[])`.execute(tx);
  return rows;
}

/** Writes what became of a letter. */
export async function saveDelivery(
  tx: Tx,
  tellingId: string,
  to: { state: 'sent' | 'dropped' | 'failed' | 'waiting'; error: string | null; at: Date; nextAt: Date },
): Promise<void> {
  await sql`
    update today.delivery set state = ${to.state}, error = ${to.error}, next_at = ${to.nextAt},
      sent_at = case when ${to.state} = 'sent' then ${to.at}::timestamptz end
    where telling_id = ${tellingId} and way = 'mail' and state <> 'sent'`.execute(tx);
}

/** How mail stands: what waits, what was tried in vain, what failed of late. */
export async function findDeliveries(
  tx: Tx,
  since: Date,
): Promise<{
  waiting: number;
  retrying: number;
  sent_today: number;
  failed: { telling_id: string; person: string; at: string; tries: number; error: string }[];
}> {
  const { rows } = await sql<{
    waiting: number;
    retrying: number;
    sent_today: number;
    failed: { telling_id: string; person: string; at: string; tries: number; error: string }[];
  }>`
    select
      (select count(*) from today.delivery where state = 'waiting') as waiting,
      (select count(*) from today.delivery where state = 'waiting' and error is not null) as retrying,
      (select count(*) from today.delivery where state = 'sent' and sent_at > ${since}) as sent_today,
      coalesce((select json_agg(x) from (
        select d.telling_id, p.name as person, t.at, d.tries, coalesce(d.error, 'other') as error
        from today.delivery d join today.telling t using (telling_id)
          join staff.public_person p on p.person_id = t.person_id
        where d.state = 'failed' order by d.made_at desc limit 20) x), '[]') as failed`.execute(tx);
  return rows[0] ?? { waiting: 0, retrying: 0, sent_today: 0, failed: [] };
}

/** Lets failed letters of so late wait again, at once; tells how many. */
export async function saveAgain(tx: Tx, since: Date, now: Date): Promise<number> {
  const done = await sql`
    update today.delivery set state = 'waiting', made_at = ${now}, next_at = ${now}, tries = 0
    where state = 'failed' and made_at >= ${since}`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Who is to have a digest now: it is morning to evening of a working day of his, and something is told to him by digest. */
export async function insertDigests(
  tx: Tx,
  usual: readonly { kind: string; mail: string }[],
  now: Date,
  limit: number,
): Promise<{ person_id: string; digest_on: string }[]> {
  const { rows } = await sql<{ person_id: string; digest_on: string }>`
    with kind as (
      select * from unnest(
        ${texts(usual.map((row) => row.kind))}::text[], ${texts(usual.map((row) => row.mail))}::text[]) as k (kind, mail)),
    local as (
      select p.person_id, ${now}::timestamptz at time zone coalesce(p.zone, o.zone) as at, o.working_week
      from staff.public_person p cross join staff.public_organisation o where p.state = 'active')
    insert into today.digest (person_id, digest_on)
    select l.person_id, l.at::date from local l
    where extract(hour from l.at) between 8 and 19
      and exists (
        select 1 from jsonb_array_elements(l.working_week) d where (d->>'day')::int = extract(isodow from l.at))
      and exists (
        select 1 from kind k left join today.preference f on f.person_id = l.person_id and f.kind = k.kind
        where coalesce(f.mail, k.mail) = 'daily')
      and not exists (
        select 1 from today.digest g where g.person_id = l.person_id and g.digest_on = l.at::date)
    order by l.person_id limit ${limit}
    on conflict do nothing returning person_id, digest_on`.execute(tx);
  return rows;
}

/** Writes the digests that are to be mailed. */
export async function insertDigestTellings(
  tx: Tx,
  rows: readonly { tellingId: string; personId: string }[],
  now: Date,
): Promise<void> {
  await sql`
    with made as (
      insert into today.telling (telling_id, person_id, kind, word, path, at, in_app)
      select i, p, 'today.digest', 'today.digest', '/', ${now}::timestamptz, false
      from unnest(${uuids(rows.map((row) => row.tellingId))}::uuid[], ${uuids(rows.map((row) => row.personId))}::uuid[]) as r (i, p)
      on conflict do nothing returning telling_id)
    insert into today.delivery (telling_id, way, state, made_at, next_at, message_id)
    select telling_id, 'mail', 'waiting', ${now}::timestamptz, ${now}::timestamptz, telling_id || '@kept' from made`.execute(
    tx,
  );
}

/** Forgets tellings, their deliveries and digests of before; tells how many tellings went. */
export async function eraseTold(tx: Tx, seenBefore: Date, allBefore: Date, limit: number): Promise<number> {
  await sql`delete from today.digest where digest_on < ${seenBefore}::timestamptz::date`.execute(tx);
  const done = await sql`
    delete from today.telling where telling_id in (
      select telling_id from today.telling
      where at < ${seenBefore} and (seen_at is not null or not in_app or at < ${allBefore}) limit ${limit})`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0);
}
