import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** An event as the database gives it for the timeline, in JSON's types. */
export interface EventRow {
  readonly event_id: string;
  readonly customer_id: string;
  readonly happened_at: string;
  readonly heard_at: string;
  readonly source_id: string;
  readonly kind: string;
  readonly name: string;
  readonly channel: string;
  readonly direction: string;
  readonly touchpoint: string | null;
  readonly staff: string | null;
  readonly agreement_id: string | null;
  readonly conversation_id: string | null;
  readonly corrects_id: string | null;
  readonly corrected_by: string | null;
  readonly language: string;
  readonly words: string | null;
  readonly payload: unknown;
  readonly attachments: { attachment_id: string; name: string; media_type: string; bytes: number }[];
}

/** The brief as the database gives it. */
export interface BriefRow {
  readonly face_id: string;
  readonly member_ids: string[];
  readonly brief: unknown;
  readonly events: EventRow[];
}

const eventColumns = sql`
  e.event_id, e.customer_id, e.happened_at, e.heard_at, e.source_id, e.kind, e.name, e.channel, e.direction,
  e.touchpoint, e.staff, e.agreement_id, e.conversation_id, e.corrects_id, e.language, e.words, e.payload`;

const extras = sql`
  (select c.event_id from memory.event c where c.customer_id = e.customer_id and c.corrects_id = e.event_id
    order by c.event_id desc limit 1) as corrected_by,
  coalesce((select json_agg(json_build_object('attachment_id', a.attachment_id, 'name', a.name,
      'media_type', a.media_type, 'bytes', a.bytes))
    from memory.attachment a where a.customer_id = e.customer_id and a.event_id = e.event_id), '[]') as attachments`;

/** The brief and the last events over all members of a face, in one statement. */
export async function findRecall(tx: Tx, customerId: string, limit: number): Promise<BriefRow | undefined> {
  const { rows } = await sql<BriefRow>`/* plan once */
    with face as materialized (
      select face_id from customers.public_customer where customer_id = ${customerId}),
    m as materialized (
      select customer_id from customers.public_customer where face_id = (select face_id from face)),
    ev as (
      select e.* from m cross join lateral (
        select ${eventColumns} from memory.event e where e.customer_id = m.customer_id
        order by e.event_id desc limit ${limit}) e
      order by e.event_id desc limit ${limit}),
    said as (
      select e.event_id, e.words, e.happened_at, e.channel, e.language from (
        select s.* from m cross join lateral (
          select e.customer_id, e.event_id from memory.event e where e.customer_id = m.customer_id and e.said
          order by e.event_id desc limit 1) s
        order by s.event_id desc limit 1) s
      join memory.event e on e.customer_id = s.customer_id and e.event_id = s.event_id)
    select face.face_id, (select array_agg(customer_id) from m) as member_ids,
      (select json_build_object(
        'customer_id', ${customerId}::uuid, 'face_id', c.face_id, 'name', c.name,
        'key', (select k.value from customers.public_identity_key k where k.customer_id in (select customer_id from m)
          and k.kind <> 'anonymous' order by array_position(array['email', 'phone', 'card', 'user'], k.kind) limit 1), 'kind', c.kind, 'state', c.state,
        'language', c.language, 'city', c.city, 'country', c.country,
        'events', coalesce(t.events, 0), 'first_at', t.first_at, 'last_at', t.last_at,
        'spending', coalesce((select json_agg(s) from (
          select currency, sum(purchases)::bigint as purchases, sum(sold_minor)::bigint as sold_minor,
            sum(returned_minor)::bigint as returned_minor, min(first_on) as first_on, max(last_on) as last_on
          from memory.spending where customer_id in (select customer_id from m) group by currency order by 3 desc) s), '[]'),
        'agreements', (select count(distinct (owner_id, agreement_id)) from customers.public_agreement_role
          where customer_id in (select customer_id from m)),
        'open_claims', (select count(*) from customers.public_claim where customer_id in (select customer_id from m)),
        'members', (select count(*) from m),
        'last_words', (select json_build_object('event_id', event_id, 'words', words, 'at', happened_at,
          'channel', channel, 'language', language) from said),
        'lines', coalesce((select json_agg(l order by l.weight desc) from (
          select room, line_id, weight, word, slots from memory.brief_line
          where customer_id in (select customer_id from m) and (until is null or until > now())) l), '[]'))
      from customers.public_customer c
      left join (select sum(events)::bigint as events, min(first_at) as first_at, max(last_at) as last_at
        from customers.public_contact where customer_id in (select customer_id from m)) t on true
      where c.customer_id = face.face_id) as brief,
      coalesce((select json_agg(x order by x.event_id desc) from (select e.*, ${extras} from ev e) x), '[]') as events
    from face`.execute(tx);
  return rows[0];
}

/** What a page of the timeline is narrowed to. */
export interface TimelineFilter {
  readonly channel?: string | undefined;
  readonly name?: string | undefined;
  readonly agreement_id?: string | undefined;
  readonly conversation_id?: string | undefined;
  /** Bounds on the event's id, which sorts as its time. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
}

/** A page of the timeline, newest first: the last n of each member, merged. */
export async function listEvents(
  tx: Tx,
  customerIds: readonly string[],
  filter: TimelineFilter,
  limit: number,
): Promise<EventRow[]> {
  const wanted = [sql`e.customer_id = m.customer_id`, ...conditionsOf(filter)];
  const { rows } = await sql<{ events: EventRow[] }>`
    select coalesce(json_agg(x order by x.event_id desc), '[]') as events from (
      select e.*, ${extras} from (
        select e.* from unnest(${customerIds}::uuid[]) as m (customer_id) cross join lateral (
          select ${eventColumns} from memory.event e where ${sql.join(wanted, sql` and `)}
          order by e.event_id desc limit ${limit}) e
        order by e.event_id desc limit ${limit}) e) x`.execute(tx);
  return rows[0]?.events ?? [];
}

function conditionsOf(filter: TimelineFilter): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (filter.channel !== undefined) wanted.push(sql`e.channel = ${filter.channel}`);
  if (filter.name !== undefined) wanted.push(sql`e.name = ${filter.name}`);
  if (filter.agreement_id !== undefined) wanted.push(sql`e.agreement_id = ${filter.agreement_id}`);
  if (filter.conversation_id !== undefined) wanted.push(sql`e.conversation_id = ${filter.conversation_id}`);
  if (filter.from !== undefined) wanted.push(sql`e.event_id >= ${filter.from}::uuid`);
  if (filter.before !== undefined) wanted.push(sql`e.event_id < ${filter.before}::uuid`);
  return wanted;
}

/** One event of a customer, where it is. */
export async function findEvent(
  tx: Tx,
  customerIds: readonly string[],
  eventId: string,
): Promise<{ customer_id: string; happened_at: Date; channel: string; direction: string; name: string } | undefined> {
  const { rows } = await sql<{
    customer_id: string;
    happened_at: Date;
    channel: string;
    direction: string;
    name: string;
  }>`
    select customer_id, happened_at, channel, direction, name from memory.event
    where customer_id = any (${customerIds}::uuid[]) and event_id = ${eventId}`.execute(tx);
  return rows[0];
}

/** The name of a person who works here, as it is now. */
export async function findStaffName(tx: Tx, personId: string | undefined): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from staff.public_person where person_id = ${personId ?? null}::uuid`.execute(tx);
  return rows[0]?.name;
}
