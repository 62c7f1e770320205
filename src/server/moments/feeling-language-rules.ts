import { hashOf, mixed } from './feeling-feature-rules.ts';
import { type Token, tokensOf } from './feeling-text-rules.ts';

/*
 * Which language a text is in, learned from texts of each language: the words it shares with them, and how usual its
 * runs of three letters are there. A text that is less like a language than nearly all of its own texts are is in none.
 */

const runPlaces = 2 ** 14;
const wordBits = 2 ** 16;
/** Surprise is kept in eighths of a bit, in one byte. */
const eighths = 8;

/** What is known of a language. */
export interface Profile {
  readonly language: string;
  /** How surprising each run of three letters is, in eighths of a bit. */
  readonly runs: Uint8Array;
  /** A bit for each word that at least two texts have. */
  readonly words: Uint8Array;
  /** The mean share of known words and the mean surprise of a text of this language that was not learned from. */
  readonly knownMean: number;
  readonly surpriseMean: number;
  /** How far below the means (times the root of the length) 2 % and 0.5 % of its own texts are. */
  readonly knownFloor: readonly [usual: number, declared: number];
  readonly surpriseFloor: readonly [usual: number, declared: number];
}

interface Pieces {
  readonly words: readonly number[];
  readonly runs: readonly number[];
}

/** So many words tell a language. */
const mostWords = 80;

/** The words and the runs of three letters of a text, by their places. */
function piecesOf(tokens: readonly Token[]): Pieces {
  const words: number[] = [];
  const runs: number[] = [];
  for (const { kind, text: word } of tokens) {
    if (kind !== 'word' || word === '0') continue;
    if (words.length >= mostWords) break;
    words.push(mixed(hashOf(word)) & (wordBits - 1));
    let [first, second] = [32, word.charCodeAt(0)];
    for (let at = 1; at <= word.length; at += 1) {
      const third = at === word.length ? 32 : word.charCodeAt(at);
      runs.push(mixed(Math.imul(Math.imul(first, 65_599) + second, 65_599) + third) & (runPlaces - 1));
      [first, second] = [second, third];
    }
  }
  return { words, runs };
}

const folds = 4;

/** Counts of runs and of texts that have a word, by fold, and how to leave one fold out. */
interface Tally {
  readonly runs: Int32Array;
  readonly words: Int32Array;
  all: number;
}

function tallyOf(texts: readonly Pieces[]): Tally {
  const tally = { runs: new Int32Array(runPlaces), words: new Int32Array(wordBits), all: 0 };
  for (const { words, runs } of texts) {
    for (const run of runs) tally.runs[run]! += 1;
    for (const word of new Set(words)) tally.words[word]! += 1;
    tally.all += runs.length;
  }
  return tally;
}

function likeness({ words, runs }: Pieces, isKnown: (word: number) => boolean, surpriseOf: (run: number) => number) {
  let known = 0;
  for (const word of words) if (isKnown(word)) known += 1;
  let surprise = 0;
  for (const run of runs) surprise += surpriseOf(run);
  return { known: known / words.length, surprise: surprise / runs.length };
}

const surprise = (count: number, all: number) =>
  Math.min(255, Math.round(-Math.log2((count + 0.25) / (all + runPlaces / 4)) * eighths));

/** Learns a language from at least a few dozen of its texts. */
export function learnLanguage(language: string, texts: readonly string[]): Profile {
  const pieces = texts.map((text) => piecesOf(tokensOf(text))).filter((one) => one.words.length > 0);
  const whole = tallyOf(pieces);
  const words = new Uint8Array(wordBits / 8);
  for (let word = 0; word < wordBits; word += 1) if (whole.words[word]! >= 2) words[word >> 3]! |= 1 << (word & 7);
  return {
    language,
    runs: Uint8Array.from(whole.runs, (count) => surprise(count, whole.all)),
    words,
    ...limitsOf(pieces, whole),
  };
}

/** How like the rest each text is that was left out: what is asked of a new text. */
function limitsOf(pieces: readonly Pieces[], whole: Tally) {
  const found: { known: number; surprise: number; words: number; runs: number }[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const own = pieces.filter((_one, at) => at % folds === fold);
    const left = tallyOf(own);
    for (const one of own) {
      const { known, surprise: surprising } = likeness(
        one,
        (word) => whole.words[word]! - left.words[word]! >= 2,
        (run) => surprise(whole.runs[run]! - left.runs[run]!, whole.all - left.all),
      );
      found.push({ known, surprise: surprising, words: one.words.length, runs: one.runs.length });
    }
  }
  const mean = (value: (one: (typeof found)[number]) => number) =>
    found.reduce((sum, one) => sum + value(one), 0) / Math.max(1, found.length);
  const knownMean = mean((one) => one.known);
  const surpriseMean = mean((one) => one.surprise);
  const floor = (values: number[]): [number, number] => {
    values.sort((one, other) => one - other);
    return [values[Math.floor(values.length * 0.02)] ?? 0, values[Math.floor(values.length * 0.005)] ?? 0];
  };
  return {
    knownMean,
    surpriseMean,
    knownFloor: floor(found.map((one) => (one.known - knownMean) * Math.sqrt(one.words))),
    surpriseFloor: floor(found.map((one) => (surpriseMean - one.surprise) * Math.sqrt(one.runs))),
  };
}

/**
 * The language of a text among those that are known; `undefined` where it is in none of them, or has no words. A
 * declared language is asked less of, and needs to be the likeliest of those that fit only if it does not fit itself.
 */
export function languageOf(
  tokens: readonly Token[],
  profiles: readonly Profile[],
  declared?: string,
): string | undefined {
  const pieces = piecesOf(tokens);
  if (pieces.words.length === 0) return undefined;
  let best: { language: string; surprise: number } | undefined;
  for (const profile of profiles) {
    const like = likeness(
      pieces,
      (word) => (profile.words[word >> 3]! & (1 << (word & 7))) !== 0,
      (run) => profile.runs[run]!,
    );
    const isDeclared = profile.language === declared;
    if (!fits(profile, like, pieces, isDeclared ? 1 : 0)) continue;
    if (isDeclared) return declared;
    if (best === undefined || like.surprise < best.surprise) {
      best = { language: profile.language, surprise: like.surprise };
    }
  }
  return best?.language;
}

function fits(profile: Profile, like: { known: number; surprise: number }, { words, runs }: Pieces, which: 0 | 1) {
  const known = (like.known - profile.knownMean) * Math.sqrt(words.length);
  const usual = (profile.surpriseMean - like.surprise) * Math.sqrt(runs.length);
  if (known < profile.knownFloor[which] || usual < profile.surpriseFloor[which]) return false;
  return which === 1 || like.known > 0 || profile.knownMean < 0.2;
}
