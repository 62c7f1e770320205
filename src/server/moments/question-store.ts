import { sql } from 'kysely';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Question } from './question.ts';

const columns = sql`
  q.customer_id, q.question_id, q.moment_id, q.kind, q.stage, q.state, q.way, q.reason, q.language, q.made_at, q.made_by,
  q.ask_at, q.asked_at, q.until, q.answered_at, q.tries, q.next_at, q.error, q.message_id, q.event_id`;

/** Which question. */
export interface QuestionKey {
  readonly customerId: string;
  readonly questionId: string;
}

/** When these customers will be asked how it was, if a question is on its way. */
export async function findAsking(tx: Tx, customerIds: readonly string[]): Promise<Date | undefined> {
  const { rows } = await sql<{ ask_at: Date }>`
    select ask_at from moments.question
    where customer_id = any (${uuids(customerIds)}::uuid[]) and state in ('planned', 'waiting')
    order by ask_at limit 1`.execute(tx);
  return rows[0]?.ask_at;
}

/** Questions by their keys, held until the transaction ends. */
export async function lockQuestions(tx: Tx, keys: readonly QuestionKey[]): Promise<Question[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Question>`
    select ${columns} from moments.question q join unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.questionId))}::uuid[])
        as k (customer_id, question_id) using (customer_id, question_id)
    order by q.ask_at, q.customer_id, q.question_id for update of q`.execute(tx);
  return rows;
}

/** One question as it stands. */
export async function findQuestion(tx: Tx, key: QuestionKey): Promise<Question | undefined> {
  const { rows } = await sql<Question>`
    select ${columns} from moments.question q
    where q.customer_id = ${key.customerId}::uuid and q.question_id = ${key.questionId}::uuid`.execute(tx);
  return rows[0];
}

/** Questions of these customers about contacts that nobody answered nor took back. */
export async function listUnasked(
  tx: Tx,
  keys: readonly { readonly customerId: string; readonly momentId: string }[],
): Promise<Question[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Question>`
    select ${columns} from moments.question q join unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.momentId))}::uuid[])
        as k (customer_id, moment_id) using (customer_id, moment_id)
    where q.state in ('planned', 'waiting')
    order by q.customer_id, q.question_id for update of q`.execute(tx);
  return rows;
}

/** Writes questions whole. */
export async function saveQuestions(tx: Tx, rows: readonly Question[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into moments.question (customer_id, question_id, moment_id, kind, stage, state, way, reason, language, made_at,
      made_by, ask_at, asked_at, until, answered_at, tries, next_at, error, message_id, event_id)
    select ${columns} from json_populate_recordset(null::moments.question, ${JSON.stringify(rows)}::json) q
    on conflict (customer_id, question_id) do update set
      state = excluded.state, reason = excluded.reason, ask_at = excluded.ask_at, asked_at = excluded.asked_at,
      until = excluded.until, answered_at = excluded.answered_at, tries = excluded.tries, next_at = excluded.next_at,
      error = excluded.error, event_id = excluded.event_id`.execute(tx);
}

/** A question whose letter's turn it is, with the address to which it goes. */
export interface DueQuestion extends Question {
  readonly email: string | null;
  readonly at: Date | null;
  readonly channel: string | null;
  readonly held: boolean;
}

/** Takes letters that are due for so many seconds; who dies with one in his hands leaves it to the next. */
export async function claimQuestions(tx: Tx, now: Date, seconds: number, limit: number): Promise<DueQuestion[]> {
  const { rows } = await sql<DueQuestion>`
    with due as (
      select customer_id, question_id from moments.question where state = 'waiting' and next_at <= ${now}
      order by next_at limit ${limit} for update skip locked),
    taken as (
      update moments.question q
      set tries = q.tries + 1, next_at = ${now}::timestamptz + make_interval(secs => ${seconds})
      from due where q.customer_id = due.customer_id and q.question_id = due.question_id
      returning q.*)
    select ${columns}, m.at, m.channel,
      exists (select 1 from customers.public_customer c join moments.hold h on h.customer_id = c.customer_id
        where c.face_id = own.face_id and h.ended_at is null and (h.until is null or h.until > ${now})) as held,
      (select k.value from customers.public_customer c
          join customers.public_identity_key k on k.customer_id = c.customer_id and k.kind = 'email'
        where c.face_id = own.face_id order by k.verified_at desc, k.value limit 1) as email
    from taken q join customers.public_customer own on own.customer_id = q.customer_id
      left join moments.moment m on m.customer_id = own.face_id and m.moment_id = q.moment_id`.execute(tx);
  return rows;
}

/** Writes what became of a letter, unless its question was answered or taken back meanwhile. */
export async function saveSent(
  tx: Tx,
  key: QuestionKey,
  to: Pick<Question, 'state' | 'reason' | 'asked_at' | 'until' | 'next_at' | 'error'>,
): Promise<void> {
  await sql`
    update moments.question set state = ${to.state}, reason = ${to.reason}, asked_at = ${to.asked_at},
      until = ${to.until}, next_at = ${to.next_at}, error = ${to.error}
    where customer_id = ${key.customerId}::uuid and question_id = ${key.questionId}::uuid and state = 'waiting'`.execute(
    tx,
  );
}

/** A question in a list, with the customer's name. */
export type NamedQuestion = Question & { readonly customer: string | null };

/** A page of questions, newest first. */
export async function listQuestions(
  tx: Tx,
  asked: { readonly customerIds: readonly string[] | undefined; readonly state: string | undefined },
  page: { readonly after: { readonly at: string; readonly id: string } | undefined; readonly limit: number },
): Promise<(NamedQuestion & { readonly place_at: string })[]> {
  const whose =
    asked.customerIds === undefined ? sql`true` : sql`q.customer_id = any (${uuids(asked.customerIds)}::uuid[])`;
  const state = asked.state === undefined ? sql`true` : sql`q.state = ${asked.state}`;
  const after =
    page.after === undefined
      ? sql`true`
      : sql`(q.made_at, q.question_id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`;
  const { rows } = await sql<NamedQuestion & { readonly place_at: string }>`
    select ${columns}, f.name as customer, q.made_at::text as place_at from (
      select * from moments.question q where ${whose} and ${state} and ${after}
      order by q.made_at desc, q.question_id desc limit ${page.limit}) q
      left join customers.public_customer own on own.customer_id = q.customer_id
      left join customers.public_customer f on f.customer_id = own.face_id
    order by q.made_at desc, q.question_id desc`.execute(tx);
  return rows;
}
