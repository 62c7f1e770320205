import { momentsChanged } from '../../shared/moments.ts';
import { dropBriefLines, setBriefLines } from '../memory/brief-service.ts';
import type { Call } from '../platform/area.ts';
import { dateOf } from '../platform/calendar/local-rules.ts';
import { holdTimers } from '../platform/database/timer-store.ts';
import { newId } from '../platform/ids.ts';
import { weighCustomers } from '../today/stake-service.ts';
import { type Account, eraseAccounts, listFaces, lockAccounts, recount } from './account-store.ts';
import type { Ground } from './catalogue-service.ts';
import { listPutRight } from './event-store.ts';
import type { Judgement } from './judgement.ts';
import {
  eraseJudgements,
  type FacedJudgement,
  type JudgementKey,
  listMomentIds,
  listOfMoments,
  saveJudgements,
} from './judgement-store.ts';
import type { Moment } from './moment.ts';
import { eraseMoments, listMoments, listMomentsUnder, saveMoments } from './moment-store.ts';
import { planQuestions } from './question-service.ts';
import { recoverChanged } from './recover-service.ts';
import { listGoingKeys } from './recovery-store.ts';
import { judgedOf } from './sign-rules.ts';
import { tallyMoves } from './tally-rules.ts';
import { insertTallyMoves } from './tally-store.ts';
import { ownerOf, touchpointOf } from './touchpoint-rules.ts';

/** The room's name for timers, lines, tellings and lines of the brief. */
export const room = 'moments';

/** What is said of contacts, and what is no longer said. */
export interface Said {
  readonly saved?: readonly Judgement[];
  readonly erased?: readonly JudgementKey[];
  /** Customers whose moments are made anew out of all that was said: their faces moved. */
  readonly anew?: readonly string[];
}

/** A moment before and after. */
export interface MomentChange {
  readonly before: Moment | undefined;
  readonly after: Moment | undefined;
}

/**
 * Judges contacts: writes what each source says, makes their moments and their customers' accounts anew, and lets follow
 * what follows: counts, recoveries, what awaits whom, the brief. The one way in; set-based; at most 500 customers a call.
 * Accounts are held in order, so that of two who judge one customer at once the second sees what the first said.
 */
export async function judge(call: Call, ground: Ground, said: Said): Promise<void> {
  const { erased = [], anew = [] } = said;
  const customerIds = [
    ...new Set([...(said.saved ?? []).map((one) => one.customer_id), ...erased.map((one) => one.customerId), ...anew]),
  ];
  if (customerIds.length === 0) return;
  const faces = await listFaces(call.tx, customerIds);
  const faceOf = new Map(faces.map((row) => [row.customer_id, row.face_id]));
  const strangers = new Set(faces.flatMap((row) => (row.unknown ? [row.face_id] : [])));
  // Who was taken out is nobody's face any more; what stood under him goes.
  const gone = customerIds.filter((id) => !faceOf.has(id));
  const touchedFaces = [...new Set([...faceOf.values(), ...anew, ...gone])];
  await holdTimers(call.tx, room, await listGoingKeys(call.tx, touchedFaces));
  const held = await lockAccounts(
    call.tx,
    touchedFaces.filter((id) => !strangers.has(id)),
  );
  const saved = await standing(call, said.saved ?? []);
  const touched = new Map<string, { faceId: string; momentId: string }>();
  const touch = (key: { readonly customerId: string; readonly momentId: string }) => {
    const faceId = faceOf.get(key.customerId) ?? key.customerId;
    touched.set(`${faceId} ${key.momentId}`, { faceId, momentId: key.momentId });
  };
  for (const key of await eraseJudgements(call.tx, erased)) touch(key);
  for (const key of await saveJudgements(call.tx, saved)) touch(key);
  for (const one of saved) touch({ customerId: one.customer_id, momentId: one.moment_id });
  if (anew.length > 0) for (const key of await listMomentIds(call.tx, customerIds)) touch(key);
  const before = [
    ...(await listMoments(
      call.tx,
      [...touched.values()].map((one) => ({ customerId: one.faceId, momentId: one.momentId })),
    )),
    ...(await listMomentsUnder(call.tx, anew)),
  ];
  const after = momentsOf(await listOfMoments(call.tx, [...touched.values()]), ground);
  await rewrite(call, ground, { before: once(before), after, held, faceIds: touchedFaces, strangers });
}

/** What still stands once the accounts are held: what was taken back meanwhile does not come back. */
async function standing(call: Call, saved: readonly Judgement[]): Promise<Judgement[]> {
  const gone = await listPutRight(
    call.tx,
    saved.flatMap(({ customer_id: customerId, event_id: eventId }) =>
      eventId === null ? [] : [{ customerId, eventId }],
    ),
  );
  return saved.filter((one) => one.event_id === null || !gone.has(one.event_id));
}

interface Rewriting {
  readonly before: readonly Moment[];
  readonly after: readonly Moment[];
  readonly held: readonly Account[];
  readonly faceIds: readonly string[];
  readonly strangers: ReadonlySet<string>;
}

async function rewrite(call: Call, ground: Ground, { before, after, held, faceIds, strangers }: Rewriting) {
  const stays = new Set(after.map(nameOf));
  await eraseMoments(
    call.tx,
    before
      .filter((one) => !stays.has(nameOf(one)))
      .map((one) => ({ customerId: one.customer_id, momentId: one.moment_id })),
  );
  await saveMoments(call.tx, after);
  await insertTallyMoves(call.tx, newId(), tallyMoves(before, after));
  const accounts = await recount(
    call.tx,
    held.map((one) => one.customer_id),
    ground.setting,
  );
  const gone = await eraseAccounts(call.tx, faceIds);
  await dropBriefLines(
    call,
    room,
    gone.map((customerId) => ({ customerId, lineId: 'account' })),
  );
  await weighCustomers(
    call,
    gone.map((customerId) => ({ customerId, owed: 0 })),
  );
  const changes = changesOf(before, after);
  await recoverChanged(
    call,
    ground,
    changes.filter(({ before: was, after: is }) => !strangers.has((is ?? was)?.customer_id ?? '')),
  );
  await planQuestions(call, ground, changes);
  const balances = new Map(held.map((one) => [one.customer_id, one.balance]));
  await showAccounts(
    call,
    accounts.map((after) => ({ before: balances.get(after.customer_id) ?? 0, after })),
  );
  tellChanges(call, changes, accounts);
}

/** Each contact as it was and is, by its id: a contact whose customer is read under another face now is the same. */
function changesOf(before: readonly Moment[], after: readonly Moment[]): MomentChange[] {
  const was = new Map(before.map((one) => [one.moment_id, one]));
  const is = new Map(after.map((one) => [one.moment_id, one]));
  return [...new Set([...was.keys(), ...is.keys()])].map((id) => ({ before: was.get(id), after: is.get(id) }));
}

/** Moments out of all that was said of each. */
function momentsOf(judgements: readonly FacedJudgement[], ground: Ground): Moment[] {
  return [...Map.groupBy(judgements, (one) => `${one.face_id} ${one.moment_id}`).values()].flatMap((own): Moment[] => {
    const [first] = own;
    if (first === undefined) return [];
    const judged = judgedOf(own);
    const { failing, information_from, department, keeper, ...shown } = judged;
    const touchpoint = touchpointOf(ground.touchpoints, judged.touchpoint);
    const owner = ownerOf(judged, touchpoint);
    return [
      {
        ...shown,
        customer_id: first.face_id,
        moment_id: first.moment_id,
        touchpoint: touchpoint?.touchpoint ?? judged.touchpoint,
        failing: failing.join('+'),
        departments: [...new Set(judged.departments.map(ground.departmentOf))],
        owner_department: owner === null ? null : ground.departmentOf(owner),
        day_on: dateOf(judged.at, ground.zone),
      },
    ];
  });
}

/** An account before and after. */
export interface AccountChange {
  readonly before: number;
  readonly after: Account;
}

/** Says in the brief what is owed, and lets it weigh on what awaits somebody with him; at most 1 000 accounts. */
export async function showAccounts(call: Call, changes: readonly AccountChange[]): Promise<void> {
  const stakes = changes
    .filter(({ before, after }) => Math.min(0, after.balance) !== Math.min(0, before))
    .map(({ after }) => ({ customerId: after.customer_id, owed: Math.max(0, -after.balance) }));
  for (let from = 0; from < stakes.length; from += 500) await weighCustomers(call, stakes.slice(from, from + 500));
  const accounts = changes.map(({ after }) => after);
  await setBriefLines(
    call,
    room,
    accounts
      .filter((one) => one.balance < 0)
      .map((one) => ({
        customerId: one.customer_id,
        lineId: 'account',
        weight: 90,
        word: 'moments.brief.owed',
        slots: { count: -one.balance },
      })),
  );
  await dropBriefLines(
    call,
    room,
    accounts.filter((one) => one.balance >= 0).map((one) => ({ customerId: one.customer_id, lineId: 'account' })),
  );
}

function tellChanges(call: Call, changes: readonly MomentChange[], accounts: readonly Account[]): void {
  const balances = new Map(accounts.map((one) => [one.customer_id, one.balance]));
  const told = changes.filter(({ before, after }) => before?.sign !== after?.sign || before === undefined);
  for (const [customerId, own] of Map.groupBy(told, ({ before, after }) => (after ?? before)?.customer_id ?? '')) {
    call.append(momentsChanged, customerId, {
      moments: own.map(({ before, after }) => ({
        moment_id: (after ?? before)?.moment_id ?? '',
        sign: after?.sign ?? null,
        was: before?.sign ?? null,
      })),
      balance: balances.get(customerId) ?? 0,
    });
  }
}

function once(moments: readonly Moment[]): Moment[] {
  return [...new Map(moments.map((one) => [nameOf(one), one])).values()];
}

function nameOf(moment: Moment): string {
  return `${moment.customer_id} ${moment.moment_id}`;
}
