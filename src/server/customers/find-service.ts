import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import { type find as findContract, keyKinds } from '../../shared/customers.ts';
import type { Call } from '../platform/area.ts';
import { sha256 } from '../platform/ids.ts';
import { houseCountry } from './country-service.ts';
import { cardOf, wordsOf } from './customer-service.ts';
import { spellingsOf, swapsOf } from './find-rules.ts';
import { type FoundRow, findByAgreement, findByKeys, findByText, findNear, listNearWords } from './find-store.ts';
import { keyOf, keyText } from './identity-rules.ts';

/** With fewer than these found exactly, near spellings are looked for too. */
const enough = 3;

/**
 * Finds customers: who holds or claims the key that was typed, then agreements by number or place, then names that
 * contain every word, then near spellings. One line a face; `matched` says by what it was found first.
 */
export async function find(call: Call, input: InputOf<typeof findContract>): Promise<ReplyOf<typeof findContract>> {
  const found = new Map<string, FoundRow>();
  const take = (rows: readonly FoundRow[]) => {
    for (const row of rows) if (!found.has(row.customer_id)) found.set(row.customer_id, row);
  };
  const words = wordsOf(input.q);
  take(await findByKeys(call.tx, await hashesOf(call, input.q), input.limit));
  const isKey = found.size > 0;
  if (words.length > 0 && found.size < input.limit) {
    take(await findByAgreement(call.tx, words, input.limit));
    take(await findByText(call.tx, words, input.limit));
    if (!isKey && found.size < enough && words.every((word) => word.length > 2)) {
      take(await nearOnes(call, words, input.limit));
    }
  }
  const rows = [...found.values()].slice(0, input.limit);
  call.use(rows.map((row) => row.customer_id));
  return { customers: rows.map((row) => ({ ...cardOf(row), matched: row.matched })) };
}

/** Who is found when each word is taken for what was probably meant. */
async function nearOnes(call: Call, words: readonly string[], limit: number): Promise<FoundRow[]> {
  const near = await listNearWords(
    call.tx,
    words.map((word) => ({ word, swaps: swapsOf(word) })),
  );
  const spellings = words.map((word) => [
    ...spellingsOf(
      word,
      near.flatMap((row) => (row.word === word ? [row.near] : [])),
    ),
    word,
  ]);
  return spellings.every((any) => any.length === 1) ? [] : findNear(call.tx, spellings, limit);
}

/** What was typed, as a key of every kind that it could be. */
async function hashesOf(call: Call, text: string): Promise<Buffer[]> {
  const country = await houseCountry(call);
  return keyKinds.flatMap((kind) => {
    const key = keyOf(kind, text, country);
    return key === undefined ? [] : [sha256(keyText(key))];
  });
}
