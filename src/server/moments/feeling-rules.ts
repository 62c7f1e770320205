import { languageOf, learnLanguage, type Profile } from './feeling-language-rules.ts';
import { type Feeling, feelingOfRating } from './feeling-measure-rules.ts';
import { packModel } from './feeling-model-rules.ts';
import { starterLanguage } from './feeling-starter-rules.ts';
import { tokensOf } from './feeling-text-rules.ts';
import { type FeelingReport, learn, leastTexts, mostTexts, type Rated } from './feeling-train-rules.ts';

/** A text of the company's own, with what its writer said of it: a rating of 1 to 5, or a feeling. */
export interface OwnText {
  /** Decides alone whether the text is held back to measure with, so the same each time. */
  readonly id: string;
  readonly text: string;
  /** The language that its writer is known to write in (`es`, `pt`), if any. */
  readonly language?: string;
  readonly said: 1 | 2 | 3 | 4 | 5 | Feeling;
}

/** A model learned: its bytes, to be kept, and what is said of it. */
export interface FeelingLesson {
  readonly language: string;
  readonly bytes: Uint8Array;
  readonly report: FeelingReport;
}

/** What came of learning: a lesson for each language with texts enough, and how many texts each of the others has. */
export interface FeelingLessons {
  readonly lessons: readonly FeelingLesson[];
  readonly tooFew: Readonly<Record<string, number>>;
  /** Texts whose language nobody told and none of the known ones fits. */
  readonly withoutLanguage: number;
}

/**
 * Learns every language in which there are texts enough (150, and 15 of each feeling). A text without a declared
 * language goes to the one that it is most like. `learnedAt` (ISO 8601) is only written down. Takes seconds to minutes:
 * call it by `feeling-training.ts`, outside the thread that answers people.
 */
export function learnFeelings(texts: readonly OwnText[], learnedAt: string): FeelingLessons {
  const { byLanguage, withoutLanguage } = sorted(texts);
  const lessons: FeelingLesson[] = [];
  const tooFew: Record<string, number> = {};
  for (const [language, rated] of [...byLanguage].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const learned = learn(language, rated);
    if (learned === undefined) tooFew[language] = rated.length;
    else lessons.push({ language, bytes: packModel(learned, learnedAt), report: learned.report });
  }
  return { lessons, tooFew, withoutLanguage };
}

function guessed(text: string, profiles: readonly Profile[]): string | undefined {
  const tokens = tokensOf(text);
  return languageOf(tokens, profiles) ?? starterLanguage(tokens);
}

function sorted(texts: readonly OwnText[]) {
  const declared = Map.groupBy(
    texts.filter((one) => one.language !== undefined),
    (one) => one.language ?? '',
  );
  const profiles = [...declared]
    .filter(([, own]) => own.length >= leastTexts)
    .map(([language, own]) =>
      learnLanguage(
        language,
        own.slice(-mostTexts).map((one) => one.text),
      ),
    );
  const byLanguage = new Map<string, Rated[]>();
  let withoutLanguage = 0;
  for (const { id, text, language, said } of texts) {
    const own = language ?? guessed(text, profiles);
    if (own === undefined) {
      withoutLanguage += 1;
      continue;
    }
    const feeling = typeof said === 'number' ? feelingOfRating(said) : said;
    const list = byLanguage.get(own) ?? [];
    list.push({ id, text, feeling });
    byLanguage.set(own, list);
  }
  return { byLanguage, withoutLanguage };
}
