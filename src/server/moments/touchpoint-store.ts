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

/** Nobody else changes the catalogue until the transaction ends; whoever reads it does not wait. */
export async function holdCatalogue(tx: Tx): Promise<void> {
  await sql`lock table moments.touchpoint in share row exclusive mode`.execute(tx);
}

/** What the house says of a touchpoint. */
export type Saved = Omit<Touchpoint, 'seeded' | 'version'>;

/** Adds one that is not there yet. */
export async function insertTouchpoint(tx: Tx, one: Saved): Promise<void> {
  await sql`
    insert into moments.touchpoint (touchpoint, seeded, names, standards, same_as, stage, departments, owners, indicators,
      ask, closed_at)
    values (${one.touchpoint}, false, ${json(one.names)}::jsonb, ${json(one.standards)}::jsonb, ${one.same_as},
      ${one.stage}, ${texts(one.departments)}::text[], ${json(one.owners)}::jsonb, ${json(one.indicators)}::jsonb,
      ${one.ask}, ${one.closed_at})`.execute(tx);
}

/** Writes one over what was said of it; its version grows by one. */
export async function saveTouchpoint(tx: Tx, one: Saved): Promise<void> {
  await sql`
    update moments.touchpoint set names = ${json(one.names)}::jsonb, standards = ${json(one.standards)}::jsonb,
      same_as = ${one.same_as}, stage = ${one.stage}, departments = ${texts(one.departments)}::text[],
      owners = ${json(one.owners)}::jsonb, indicators = ${json(one.indicators)}::jsonb, ask = ${one.ask},
      closed_at = ${one.closed_at}, version = version + 1
    where touchpoint = ${one.touchpoint}`.execute(tx);
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
