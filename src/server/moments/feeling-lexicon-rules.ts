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
  readonly not: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** How a word is compared: Russian `ё` is `е`. */
export const folded = (word: string) => word.replaceAll('ё', 'е');

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
    not: new Set(wordsIn(lexicon.not)),
    small: new Set(wordsIn(lexicon.small)),
  };
}

/** What a word, or two in a row (`a_b`), says by itself: −2 to 2, or nothing. */
export function valueOf(lookup: Lookup, word: string): number | undefined {
  const whole = lookup.whole.get(word);
  if (whole !== undefined) return whole;
  for (let end = word.length; end >= 3; end -= 1) {
    const value = lookup.begins.get(word.slice(0, end));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** How far a `not` reaches, in words. */
const reach = 3;

/**
 * What each token says, −2 to 2 (half more where it is shouted): a pair goes before its words; what stands up to three
 * words after a `not` is turned round and weakened; a picture says its own, whatever the language (`lookup` undefined).
 */
export function saidBy(tokens: readonly Token[], lookup: Lookup | undefined): Float32Array {
  const said = new Float32Array(tokens.length);
  let turned = 0;
  let before = '';
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'picture') said[at] = signOfPicture(token.text);
    if (token.kind !== 'word' || lookup === undefined) {
      if (token.kind === 'mark') turned = 0;
      before = '';
      continue;
    }
    const word = folded(token.text);
    const pair = before === '' ? undefined : valueOf(lookup, `${before}_${word}`);
    const own = valueOf(lookup, word);
    if (pair !== undefined) {
      if (at > 0) said[at - 1] = 0;
      said[at] = pair;
    } else if (own !== undefined) {
      said[at] = (turned > 0 ? -0.7 : 1) * (token.loud ? 1.5 : 1) * own;
    }
    turned = lookup.not.has(word) ? reach : turned - 1;
    before = word;
  }
  return said;
}

/** How many numbers `lexiconFeatures` gives. */
export const lexiconNumbers = 10;

/** What a lexicon says of a text as numbers of about 0 to 1, for a model to weigh. */
export function lexiconFeatures(tokens: readonly Token[], said: Float32Array): Float32Array {
  let [good, bad, delight, anger, smiles, tears, loud, cries, asks] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const [at, token] of tokens.entries()) {
    const value = said[at] ?? 0;
    if (token.kind === 'picture') {
      if (value > 0) smiles += 1;
      if (value < 0) tears += 1;
    } else if (value > 0) good += value;
    else bad -= value;
    if (value >= 2) delight += 1;
    if (value <= -2) anger += 1;
    if (token.loud && token.kind === 'word') loud += 1;
    if (token.text.startsWith('!')) cries += 1;
    if (token.text.includes('?')) asks += 1;
  }
  const eased = (count: number) => count / (count + 2);
  const sum = good - bad + smiles - tears;
  return Float32Array.of(
    eased(good),
    eased(bad),
    eased(delight),
    eased(anger),
    eased(smiles),
    eased(tears),
    sum / (Math.abs(sum) + 2),
    eased(loud),
    eased(cries),
    eased(asks),
  );
}
