import { places, walk, wordPlaces } from './feeling-feature-rules.ts';
import { type Lookup, lexiconFeatures, lexiconNumbers, saidBy } from './feeling-lexicon-rules.ts';
import type { Rows } from './feeling-solve-rules.ts';
import { tokensOf } from './feeling-text-rules.ts';

/*
 * Texts as rows to learn from: words (with pairs) and runs of letters, each part damped (1 + ln count), weighed by how
 * rare it is (idf) and made of length 1; and what a lexicon says, as numbers of its own.
 */

/** How much the numbers of the lexicon count beside words and runs (chosen by cross-validation). */
export const lexiconShare = 0.5;

/** A text read once: where it has anything, how often, and what the lexicon says. */
export interface Read {
  readonly at: Uint32Array;
  readonly counts: Uint16Array;
  readonly lexicon: Float32Array;
}

/** Reads a text. */
export function read(text: string, lookup: Lookup | undefined): Read {
  const tokens = tokensOf(text);
  const found = new Map<number, number>();
  walk(tokens, (place) => found.set(place, (found.get(place) ?? 0) + 1));
  return {
    at: Uint32Array.from(found.keys()),
    counts: Uint16Array.from(found.values()),
    lexicon: lexiconFeatures(tokens, saidBy(tokens, lookup)),
  };
}

/** Which places a model knows (in order), and how much each weighs. */
export interface Scale {
  readonly known: Uint32Array;
  readonly idf: Float32Array;
  /** The column of each place, −1 where it is not known. */
  readonly columnOf: Int32Array;
}

/** Words that one text has, runs of letters that two have; idf as scikit-learn smooths it. */
export function scaleOf(texts: readonly Read[]): Scale {
  const having = new Int32Array(places);
  for (const { at } of texts) for (const place of at) having[place]! += 1;
  const columnOf = new Int32Array(places).fill(-1);
  const known: number[] = [];
  const idf: number[] = [];
  for (let place = 0; place < places; place += 1) {
    const count = having[place]!;
    if (count < (place < wordPlaces ? 1 : 2)) continue;
    columnOf[place] = known.length;
    known.push(place);
    idf.push(Math.log((1 + texts.length) / (1 + count)) + 1);
  }
  return { known: Uint32Array.from(known), idf: Float32Array.from(idf), columnOf };
}

/** The rows of these texts: known places first, the lexicon's numbers behind them. */
export function rowsOf(texts: readonly Read[], scale: Scale): Rows {
  const starts = new Int32Array(texts.length + 1);
  let most = 0;
  for (const { at } of texts) most += at.length + lexiconNumbers;
  const columns = new Int32Array(most);
  const values = new Float32Array(most);
  let end = 0;
  for (const [row, text] of texts.entries()) {
    end = writeRow(text, scale, columns, values, end);
    starts[row + 1] = end;
  }
  return {
    columns: scale.known.length + lexiconNumbers,
    starts,
    at: columns.subarray(0, end),
    values: values.subarray(0, end),
  };
}

function writeRow(
  { at, counts, lexicon }: Read,
  scale: Scale,
  columns: Int32Array,
  values: Float32Array,
  from: number,
) {
  const squares = [0, 0];
  let end = from;
  for (let place = 0; place < at.length; place += 1) {
    const column = scale.columnOf[at[place]!]!;
    if (column < 0) continue;
    const value = (1 + Math.log(counts[place]!)) * scale.idf[column]!;
    squares[at[place]! < wordPlaces ? 0 : 1]! += value * value;
    columns[end] = column;
    values[end] = value;
    end += 1;
  }
  for (let place = from; place < end; place += 1) {
    values[place]! /= Math.sqrt(squares[scale.known[columns[place]!]! < wordPlaces ? 0 : 1]!);
  }
  for (let number = 0; number < lexiconNumbers; number += 1) {
    if (lexicon[number] === 0) continue;
    columns[end] = scale.known.length + number;
    values[end] = lexicon[number]! * lexiconShare;
    end += 1;
  }
  return end;
}

/** Some of the rows. */
export function pick<T>(all: readonly T[], which: readonly number[]): T[] {
  return which.flatMap((at) => {
    const one = all[at];
    return one === undefined ? [] : [one];
  });
}
