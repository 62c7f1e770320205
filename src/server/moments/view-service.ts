import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments.ts';
import type { ShownMoment } from '../../shared/moments-shown.ts';
import type * as views from '../../shared/moments-views.ts';
import { members } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import { settingOf } from './catalogue-service.ts';
import type { Judgement } from './judgement.ts';
import { listDepartments } from './name-store.ts';
import { periodOf } from './period-service.ts';
import { shownOf } from './recovery-view-service.ts';
import { departmentsBy, shownJudgement, shownMoment } from './shown.ts';
import { findMoment, listJudgements, listNewest, listOfFace, type NamedMoment } from './view-store.ts';

/** Everyone who is read as one with a customer. */
interface Ids {
  readonly all: readonly string[];
}

/** Moments with the names of their departments. */
export async function shownAll(call: Call, rows: readonly NamedMoment[]): Promise<ShownMoment[]> {
  const told = rows.flatMap((row) => [...row.departments, row.owner_department ?? '']);
  const departments = departmentsBy(await listDepartments(call.tx, [...new Set(told)]));
  return rows.map((row) => shownMoment(row, departments));
}

/** One moment as it is shown. Refuses `record.not-found`. */
export async function showMoment(call: Call, ids: Ids, momentId: string): Promise<ShownMoment> {
  const row = await findMoment(call.tx, ids.all, momentId);
  if (row === undefined) refuse('record.not-found');
  const [shown] = await shownAll(call, [row]);
  return shown ?? refuse('record.not-found');
}

/** One moment with what each source said of it and what repairs it. Refuses `record.not-found`. */
export async function show(call: Call, input: InputOf<typeof contract.show>): Promise<ReplyOf<typeof contract.show>> {
  const ids = await members(call, input.customer_id);
  const moment = await showMoment(call, ids, input.moment_id);
  const judgements = await listJudgements(call.tx, ids.all, input.moment_id);
  const [recovery] = await shownOf(call, ids.all, [input.moment_id]);
  return {
    moment,
    judgements: judgements.map(shownJudgement),
    recovery: recovery ?? null,
    remembered: rememberedOf(judgements),
  };
}

/** How he remembers it beside how he said it was then; null where he did not say both. */
function rememberedOf(judgements: readonly Judgement[]): ReplyOf<typeof contract.show>['remembered'] {
  const own = judgements.filter((one) => one.source === 'customer');
  const last = (stage: string, aspect: 'functional' | 'emotional') =>
    own.find((one) => one.stage === stage && one[aspect] !== null)?.[aspect] ?? null;
  const differ = (aspect: 'functional' | 'emotional') => {
    const [then, later] = [last('interaction', aspect), last('remembrance', aspect)];
    return then === null || later === null ? null : later - then;
  };
  const [functional, emotional] = [differ('functional'), differ('emotional')];
  return functional === null && emotional === null ? null : { functional, emotional };
}

/** A customer's moments, newest first, each with the balance after it. Refuses `record.not-found`, `request.bad-cursor`. */
export async function ofCustomer(
  call: Call,
  input: InputOf<typeof contract.ofCustomer>,
): Promise<ReplyOf<typeof contract.ofCustomer>> {
  const ids = await members(call, input.customer_id);
  const secret = secretOf(call.house.config);
  const [at, id] = input.cursor === undefined ? [] : openCursor('moments.of-customer', input.cursor, secret);
  const rows = await listOfFace(call.tx, ids.faceId, await settingOf(call), {
    after: at === undefined || id === undefined ? undefined : { at, id },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const shown = await shownAll(call, page);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    moments: shown.map((moment, place) => ({ ...moment, balance: page[place]?.balance ?? 0 })),
    next: last === undefined ? null : sealCursor('moments.of-customer', [last.place_at, last.moment_id], secret),
  };
}

const signs = { good: 1, indifferent: 0, bad: -1, unjudged: 'unjudged' } as const;

/** A page of moments. Refuses `request.bad-cursor`. */
export async function list(call: Call, input: InputOf<typeof views.list>): Promise<ReplyOf<typeof views.list>> {
  const { cursor, limit, since, until, sign, mark, failing, ...filter } = input;
  const secret = secretOf(call.house.config);
  const [at, id] = cursor === undefined ? [] : openCursor('moments.list', cursor, secret);
  const period = await periodOf(call, { since, until }, 90);
  const rows = await listNewest(
    call.tx,
    { ...filter, ...period, failing: failing ?? mark, sign: sign === undefined ? undefined : signs[sign] },
    { after: at === undefined || id === undefined ? undefined : { at, id }, limit: limit + 1 },
  );
  const page = rows.slice(0, limit);
  call.use([...new Set(page.map((row) => row.customer_id))]);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    moments: await shownAll(call, page),
    next: last === undefined ? null : sealCursor('moments.list', [last.place_at, last.moment_id], secret),
  };
}
