import { places, walk } from './feeling-feature-rules.ts';
import { languageOf, type Profile } from './feeling-language-rules.ts';
import { type Lookup, lexiconFeatures, lexiconNumbers, saidBy } from './feeling-lexicon-rules.ts';
import { type Feeling, feelings } from './feeling-measure-rules.ts';
import { type FeelingModel, idfTable, otherWeight, partOf, weightTable } from './feeling-model-rules.ts';
import { lexiconShare } from './feeling-row-rules.ts';
import { probabilitiesOf } from './feeling-solve-rules.ts';
import { clearSign, lookups, starterLanguage } from './feeling-starter-rules.ts';
import { type Token, tokensOf } from './feeling-text-rules.ts';
import { sureAnswer } from './feeling-train-rules.ts';

/** What a machine thinks of a text: the lowest of all sources, never over what the customer said himself. */
export interface Judgement {
  readonly feeling: Feeling | 'unsure';
  /** Of negative, neutral, positive; absent where nobody judged. */
  readonly probabilities?: readonly [number, number, number];
  /** The language that the text is in; absent where it is in none that is known, or has no words. */
  readonly language?: string;
  /** Who judged: a model of that language, or the words of the lexicon alone; absent where nobody could. */
  readonly by?: 'model' | 'lexicon';
  /** The few words that speak most for what is likeliest, strongest first, in lower case. */
  readonly words: readonly string[];
}

/** Judges a text; `declared` is the language that its writer is known to write in (`es`), if any. */
export type Judge = (text: string, declared?: string) => Judgement;

/** Of what a lexicon says clearly, so much was right on tweets (English 0.67, Spanish 0.61 of 1 839 each). */
const lexiconRight = 0.64;
const mostWords = 4;

/**
 * A judge with the models that the company has learned (one a language; those not usable are passed over) and the
 * lexicons where it has none. A text in a language of neither is "not sure". Not for two threads at once.
 */
export function openJudge(models: readonly FeelingModel[]): Judge {
  const usable = new Map(
    models.filter((one) => one.report.isUsable).map((one) => [one.report.language, weigherOf(one)]),
  );
  const profiles = models.map((one) => one.profile);
  return (text, declared) => {
    const tokens = tokensOf(text);
    const language = languageIn(tokens, profiles, declared);
    const weigh = language === undefined ? undefined : usable.get(language);
    if (weigh !== undefined && language !== undefined) return { language, by: 'model', ...weigh(tokens) };
    if (language === undefined && tokens.some((token) => token.kind === 'word' && token.text !== '0')) {
      return { feeling: 'unsure', words: [] };
    }
    const judged = byLexicon(tokens, language === undefined ? undefined : lookups.get(language));
    return language === undefined ? judged : { language, ...judged };
  };
}

/** The languages learned go first; one with only a lexicon is asked by its small words. */
function languageIn(
  tokens: readonly Token[],
  profiles: readonly Profile[],
  declared: string | undefined,
): string | undefined {
  const learned = languageOf(tokens, profiles, declared);
  if (learned !== undefined) return learned;
  const starter = starterLanguage(tokens, declared);
  return profiles.some((one) => one.language === starter) ? undefined : starter;
}

/** The lexicon answers only where it clearly can. */
function byLexicon(tokens: readonly Token[], lookup: Lookup | undefined): Omit<Judgement, 'language'> {
  const sign = clearSign(tokens, lookup);
  if (sign === 0) return { feeling: 'unsure', words: [] };
  const said = saidBy(tokens, lookup);
  const words = strongest(
    tokens,
    said.map((value) => value * sign),
  );
  const [away, against] = [((1 - lexiconRight) * 2) / 3, (1 - lexiconRight) / 3];
  return {
    feeling: sign > 0 ? 'positive' : 'negative',
    probabilities: sign > 0 ? [against, away, lexiconRight] : [lexiconRight, away, against],
    by: 'lexicon',
    words,
  };
}

function strongest(tokens: readonly Token[], speaks: ArrayLike<number>): string[] {
  const sums = new Map<string, number>();
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'mark') sums.set(text, (sums.get(text) ?? 0) + (speaks[at] ?? 0));
  }
  return [...sums]
    .filter(([text, sum]) => sum > 0.01 && text !== '0')
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostWords)
    .map(([text]) => text);
}

/** 1 + ln of a count, up to 1 023. */
const damped = Float64Array.from({ length: 1_024 }, (_none, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/** How much more the class is spoken for than the others are together, of what speaks for each. */
const over = (kind: number, of: readonly number[]) => of[kind]! * 1.5 - (of[0]! + of[1]! + of[2]!) / 2;

/** One model's way to weigh tokens; it keeps its tables and its scratch paper between texts. */
function weigherOf(model: FeelingModel): (tokens: readonly Token[]) => Omit<Judgement, 'language' | 'by'> {
  const { report, idf, weights } = model;
  const tables = model.largest.map(weightTable);
  const lookup = report.lexicon === undefined ? undefined : lookups.get(report.lexicon);
  const counts = new Uint16Array(places);
  const gains = new Float32Array(places);
  const touched: number[] = [];
  const seen: number[] = [];

  const count = (tokens: readonly Token[]) => {
    for (const place of touched) counts[place] = 0;
    touched.length = 0;
    seen.length = 0;
    walk(tokens, (place, token) => {
      if (idf[place] === 0) return;
      if (counts[place] === 0) touched.push(place);
      if (counts[place]! < 1_023) counts[place]! += 1;
      seen.push(place, token);
    });
  };

  /** What words and runs score for each class, each part made of length 1. */
  const sum = () => {
    const parts = [new Float64Array(3), new Float64Array(3)];
    const squares = [0, 0];
    for (const place of touched) {
      const value = damped[counts[place]!]! * idfTable[idf[place]!]!;
      const part = partOf(place);
      squares[part]! += value * value;
      const sums = parts[part]!;
      for (let kind = 0; kind < 3; kind += 1) sums[kind]! += value * tables[kind]![weights[place * 3 + kind]! + 128]!;
    }
    const lengths = squares.map((square) => Math.sqrt(square) || 1);
    return {
      scores: [0, 1, 2].map((kind) => parts[0]![kind]! / lengths[0]! + parts[1]![kind]! / lengths[1]!),
      lengths,
    };
  };

  /** How much each token speaks for the class, over the others. */
  const speaking = (tokens: readonly Token[], kind: number, lengths: readonly number[]) => {
    for (const place of touched) {
      const times = counts[place]!;
      const value = (damped[times]! * idfTable[idf[place]!]!) / (times * lengths[partOf(place)]!);
      const at = place * 3;
      const first = tables[0]![weights[at]! + 128]!;
      const second = tables[1]![weights[at + 1]! + 128]!;
      const third = tables[2]![weights[at + 2]! + 128]!;
      const own = kind === 0 ? first : kind === 1 ? second : third;
      gains[place] = value * (1.5 * own - (first + second + third) / 2);
    }
    const speaks = new Float64Array(tokens.length);
    for (let at = 0; at < seen.length; at += 2) speaks[seen[at + 1]!]! += gains[seen[at]!]!;
    return speaks;
  };

  return (tokens) => {
    count(tokens);
    const { scores, lengths } = sum();
    const said = saidBy(tokens, lookup);
    const ofLexicon = lexiconScores(model, lexiconFeatures(tokens, said));
    const score = (kind: number) => scores[kind]! + ofLexicon[kind]! + otherWeight(model, lexiconNumbers, kind);
    const probabilities = probabilitiesOf([score(0), score(1), score(2)], report.temperature);
    const top = probabilities.indexOf(Math.max(...probabilities));
    const speaks = speaking(tokens, top, lengths);
    const all = said.reduce((sumOf, value) => sumOf + Math.abs(value), 0) || 1;
    const lexical = over(top, ofLexicon);
    for (let at = 0; at < tokens.length; at += 1) speaks[at]! += (Math.abs(said[at]!) / all) * lexical;
    const answer = feelings[sureAnswer(probabilities, report.sureFrom)];
    return { feeling: answer ?? 'unsure', probabilities, words: strongest(tokens, speaks) };
  };
}

function lexiconScores(model: FeelingModel, numbers: Float32Array): number[] {
  return [0, 1, 2].map((kind) => {
    let score = 0;
    for (let at = 0; at < lexiconNumbers; at += 1) score += numbers[at]! * otherWeight(model, at, kind);
    return score * lexiconShare;
  });
}
