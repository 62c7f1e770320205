import { sql } from 'kysely';
import { integers, jsons, texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';

/** A line that a room puts into a customer's brief. */
export interface BriefLine {
  readonly customerId: string;
  readonly lineId: string;
  /** The weightier stands higher. */
  readonly weight: number;
  /** A key of `shared/words`. */
  readonly word: string;
  readonly slots: Readonly<Record<string, string | number>>;
}

/** Writes lines, changing those that are there. */
export async function saveBriefLines(tx: Tx, room: string, lines: readonly BriefLine[], at: Date): Promise<void> {
  await sql`/* send on */
    insert into memory.brief_line as l (customer_id, room, line_id, weight, word, slots, set_at)
    select customer, ${room}, id, weight, word, slots, ${at}::timestamptz from unnest(
      ${uuids(lines.map((line) => line.customerId))}::uuid[], ${texts(lines.map((line) => line.lineId))}::text[],
      ${integers(lines.map((line) => line.weight))}::int[], ${texts(lines.map((line) => line.word))}::text[],
      ${jsons(lines.map((line) => line.slots))}::jsonb[]) as r (customer, id, weight, word, slots)
    on conflict (customer_id, room, line_id) do update
      set weight = excluded.weight, word = excluded.word, slots = excluded.slots, set_at = excluded.set_at
      where (l.weight, l.word, l.slots) is distinct from (excluded.weight, excluded.word, excluded.slots)`.execute(tx);
}

/** Takes lines out. */
export async function eraseBriefLines(
  tx: Tx,
  room: string,
  lines: readonly Pick<BriefLine, 'customerId' | 'lineId'>[],
): Promise<void> {
  await sql`/* send on */
    delete from memory.brief_line l using unnest(
      ${uuids(lines.map((line) => line.customerId))}::uuid[], ${texts(lines.map((line) => line.lineId))}::text[])
      as r (customer_id, line_id)
    where l.customer_id = r.customer_id and l.room = ${room} and l.line_id = r.line_id`.execute(tx);
}
