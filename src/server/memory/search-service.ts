import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type { search as searchContract } from '../../shared/memory.ts';
import { members } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { secretOf } from '../platform/secret.ts';
import { type BuiltQuery, buildQueries, correctedWords, isRare, wordsOf } from './query-rules.ts';
import { listHits, listReadings } from './search-store.ts';

/** Full-text search over the whole history, newest first. */
export async function search(
  call: Call,
  input: InputOf<typeof searchContract>,
): Promise<ReplyOf<typeof searchContract>> {
  const words = wordsOf(input.q);
  if (words.length === 0) return { corrected: null, hits: [], next: null };
  const customerIds = input.customer_id === undefined ? undefined : (await members(call, input.customer_id)).all;
  const { readings, total } = await listReadings(call.tx, words);
  const { typed, meant } = buildQueries(readings, total);
  const before =
    input.cursor === undefined ? undefined : openCursor('hits', input.cursor, secretOf(call.house.config))[0];
  const hitsOf = async ({ query, likely }: BuiltQuery) => {
    if (query === '') return [];
    const rare = customerIds !== undefined || isRare(likely, total, input.limit);
    return listHits(call.tx, query, { customerIds, before, limit: input.limit + 1, rare });
  };
  const found = await hitsOf(typed);
  const instead = found.length === 0 ? meant : undefined;
  const rows = instead === undefined ? found : await hitsOf(instead);
  const shown = rows.slice(0, input.limit);
  call.use(shown.map((row) => row.customer_id));
  const last = shown.at(-1);
  return {
    corrected: correctedWords(
      words,
      instead?.corrections ?? typed.corrections,
      shown.map((row) => row.excerpt),
    ),
    hits: shown.map(({ face_id: _face, ...row }) => ({ ...row, happened_at: row.happened_at.toISOString() })),
    next:
      rows.length > input.limit && last !== undefined
        ? sealCursor('hits', [last.event_id], secretOf(call.house.config))
        : null,
  };
}
