import { beforeAll, describe, expect, it } from 'vitest';
import { type Judge, openJudge } from './feeling-judge-rules.ts';
import { feelingOfRating, measure } from './feeling-measure-rules.ts';
import { openModel } from './feeling-model-rules.ts';
import { type FeelingLessons, learnFeelings, type OwnText } from './feeling-rules.ts';
import { solve } from './feeling-solve-rules.ts';
import { surenessOf, temperatureOf } from './feeling-sureness-rules.ts';
import { isHeldBack } from './feeling-train-rules.ts';
import { trainFeelings } from './feeling-training.ts';

const when = '2026-03-01T09:00:00.000Z';

/** Comments of a made-up language, so that no lexicon helps: its feeling is in one word, which only learning finds. */
function ownTexts(count: number, language = 'xx'): OwnText[] {
  const things = ['lamiko', 'sodune', 'perat', 'wilom', 'tagasu', 'norbi', 'ekuli', 'zafo'];
  const signs = {
    negative: ['brako', 'unbrak', 'dulg'],
    neutral: ['mese', 'imeso', 'tam'],
    positive: ['sunta', 'sunti', 'olira'],
  };
  const kinds = ['negative', 'neutral', 'positive'] as const;
  return Array.from({ length: count }, (_none, at) => {
    const kind = kinds[at % 3] ?? 'neutral';
    const thing = (step: number) => things[(at * step + Math.floor(at / 8)) % things.length] ?? '';
    return {
      id: `comment-${at}`,
      text: `${thing(1)} ${thing(3)} ${signs[kind][Math.floor(at / 3) % 3]} ${thing(5)} ${thing(7)} ${at % 11 === 0 ? 'ka' : 'ke'}`,
      language,
      said: kind,
    };
  });
}

describe('a feeling learned from the company’s own texts', () => {
  let lessons: FeelingLessons;
  let judge: Judge;
  beforeAll(() => {
    lessons = learnFeelings([...ownTexts(240), ...ownTexts(40, 'yy')], when);
    judge = openJudge(lessons.lessons.flatMap((one) => openModel(one.bytes) ?? []));
  });

  it('is learned where there are texts enough, and says how many there are where not', () => {
    expect(lessons.lessons.map((one) => one.language)).toEqual(['xx']);
    expect(lessons.tooFew).toEqual({ yy: 40 });
  });

  it('is judged, with the words that speak for it', () => {
    expect(judge('perat brako wilom norbi ke')).toMatchObject({ feeling: 'negative', language: 'xx', by: 'model' });
    const good = judge('perat norbi sunta wilom ke');
    expect(good).toMatchObject({ feeling: 'positive', by: 'model' });
    expect(good.words[0]).toBe('sunta');
    expect(good.probabilities?.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  });

  it('is surer of what has a word for it than of what has none, and "not sure" of a language never seen', () => {
    const certainty = (text: string) => Math.max(...(judge(text).probabilities ?? []));
    expect(certainty('perat norbi wilom ke')).toBeLessThan(certainty('perat brako wilom norbi ke') - 0.1);
    expect(judge('Palvelu oli todella huonoa eikä kukaan vastannut')).toEqual({ feeling: 'unsure', words: [] });
    expect(judge('Palvelu oli todella huonoa eikä kukaan vastannut', 'xx').feeling).toBe('unsure');
    expect(judge('')).toEqual({ feeling: 'unsure', words: [] });
  });

  it('leaves English to its lexicon, which answers only where it clearly can', () => {
    expect(judge('They were rude and it came late')).toMatchObject({
      feeling: 'negative',
      language: 'en',
      by: 'lexicon',
    });
    expect(judge('The parcel came on Tuesday').feeling).toBe('unsure');
    expect(judge('👍👍')).toMatchObject({ feeling: 'positive', by: 'lexicon' });
  });

  it('is measured on a fifth that it did not learn from, the same each time', () => {
    const report = lessons.lessons[0]?.report;
    const held = ownTexts(240).filter((one) => isHeldBack(one.id)).length;
    expect(held).toBeGreaterThan(30);
    expect((report?.always.texts ?? 0) + (report?.copies ?? 0)).toBe(held);
    expect(report?.always.macroF1).toBeGreaterThan(0.9);
    expect(report?.learnedFrom).toEqual([80, 80, 80]);
    expect(report?.curve.at(-1)).toMatchObject({ n: 240 - held, macroF1: report?.always.macroF1 });
  });

  it('is not usable where nothing is to be learned: then nobody judges', () => {
    const lots = ownTexts(240).map((one, at) => ({
      ...one,
      said: (['negative', 'neutral', 'positive'] as const)[Math.floor(at / 7) % 3] ?? 'neutral',
    }));
    const [lesson] = learnFeelings(lots, when).lessons;
    expect(lesson?.report.isUsable).toBe(false);
    const other = openJudge(lesson === undefined ? [] : [openModel(lesson.bytes) ?? []].flat());
    expect(other('perat brako wilom norbi ke')).toEqual({ feeling: 'unsure', language: 'xx', words: [] });
  });

  it('does not hang on the order in which the texts come', () => {
    const turned = learnFeelings([...ownTexts(240), ...ownTexts(40, 'yy')], when);
    expect(turned.lessons[0]?.bytes).toEqual(lessons.lessons[0]?.bytes);
    const back = learnFeelings(ownTexts(240).toReversed(), when);
    expect(back.lessons[0]?.report.always).toEqual(lessons.lessons[0]?.report.always);
  });

  it('is packed small, and bytes of another kind or version are not opened', () => {
    const bytes = lessons.lessons[0]?.bytes ?? new Uint8Array();
    expect(bytes.length).toBeLessThan(100_000);
    expect(openModel(bytes)).toMatchObject({ learnedAt: when, report: { language: 'xx' } });
    expect(openModel(Uint8Array.of(1, 2, 3))).toBeUndefined();
    const text = new TextDecoder('latin1').decode(bytes);
    const older = Uint8Array.from(bytes);
    older[text.indexOf('"version":1') + 10] = 0x30;
    expect(openModel(older)).toBeUndefined();
  });

  it('is learned in a thread of its own just the same, and may be broken off', async () => {
    const learned = await trainFeelings(ownTexts(240), new Date(when));
    expect(Buffer.from(learned.lessons[0]?.bytes ?? []).equals(Buffer.from(lessons.lessons[0]?.bytes ?? []))).toBe(
      true,
    );
    const stop = new AbortController();
    const broken = trainFeelings(ownTexts(3_000), new Date(when), stop.signal);
    stop.abort(new Error('enough'));
    await expect(broken).rejects.toThrow('enough');
  });
});

describe('the numbers beneath', () => {
  it('regression finds the weights that pure arithmetic gives: with intercepts alone, the shares', () => {
    const rows = {
      columns: 1,
      starts: Int32Array.of(0, 0, 0, 0, 0),
      at: new Int32Array(0),
      values: new Float32Array(0),
    };
    const [one = 0, two = 0, three = 0] = solve({ rows, kinds: Uint8Array.of(0, 0, 1, 2), counts: [1, 1, 1] }, 1).slice(
      3,
    );
    expect(Math.exp(one - two)).toBeCloseTo(2, 1);
    expect(Math.exp(two - three)).toBeCloseTo(1, 2);
  });

  it('the slope vanishes where it stops: w = C Σ (y − p) x', () => {
    const rows = {
      columns: 1,
      starts: Int32Array.of(0, 1, 2, 3),
      at: new Int32Array(3),
      values: Float32Array.of(1, -1, 0.5),
    };
    const weights = solve({ rows, kinds: Uint8Array.of(0, 1, 2), counts: [1, 1, 1] }, 2);
    const p = (x: number) => {
      const parts = [0, 1, 2].map((kind) => Math.exp((weights[kind] ?? 0) * x + (weights[3 + kind] ?? 0)));
      return (parts[0] ?? 0) / parts.reduce((sum, part) => sum + part, 0);
    };
    expect(weights[0]).toBeCloseTo(2 * ((1 - p(1)) * 1 + (0 - p(-1)) * -1 + (0 - p(0.5)) * 0.5), 2);
  });

  it('a temperature takes away too much certainty, and adds it where there was too little', () => {
    const tried = (size: number) =>
      Array.from({ length: 300 }, (_none, at) => ({ kind: at % 10 < 7 ? 0 : 1, scores: [size, 0, -200] as const }));
    expect(temperatureOf(tried(4))).toBeCloseTo(4 / Math.log(7 / 3), 1);
    expect(temperatureOf(tried(0.3))).toBeCloseTo(0.3 / Math.log(7 / 3), 1);
  });

  it('a feeling is said from where seven in ten such answers were right', () => {
    const tried = Array.from({ length: 400 }, (_none, at) => ({
      kind: at < 200 ? at % 2 : at % 10 < 8 ? 0 : 1,
      scores: [at < 200 ? 0.5 : 2, 0, 0] as const,
    }));
    const [negative, neutral] = surenessOf(tried, 1);
    expect(negative).toBe(0.46);
    expect(neutral).toBe(0.9);
  });

  it('measures as by hand', () => {
    const found = measure([0, 0, 1, 1, 2, 2], [0, 1, 1, -1, 2, 0]);
    expect(found.precision).toEqual([0.5, 0.5, 1]);
    expect(found.recall).toEqual([0.5, 0.5, 0.5]);
    expect(found.unsure).toBeCloseTo(1 / 6, 12);
    expect(found.macroF1).toBeCloseTo((0.5 + 0.5 + 2 / 3) / 3, 12);
    expect(found.confusion).toEqual([
      [1, 1, 0, 0],
      [0, 1, 0, 1],
      [1, 0, 1, 0],
    ]);
  });

  it('a rating of 1 or 2 is negative, 3 neutral, 4 or 5 positive', () => {
    expect([1, 2, 3, 4, 5].map(feelingOfRating)).toEqual(['negative', 'negative', 'neutral', 'positive', 'positive']);
  });
});
