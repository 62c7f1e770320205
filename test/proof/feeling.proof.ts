import { beforeAll, describe, expect, it } from 'vitest';
import { type Judge, type Judgement, openJudge } from '../../src/server/moments/feeling-judge-rules.ts';
import { openModel } from '../../src/server/moments/feeling-model-rules.ts';
import type { FeelingLessons } from '../../src/server/moments/feeling-rules.ts';
import { trainFeelings } from '../../src/server/moments/feeling-training.ts';
import { trainPeer } from './feeling-peer.ts';
import { scoreOf } from './feeling-score.ts';
import { strangers } from './feeling-strangers.ts';
import { type Labelled, readRussian, readTweets } from './feeling-texts.ts';

// Tweets that people have labelled: what is learned from the halves for training, scored on the halves held back, beside
// the plain way (TF-IDF of words and pairs, logistic regression) learned from and scored on the very same.

interface Half {
  readonly train: readonly Labelled[];
  readonly val: readonly Labelled[];
}

const said = ['negative', 'neutral', 'positive'] as const;
const percent = (share: number | undefined) => `${(100 * (share ?? 0)).toFixed(1)} %`;
const fixed = (value: number) => value.toFixed(3);

/** Which label a judgement gives; `undefined` where it is not sure. */
const labelOf = ({ feeling }: Judgement) => (feeling === 'unsure' ? undefined : said.indexOf(feeling));
/** Which label is likeliest, sure or not. */
const likeliest = ({ probabilities }: Judgement) =>
  probabilities === undefined ? undefined : probabilities.indexOf(Math.max(...probabilities));

function halves(): Record<string, Half> {
  const russian = readRussian();
  const of = (language: 'english' | 'spanish' | 'portuguese') => ({
    train: readTweets(language, 'train'),
    val: readTweets(language, 'val'),
  });
  return {
    en: of('english'),
    es: of('spanish'),
    pt: of('portuguese'),
    // One file, in order of time: the last fifth is held back.
    ru: { train: russian.slice(0, (russian.length * 4) / 5), val: russian.slice((russian.length * 4) / 5) },
  };
}

describe('the feeling of a text', () => {
  const data = halves();
  const languages = Object.keys(data);
  let learned: FeelingLessons;
  let judge: Judge;
  const marks = new Map<string, { peer: number; ours: number; negative: number }>();

  beforeAll(async () => {
    const texts = Object.entries(data).flatMap(([language, { train }]) =>
      train.map(({ id, text, label }) => ({ id, text, language, said: said[label] ?? 'neutral' })),
    );
    const began = process.cpuUsage();
    learned = await trainFeelings(texts, new Date('2026-01-01T00:00:00Z'));
    const { user, system } = process.cpuUsage(began);
    console.info(`${texts.length} texts learned in ${((user + system) / 1e6).toFixed(1)} s of a core`);
    const models = learned.lessons.flatMap((one) => openModel(one.bytes) ?? []);
    expect(models).toHaveLength(languages.length);
    judge = openJudge(models);
  }, 600_000);

  it('is told better than the plain way tells it, in each language, on what neither has seen', () => {
    const table: Record<string, Record<string, string | number>> = {};
    for (const [language, { train, val }] of Object.entries(data)) {
      const labels = val.map((one) => one.label);
      const peer = trainPeer(
        train.map((one) => one.text),
        train.map((one) => one.label),
      );
      const plain = scoreOf(
        labels,
        val.map((one) => peer(one.text)),
      );
      const judged = val.map((one) => judge(one.text, language));
      const always = scoreOf(labels, judged.map(likeliest));
      const sure = scoreOf(labels, judged.map(labelOf));
      marks.set(language, { peer: plain.macroF1, ours: always.macroF1, negative: sure.precision[0] ?? 0 });
      table[language] = {
        train: train.length,
        val: val.length,
        'plain macro-F1': fixed(plain.macroF1),
        'ours macro-F1': fixed(always.macroF1),
        'plain negative precision': percent(plain.precision[0]),
        'ours, always answering': percent(always.precision[0]),
        'ours, when sure': percent(sure.precision[0]),
        'recall when sure': percent(sure.recall[0]),
        'not sure': percent(1 - sure.answered / sure.texts),
        KB: Math.round((learned.lessons.find((one) => one.language === language)?.bytes.length ?? 0) / 1_000),
      };
    }
    console.table(table);
    for (const [language, { ours, peer }] of marks) expect(ours, language).toBeGreaterThan(peer);
  });

  it('is said to be negative more rightly when sure than when made to answer', () => {
    const wrong = [...marks].filter(([, { negative }]) => negative < 0.5);
    expect(marks.size).toBe(languages.length);
    expect(wrong).toEqual([]);
  });

  it('comes with its own figures: a part held back, and a curve that rises as texts are added', () => {
    for (const { language, report } of learned.lessons) {
      console.info(
        `${language}: held back ${report.always.texts}, macro-F1 ${fixed(report.always.macroF1)}, lexicon alone ${fixed(report.lexiconAlone.macroF1)}, sure from ${report.sureFrom.join(' ')}; curve ${report.curve.map((one) => `${one.n} ${fixed(one.macroF1)}`).join(', ')}`,
      );
      expect(report.isUsable, language).toBe(true);
      expect(report.curve.at(-1)?.macroF1, language).toBeGreaterThan(report.curve[0]?.macroF1 ?? 1);
    }
    for (const { bytes } of learned.lessons) expect(bytes.length).toBeLessThan(2_000_000);
  });

  it('is asked in the right language where nobody tells it', () => {
    const table: Record<string, Record<string, string>> = {};
    for (const [language, { val }] of Object.entries(data)) {
      const found = val.map((one) => judge(one.text).language);
      const right = found.filter((one) => one === language).length / val.length;
      const wrong = found.filter((one) => one !== undefined && one !== language).length / val.length;
      table[language] = { right: percent(right), wrong: percent(wrong), 'not known': percent(1 - right - wrong) };
      expect(right, language).toBeGreaterThan(0.9);
      expect(wrong, language).toBeLessThan(0.02);
    }
    console.table(table);
  });

  it.each(Object.keys(strangers))('is "not sure" in a language never seen: %s', (language) => {
    const answers = strangers[language]?.map((text) => [text, judge(text).feeling]);
    expect(answers).toEqual(strangers[language]?.map((text) => [text, 'unsure']));
  });
});
