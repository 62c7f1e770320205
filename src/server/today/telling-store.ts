import { sql } from 'kysely';
import type { MailWay, Slots } from '../../shared/today.ts';
import type { TodayWord } from '../../shared/words/today-words.ts';
import { instants, integers, jsons, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** What one person is told, once. */
export interface Telling {
  /** The teller's own, always the same for the same news to the same person (`tellingIdOf`): telling twice is harmless. */
  readonly tellingId: string;
  /** Of those who hear (`whoHears`). */
  readonly personId: string;
  readonly customerId?: string | null | undefined;
  readonly kind: string;
  readonly word: TodayWord;
  readonly slots?: Slots | undefined;
  readonly path: string;
  /** When it was to be told. */
  readonly at: Date;
  /** Seconds by which it is told late, after a time in which Kept did not run. */
  readonly lateSeconds?: number | undefined;
}

/** A telling with the way its kind is told to who has said nothing else. */
export interface TellingRow extends Telling {
  readonly usualApp: boolean;
  readonly usualMail: MailWay;
}

/** Writes tellings that are new, and a delivery for each that is to be mailed at once; gives back who was told anew. */
export async function insertTellings(tx: Tx, rows: readonly TellingRow[], mail: boolean, now: Date): Promise<string[]> {
  const { rows: told } = await sql<{ person_id: string }>`
    with asked as (
      select r.*, coalesce(p.app, r.usual_app = 'true') as in_app, coalesce(p.mail, r.usual_mail) as mail
      from unnest(
        ${uuids(rows.map((row) => row.tellingId))}::uuid[], ${uuids(rows.map((row) => row.personId))}::uuid[],
        ${uuids(rows.map((row) => row.customerId))}::uuid[], ${texts(rows.map((row) => row.kind))}::text[],
        ${texts(rows.map((row) => row.word))}::text[], ${jsons(rows.map((row) => row.slots ?? {}))}::jsonb[],
        ${texts(rows.map((row) => row.path))}::text[], ${instants(rows.map((row) => row.at))}::timestamptz[],
        ${integers(rows.map((row) => row.lateSeconds ?? 0))}::int[],
        ${texts(rows.map((row) => String(row.usualApp)))}::text[],
        ${texts(rows.map((row) => row.usualMail))}::text[])
        as r (telling_id, person_id, customer_id, kind, word, slots, path, at, late_seconds, usual_app, usual_mail)
      left join today.preference p on p.person_id = r.person_id and p.kind = r.kind),
    made as (
      insert into today.telling
        (telling_id, person_id, customer_id, kind, word, slots, path, at, late_seconds, in_app)
      select telling_id, person_id, customer_id, kind, word, slots, path, at, late_seconds, in_app
      from asked order by telling_id
      on conflict do nothing returning telling_id, person_id),
    sent as (
      insert into today.delivery (telling_id, way, state, made_at, next_at, message_id)
      select telling_id, 'mail', 'waiting', ${now}::timestamptz, ${now}::timestamptz, telling_id || '@kept'
      from made join asked using (telling_id) where asked.mail = 'now' and ${mail})
    select distinct person_id from made`.execute(tx);
  return rows.length === 0 ? [] : told.map((row) => row.person_id);
}
