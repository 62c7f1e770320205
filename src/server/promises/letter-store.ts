import { sql } from 'kysely';
import type { Language } from '../../shared/scalars.ts';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Entry } from './entry.ts';
import type { LetterKind } from './letter-rules.ts';

/** A letter to be written. */
export interface LetterRow {
  readonly letterId: string;
  readonly partnerId: string;
  readonly kind: string;
  readonly customerId: string | null;
  readonly promiseId: string | null;
}

/** Puts letters on their way to partners who have an address; tells how many are new. */
export async function insertLetters(tx: Tx, rows: readonly LetterRow[], now: Date): Promise<number> {
  const done = await sql`
    insert into promises.partner_letter
      (letter_id, partner_id, kind, customer_id, promise_id, state, made_at, next_at, message_id)
    select r.letter_id, r.partner_id, r.kind, r.customer_id, r.promise_id, 'waiting', ${now}::timestamptz,
      ${now}::timestamptz, r.letter_id || '@kept'
    from unnest(
        ${uuids(rows.map((row) => row.letterId))}::uuid[], ${uuids(rows.map((row) => row.partnerId))}::uuid[],
        ${texts(rows.map((row) => row.kind))}::text[], ${uuids(rows.map((row) => row.customerId))}::uuid[],
        ${uuids(rows.map((row) => row.promiseId))}::uuid[])
        as r (letter_id, partner_id, kind, customer_id, promise_id)
      join promises.partner p on p.partner_id = r.partner_id and p.email is not null and p.closed_at is null
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** A letter whose turn it is, with what it is about as that stands now. */
export interface DueLetter {
  readonly letter_id: string;
  readonly partner_id: string;
  readonly kind: LetterKind;
  readonly tries: number;
  readonly made_at: Date;
  readonly message_id: string;
  readonly email: string | null;
  readonly language: Language;
  readonly closed_at: Date | null;
  readonly entry: Pick<
    Entry,
    'state' | 'keeper_partner' | 'acceptance' | 'words' | 'subject' | 'due_local' | 'zone'
  > & { readonly due_at: string | null };
}

/** Takes letters that are due for so many seconds; who dies with one in his hands leaves it to the next. */
export async function claimLetters(tx: Tx, now: Date, seconds: number, limit: number): Promise<DueLetter[]> {
  const { rows } = await sql<DueLetter>`
    with due as (
      select letter_id from promises.partner_letter where state = 'waiting' and next_at <= ${now}
      order by next_at limit ${limit} for update skip locked),
    taken as (
      update promises.partner_letter l
      set tries = l.tries + 1, next_at = ${now}::timestamptz + make_interval(secs => ${seconds})
      from due where l.letter_id = due.letter_id
      returning l.*)
    select t.letter_id, t.partner_id, t.kind, t.tries, t.made_at, t.message_id, p.email, p.language, p.closed_at,
      (select json_build_object('state', e.state, 'keeper_partner', e.keeper_partner, 'acceptance', e.acceptance,
          'words', e.words, 'subject', e.subject, 'due_local', e.due_local, 'due_at', e.due_at, 'zone', e.zone)
        from promises.promise e where e.customer_id = t.customer_id and e.promise_id = t.promise_id) as entry
    from taken t join promises.partner p using (partner_id)`.execute(tx);
  return rows;
}

/** Writes what became of a letter. */
export async function saveLetter(
  tx: Tx,
  letterId: string,
  to: { state: 'sent' | 'dropped' | 'failed' | 'waiting'; error: string | null; at: Date; nextAt: Date },
): Promise<void> {
  await sql`
    update promises.partner_letter set state = ${to.state}, error = ${to.error}, next_at = ${to.nextAt},
      sent_at = case when ${to.state} = 'sent' then ${to.at}::timestamptz end
    where letter_id = ${letterId}::uuid and state <> 'sent'`.execute(tx);
}

/** Forgets letters of before that no longer wait, so many at a time; tells how many. */
export async function eraseLetters(tx: Tx, before: Date, limit: number): Promise<number> {
  const done = await sql`
    delete from promises.partner_letter where letter_id in (
      select letter_id from promises.partner_letter where made_at < ${before} and state <> 'waiting' limit ${limit})`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0);
}
