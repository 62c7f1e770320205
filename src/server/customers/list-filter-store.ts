import { type RawBuilder, sql } from 'kysely';

export interface ListFilter {
  /** Words as `findText` writes them, each to be contained. */
  readonly words: readonly string[];
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly lastSince?: string | undefined;
  readonly lastUntil?: string | undefined;
}

/** What is asked of a face `c`: by itself, and by its words or those of one merged into it. */
export function faceConditions(filter: ListFilter, c: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const wanted = ownConditions(filter, c);
  if (filter.words.length === 0) return wanted;
  const has = (member: RawBuilder<unknown>) => containsAll(filter.words, sql`${member}.find`);
  const merged = sql`exists (
    select from customers.customer w where w.face_id = ${c}.customer_id and w.face_id <> w.customer_id
      and ${has(sql`w`)} offset 0)`;
  return [...wanted, sql`(${has(c)} or ${merged})`];
}

/** What is asked of a face `c` by itself. */
export function ownConditions(
  { state, kind, language, country }: ListFilter,
  c: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (state !== undefined) wanted.push(sql`${c}.state = ${state}`);
  if (kind !== undefined) wanted.push(sql`${c}.kind = ${kind}`);
  if (language !== undefined) wanted.push(sql`${c}.language = ${language}`);
  if (country !== undefined) wanted.push(sql`${c}.country = ${country}`);
  return wanted;
}

/** What is asked of a last contact. */
export function periodOf(filter: ListFilter, lastAt: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (filter.lastSince !== undefined) wanted.push(sql`${lastAt} >= ${filter.lastSince}::timestamptz`);
  if (filter.lastUntil !== undefined) {
    wanted.push(sql`${lastAt} < ${filter.lastUntil}::timestamptz and ${lastAt} > '-infinity'`);
  }
  return wanted;
}

/** Every word is contained; one of less than three letters at the beginning of a word, where the index sees it. */
export function containsAll(words: readonly string[], find: RawBuilder<unknown>): RawBuilder<unknown> {
  const each = words.map((word) => {
    const text = likeText(word);
    return word.length > 2
      ? sql`${find} like ${`%${text}%`}`
      : sql`(${find} like ${`${text}%`} or ${find} like ${`% ${text}%`})`;
  });
  return sql.join(each, sql` and `);
}

/** Text with the signs of LIKE made plain. */
function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
