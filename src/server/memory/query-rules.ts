import type { Reading } from './search-store.ts';

/** A search as the database runs it. */
export interface BuiltQuery {
  /** tsquery text: per language all words, the languages joined by or. Empty: nothing can match. */
  readonly query: string;
  /** What was typed → the stem that is searched instead; empty when all words were known. */
  readonly corrections: ReadonlyMap<string, string>;
  /** So many events are likely to match, by the vocabulary: as if words stood together by chance. */
  readonly likely: number;
}

/** The words that somebody typed. */
export function wordsOf(typed: string): string[] {
  return (typed.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{N}._@-]*/gu) ?? []).slice(0, 12);
}

/** A search as typed, and what it may have meant. */
export interface BuiltQueries {
  readonly typed: BuiltQuery;
  /** With unknown words replaced by their nearest, where no language knows all words: for when nothing is found. */
  readonly meant: BuiltQuery | undefined;
}

/** Builds the query of all words in each language: as typed, also words that are not counted yet, and as maybe meant. */
export function buildQueries(readings: readonly Reading[], total: number): BuiltQueries {
  const typed = build(readings, total, typedOf);
  const isKnown = build(readings, total, (reading) => (reading.events > 0 ? typedOf(reading) : undefined)).query !== '';
  const meant = isKnown ? undefined : build(readings, total, nearestOf);
  return { typed, meant: meant?.query === '' ? undefined : meant };
}

interface Chosen {
  readonly stem: string;
  readonly events: number;
  readonly corrected: boolean;
}

/** A language in which a word has no choice drops out. */
function build(
  readings: readonly Reading[],
  total: number,
  choose: (reading: Reading) => Chosen | undefined,
): BuiltQuery {
  const parts = new Map<string, number>();
  const shown = new Map<string, string>();
  for (const language of ['en', 'es', 'ru']) {
    const own = readings.filter((reading) => reading.language === language && reading.stem !== null);
    const known = own.map(choose).filter((one) => one !== undefined);
    if (own.length === 0 || known.length < own.length) continue;
    const share = known.reduce((product, one) => product * (one.events / Math.max(total, 1)), 1);
    parts.set(known.map((one) => lexeme(one.stem)).join(' & '), share * total);
    for (const [at, one] of known.entries()) if (one.corrected) shown.set(own[at]?.word ?? '', one.stem);
  }
  const query = [...parts.keys()].map((part) => `(${part})`).join(' | ');
  const likely = Math.round([...parts.values()].reduce((sum, events) => sum + events, 0));
  return { query, corrections: shown, likely };
}

function typedOf({ stem, events }: Reading): Chosen | undefined {
  return stem === null ? undefined : { stem, events, corrected: false };
}

function nearestOf(reading: Reading): Chosen | undefined {
  if (reading.events > 0) return typedOf(reading);
  return reading.near === null ? undefined : { stem: reading.near, events: reading.near_events ?? 0, corrected: true };
}

function lexeme(stem: string): string {
  return `'${stem.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
}

/**
 * The search as it was run, in words that people write: each corrected word by a marked word of the excerpts that has its
 * stem, else by the stem. `null` when nothing was corrected.
 */
export function correctedWords(
  words: readonly string[],
  corrections: ReadonlyMap<string, string>,
  excerpts: readonly string[],
): string | null {
  if (corrections.size === 0) return null;
  const marked = excerpts.flatMap((excerpt) =>
    excerpt
      .split('\u0001')
      .slice(1)
      .map((part) => part.split('\u0002', 1)[0] ?? ''),
  );
  const written = (stem: string) => marked.find((word) => plainOf(word).startsWith(plainOf(stem).slice(0, -1))) ?? stem;
  return words
    .map((word) => {
      const stem = corrections.get(word);
      return stem === undefined ? word : written(stem).toLowerCase();
    })
    .join(' ');
}

function plainOf(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** Up to so many matches the word index is the cheaper way; above, walking back through time finds a page sooner. */
export function isRare(likely: number, total: number, limit: number): boolean {
  return likely <= Math.sqrt(limit * Math.max(total, 1));
}
