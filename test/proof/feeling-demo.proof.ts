import { describe, expect, it } from 'vitest';
import { demoMessages } from '../../src/server/demo/stream.ts';
import { type Judge, openJudge } from '../../src/server/moments/feeling-judge-rules.ts';
import { openModel } from '../../src/server/moments/feeling-model-rules.ts';
import { trainFeelings } from '../../src/server/moments/feeling-training.ts';
import { trainPeer } from './feeling-peer.ts';
import { scoreOf } from './feeling-score.ts';

// What the customers of the demo company wrote under their ratings: learned from four fifths, scored on the fifth that the
// learning never sees, by a count of its own; what says word for word the same as something learned from measures nothing.

const said = ['negative', 'neutral', 'positive'] as const;
const languages = ['es', 'en', 'ru'];
const percent = (share: number | undefined) => `${(100 * (share ?? 0)).toFixed(1)} %`;

interface Comment {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly label: 0 | 1 | 2;
}

/** The comments of the demo as `kept demo` begins it. */
function comments(): Comment[] {
  const run = { customers: 300, seed: 1, until: '2026-11-01T00:00:00.000Z' };
  return [...demoMessages(run)].flatMap(({ event, properties, context, messageId }): Comment[] => {
    if (event !== 'Moment Rated' || properties?.['by'] !== 'customer') return [];
    const mark = Number(properties['emotional']);
    const label = mark <= 2 ? 0 : mark === 3 ? 1 : 2;
    const language = String(context['locale']).slice(0, 2);
    return [{ id: messageId, text: String(properties['words']), language, label }];
  });
}

const all = comments();
// Every fifth of each language and label, in the order in which they were sent.
const held = new Set(
  [...Map.groupBy(all, (one) => `${one.language} ${one.label}`).values()].flatMap((own) =>
    own.filter((_one, at) => at % 5 === 4),
  ),
);
const learnedFrom = all.filter((one) => !held.has(one));
const known = new Set(learnedFrom.map((one) => one.text.toLowerCase()));
const fresh = [...held].filter((one) => !known.has(one.text.toLowerCase()));
const labelOf = (feeling: (typeof said)[number]) => said.indexOf(feeling);

async function judgeOf(texts: readonly Comment[]) {
  const learned = await trainFeelings(
    texts.map(({ id, text, language, label }) => ({ id, text, language, said: said[label] })),
    new Date('2026-01-01T00:00:00Z'),
  );
  return { judge: openJudge(learned.lessons.flatMap((one) => openModel(one.bytes) ?? [])), lessons: learned.lessons };
}

type Lessons = Awaited<ReturnType<typeof judgeOf>>['lessons'];

/** How well a judge reads the comments of a language that were held back: made to answer, and when it is sure. */
function scored(judge: Judge, language: string) {
  const own = fresh.filter((one) => one.language === language);
  const labels = own.map((one) => one.label);
  const judged = own.map((one) => judge(one.text, language));
  const likeliest = judged.map(({ probabilities }) => probabilities?.indexOf(Math.max(...probabilities)));
  const sure = judged.map(({ feeling }) => (feeling === 'unsure' ? undefined : labelOf(feeling)));
  return {
    always: scoreOf(labels, likeliest),
    sure: scoreOf(labels, sure),
    byModel: judged.some((one) => one.by === 'model'),
  };
}

/** The figures of a language, beside the plain way learned from and scored on the same. */
function figuresOf(judge: Judge, language: string, lessons: Lessons): Record<string, string | number> {
  const texts = learnedFrom.filter((one) => one.language === language);
  const own = fresh.filter((one) => one.language === language);
  const peer = trainPeer(
    texts.map((one) => one.text),
    texts.map((one) => one.label),
  );
  const plain = scoreOf(
    own.map((one) => one.label),
    own.map((one) => peer(one.text)),
  );
  const { always, sure } = scored(judge, language);
  const report = lessons.find((one) => one.language === language)?.report;
  return {
    learned: texts.length,
    'held back': own.length,
    accuracy: percent(always.accuracy),
    'macro-F1': always.macroF1.toFixed(3),
    'plain macro-F1': plain.macroF1.toFixed(3),
    'negative precision when sure': percent(sure.precision[0]),
    'negative recall when sure': percent(sure.recall[0]),
    'not sure': percent(1 - sure.answered / sure.texts),
    'as it says itself': report?.always.macroF1.toFixed(3) ?? '–',
  };
}

describe('five thousand rated comments of the demo company', () => {
  it('accuracy on the fifth held back, with the curve as the ratings grow, by language', async () => {
    expect(all.length).toBeGreaterThanOrEqual(5_000);
    const table: Record<string, Record<string, string | number>> = {};
    const curve: Record<string, Record<string, string>> = {};
    const f1 = new Map<string, number[]>();
    for (const share of [0.1, 0.2, 0.4, 0.7, 1]) {
      const some = learnedFrom.filter((_one, at) => (at * 7919) % 1_000 < share * 1_000);
      const { judge, lessons } = await judgeOf(some);
      for (const language of languages) {
        const { always, byModel } = scored(judge, language);
        f1.set(language, [...(f1.get(language) ?? []), always.macroF1]);
        const texts = some.filter((one) => one.language === language).length;
        const by = byModel ? '' : ' (words alone)';
        curve[language] = { ...curve[language], [percent(share)]: `${texts}: ${always.macroF1.toFixed(3)}${by}` };
        if (share === 1) table[language] = figuresOf(judge, language, lessons);
      }
    }
    console.table(table);
    console.table(curve);
    for (const language of languages) {
      const points = f1.get(language) ?? [];
      expect(points.at(-1), language).toBeGreaterThan(0.75);
      expect(points.at(-1), language).toBeGreaterThan(points[0] ?? 1);
    }
  });
});
