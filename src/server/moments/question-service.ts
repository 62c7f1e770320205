import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-questions.ts';
import { type Language, language as languages } from '../../shared/scalars.ts';
import { members, membersHeld } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { later } from '../platform/calendar/later-rules.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { holdTimers, saveTimers } from '../platform/database/timer-store.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { listFaces, lockAccounts } from './account-store.ts';
import { type Ground, groundOf } from './catalogue-service.ts';
import { type GuardRow, listGuards } from './guard-store.ts';
import type { MomentChange } from './judge-service.ts';
import type { Question } from './question.ts';
import { linkOf } from './question-link.ts';
import { inHours, isStale, openMs, plannedFor, withheldFor } from './question-rules.ts';
import { listQuestions, lockQuestions, type NamedQuestion, type QuestionKey, saveQuestions } from './question-store.ts';
import { findMoment } from './view-store.ts';
import { zonesOf } from './zones.ts';

const room = 'moments';
const dayMs = 86_400_000;
/** Contacts of longer ago are history that was brought in: nobody is asked about them. */
const recentMs = 2 * dayMs;

/** Plans to ask about contacts that have just become known, where their touchpoint says so; set-based. */
export async function planQuestions(call: Call, ground: Ground, changes: readonly MomentChange[]): Promise<void> {
  const wanted = changes.flatMap(({ before, after }) => {
    if (before !== undefined || after === undefined) return [];
    if (after.at.getTime() < call.now.getTime() - recentMs) return [];
    const plan = plannedFor(ground.touchpoints.get(after.touchpoint)?.ask ?? 'never', after, ground.setting);
    return plan === undefined ? [] : [{ moment: after, plan }];
  });
  if (wanted.length === 0) return;
  const guards = await listGuards(
    call.tx,
    wanted.map(({ moment }) => ({ customerId: moment.customer_id, momentId: moment.moment_id })),
    call.now,
  );
  const byMoment = new Map(guards.map((row) => [row.moment_id, row]));
  const { languages: spoken } = await requireOrganisation(call.tx);
  const made = wanted.flatMap(({ moment, plan }): Question[] => {
    const guard = byMoment.get(moment.moment_id);
    // Whoever rests now would rest then too, but for what comes days later: it is looked at again when its time comes.
    if (guard === undefined || withheldFor({ kind: 'contact' }, guard, ground.setting, plan.at) !== undefined)
      return [];
    const askAt = inHours(notBefore(plan.at, call.now), zonesOf(guard.country, ground.zone), ground.setting);
    const language = languageOf(guard, spoken);
    return [questionOf(call, { moment, kind: 'contact', stage: plan.stage, way: 'mail', askAt, language })];
  });
  await enterQuestions(call, made);
}

/** Asks whether a recovery is good again, where a letter can go; whoever answers for it asks by himself anyway. */
export async function planRechecks(
  call: Call,
  ground: Ground,
  recoveries: readonly { readonly customer_id: string; readonly recovery_id: string }[],
): Promise<void> {
  if (recoveries.length === 0 || !call.house.mail.ready) return;
  const guards = await listGuards(
    call.tx,
    recoveries.map((one) => ({ customerId: one.customer_id, momentId: one.recovery_id })),
    call.now,
  );
  const { languages: spoken } = await requireOrganisation(call.tx);
  const made = guards.flatMap((guard): Question[] => {
    if (guard.email === null || guard.held) return [];
    const moment = { customer_id: guard.customer_id, moment_id: guard.moment_id };
    const askAt = inHours(call.now, zonesOf(guard.country, ground.zone), ground.setting);
    const language = languageOf(guard, spoken);
    return [questionOf(call, { moment, kind: 'recovery', stage: 'remembrance', way: 'mail', askAt, language })];
  });
  await enterQuestions(call, made);
}

function notBefore(at: Date, earliest: Date): Date {
  return at < earliest ? earliest : at;
}

interface Wanted {
  readonly moment: { readonly customer_id: string; readonly moment_id: string };
  readonly kind: Question['kind'];
  readonly stage: Question['stage'];
  readonly way: Question['way'];
  readonly askAt: Date;
  readonly language: Language;
}

function questionOf(call: Call, wanted: Wanted): Question {
  const questionId = newId();
  return {
    customer_id: wanted.moment.customer_id,
    question_id: questionId,
    moment_id: wanted.moment.moment_id,
    kind: wanted.kind,
    stage: wanted.stage,
    state: 'planned',
    way: wanted.way,
    reason: null,
    language: wanted.language,
    made_at: call.now,
    made_by: call.actor.name,
    ask_at: wanted.askAt,
    asked_at: null,
    until: null,
    answered_at: null,
    tries: 0,
    next_at: null,
    error: null,
    message_id: `${questionId}@kept`,
    event_id: null,
  };
}

/** The customer's own language where Kept speaks it, else the house's first. */
function languageOf(guard: Pick<GuardRow, 'language'>, spoken: readonly string[]): Language {
  const own = languages.safeParse(guard.language);
  return own.success ? own.data : languages.catch('en').parse(spoken[0]);
}

async function enterQuestions(call: Call, rows: readonly Question[]): Promise<void> {
  await saveQuestions(call.tx, rows);
  await saveTimers(
    call.tx,
    room,
    rows.map((one) => ({
      customerId: one.customer_id,
      recordId: one.question_id,
      ringAt: one.state === 'planned' ? one.ask_at : undefined,
    })),
  );
}

/**
 * Asks what is due to be asked, looking once more at what speaks against it: a customer whose turn came twice at once is
 * asked once. The letters go by the clock.
 */
export async function ringQuestions(call: Call, keys: readonly QuestionKey[]): Promise<void> {
  const due = (await lockQuestions(call.tx, keys)).filter((one) => one.state === 'planned');
  if (due.length === 0) return;
  const ground = await groundOf(call);
  await holdFaces(
    call,
    due.map((one) => one.customer_id),
  );
  const guards = await listGuards(
    call.tx,
    due.map((one) => ({ customerId: one.customer_id, momentId: one.moment_id })),
    call.now,
  );
  const askedNow = new Set<string>();
  const rows = due.map((one): Question => {
    const guard = guards.find((row) => row.customer_id === one.customer_id && row.moment_id === one.moment_id);
    const reason = guard === undefined ? 'no-address' : reasonNow(call, ground, one, guard, askedNow);
    if (reason === undefined && guard !== undefined) {
      const askAt = inHours(call.now, zonesOf(guard.country, ground.zone), ground.setting);
      if (one.kind === 'contact') askedNow.add(guard.face_id);
      return {
        ...one,
        state: 'waiting',
        ask_at: askAt,
        asked_at: call.now,
        next_at: askAt,
        until: later(call.now, openMs),
      };
    }
    return { ...one, state: 'withheld', reason: reason ?? null };
  });
  await enterQuestions(call, rows);
}

/** Two who would ask one customer at once do it one after the other: his account is held. */
async function holdFaces(call: Call, customerIds: readonly string[]): Promise<void> {
  const faces = await listFaces(call.tx, customerIds);
  await lockAccounts(
    call.tx,
    faces.map((row) => row.face_id),
  );
}

function reasonNow(
  call: Call,
  ground: Ground,
  question: Question,
  guard: GuardRow,
  askedNow: ReadonlySet<string>,
): Question['reason'] | undefined {
  if (isStale(question.ask_at, call.now)) return 'late';
  if (guard.email === null) return 'no-address';
  if (!call.house.mail.ready) return 'no-mail';
  if (question.kind === 'contact' && askedNow.has(guard.face_id)) return 'rest';
  return withheldFor(question, guard, ground.setting, call.now);
}

/**
 * Asks by hand: by a letter, or by a link that whoever asks hands over. Refuses `record.not-found`, and
 * `question.withheld` with the reason.
 */
export async function askCustomer(
  call: Call,
  input: InputOf<typeof contract.askCustomer>,
): Promise<ReplyOf<typeof contract.askCustomer>> {
  const ids = await membersHeld(call, input.customer_id);
  const moment = await findMoment(call.tx, ids.all, input.moment_id);
  if (moment === undefined) return refuse('record.not-found');
  const ground = await groundOf(call);
  await holdFaces(call, ids.all);
  const [guard] = await listGuards(call.tx, [{ customerId: ids.faceId, momentId: moment.moment_id }], call.now);
  if (guard === undefined) return refuse('record.not-found');
  const { languages: spoken } = await requireOrganisation(call.tx);
  const isMail = input.way === 'mail';
  const reason =
    withheldFor({ kind: input.kind }, guard, ground.setting, call.now) ??
    (isMail && guard.email === null ? 'no-address' : isMail && !call.house.mail.ready ? 'no-mail' : undefined);
  if (reason !== undefined) refuse('question.withheld', { current: { reason } });
  const askAt = isMail ? inHours(call.now, zonesOf(guard.country, ground.zone), ground.setting) : call.now;
  const planned = questionOf(call, {
    moment,
    kind: input.kind,
    stage: input.stage,
    way: input.way,
    askAt,
    language: languageOf(guard, spoken),
  });
  const question: Question = {
    ...planned,
    state: isMail ? 'waiting' : 'asked',
    asked_at: call.now,
    next_at: isMail ? askAt : null,
    until: later(call.now, openMs),
  };
  await enterQuestions(call, [question]);
  return {
    question: shown({ ...question, customer: moment.customer }),
    link: isMail ? null : linkOf(call.house, question),
  };
}

/** Takes back a question that was not answered. Refuses `record.not-found`, `question.answered`. */
export async function dropQuestion(
  call: Call,
  input: InputOf<typeof contract.dropQuestion>,
): Promise<ReplyOf<typeof contract.dropQuestion>> {
  const ids = await membersHeld(call, input.customer_id);
  const keys = ids.all.map((customerId) => ({ customerId, questionId: input.question_id }));
  await holdTimers(
    call.tx,
    room,
    keys.map((key) => ({ customerId: key.customerId, recordId: key.questionId })),
  );
  const [question] = await lockQuestions(call.tx, keys);
  if (question === undefined) refuse('record.not-found');
  if (question.state === 'answered') refuse('question.answered');
  const after: Question = { ...question, state: 'dropped' };
  await enterQuestions(call, [after]);
  return { question: shown({ ...after, customer: null }) };
}

/** A page of questions. Refuses `record.not-found`, `request.bad-cursor`. */
export async function questions(
  call: Call,
  input: InputOf<typeof contract.questions>,
): Promise<ReplyOf<typeof contract.questions>> {
  const secret = secretOf(call.house.config);
  const [at, id] = input.cursor === undefined ? [] : openCursor('moments.questions', input.cursor, secret);
  const ids = input.customer_id === undefined ? undefined : await members(call, input.customer_id);
  const rows = await listQuestions(
    call.tx,
    { customerIds: ids?.all, state: input.state },
    { after: at === undefined || id === undefined ? undefined : { at, id }, limit: input.limit + 1 },
  );
  const page = rows.slice(0, input.limit);
  call.use([...new Set(page.map((row) => row.customer_id))]);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    questions: page.map(shown),
    next: last === undefined ? null : sealCursor('moments.questions', [last.place_at, last.question_id], secret),
  };
}

function shown(row: NamedQuestion): contract.ShownQuestion {
  const { customer_id, question_id, moment_id, customer, kind, stage, state, way, reason, language } = row;
  return {
    ...{ customer_id, question_id, moment_id, customer, kind, stage, state, way, reason, language },
    made_at: row.made_at.toISOString(),
    ask_at: row.ask_at.toISOString(),
    asked_at: row.asked_at?.toISOString() ?? null,
    answered_at: row.answered_at?.toISOString() ?? null,
  };
}
