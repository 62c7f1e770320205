import { openJudge } from '../src/server/moments/feeling-judge-rules.ts';
import { englishLexicon } from '../src/server/moments/feeling-lexicon-en-rules.ts';
import { spanishLexicon } from '../src/server/moments/feeling-lexicon-es-rules.ts';
import { russianLexicon } from '../src/server/moments/feeling-lexicon-ru-rules.ts';
import type { Lexicon } from '../src/server/moments/feeling-lexicon-rules.ts';
import { openModel } from '../src/server/moments/feeling-model-rules.ts';
import type { OwnText } from '../src/server/moments/feeling-rules.ts';
import { trainFeelings } from '../src/server/moments/feeling-training.ts';
import type { Row } from './rows.ts';

const lexicons = [englishLexicon, spanishLexicon, russianLexicon];
const feelings = ['negative', 'neutral', 'positive'] as const;

/** Numbers that look random and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /^[^_*]{2,}$/.test(word));

/** Texts of a language so long: its small words, 5 000 rarer ones as often as people use such (Zipf), and a few that feel. */
function writerOf(lexicon: Lexicon, roll: (sides: number) => number): (length: number, feeling: number) => string {
  const small = wordsIn(lexicon.small);
  const felt = [wordsIn(lexicon.bad), small, wordsIn(lexicon.good)];
  const any = [...small, ...wordsIn(lexicon.good), ...wordsIn(lexicon.bad)];
  const pick = (words: readonly string[]) => words[roll(words.length)] ?? '';
  const rare = Array.from({ length: 5_000 }, () => pick(any).slice(0, 4) + pick(any).slice(-4));
  const rarer = () => rare[Math.floor(rare.length ** (roll(10_000) / 10_000)) - 1] ?? '';
  return (length, feeling) => {
    let text = '';
    while (text.length < length) {
      const kind = roll(10);
      const word = kind < 5 ? pick(small) : kind < 9 ? rarer() : pick(felt[feeling] ?? small);
      text += `${word}${roll(9) === 0 ? '. ' : ' '}`;
    }
    // In one piece, as texts come from the database, not as the ropes that adding up leaves.
    return Buffer.from(text.slice(0, length)).toString();
  };
}

/** 10 000 texts judged by models of three languages: seconds of one core. */
export async function feeling(): Promise<Row[]> {
  const roll = dice(4);
  const writers = lexicons.map((lexicon) => ({ language: lexicon.language, write: writerOf(lexicon, roll) }));
  const own: OwnText[] = writers.flatMap(({ language, write }) =>
    Array.from({ length: 900 }, (_none, at) => ({
      id: `${language}-${at}`,
      text: write(200, at % 3),
      language,
      said: feelings[at % 3] ?? 'neutral',
    })),
  );
  const began = process.cpuUsage();
  const { lessons } = await trainFeelings(own, new Date('2026-01-01T00:00:00Z'));
  const learning = secondsSince(began);
  const sizes = lessons.map((one) => `${(one.bytes.length / 1e6).toFixed(2)} MB`).join(', ');
  const judge = openJudge(lessons.flatMap((one) => openModel(one.bytes) ?? []));
  const rows = [280, 1_000].map((length): Row => {
    const texts = Array.from({ length: 10_000 }, (_none, at) => writers[at % 3]?.write(length, roll(3)) ?? '');
    const from = process.cpuUsage();
    let unsure = 0;
    for (const text of texts) if (judge(text).feeling === 'unsure') unsure += 1;
    const seconds = secondsSince(from);
    return {
      what: `10 000 texts of ${length} characters judged (${((100 * unsure) / texts.length).toFixed(0)} % not sure)`,
      measured: `${seconds.toFixed(2)} s of a core`,
      against: '≤ 5 s a core',
      ratio: (seconds / 5).toFixed(2),
      reached: seconds <= 5,
    };
  });
  return [
    ...rows,
    {
      what: `learning three languages of 900 texts each (models of ${sizes})`,
      measured: `${learning.toFixed(1)} s of a core`,
      against: 'no target',
      ratio: '–',
      reached: undefined,
    },
  ];
}

function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}
