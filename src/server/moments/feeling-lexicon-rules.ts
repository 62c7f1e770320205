import { signOfPicture } from './feeling-picture-rules.ts';
import type { Token } from './feeling-text-rules.ts';

/*
 * What a lexicon is: the words by which a language says that something was good or bad. Ours are small and written by
 * hand for what customers say of a company; they are where the judge begins, until it has learned from the company's own.
 */

/** The words of one language; one that ends in `*` stands for every word that begins so. */
export interface Lexicon {
  readonly language: string;
  /** Strongly good, good, bad, strongly bad. */
  readonly delight: string;
  readonly good: string;
  readonly bad: string;
  readonly anger: string;
  /** Two words in a row (`a_b`) that mean what neither says alone. */
  readonly goodPairs: string;
  readonly badPairs: string;
  /** What turns the next words round: not, never, without. */
  readonly not: string;
  /** Small words that nearly every text of this language has and few of others: they tell the language. */
  readonly small: string;
}

/** A lexicon made ready for looking up. */
export interface Lookup {
  readonly language: string;
  readonly whole: ReadonlyMap<string, number>;
  readonly begins: ReadonlyMap<string, number>;
  /** The first words of the pairs: most words are none. */
  readonly pairs: ReadonlySet<string>;
  readonly remembered: Map<string, number>;
  readonly not: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== '');

const [yo, ye] = ['\u0451', '\u0435'];

/** How a word is compared: Russian `ё` is `е`. */
export const folded = (word: string) => (word.includes(yo) ? word.replaceAll(yo, ye) : word);

/** Makes a lexicon ready. Where a word stands twice, the stronger meaning stands. */
export function lookupOf(lexicon: Lexicon): Lookup {
  const whole = new Map<string, number>();
  const begins = new Map<string, number>();
  const lists = [
    [lexicon.good, 1],
    [lexicon.bad, -1],
    [lexicon.goodPairs, 1.5],
    [lexicon.badPairs, -1.5],
    [lexicon.delight, 2],
    [lexicon.anger, -2],
  ] as const;
  for (const [words, value] of lists) {
    for (const word of wordsIn(words)) {
      if (word.endsWith('*')) begins.set(folded(word.slice(0, -1)), value);
      else whole.set(folded(word), value);
    }
  }
  return {
    language: lexicon.language,
    whole,
    begins,
    pairs: new Set([...whole.keys(), ...begins.keys()].flatMap((word) => /^(.+)_/.exec(word)?.[1] ?? [])),
    remembered: new Map(),
    not: new Set(wordsIn(lexicon.not)),
    small: new Set(wordsIn(lexicon.small)),
  };
}

/** What a word, or two in a row (`a_b`), says by itself: −2 to 2, 0 where nothing; remembered, since words come again. */
export function wordSays(lookup: Lookup, word: string): number {
  const known = lookup.remembered.get(word);
  if (known !== undefined) return known;
  let value = lookup.whole.get(word);
  for (let end = word.length; value === undefined && end >= 3; end -= 1) value = lookup.begins.get(word.slice(0, end));
  if (lookup.remembered.size > 50_000) lookup.remembered.clear();
  lookup.remembered.set(word, value ?? 0);
  return value ?? 0;
}

/** How far a `not` reaches, in words. */
const reach = 3;

/**
 * What each token says, −2 to 2 (half more where it is shouted): a pair goes before its words; what stands up to three
 * words after a `not` is turned round and weakened; a picture says its own, whatever the language (`lookup` undefined).
 */
export function saidBy(tokens: readonly Token[], lookup: Lookup | undefined): Float32Array {
  const said = Float32Array.from(tokens, ({ kind, text }) => (kind === 'picture' ? signOfPicture(text) : 0));
  if (lookup === undefined) return said;
  let turned = 0;
  let before = '';
  for (const [at, { kind, text, loud }] of tokens.entries()) {
    if (kind !== 'word') {
      if (kind === 'mark') turned = 0;
      before = '';
      continue;
    }
    const word = folded(text);
    const pair = lookup.pairs.has(before) ? wordSays(lookup, `${before}_${word}`) : 0;
    if (pair !== 0) said[at - 1] = 0;
    said[at] = pair || wordSays(lookup, word) * (turned > 0 ? -0.7 : 1) * (loud ? 1.5 : 1);
    turned = lookup.not.has(word) ? reach : turned - 1;
    before = word;
  }
  return said;
}

/** How many numbers `lexiconFeatures` gives. */
export const lexiconNumbers = 10;

const eased = (count: number) => count / (count + 2);

/** What a lexicon says of a text as numbers of about 0 to 1, for a model to weigh. */
export function lexiconFeatures(tokens: readonly Token[], said: Float32Array): Float32Array {
  const words = { good: 0, bad: 0, loud: 0 };
  const pictures = { good: 0, bad: 0, loud: 0 };
  const marks = { good: 0, bad: 0, loud: 0 };
  const tallies = { word: words, picture: pictures, mark: marks };
  let [delight, anger, cries, asks] = [0, 0, 0, 0];
  for (const [at, token] of tokens.entries()) {
    const value = said[at] ?? 0;
    const tally = tallies[token.kind];
    tally.good += Math.max(0, value);
    tally.bad += Math.max(0, -value);
    tally.loud += Number(token.loud);
    delight += Number(value >= 2);
    anger += Number(value <= -2);
    cries += Number(token.text.startsWith('!'));
    asks += Number(token.text.includes('?'));
  }
  const sum = words.good - words.bad + pictures.good - pictures.bad;
  const counts = [words.good, words.bad, delight, anger, pictures.good, pictures.bad, words.loud, cries, asks];
  return Float32Array.of(...counts.map(eased), sum / (Math.abs(sum) + 2));
}
