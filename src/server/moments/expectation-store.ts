import { sql } from 'kysely';
import type { expectedFrom } from '../../shared/promises-shown.ts';
import type { Tx } from '../platform/database/open.ts';

/** What customers expect though nobody promised it, by where it comes from, with the mean of its level of 1 to 7. */
export async function listExpectations(
  tx: Tx,
  since: string,
  until: string,
): Promise<{ from: (typeof expectedFrom)[number] | null; expectations: number; level: number | null }[]> {
  const { rows } = await sql<{
    from: (typeof expectedFrom)[number] | null;
    expectations: number;
    level: number | null;
  }>`
    select expected_from as "from", count(*) as expectations, avg(adequate)::float8 as level
    from promises.public_promise
    where origin = 'expectation' and made_at >= ${since}::date and made_at < ${until}::date + 1
    group by 1 order by 2 desc`.execute(tx);
  return rows;
}
