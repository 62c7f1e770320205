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

/** The most different places that a text has: four runs for each of 5 000 letters, and words. */
const mostPlaces = 40_000;

/**
 * One model's way to weigh tokens; it keeps its tables and its scratch paper between texts. Places lie far apart in
 * memory, so each is looked up once and gets a slot; all else is counted slot by slot.
 */
function weigherOf(model: FeelingModel): (tokens: readonly Token[]) => Omit<Judgement, 'language' | 'by'> {
  const { report, perPlace } = model;
  const tables = model.largest.map(weightTable);
  const lookup = report.lexicon === undefined ? undefined : lookups.get(report.lexicon);
  const slotOf = new Uint16Array(places);
  const placeOf = new Int32Array(mostPlaces);
  const counts = new Uint16Array(mostPlaces);
  const values = new Float64Array(mostPlaces);
  const speaks = new Float64Array(mostPlaces * 3);
  const seen = new Int32Array(mostPlaces * 2);
  let slots = 0;
  let seens = 0;

  const count = (tokens: readonly Token[]) => {
    for (let slot = 1; slot <= slots; slot += 1) slotOf[placeOf[slot]!] = 0;
    slots = 0;
    seens = 0;
    walk(tokens, (place, token) => {
      let slot = slotOf[place]!;
      if (slot === 0) {
        if (perPlace[place * 4] === 0 || slots >= mostPlaces - 1) return;
        slots += 1;
        slot = slots;
        slotOf[place] = slot;
        placeOf[slot] = place;
        counts[slot] = 0;
      }
      if (counts[slot]! < 1_023) counts[slot]! += 1;
      if (seens + 2 > seen.length) return;
      seen[seens] = slot;
      seen[seens + 1] = token;
      seens += 2;
    });
  };

  /** What words and runs score for each class, each part made of length 1. */
  const sum = () => {
    const parts = [new Float64Array(3), new Float64Array(3)];
    const squares = [0, 0];
    for (let slot = 1; slot <= slots; slot += 1) {
      const place = placeOf[slot]!;
      const value = damped[counts[slot]!]! * idfTable[perPlace[place * 4]!]!;
      const part = partOf(place);
      values[slot] = value;
      squares[part]! += value * value;
      const sums = parts[part]!;
      for (let kind = 0; kind < 3; kind += 1) {
        const speaking = value * tables[kind]![perPlace[place * 4 + 1 + kind]!]!;
        speaks[slot * 3 + kind] = speaking;
        sums[kind]! += speaking;
      }
    }
    const lengths = squares.map((square) => Math.sqrt(square) || 1);
    return {
      scores: [0, 1, 2].map((kind) => parts[0]![kind]! / lengths[0]! + parts[1]![kind]! / lengths[1]!),
      lengths,
    };
  };

  /** How much each token speaks for the class, over the others. */
  const speaking = (tokens: readonly Token[], kind: number, lengths: readonly number[]) => {
    for (let slot = 1; slot <= slots; slot += 1) {
      const at = slot * 3;
      const more = 1.5 * speaks[at + kind]! - (speaks[at]! + speaks[at + 1]! + speaks[at + 2]!) / 2;
      values[slot] = more / (counts[slot]! * lengths[partOf(placeOf[slot]!)]!);
    }
    const spoken = new Float64Array(tokens.length);
    for (let at = 0; at < seens; at += 2) spoken[seen[at + 1]!]! += values[seen[at]!]!;
    return spoken;
  };

  return (tokens) => {
    count(tokens);
    const { scores, lengths } = sum();
    const said = saidBy(tokens, lookup);
    const ofLexicon = lexiconScores(model, lexiconFeatures(tokens, said));
    const score = (kind: number) => scores[kind]! + ofLexicon[kind]! + otherWeight(model, lexiconNumbers, kind);
    const probabilities = probabilitiesOf([score(0), score(1), score(2)], report.temperature);
    const top = probabilities.indexOf(Math.max(...probabilities));
    const spoken = speaking(tokens, top, lengths);
    const all = said.reduce((sumOf, value) => sumOf + Math.abs(value), 0) || 1;
    const lexical = over(top, ofLexicon);
    for (let at = 0; at < tokens.length; at += 1) spoken[at]! += (Math.abs(said[at]!) / all) * lexical;
    const answer = feelings[sureAnswer(probabilities, report.sureFrom)];
    return { feeling: answer ?? 'unsure', probabilities, words: strongest(tokens, spoken) };
  };
}

function lexiconScores(model: FeelingModel, numbers: Float32Array): number[] {
  return [0, 1, 2].map((kind) => {
    let score = 0;
    for (let at = 0; at < lexiconNumbers; at += 1) score += numbers[at]! * otherWeight(model, at, kind);
    return score * lexiconShare;
  });
}
