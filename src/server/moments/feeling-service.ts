import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-feeling.ts';
import type { Call, House } from '../platform/area.ts';
import type { Tx } from '../platform/database/open.ts';
import { digestId } from '../platform/ids.ts';
import { contactNames } from './contact-rules.ts';
import type { ContactEvent } from './event.ts';
import { guessVerdict } from './fact-rules.ts';
import { type Judge, openJudge } from './feeling-judge-rules.ts';
import type { Measure } from './feeling-measure-rules.ts';
import { type FeelingModel, openModel } from './feeling-model-rules.ts';
import { countRated, listModels, listModelTimes, listRated, saveModels } from './feeling-store.ts';
import { leastTexts, mostTexts } from './feeling-train-rules.ts';
import { trainFeelings } from './feeling-training.ts';
import type { Judgement } from './judgement.ts';

/** A judge with the models that it was opened with. */
interface Opened {
  readonly key: string;
  readonly models: readonly FeelingModel[];
  readonly judge: Judge;
}

const openedIn = new WeakMap<House, Opened>();

/** The judge of this house by the last models that were learned; opened anew where there are others. */
async function openedFor(house: House, tx: Tx): Promise<Opened> {
  const times = await listModelTimes(tx);
  const key = times.map((one) => `${one.language} ${one.trained_at.toISOString()}`).join('\n');
  const before = openedIn.get(house);
  if (before?.key === key) return before;
  const rows = times.length === 0 ? [] : await listModels(tx);
  const models = rows.flatMap((row) => openModel(row.model) ?? []);
  const opened: Opened = { key, models, judge: openJudge(models) };
  openedIn.set(house, opened);
  return opened;
}

/**
 * What a machine reads in what customers said or wrote in these contacts: a judgement of its own beside each, below
 * everybody else's word; none where it is not sure.
 */
export async function guessesOf(
  call: Pick<Call, 'house' | 'tx'>,
  events: readonly ContactEvent[],
  judgements: readonly Judgement[],
): Promise<Judgement[]> {
  const spoken = events.filter(
    (event) => event.words !== null && event.direction === 'in' && contactNames.includes(event.name),
  );
  if (spoken.length === 0) return [];
  const { judge } = await openedFor(call.house, call.tx);
  const byEvent = new Map(judgements.map((one) => [one.judgement_id, one]));
  return spoken.flatMap((event): Judgement[] => {
    const contact = byEvent.get(event.event_id);
    const verdict = guessVerdict(judge(event.words ?? '').feeling);
    if (contact === undefined || verdict === undefined) return [];
    return [
      {
        ...contact,
        ...verdict,
        judgement_id: guessIdOf(event.event_id),
        contact_at: null,
        information_from: null,
        by: 'system:feeling',
      },
    ];
  });
}

/** The id of what a machine reads in an event. */
export function guessIdOf(eventId: string): string {
  return digestId(`guess ${eventId}`);
}

/** It is learned anew where there are so many times more rated texts than when it was last learned. */
const growth = 1.2;

/** Learns from the company's own rated comments, in a thread of its own, where there are enough and enough new ones. */
export async function learnFeelingsAnew(house: House, ended?: AbortSignal): Promise<void> {
  const { read } = house.database;
  const rated = await countRated(read, mostTexts);
  const [last] = await listModelTimes(read);
  if (rated < leastTexts || (last !== undefined && rated < last.rated * growth)) return;
  const texts = await listRated(read, mostTexts);
  const now = house.clock.now();
  const { lessons } = await trainFeelings(texts.map(textOf), now, ended);
  const models = lessons.map((one) => ({
    language: one.language,
    bytes: one.bytes,
    texts: one.report.learnedFrom.reduce((sum, count) => sum + count, 0),
  }));
  await house.database.transaction((tx) => saveModels(tx, models, { at: now, rated }));
  house.log.info({ languages: models.map((one) => one.language), rated }, 'feelings were learned from rated comments');
}

function textOf(row: Awaited<ReturnType<typeof listRated>>[number]) {
  const said = ratings.find((one) => one === row.emotional) ?? 3;
  const about = { id: row.event_id, text: row.words, said };
  return row.language === null ? about : { ...about, language: row.language };
}

const ratings = [1, 2, 3, 4, 5] as const;

/** How well feelings are read, by language. */
export async function feeling(call: Call): Promise<ReplyOf<typeof contract.feeling>> {
  const { models } = await openedFor(call.house, call.tx);
  return {
    languages: models.map(({ report, learnedAt }) => ({
      language: report.language,
      trained_at: learnedAt,
      texts: report.learnedFrom.reduce((sum, count) => sum + count, 0),
      used: report.isUsable,
      always: shown(report.always),
      when_sure: shown(report.whenSure),
      words_alone: shown(report.lexiconAlone),
      curve: report.curve.map((point) => ({
        texts: point.n,
        macro_f1: point.macroF1,
        negative_precision: point.negativePrecision,
      })),
    })),
    rated: await countRated(call.tx, mostTexts),
    least: leastTexts,
  };
}

function shown(one: Measure): contract.LearnedLanguage['always'] {
  return {
    texts: one.texts,
    macro_f1: one.macroF1,
    precision: [...one.precision],
    recall: [...one.recall],
    confusion: one.confusion.map((row) => [...row]),
    unsure: one.unsure,
  };
}

/** Reads the feeling of a text. */
export async function tryFeeling(
  call: Call,
  input: InputOf<typeof contract.tryFeeling>,
): Promise<ReplyOf<typeof contract.tryFeeling>> {
  const { judge } = await openedFor(call.house, call.tx);
  const read = judge(input.text);
  return {
    feeling: read.feeling,
    probabilities: read.probabilities === undefined ? null : [...read.probabilities],
    language: read.language ?? null,
    by: read.by ?? null,
    words: [...read.words],
  };
}
