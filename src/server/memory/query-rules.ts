import type { Reading } from './search-store.ts';

/** A search as the database runs it. */
export interface BuiltQuery {
  /** tsquery text: per language all words, the languages joined by or. Empty: nothing can match. */
  readonly query: string;
  /** The words searched instead of what was typed; null when all were known. */
  readonly corrected: string | null;
  /** At most so many events can match, by the vocabulary. */
  readonly atMost: number;
}

/** The words that somebody typed. */
export function wordsOf(typed: string): string[] {
  return (typed.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{N}._@-]*/gu) ?? []).slice(0, 12);
}

/**
 * Builds the query of all words in each language. A language in which a word is neither known nor near to a known one
 * drops out; where no language knows all words as typed, unknown ones are replaced by their nearest.
 */
export function buildQuery(words: readonly string[], readings: readonly Reading[]): BuiltQuery {
  const exact = build(words, readings, false);
  if (exact.query !== '') return exact;
  return build(words, readings, true);
}

function build(words: readonly string[], readings: readonly Reading[], correcting: boolean): BuiltQuery {
  const parts: string[] = [];
  const shown = new Map<string, string>();
  let atMost = 0;
  for (const language of ['en', 'es', 'ru']) {
    const own = readings.filter((reading) => reading.language === language && reading.stem !== null);
    if (own.length === 0 || new Set(own.map((one) => one.word)).size === 0) continue;
    const chosen = own.map((reading) => choose(reading, correcting));
    if (chosen.some((one) => one === undefined)) continue;
    const known = chosen.filter((one) => one !== undefined);
    parts.push(known.map((one) => lexeme(one.stem)).join(' & '));
    atMost += Math.min(...known.map((one) => one.events));
    for (const [at, one] of known.entries()) if (one.corrected) shown.set(own[at]?.word ?? '', one.stem);
  }
  const query = [...new Set(parts)].map((part) => `(${part})`).join(' | ');
  const corrected = shown.size === 0 ? null : words.map((word) => shown.get(word) ?? word).join(' ');
  return { query, corrected, atMost };
}

function choose(
  reading: Reading,
  correcting: boolean,
): { stem: string; events: number; corrected: boolean } | undefined {
  if (reading.stem === null) return undefined;
  if (reading.events > 0) return { stem: reading.stem, events: reading.events, corrected: false };
  if (!correcting || reading.near === null) return undefined;
  return { stem: reading.near, events: reading.near_events ?? 0, corrected: true };
}

function lexeme(stem: string): string {
  return `'${stem.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
}

/** Up to so many matches the word index is the cheaper way; above, walking back through time finds a page sooner. */
export function isRare(atMost: number, total: number, limit: number): boolean {
  return atMost <= Math.sqrt(limit * Math.max(total, 1));
}
