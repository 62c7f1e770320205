import { sql } from 'kysely';
import { jsons, texts } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import { seeds, type Touchpoint } from './touchpoint-rules.ts';

/** The whole catalogue; a house that has none yet gets the articles' list. */
export async function listTouchpoints(tx: Tx): Promise<Touchpoint[]> {
  const { rows } = await sql<Touchpoint>`/* plan once */
    select touchpoint, seeded, names, standards, same_as, stage, departments, owners, indicators, ask, closed_at, version
    from moments.touchpoint order by touchpoint`.execute(tx);
  return rows;
}

/** Writes the articles' list, what is there already left as it is. */
export async function insertSeeds(tx: Tx): Promise<void> {
  await sql`
    insert into moments.touchpoint (touchpoint, seeded, stage, departments, owners, indicators, ask)
    select r.touchpoint, true, r.stage, array(select jsonb_array_elements_text(r.departments)), r.owners, r.indicators, r.ask
    from unnest(
      ${texts(seeds.map((one) => one.touchpoint))}::text[], ${texts(seeds.map((one) => one.stage))}::text[],
      ${jsons(seeds.map((one) => one.departments))}::jsonb[], ${jsons(seeds.map((one) => one.owners))}::jsonb[],
      ${jsons(seeds.map((one) => one.indicators))}::jsonb[], ${texts(seeds.map((one) => one.ask))}::text[])
      as r (touchpoint, stage, departments, owners, indicators, ask)
    on conflict do nothing`.execute(tx);
}
