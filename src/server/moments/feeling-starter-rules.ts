import { englishLexicon } from './feeling-lexicon-en-rules.ts';
import { spanishLexicon } from './feeling-lexicon-es-rules.ts';
import { russianLexicon } from './feeling-lexicon-ru-rules.ts';
import { folded, type Lookup, lookupOf, saidBy, wordSays } from './feeling-lexicon-rules.ts';
import type { Token } from './feeling-text-rules.ts';

/*
 * Where the judge begins: with the lexicons alone, before the company has rated comments enough to learn from.
 */

/** The lexicons that Kept brings, ready for looking up. */
export const lookups: ReadonlyMap<string, Lookup> = new Map(
  [englishLexicon, spanishLexicon, russianLexicon].map((lexicon) => [lexicon.language, lookupOf(lexicon)]),
);

/** A letter that a language does not write with. */
const foreign: Readonly<Record<string, RegExp>> = {
  en: /[^a-z']/,
  es: /[^a-záéíóúüñ']/,
  ru: /[^а-яё]/,
};

/** Letters that no text of the language has: of its neighbours (Portuguese, Bulgarian, Ukrainian …). */
const never: Readonly<Record<string, RegExp>> = {
  es: /[ãõçêâôàèìòùûëïîœæß]/,
  ru: /ъ(?![еёюя])|[іїєґўђћљњџјќѓѝ]/,
};

/** The least share of a text's words that must be known, and of its small words, to be taken for a language. */
const leastKnown = 0.4;
const leastSmall = 0.15;

/**
 * The language of a text among those with a lexicon, by its letters and its small words; `undefined` where they do not
 * say. Asks less where the language was declared.
 */
export function starterLanguage(tokens: readonly Token[], declared?: string): string | undefined {
  const words = tokens.flatMap(({ kind, text: word }) => (kind === 'word' && word !== '0' ? [word] : []));
  if (words.length === 0) return undefined;
  let best: { language: string; share: number } | undefined;
  for (const [language, lookup] of lookups) {
    const isDeclared = language === declared;
    const strange = words.filter((word) => foreign[language]?.test(word)).length / words.length;
    if (strange > 0.15 || words.some((word) => never[language]?.test(word))) continue;
    const small = words.filter((word) => lookup.small.has(folded(word))).length / words.length;
    const known = words.filter((word) => lookup.small.has(folded(word)) || wordSays(lookup, folded(word)) !== 0);
    const share = known.length / words.length;
    const isShort = words.length <= 3;
    if (isDeclared && share >= leastKnown / 2) return declared;
    if (share < leastKnown || (!isShort && small < leastSmall)) continue;
    if (best === undefined || share > best.share) best = { language, share };
  }
  return best?.language;
}

/**
 * What the words of a lexicon (and pictures) say together, only where they say it clearly: at least one, and at most a
 * quarter of what they say is to the contrary. That nothing is said does not mean that the text is neutral.
 */
export function clearSign(tokens: readonly Token[], lookup: Lookup | undefined): -1 | 0 | 1 {
  let good = 0;
  let bad = 0;
  for (const value of saidBy(tokens, lookup)) {
    if (value > 0) good += value;
    else bad -= value;
  }
  if (good >= 1 && bad <= good / 4) return 1;
  return bad >= 1 && good <= bad / 4 ? -1 : 0;
}
