import { expect, it } from 'vitest';
import { buildQueries, correctedWords, isRare, wordsOf } from './query-rules.ts';
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

it('asks for all words in each language, and joins the languages by or', () => {
  const { typed, meant } = buildQueries(
    [
      reading('en', 'refunds', 'refund', 30),
      reading('es', 'refunds', 'refunds', 0),
      reading('ru', 'refunds', 'refund', 30),
      reading('en', 'late', 'late', 12),
      reading('es', 'late', 'lat', 5),
      reading('ru', 'late', 'late', 12),
    ],
    100,
  );
  expect(typed).toEqual({ query: "('refund' & 'late') | ('refunds' & 'lat')", corrections: new Map(), likely: 4 });
  expect(meant).toBeUndefined();
});

it('offers the nearest of an unknown word only where no language knows all words, and never in its place', () => {
  const words = [reading('es', 'factrua', 'factru', 0, 'factur'), reading('es', 'luz', 'luz', 9)];
  const { typed, meant } = buildQueries(words, 90);
  expect(typed).toEqual({ query: "('factru' & 'luz')", corrections: new Map(), likely: 0 });
  expect(meant).toEqual({ query: "('factur' & 'luz')", corrections: new Map([['factrua', 'factur']]), likely: 4 });
  expect(
    buildQueries([...words, reading('en', 'factrua', 'factrua', 1), reading('en', 'luz', 'luz', 9)], 30).meant,
  ).toBeUndefined();
});

it('offers nothing where a word is neither known nor near', () => {
  expect(buildQueries([reading('en', 'qqqq', 'qqqq', 0), reading('en', 'late', 'late', 3)], 30).meant).toBeUndefined();
});

it("keeps a quote and a backslash inside a word's own quotes", () => {
  expect(buildQueries([reading('en', "o'b\\", "o'b\\", 1)], 30).typed.query).toBe("('o''b\\\\')");
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
