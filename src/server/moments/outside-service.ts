import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-questions.ts';
import { aspects } from '../../shared/moments-shown.ts';
import { members, membersHeld } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { later } from '../platform/calendar/later-rules.ts';
import { holdTimers } from '../platform/database/timer-store.ts';
import { refuse } from '../platform/refuse.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { groundOf } from './catalogue-service.ts';
import { ratedName } from './contact-rules.ts';
import { holdCustomer } from './hold-service.ts';
import { saveHoldsEnded } from './hold-store.ts';
import { judge } from './judge-service.ts';
import type { Question } from './question.ts';
import { questionOfToken } from './question-link.ts';
import { openMs } from './question-rules.ts';
import { findQuestion, lockQuestions, type QuestionKey, saveQuestions } from './question-store.ts';
import { enterRecoveries, stepOf } from './recover-service.ts';
import { saidRepaired } from './recovery-service.ts';
import { lockRecoveries } from './recovery-store.ts';
import { rememberOwn } from './remember-own.ts';
import { judgementsOf } from './telling-service.ts';
import { findMoment } from './view-store.ts';

const room = 'moments';
/** Why a customer is held who said by his link that he wants to be asked no more. */
export const askedNotTo = 'asked-not-to';
const answerable: readonly Question['state'][] = ['waiting', 'asked', 'answered'];

/** The question of a token that opens; refuses `question.link-void`, whatever is the matter with it. */
function keyOf(call: Call, token: string): QuestionKey {
  return questionOfToken(call.house, token) ?? refuse('question.link-void');
}

function requireOpen(call: Call, question: Question | undefined): Question {
  if (question === undefined || !answerable.includes(question.state)) return refuse('question.link-void');
  if (question.until !== null && question.until <= call.now) return refuse('question.link-void');
  return question;
}

/** This call by the customer whose link it is: his uses of his own memory are his own. */
function asCustomer(call: Call, question: Question): Call {
  const { customer_id: id, language } = question;
  return call.as({ kind: 'customer', name: `customer:${id}`, id, rights: new Set(['open']), language });
}

/** What a link asks; changes nothing. Refuses `question.link-void`. */
export async function readQuestion(
  call: Call,
  input: InputOf<typeof contract.readQuestion>,
): Promise<ReplyOf<typeof contract.readQuestion>> {
  const question = requireOpen(call, await findQuestion(call.tx, keyOf(call, input.token)));
  const own = asCustomer(call, question);
  const ids = await members(own, question.customer_id);
  const moment = (await findMoment(call.tx, ids.all, question.moment_id)) ?? refuse('question.link-void');
  const { name, zone } = await requireOrganisation(call.tx);
  const { touchpoints } = await groundOf(call);
  const names = touchpoints.get(moment.touchpoint)?.names;
  return {
    house: name,
    kind: question.kind,
    stage: question.stage,
    language: question.language,
    at: moment.at.toISOString(),
    zone,
    channel: moment.channel,
    touchpoint: moment.touchpoint,
    touchpoint_names:
      names === null || names === undefined
        ? null
        : { en: names['en'] ?? '', es: names['es'] ?? '', ru: names['ru'] ?? '' },
    answered: question.state === 'answered',
    until: (question.until ?? later(call.now, openMs)).toISOString(),
  };
}

/** The customer's own answer; his last one serves. Refuses `question.link-void`, `question.no-answer`. */
export async function answerQuestion(
  call: Call,
  input: InputOf<typeof contract.answerQuestion>,
): Promise<ReplyOf<typeof contract.answerQuestion>> {
  const key = keyOf(call, input.token);
  const first = requireOpen(call, await findQuestion(call.tx, key));
  const own = asCustomer(call, first);
  const ids = await membersHeld(own, first.customer_id);
  await holdTimers(
    call.tx,
    room,
    ids.all.map((customerId) => ({ customerId, recordId: first.moment_id })),
  );
  const moment = (await findMoment(call.tx, ids.all, first.moment_id)) ?? refuse('question.link-void');
  const [locked] = await lockQuestions(call.tx, [key]);
  const question = requireOpen(call, locked);
  const answered =
    question.kind === 'recovery'
      ? await sayRepaired(own, ids.all, question, input)
      : question.stage === 'perception'
        ? await sayExpected(own, question, moment.touchpoint, input)
        : await sayHow(own, ids.all, question, moment.customer_id, input);
  await saveQuestions(call.tx, [
    {
      ...question,
      state: 'answered',
      answered_at: call.now,
      event_id: answered,
      next_at: null,
      asked_at: question.asked_at ?? call.now,
    },
  ]);
  return { until: (question.until ?? later(call.now, openMs)).toISOString() };
}

type AnswerInput = InputOf<typeof contract.answerQuestion>;

async function sayHow(
  call: Call,
  customerIds: readonly string[],
  question: Question,
  faceId: string,
  input: AnswerInput,
): Promise<string> {
  if (!aspects.some((aspect) => input[aspect] !== undefined)) refuse('question.no-answer');
  const { token: _token, words, wants, repaired: _repaired, level: _level, from: _from, ...marks } = input;
  const said = [words, wants].filter((one) => one !== undefined && one !== '').join('\n\n');
  const event = await rememberOwn(call, {
    name: ratedName,
    customerId: question.customer_id,
    direction: 'in',
    channel: 'web',
    words: said === '' ? undefined : said,
    language: question.language,
    correctsId: question.event_id ?? undefined,
    properties: {
      ...marks,
      by: 'customer',
      stage: question.stage,
      question_id: question.question_id,
      about_moment_id: question.moment_id,
    },
  });
  const ground = await groundOf(call);
  await judge(call, ground, {
    saved: judgementsOf([event], ground),
    erased: question.event_id === null ? [] : [{ customerId: question.customer_id, judgementId: question.event_id }],
  });
  if (wants !== undefined && wants !== '') await sayWants(call, [...customerIds, faceId], question.moment_id, wants);
  return event.event_id;
}

/** What he expects before it, in his words and on a scale, and from where: the ledger keeps it beside what he gets. */
async function sayExpected(
  call: Call,
  question: Question,
  about: string,
  { level, from, words }: AnswerInput,
): Promise<string> {
  if (level === undefined) refuse('question.no-answer');
  const event = await rememberOwn(call, {
    name: 'Expectation Told',
    customerId: question.customer_id,
    direction: 'in',
    channel: 'web',
    words,
    language: question.language,
    correctsId: question.event_id ?? undefined,
    properties: {
      expectation_id: question.question_id,
      about,
      level,
      scale: 7,
      source: from ?? 'other',
      by: 'customer',
    },
  });
  return event.event_id;
}

/** What he says would repair it goes to whoever answers for it. */
async function sayWants(call: Call, customerIds: readonly string[], momentId: string, wants: string): Promise<void> {
  const [recovery] = await lockRecoveries(
    call.tx,
    [...new Set(customerIds)].map((customerId) => ({ customerId, recoveryId: momentId })),
  );
  if (recovery === undefined) return;
  const after = { ...recovery, wants, wants_at: call.now, wants_by: call.actor.name };
  await enterRecoveries(call, [{ before: recovery, after }], [stepOf(call, recovery, 'wanted', wants)]);
}

async function sayRepaired(
  call: Call,
  customerIds: readonly string[],
  question: Question,
  { repaired, words }: AnswerInput,
): Promise<string | null> {
  if (repaired === undefined) refuse('question.no-answer');
  const [recovery] = await lockRecoveries(
    call.tx,
    customerIds.map((customerId) => ({ customerId, recoveryId: question.moment_id })),
  );
  if (recovery === undefined || recovery.state === 'void') refuse('question.link-void');
  const [after, step] = await saidRepaired(call, recovery, { repaired, words, channel: 'web' });
  await enterRecoveries(call, [{ before: recovery, after }], [step]);
  return question.event_id;
}

/** He wants to be asked nothing more, or may be after all. Refuses `question.link-void`. */
export async function askNoMore(
  call: Call,
  input: InputOf<typeof contract.askNoMore>,
): Promise<ReplyOf<typeof contract.askNoMore>> {
  const question = requireOpen(call, await findQuestion(call.tx, keyOf(call, input.token)));
  const own = asCustomer(call, question);
  const ids = await membersHeld(own, question.customer_id);
  await saveHoldsEnded(call.tx, ids.all, askedNotTo, { at: call.now, by: own.actor.name });
  if (!input.undo) await holdCustomer(own, question.customer_id, askedNotTo, undefined);
  return {};
}
