import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** How the promises of a standing one, or all, stand: open now, and ended among those due in a period. */
export interface EndedRow {
  readonly dimension: 'all' | 'standing';
  readonly value: string;
  readonly open: number;
  readonly late: number;
  readonly kept: number;
  readonly exceeded: number;
  readonly broken: number;
}

/** Counts what was due from a day to a day, in all and by standing promise; out of the tally alone. */
export async function countEnded(tx: Tx, since: string, today: string): Promise<EndedRow[]> {
  const ended = (state: string) =>
    sql`coalesce(sum(promises) filter (where state = ${state} and day_on between ${since}::date and ${today}::date), 0)::int`;
  const { rows } = await sql<EndedRow>`
    with counted as (
      select dimension, value, day_on, state, promises from promises.tally
      where side = 'due' and dimension in ('all', 'standing') and state in ('open', 'kept', 'exceeded', 'broken')
      union all
      select dimension, value, day_on, state, promises from promises.tally_change
      where side = 'due' and dimension in ('all', 'standing') and state in ('open', 'kept', 'exceeded', 'broken'))
    select dimension, value, coalesce(sum(promises) filter (where state = 'open'), 0)::int as open,
      coalesce(sum(promises) filter (where state = 'open' and day_on < ${today}::date), 0)::int as late,
      ${ended('kept')} as kept, ${ended('exceeded')} as exceeded, ${ended('broken')} as broken
    from counted group by 1, 2`.execute(tx);
  return rows;
}
