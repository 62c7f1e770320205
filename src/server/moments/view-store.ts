import { type RawBuilder, sql } from 'kysely';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Judgement } from './judgement.ts';
import type { Moment } from './moment.ts';
import { momentColumns } from './moment-store.ts';

/** A moment with the customer's name and what was said in it. */
export type NamedMoment = Moment & {
  readonly customer: string | null;
  readonly words: string | null;
  readonly language: string | null;
};

/** The customer's own words first, the last of them; then whatever was said in it. */
const said = sql`
  left join lateral (
    select e.words, e.language from customers.public_customer c
      join moments.judgement j on j.customer_id = c.customer_id and j.moment_id = m.moment_id
      join memory.public_event e on e.customer_id = j.customer_id and e.event_id = j.event_id
    where c.face_id = m.customer_id and e.words is not null
    order by array_position('{customer,employee,event,machine}', j.source), e.direction <> 'in', j.at desc limit 1) w on true`;
const shown = sql`${momentColumns}, f.name as customer, w.words, w.language`;
const named = sql`left join customers.public_customer f on f.customer_id = m.customer_id ${said}`;

/** One moment of any of these customers. */
export async function findMoment(
  tx: Tx,
  customerIds: readonly string[],
  momentId: string,
): Promise<NamedMoment | undefined> {
  const { rows } = await sql<NamedMoment>`
    select ${shown} from moments.moment m ${named}
    where m.customer_id = any (${uuids(customerIds)}::uuid[]) and m.moment_id = ${momentId}::uuid`.execute(tx);
  return rows[0];
}

/** Where a page goes on. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** A customer's moments before a place, newest first, each with the balance after it. */
export async function listOfFace(
  tx: Tx,
  faceId: string,
  weights: { readonly five: number; readonly cap: number | null },
  page: { readonly after: Place | undefined; readonly limit: number },
): Promise<(NamedMoment & { balance: number; place_at: string })[]> {
  const most = weights.cap ?? 1_000_000_000;
  const after =
    page.after === undefined
      ? sql`true`
      : sql`(b.at, b.moment_id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`;
  const { rows } = await sql<NamedMoment & { balance: number; place_at: string }>`
    with steps as (
      select at, moment_id, sign,
        case when sign = 1 and own then 1 when sign = -1 then -${weights.five}::int * severity else 0 end as a,
        case when sign = 1 and own then ${most}::int when sign = -1 then -${weights.five}::int * severity
          else 1000000000 end as c
      from moments.moment where customer_id = ${faceId}::uuid),
    sums as (
      select *, sum(a) over running as s from steps
      window running as (order by at, coalesce(sign, 0) desc, moment_id rows unbounded preceding)),
    balances as (
      select at, moment_id, s + least(0, min(c - s) over
        (order by at, coalesce(sign, 0) desc, moment_id rows unbounded preceding)) as balance from sums),
    b as (select * from balances b where ${after} order by at desc, moment_id desc limit ${page.limit})
    select ${shown}, b.balance::int as balance, b.at::text as place_at
    from b join moments.moment m on m.customer_id = ${faceId}::uuid and m.moment_id = b.moment_id ${named}
    order by b.at desc, b.moment_id desc`.execute(tx);
  return rows;
}

/** What a list of moments is asked for. */
export interface MomentFilter {
  readonly since: string;
  readonly until: string;
  readonly touchpoint?: string | undefined;
  readonly stage?: string | undefined;
  readonly sign?: number | 'unjudged' | undefined;
  readonly failing?: string | undefined;
  readonly kind?: string | undefined;
  readonly department?: string | undefined;
  readonly source?: string | undefined;
}

/** A page of moments of all customers, newest first. */
export async function listNewest(
  tx: Tx,
  filter: MomentFilter,
  page: { readonly after: Place | undefined; readonly limit: number },
): Promise<(NamedMoment & { place_at: string })[]> {
  // The days of the house are wherever it is; a day more on both sides holds them, and the index by time serves.
  const wanted: RawBuilder<unknown>[] = [
    sql`m.day_on between ${filter.since}::date and ${filter.until}::date`,
    sql`m.at >= ${filter.since}::date - 1 and m.at < ${filter.until}::date + 2`,
  ];
  if (filter.touchpoint !== undefined) wanted.push(sql`m.touchpoint = ${filter.touchpoint}`);
  if (filter.kind !== undefined) {
    // Only a bad one is of a kind, or of none that was said.
    wanted.push(sql`m.sign = -1`, filter.kind === 'unsaid' ? sql`m.kind is null` : sql`m.kind = ${filter.kind}`);
  }
  if (filter.source !== undefined) wanted.push(sql`m.source = ${filter.source}`);
  if (filter.department !== undefined) {
    wanted.push(sql`coalesce(m.owner_department, m.departments[1], '') = ${filter.department}`);
  }
  wanted.push(ofStage(filter));
  if (page.after !== undefined) {
    wanted.push(sql`(m.at, m.moment_id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)`);
  }
  const { rows } = await sql<NamedMoment & { place_at: string }>`
    select ${shown}, m.at::text as place_at from (
      select * from moments.moment m where ${sql.join(wanted, sql` and `)}
      order by m.at desc, m.moment_id desc limit ${page.limit}) m ${named}
    order by m.at desc, m.moment_id desc`.execute(tx);
  return rows;
}

/** By the sign and what failed: of one stage where one is named, else of the moment as a whole. */
function ofStage({ stage, sign, failing }: MomentFilter): RawBuilder<unknown> {
  const asked: RawBuilder<unknown>[] = [];
  if (stage === undefined) {
    if (sign !== undefined) asked.push(sign === 'unjudged' ? sql`m.sign is null` : sql`m.sign = ${sign}`);
    if (failing !== undefined) {
      asked.push(sql`m.sign = -1`, failedBy(failing));
    }
  } else {
    const of: Record<string, unknown> = { stage };
    if (sign !== undefined) of['sign'] = sign === 'unjudged' ? null : sign;
    if (failing !== undefined) of['failing'] = [failing];
    asked.push(sql`m.stages @> ${JSON.stringify([of])}::jsonb`);
  }
  return asked.length === 0 ? sql`true` : sql`(${sql.join(asked, sql` and `)})`;
}

/** Of information, process and people several may fail alike, in this order; the others fail alone. */
function failedBy(mark: string): RawBuilder<unknown> {
  const alike = [
    'information',
    'information+process',
    'information+process+people',
    'information+people',
    'process',
    'process+people',
    'people',
  ];
  const joined = alike.filter((one) => one.split('+').includes(mark));
  return joined.length === 0 ? sql`m.failing = ${mark}` : sql`m.failing = any (${texts(joined)}::text[])`;
}

/** What each source said of a moment, with its words and who wrote it down. */
export type NamedJudgement = Judgement & {
  readonly words: string | null;
  readonly language: string | null;
  readonly by_name: string | null;
};

/** All that was said of a moment by anyone of these customers, newest first. */
export async function listJudgements(
  tx: Tx,
  customerIds: readonly string[],
  momentId: string,
): Promise<NamedJudgement[]> {
  const { rows } = await sql<NamedJudgement>`
    select j.*, e.words, e.language, coalesce(p.name, e.staff) as by_name from moments.judgement j
      left join memory.public_event e on e.customer_id = j.customer_id and e.event_id = j.event_id
      left join staff.public_person p on 'person:' || p.person_id = j.by
    where j.customer_id = any (${uuids(customerIds)}::uuid[]) and j.moment_id = ${momentId}::uuid
    order by j.at desc, j.judgement_id`.execute(tx);
  return rows;
}
