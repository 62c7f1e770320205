import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import { containsAll, type ListFilter, ownConditions, periodOf } from './list-filter-store.ts';

/**
 * Up to so many faces are listed first and sorted then; of more, the sorted list is walked until the page is full. What
 * stands in an index alone is listed faster than what is looked at in the table.
 */
const few = 2_000;
const fewInIndex = 10_000;

/** Members `w`, with what else they are joined to, and a condition on them. */
interface Narrowing {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** Whose faces they are, where these are few. */
async function fewFaces(tx: Tx, by: Narrowing): Promise<string[] | undefined> {
  if ((await expected(tx, by)) > few * 2) return undefined;
  const { rows } = await sql<{ face_id: string }>`
    select w.face_id from ${by.from} where ${by.where} limit ${few + 1}`.execute(tx);
  return rows.length > few ? undefined : [...new Set(rows.map((row) => row.face_id))];
}

const planned = z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) }));

/** How many the planner expects, by its statistics; where they are many, counting them would cost more than it saves. */
async function expected(tx: Tx, by: Narrowing): Promise<number> {
  const { rows } = await sql<Record<string, unknown>>`
    explain (format json) select w.face_id from ${by.from} where ${by.where}`.execute(tx);
  const [plan] = planned.parse(rows[0]?.['QUERY PLAN']);
  return plan?.Plan['Plan Rows'] ?? 0;
}

/** Who has every word, where these are few; `undefined` where they are many, or no word is asked for. */
export async function fewByWords(tx: Tx, words: readonly string[]): Promise<string[] | undefined> {
  if (words.length === 0) return undefined;
  return await fewFaces(tx, { from: sql`customers.customer w`, where: containsAll(words, sql`w.find`) });
}

/** Conditions on faces `c` with contact in the period: who they are where they are few, else each looked at in turn. */
export async function amongPeriod(tx: Tx, filter: ListFilter): Promise<RawBuilder<unknown>[]> {
  const period = periodOf(filter, sql`t.last_at`);
  if (period.length === 0) return [];
  const by: Narrowing = {
    from: sql`customers.contact t join customers.customer w on w.customer_id = t.customer_id`,
    where: sql.join(period, sql` and `),
  };
  const faces = await fewFaces(tx, by);
  if (faces !== undefined) return [sql`c.customer_id = any (${uuids(faces)}::uuid[])`];
  return [sql`exists (select from ${by.from} where w.face_id = c.customer_id and ${by.where} offset 0)`];
}

/** The faces of these that fit the filters on a face itself. */
export function among(faces: readonly string[], filter: ListFilter): RawBuilder<unknown> {
  const wanted = [sql`c.customer_id = any (${uuids(faces)}::uuid[])`, ...ownConditions(filter, sql`c`)];
  return sql`select c.customer_id from customers.customer c where ${sql.join(wanted, sql` and `)}`;
}

const states = ['known', 'pending', 'unknown'];
const kinds = ['person', 'organisation'];

/** Whom the filters on a face itself leave, where these are few. */
export async function fewByOwn(tx: Tx, filter: ListFilter, limit: number): Promise<RawBuilder<unknown> | undefined> {
  const { state, kind, language, country } = filter;
  const isByCountry = state === undefined && kind === undefined && language === undefined;
  if (isByCountry && country === undefined) return undefined;
  // The index of filters begins with state and kind: told what they can be, it is read in a few places.
  const begins = isByCountry
    ? sql``
    : sql`and state = any (${texts(state === undefined ? states : [state])}::text[])
      and kind = any (${texts(kind === undefined ? kinds : [kind])}::text[])`;
  const own = sql`
    select customer_id from customers.customer where face_id = customer_id ${begins}
      ${language === undefined ? sql`` : sql`and language = ${language}`}
      ${country === undefined ? sql`` : sql`and country = ${country}`}
    limit ${fewInIndex + 1}`;
  const { rows } = await sql<{ faces: number; customers: number }>`
    select count(*) as faces, (select reltuples from pg_class where oid = 'customers.customer'::regclass) as customers
    from (${own}) o`.execute(tx);
  const { faces = 0, customers = 0 } = rows[0] ?? {};
  // Walking meets one of them in every customers / faces.
  return faces > Math.min(fewInIndex, Math.sqrt(limit * Math.max(customers, 0))) ? undefined : own;
}
