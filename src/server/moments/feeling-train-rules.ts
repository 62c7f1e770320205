import { hashOf, mixed } from './feeling-feature-rules.ts';
import { learnLanguage, type Profile } from './feeling-language-rules.ts';
import { type Feeling, kindOf, type Measure, measure } from './feeling-measure-rules.ts';
import { pick, type Read, read, rowsOf, type Scale, scaleOf } from './feeling-row-rules.ts';
import { type Lesson, probabilitiesOf, scoresOf, solve, type Weights } from './feeling-solve-rules.ts';
import { clearSign, lookups } from './feeling-starter-rules.ts';
import { surenessOf, type Tried, temperatureOf } from './feeling-sureness-rules.ts';
import { tokensOf } from './feeling-text-rules.ts';

/*
 * Learns how texts of one language feel, from texts that the company's own people or customers have rated, and counts
 * how well on a fifth of them that it holds back.
 */

/** A text whose feeling is known. */
export interface Rated {
  readonly id: string;
  readonly text: string;
  readonly feeling: Feeling;
}

/** One point of the curve: trained on so many texts, so good on those held back. */
export interface CurvePoint {
  readonly n: number;
  readonly macroF1: number;
  /** Of the texts called negative, the share that are. */
  readonly negativePrecision: number;
}

/** What is said of a model to people: how it was learned and how good it is on texts held back. */
export interface FeelingReport {
  readonly language: string;
  /** The lexicon whose words it weighs too; one without its own borrows the nearest. */
  readonly lexicon: string | undefined;
  /** Texts that the model has learned from, in the order negative, neutral, positive. */
  readonly learnedFrom: readonly number[];
  /** Chosen by cross-validation: scikit-learn's C. */
  readonly strength: number;
  /** By which scores are divided, so that probabilities come true on texts not learned from. */
  readonly temperature: number;
  /** Below this probability a feeling is not said: by feeling. */
  readonly sureFrom: readonly number[];
  /** Held back: always answering, and with "not sure" where it is not. */
  readonly always: Measure;
  readonly whenSure: Measure;
  /** The lexicon alone on the same texts ("not sure" where it says nothing clearly). */
  readonly lexiconAlone: Measure;
  /** How good it was with fewer texts, on the same texts held back. */
  readonly curve: readonly CurvePoint[];
  /** Held-back texts left out of the count since a text learned from says the same, word for word. */
  readonly copies: number;
  /** False where it is not yet better than not answering or than the lexicon: then it is not to be used. */
  readonly isUsable: boolean;
}

/** A model as it was learned; `feeling-model.ts` packs it. */
export interface Learned {
  readonly report: FeelingReport;
  readonly profile: Profile;
  readonly scale: Scale;
  readonly weights: Weights;
}

/** The least texts of a language, and of each feeling among them, to learn from. */
export const leastTexts = 150;
export const leastOfEach = 15;
/** The most texts that are learned from: the last ones. */
export const mostTexts = 30_000;
/** For the choice of strength by cross-validation, so many are enough. */
const mostForChoice = 4_000;

const strengths = [0.1, 0.3, 1, 3];
const folds = 4;
const curveSizes = [100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800];

const shuffled = (id: string) => mixed(Math.imul(hashOf(id), 31) ^ hashOf(`${id}~`));

/** Whether a text is held back to measure with: a fifth of all, by the hash of its id, the same each time. */
export const isHeldBack = (id: string) => mixed(hashOf(id)) % 5 === 0;

const wordsOf = (text: string) =>
  tokensOf(text)
    .map((token) => token.text)
    .join(' ');

/** The lexicon to weigh with a language: its own, or the one whose words its texts have most. */
export function lexiconFor(language: string, texts: readonly string[]): string | undefined {
  if (lookups.has(language)) return language;
  const words = texts.slice(0, 500).flatMap((text) => tokensOf(text).map((token) => token.text));
  let best: { language: string; share: number } | undefined;
  for (const [other, lookup] of lookups) {
    const share = words.filter((word) => lookup.small.has(word) || lookup.whole.has(word)).length / words.length;
    if (share > 0.05 && (best === undefined || share > best.share)) best = { language: other, share };
  }
  return best?.language;
}

function lessonOf(texts: readonly Read[], kinds: readonly number[], scale: Scale): Lesson {
  const all = [0, 0, 0];
  for (const kind of kinds) all[kind] = (all[kind] ?? 0) + 1;
  const share = (kind: number) => kinds.length / (3 * Math.max(1, all[kind] ?? 0));
  return { rows: rowsOf(texts, scale), kinds: Uint8Array.from(kinds), counts: [share(0), share(1), share(2)] };
}

function fitted(texts: readonly Read[], kinds: readonly number[], strength: number) {
  const scale = scaleOf(texts);
  return { scale, weights: solve(lessonOf(texts, kinds, scale), strength) };
}

function tryOn(texts: readonly Read[], kinds: readonly number[], scale: Scale, weights: Weights): Tried[] {
  const rows = rowsOf(texts, scale);
  return kinds.map((kind, row) => ({ kind, scores: scoresOf(rows, row, weights) }));
}

const answerOf = (scores: readonly number[]) => scores.indexOf(Math.max(...scores));

/** Each text answered by a model that has not seen it, with each strength; the best by macro-F1. */
function crossValidate(texts: readonly Read[], kinds: readonly number[]): { strength: number; tried: Tried[] } {
  const tried = strengths.map((): Tried[] => []);
  for (let fold = 0; fold < folds; fold += 1) {
    const own = kinds.flatMap((_kind, at) => (at % folds === fold ? [at] : []));
    const rest = kinds.flatMap((_kind, at) => (at % folds === fold ? [] : [at]));
    const scale = scaleOf(pick(texts, rest));
    const lesson = lessonOf(pick(texts, rest), pick(kinds, rest), scale);
    let weights: Weights | undefined;
    for (const [at, strength] of strengths.entries()) {
      weights = solve(lesson, strength, weights);
      tried[at]?.push(...tryOn(pick(texts, own), pick(kinds, own), scale, weights));
    }
  }
  const marks = tried.map((of) => scoreOf(of).macroF1);
  const best = marks.indexOf(Math.max(...marks));
  return { strength: strengths[best] ?? 1, tried: tried[best] ?? [] };
}

function scoreOf(tried: readonly Tried[]): Measure {
  return measure(
    tried.map((one) => one.kind),
    tried.map((one) => answerOf(one.scores)),
  );
}

/**
 * Learns a language from its rated texts; `undefined` where they are too few. What is measured is measured on a fifth
 * held back from all choices; the model that is given has then learned that fifth too, with the same choices.
 */
export function learn(language: string, all: readonly Rated[]): Learned | undefined {
  const rated = all
    .slice(-mostTexts)
    .filter((one) => wordsOf(one.text) !== '')
    .toSorted((one, other) => shuffled(one.id) - shuffled(other.id));
  const counted = [0, 1, 2].map((kind) => rated.filter((one) => kindOf(one.feeling) === kind).length);
  if (rated.length < leastTexts || counted.some((count) => count < leastOfEach)) return undefined;
  const lexicon = lexiconFor(
    language,
    rated.map((one) => one.text),
  );
  const lookup = lexicon === undefined ? undefined : lookups.get(lexicon);
  const texts = rated.map((one) => read(one.text, lookup));
  const kinds = rated.map((one) => kindOf(one.feeling));
  const split = splitOf(rated);
  const [seen, seenKinds] = [pick(texts, split.seen), pick(kinds, split.seen)];
  const [held, heldKinds] = [pick(texts, split.held), pick(kinds, split.held)];

  const { strength, tried } = crossValidate(seen.slice(0, mostForChoice), seenKinds.slice(0, mostForChoice));
  const temperature = temperatureOf(tried);
  const sureFrom = surenessOf(tried, temperature);
  const measured = (n: number) => {
    const { scale, weights } = fitted(seen.slice(0, n), seenKinds.slice(0, n), strength);
    return tryOn(held, heldKinds, scale, weights);
  };
  const curve = curveSizes.filter((n) => n < seen.length * 0.9).map((n) => ({ n, ...pointOf(scoreOf(measured(n))) }));
  const answers = measured(seen.length);
  const always = scoreOf(answers);
  const whenSure = measure(
    heldKinds,
    answers.map(({ scores }) => sureAnswer(probabilitiesOf(scores, temperature), sureFrom)),
  );
  const lexiconAlone = measure(
    heldKinds,
    pick(rated, split.held).map((one) => {
      const sign = clearSign(tokensOf(one.text), lookups.get(language));
      return sign === 0 ? -1 : sign + 1;
    }),
  );
  return {
    ...fitted(texts, kinds, strength),
    profile: learnLanguage(
      language,
      rated.map((one) => one.text),
    ),
    report: {
      language,
      lexicon,
      learnedFrom: counted,
      strength,
      temperature,
      sureFrom,
      always,
      whenSure,
      lexiconAlone,
      curve: [...curve, { n: seen.length, ...pointOf(always) }],
      copies: split.copies,
      isUsable: always.macroF1 >= Math.max(0.4, lexiconAlone.macroF1),
    },
  };
}

const pointOf = ({ macroF1, precision }: Measure) => ({ macroF1, negativePrecision: precision[0] ?? 0 });

/** The likeliest class where it is likely enough, or −1. */
export function sureAnswer(probabilities: readonly number[], sureFrom: readonly number[]): number {
  const kind = answerOf(probabilities);
  return (probabilities[kind] ?? 0) >= (sureFrom[kind] ?? 1) ? kind : -1;
}

/** Which are learned from and which are held back; what says the same as one learned from measures nothing. */
function splitOf(rated: readonly Rated[]): { seen: number[]; held: number[]; copies: number } {
  const seen = rated.flatMap((one, at) => (isHeldBack(one.id) ? [] : [at]));
  const known = new Set(pick(rated, seen).map((one) => wordsOf(one.text)));
  const held = rated.flatMap((one, at) => (isHeldBack(one.id) ? [at] : []));
  const own = held.filter((at) => !known.has(wordsOf(rated[at]?.text ?? '')));
  return { seen, held: own, copies: held.length - own.length };
}
