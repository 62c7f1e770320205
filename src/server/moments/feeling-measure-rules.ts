/*
 * How good a judge is, counted on texts that it has not seen.
 */

/** How a text feels. */
export type Feeling = 'negative' | 'neutral' | 'positive';

/** In the order of the classes 0, 1, 2. */
export const feelings: readonly Feeling[] = ['negative', 'neutral', 'positive'];

/** The class of a feeling. */
export const kindOf = (feeling: Feeling) => feelings.indexOf(feeling);

/** What a rating of 1 to 5 says: 1–2 negative, 3 neutral, 4–5 positive. */
export function feelingOfRating(rating: number): Feeling {
  if (rating <= 2) return 'negative';
  return rating >= 4 ? 'positive' : 'neutral';
}

/** A judge's answers against what is true. Shares are 0 to 1; lists are in the order negative, neutral, positive. */
export interface Measure {
  readonly texts: number;
  /** The plain mean of the three F1; a text not answered counts as missed. */
  readonly macroF1: number;
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  /** Rows: what is true; columns: what was answered, the fourth being "not sure". */
  readonly confusion: readonly (readonly number[])[];
  /** The share of texts answered with "not sure". */
  readonly unsure: number;
}

/** Measures answers (a class, or −1 for "not sure"). */
export function measure(truth: ArrayLike<number>, answers: ArrayLike<number>): Measure {
  const confusion = [0, 1, 2].map(() => [0, 0, 0, 0]);
  for (let at = 0; at < truth.length; at += 1) {
    const row = confusion[truth[at] ?? 0];
    const answer = answers[at] ?? -1;
    const column = answer < 0 ? 3 : answer;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const cell = (row: number, column: number) => confusion[row]?.[column] ?? 0;
  const share = (part: number, all: number) => (all === 0 ? 0 : part / all);
  const kinds = [0, 1, 2];
  const said = kinds.map((kind) => cell(0, kind) + cell(1, kind) + cell(2, kind));
  const there = kinds.map((kind) => (confusion[kind] ?? []).reduce((sum, count) => sum + count, 0));
  const f1 = kinds.map((kind) => share(2 * cell(kind, kind), (said[kind] ?? 0) + (there[kind] ?? 0)));
  return {
    texts: truth.length,
    macroF1: f1.reduce((sum, one) => sum + one, 0) / 3,
    precision: kinds.map((kind) => share(cell(kind, kind), said[kind] ?? 0)),
    recall: kinds.map((kind) => share(cell(kind, kind), there[kind] ?? 0)),
    confusion,
    unsure: share(cell(0, 3) + cell(1, 3) + cell(2, 3), truth.length),
  };
}
