import { expect, it } from 'vitest';
import { buildQuery, correctedWords, isRare, wordsOf } from './query-rules.ts';
import type { Reading } from './search-store.ts';

const reading = (
  language: Reading['language'],
  word: string,
  stem: string | null,
  events: number,
  near: string | null = null,
): Reading => ({
  language,
  word,
  stem,
  events,
  near,
  near_events: near === null ? null : 40,
});

it.each([
  ['refund, please!', ['refund', 'please']],
  ['ana@example.org +34 600', ['ana@example.org', '34', '600']],
  ['«счёт» №12', ['счёт', 'No12']],
  ['   ', []],
])('reads %j as words', (typed, words) => {
  expect(wordsOf(typed)).toEqual(words);
});

it('asks for all words in each language that knows them, and joins the languages by or', () => {
  const built = buildQuery([
    reading('en', 'refunds', 'refund', 30),
    reading('es', 'refunds', 'refunds', 0),
    reading('ru', 'refunds', 'refund', 30),
    reading('en', 'late', 'late', 12),
    reading('es', 'late', 'lat', 5),
    reading('ru', 'late', 'late', 12),
  ]);
  expect(built).toEqual({ query: "('refund' & 'late')", corrections: new Map(), atMost: 24 });
});

it('replaces an unknown word by its nearest only where no language knows all words', () => {
  const built = buildQuery([reading('es', 'factrua', 'factru', 0, 'factur'), reading('es', 'luz', 'luz', 9)]);
  expect(built.query).toBe("('factur' & 'luz')");
  expect(built.corrections).toEqual(new Map([['factrua', 'factur']]));
});

it('finds nothing where a word is neither known nor near', () => {
  expect(buildQuery([reading('en', 'qqqq', 'qqqq', 0), reading('en', 'late', 'late', 3)]).query).toBe('');
});

it("keeps a quote and a backslash inside a word's own quotes", () => {
  expect(buildQuery([reading('en', "o'b\\", "o'b\\", 1)]).query).toBe("('o''b\\\\')");
});

it('tells the correction in the word that people wrote', () => {
  const excerpts = ['La \u0001Factura\u0002 de la luz'];
  expect(correctedWords(['factrua', 'luz'], new Map([['factrua', 'factur']]), excerpts)).toBe('factura luz');
  expect(correctedWords(['factrua'], new Map([['factrua', 'factur']]), [])).toBe('factur');
  expect(correctedWords(['luz'], new Map(), excerpts)).toBeNull();
});

it('walks back through time for words that stand in much of the history, and takes the index for rare ones', () => {
  expect(isRare(1_000, 20_000_000, 50)).toBe(true);
  expect(isRare(2_000_000, 20_000_000, 50)).toBe(false);
});
