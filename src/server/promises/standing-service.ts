import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import * as contract from '../../shared/promises-standing.ts';
import type { Call } from '../platform/area.ts';
import { dueAfter } from '../platform/calendar/term-rules.ts';
import { instantOf } from '../platform/clock.ts';
import { eventIdFloor, newId, timeOfId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from '../staff/change-service.ts';
import { calendarsFor } from './calendar-service.ts';
import { endedLately } from './ended-service.ts';
import type { Telling } from './entry.ts';
import { listFaceMembers } from './entry-store.ts';
import { listEventsOf } from './event-store.ts';
import { listHeardNames } from './heard-name-store.ts';
import { isOpenDepartment } from './keeper-store.ts';
import type { LedgerEvent } from './said-rules.ts';
import { misfitOf } from './standing-fit-rules.ts';
import { closedBy, instanceOf, openedBy, receivedOf, type Standings } from './standing-rules.ts';
import {
  insertStanding,
  listStandings,
  lockStanding,
  type StandingRow,
  savePast,
  saveStandingState,
} from './standing-store.ts';

/**
 * The customers' own promises that events open, and what events that close them tell. A closing that was heard before
 * its opening is looked up.
 */
export async function standingTellings(
  call: Call,
  events: readonly LedgerEvent[],
  standings: Standings,
): Promise<Telling[]> {
  if (standings.all.length === 0) return [];
  const opened = events.flatMap((event) => openedBy(event, standings).map((own) => ({ event, own })));
  const calendars = await calendarsFor(
    call,
    opened.map(({ own }) => own.standing),
  );
  const made = opened.flatMap(({ event, own }): Telling[] => {
    const calendar = calendars(own.standing);
    if (calendar === undefined) return [];
    const { term, desired } = own.standing.rule;
    const telling = instanceOf(
      event,
      own,
      dueAfter(event.happened_at, term, calendar),
      desired === undefined ? undefined : dueAfter(event.happened_at, desired, calendar),
      calendar.zone,
    );
    return telling === undefined ? [] : [telling];
  });
  const earlier = await closingsHeardBefore(call, events, opened, standings);
  const closings = [...events, ...earlier].flatMap((event) =>
    closedBy(event, standings).map((own) => receivedOf(event, own, calendars(own.standing)?.zone ?? event.zone)),
  );
  return [...made, ...closings];
}

async function closingsHeardBefore(
  call: Call,
  events: readonly LedgerEvent[],
  opened: readonly { readonly event: LedgerEvent }[],
  standings: Standings,
): Promise<LedgerEvent[]> {
  const customerIds = [...new Set(opened.map(({ event }) => event.customer_id))];
  const first = opened.map(({ event }) => event.event_id).toSorted()[0];
  const known = new Set(events.map((event) => event.event_id));
  const everyone = customerIds.length === 0 ? [] : await listFaceMembers(call.tx, customerIds);
  const found = await listEventsOf(call.tx, everyone, standings.closing, first);
  return found.filter((event) => !known.has(event.event_id));
}

/** Lists the standing promises, and how they were kept. */
export async function standings(call: Call): Promise<ReplyOf<typeof contract.standings>> {
  const [standings, ended] = [await listStandings(call.tx), await endedLately(call)];
  const held = ended.flatMap(({ dimension, value, open, late, kept, exceeded, broken }) =>
    dimension === 'standing' ? [{ standing_id: value, open, late, kept, exceeded, broken }] : [],
  );
  return { standings: standings.map(shown), held };
}

/** Names of events to choose from. */
export async function eventNames(call: Call): Promise<ReplyOf<typeof contract.eventNames>> {
  return { names: await listHeardNames(call.tx) };
}

/**
 * Drafts a standing promise or a further version of one. Refuses `record.not-found`, and a rule that nothing could ever
 * fit: `standing.same-event`, `standing.contradiction`, `standing.desired-late`.
 */
export async function setStanding(
  call: Call,
  input: InputOf<typeof contract.setStanding>,
): Promise<ReplyOf<typeof contract.setStanding>> {
  await requireFit(call, input);
  const { standing_id: known, ...rest } = input;
  const versions = known === undefined ? [] : await lockStanding(call.tx, known);
  if (known !== undefined && versions.length === 0) refuse('record.not-found');
  const row = {
    ...rest,
    standing_id: known ?? newId(),
    version: (versions[0]?.version ?? 0) + 1,
    made_at: call.now,
  };
  await insertStanding(call.tx, { ...row, made_by: call.actor.name });
  await note(call, `standing:${row.standing_id}`, null, { version: row.version, texts: row.texts, rule: row.rule });
  const none = { in_force_at: null, published_at: null, ended_at: null, ...noPast };
  return { standing: shown({ ...row, ...none, state: 'draft' }) };
}

const noPast = { past_before: null, past_state: null, past_to: null, past_opened: 0 } as const;

async function requireFit(call: Call, input: InputOf<typeof contract.setStanding>): Promise<void> {
  const { rule, keeper_department } = input;
  const misfit = misfitOf(rule);
  if (misfit !== undefined) refuse(misfit);
  if (keeper_department !== null && !(await isOpenDepartment(call.tx, keeper_department))) {
    refuse('promise.keeper-unfit');
  }
  const calendar = (await calendarsFor(call, [{ keeper_department }]))({ keeper_department });
  if (calendar === undefined) return;
  const due = dueAfter(call.now, rule.term, calendar).at;
  const desired = rule.desired === undefined ? due : dueAfter(call.now, rule.desired, calendar).at;
  if (due !== undefined && desired !== undefined && desired > due) refuse('standing.desired-late');
}

/**
 * Puts a draft into force, from now or from an earlier instant; what was in force then ends there. What was heard before
 * opens nothing by it, unless `past` is asked for: then the clock opens it for that, piece by piece. Refuses
 * `record.not-found`, `promise.wrong-state`, `event.in-future`.
 */
export async function publishStanding(
  call: Call,
  input: InputOf<typeof contract.publishStanding>,
): Promise<ReplyOf<typeof contract.publishStanding>> {
  const versions = await lockStanding(call.tx, input.standing_id);
  const draft = versions.find((row) => row.version === input.version);
  if (draft === undefined) refuse('record.not-found');
  if (draft.state !== 'draft') refuse('promise.wrong-state');
  const at = input.in_force_at === undefined ? call.now : instantOf(input.in_force_at);
  if (at > call.now) refuse('event.in-future');
  for (const row of versions.filter((one) => one.in_force_at !== null && (one.ended_at ?? call.now) >= at)) {
    // Of two versions one is in force at a time: whichever began later never was.
    const ended_at = row.in_force_at !== null && row.in_force_at > at ? row.in_force_at : at;
    await saveStandingState(call.tx, { ...row, state: row.state === 'withdrawn' ? row.state : 'superseded', ended_at });
  }
  const past = {
    past_before: call.now,
    past_state: 'running' as const,
    past_to: eventIdFloor(at.getTime()),
    past_opened: 0,
  };
  const published = {
    ...draft,
    state: 'in-force' as const,
    in_force_at: at,
    published_at: call.now,
    ...(input.past ? past : noPast),
  };
  await saveStandingState(call.tx, published);
  await note(call, `standing:${draft.standing_id}`, { state: 'draft' }, { state: 'in-force', version: draft.version });
  return { standing: shown(published) };
}

/**
 * Takes a standing promise out of force, or puts it back where none of its versions is in force since. Refuses
 * `record.not-found`, `promise.wrong-state`.
 */
export async function withdrawStanding(
  call: Call,
  input: InputOf<typeof contract.withdrawStanding>,
): Promise<ReplyOf<typeof contract.withdrawStanding>> {
  const from = input.undo ? 'withdrawn' : 'in-force';
  const versions = await lockStanding(call.tx, input.standing_id);
  const row = versions.find((one) => one.state === from);
  if (row === undefined) refuse('record.not-found');
  if (input.undo && versions.some((one) => one.state === 'in-force')) refuse('promise.wrong-state');
  const next = input.undo
    ? { ...row, state: 'in-force' as const, published_at: call.now, ended_at: null }
    : { ...row, state: 'withdrawn' as const, ended_at: call.now, past_state: stoppedOf(row) };
  await saveStandingState(call.tx, next);
  await note(call, `standing:${row.standing_id}`, { state: from }, { state: next.state, version: row.version });
  return { standing: shown(next) };
}

/** What is taken out of force is opened for nobody any more, until somebody has it go on. */
function stoppedOf({ past_state }: StandingRow): StandingRow['past_state'] {
  return past_state === 'running' ? 'stopped' : past_state;
}

/**
 * Stops the opening of a version for what happened before it was published, or goes on with it. Refuses
 * `record.not-found`, `promise.wrong-state` where nothing is under way.
 */
export async function openPast(
  call: Call,
  { standing_id, version, going }: InputOf<typeof contract.openPast>,
): Promise<ReplyOf<typeof contract.openPast>> {
  const row = (await lockStanding(call.tx, standing_id)).find((one) => one.version === version);
  if (row === undefined) refuse('record.not-found');
  const [from, to] = going ? (['stopped', 'running'] as const) : (['running', 'stopped'] as const);
  if (row.past_state !== from || row.state === 'withdrawn') refuse('promise.wrong-state');
  const next = { ...row, past_state: to };
  await savePast(call.tx, next);
  await note(call, `standing:${standing_id}`, { past: from }, { past: to, version });
  return { standing: shown(next) };
}

function shown({
  published_at,
  past_before,
  past_state,
  past_to,
  past_opened,
  ...row
}: StandingRow): contract.Standing {
  return contract.standing.parse({
    ...row,
    in_force_at: row.in_force_at?.toISOString() ?? null,
    ended_at: row.ended_at?.toISOString() ?? null,
    past:
      past_before === null || past_to === null
        ? null
        : {
            state: past_state,
            before: past_before.toISOString(),
            until: past_state === 'done' ? null : instantOf(timeOfId(past_to)).toISOString(),
            opened: past_opened,
          },
    made_at: row.made_at.toISOString(),
  });
}
