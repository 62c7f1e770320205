import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';

/** A learned model as its table has it. */
export interface ModelRow {
  readonly language: string;
  readonly model: Buffer;
  readonly trained_at: Date;
}

/** Which models there are, and since when: what tells whether those that are open are the last ones. */
export async function listModelTimes(tx: Tx): Promise<{ language: string; trained_at: Date; rated: number }[]> {
  const { rows } = await sql<{ language: string; trained_at: Date; rated: number }>`/* plan once */
    select language, trained_at, rated from moments.feeling_model order by language`.execute(tx);
  return rows;
}

/** The models themselves. */
export async function listModels(tx: Tx): Promise<ModelRow[]> {
  const { rows } = await sql<ModelRow>`
    select language, model, trained_at from moments.feeling_model order by language`.execute(tx);
  return rows;
}

/** Keeps what was learned; languages that were not learned again stay as they were. */
export async function saveModels(
  tx: Tx,
  models: readonly { readonly language: string; readonly bytes: Uint8Array; readonly texts: number }[],
  about: { readonly at: Date; readonly rated: number },
): Promise<void> {
  for (const one of models) {
    await sql`
      insert into moments.feeling_model (language, model, texts, trained_at, rated)
      values (${one.language}, ${Buffer.from(one.bytes)}, ${one.texts}, ${about.at}, ${about.rated})
      on conflict (language) do update set model = excluded.model, texts = excluded.texts,
        trained_at = excluded.trained_at, rated = excluded.rated`.execute(tx);
  }
}

/** How many comments with a feeling by the customer's own word there are, counted up to so many. */
export async function countRated(tx: Tx, most: number): Promise<number> {
  const { rows } = await sql<{ rated: number }>`
    select count(*) as rated from (
      select 1 from moments.judgement where source = 'customer' and emotional is not null limit ${most}) c`.execute(tx);
  return rows[0]?.rated ?? 0;
}

/** The last comments that customers rated themselves, with the language in which they said that they wrote. */
export async function listRated(
  tx: Tx,
  most: number,
): Promise<{ event_id: string; words: string; language: string | null; emotional: number }[]> {
  const { rows } = await sql<{ event_id: string; words: string; language: string | null; emotional: number }>`
    select e.event_id, e.words, j.emotional, coalesce(e.payload -> 'properties' ->> 'language', e.language) as language
    from (select customer_id, event_id, emotional from moments.judgement
        where source = 'customer' and emotional is not null and cause = 'rated' order by at desc limit ${most}) j
      join memory.public_event e using (customer_id, event_id)
    where e.words is not null and length(e.words) > 1
    order by e.event_id`.execute(tx);
  return rows;
}
