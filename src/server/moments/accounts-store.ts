import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { Account } from './account-store.ts';

/** An account in a list, with the customer's name and the day on which he left, where he did. */
export type ListedAccount = Account & {
  readonly customer: string | null;
  readonly left_on: string | null;
};

/** Which accounts, and from when on a moment is of the period. */
export interface AccountsAsked {
  readonly which: 'owed' | 'forgotten' | 'lost';
  readonly since: Date;
}

/**
 * The day on which a customer left: all of his agreements have ended, the last of them then. Who never had one has not left.
 */
const left = sql`
  left join lateral (
    select max(g.until)::text as left_on from customers.public_customer c
      join customers.public_agreement g on g.customer_id = c.customer_id
    where c.face_id = a.customer_id
    having bool_and(g.until is not null and g.until <= current_date)) l on true`;

function isAsked({ which, since }: AccountsAsked): RawBuilder<unknown> {
  if (which === 'owed') return sql`a.balance < 0`;
  if (which === 'forgotten') {
    return sql`a.indifferent > 0 and a.last_at > ${since} and (a.last_felt_at is null or a.last_felt_at <= ${since})`;
  }
  return sql`a.negative = 1 and a.last_felt_at = a.last_negative_at and a.balance < 0`;
}

/** A page of accounts: those who owe most first; of the others the last contact first. */
export async function listAccountsAsked(
  tx: Tx,
  asked: AccountsAsked,
  page: { readonly after: { readonly place: string; readonly id: string } | undefined; readonly limit: number },
): Promise<(ListedAccount & { readonly place: string })[]> {
  const owed = asked.which === 'owed';
  const place = owed ? sql`a.balance` : sql`a.last_at`;
  const direction = owed ? sql`asc` : sql`desc`;
  const sign = owed ? sql`>` : sql`<`;
  const after =
    page.after === undefined
      ? sql`true`
      : sql`(${place}, a.customer_id) ${sign} (${owed ? sql`${page.after.place}::int` : sql`${page.after.place}::timestamptz`}, ${page.after.id}::uuid)`;
  const gone = asked.which === 'lost' ? sql`l.left_on is not null` : sql`true`;
  const { rows } = await sql<ListedAccount & { readonly place: string }>`
    select a.*, f.name as customer, l.left_on, ${place}::text as place
    from moments.account a join customers.public_customer f on f.customer_id = a.customer_id ${left}
    where ${isAsked(asked)} and ${gone} and ${after}
    order by ${place} ${direction}, a.customer_id ${direction} limit ${page.limit}`.execute(tx);
  return rows;
}

/** How many there are, counted up to so many. */
export async function countAccounts(tx: Tx, asked: AccountsAsked, most: number): Promise<number> {
  const lost = asked.which === 'lost' ? sql`${left}` : sql``;
  const gone = asked.which === 'lost' ? sql`l.left_on is not null` : sql`true`;
  const { rows } = await sql<{ customers: number }>`
    select count(*) as customers from (
      select 1 from moments.account a ${lost} where ${isAsked(asked)} and ${gone} limit ${most}) c`.execute(tx);
  return rows[0]?.customers ?? 0;
}
