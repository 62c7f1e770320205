import { sql } from 'kysely';
import { texts } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** More names than anybody chooses from are not noted: then they are no names, but numbers. */
const most = 1_000;

/** Notes names of events; gives back those that are new. */
export async function insertHeardNames(tx: Tx, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    insert into promises.heard_name (name)
    select name from unnest(${texts(names)}::text[]) as r (name)
    where (select count(*) from promises.heard_name) < ${most}
    order by name on conflict do nothing returning name`.execute(tx);
  return rows.map((row) => row.name);
}

/** The names of events that were heard, by name. */
export async function listHeardNames(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from promises.heard_name order by name collate "unicode"`.execute(tx);
  return rows.map((row) => row.name);
}
