import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import * as contract from '../../shared/promises-standing.ts';
import type { Call } from '../platform/area.ts';
import { dueAfter } from '../platform/calendar/term-rules.ts';
import { instantOf } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { note } from '../staff/change-service.ts';
import { calendarsFor } from './calendar-service.ts';
import type { Telling } from './entry.ts';
import { listEventsOf } from './event-store.ts';
import type { LedgerEvent } from './said-rules.ts';
import { closedBy, instanceOf, openedBy, receivedOf, type Standings } from './standing-rules.ts';
import { insertStanding, listStandings, lockStanding, type StandingRow, saveStandingState } from './standing-store.ts';

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
  const found = await listEventsOf(call.tx, customerIds, standings.closing, first);
  return found.filter((event) => !known.has(event.event_id));
}

/** Lists the standing promises. */
export async function standings(call: Call): Promise<ReplyOf<typeof contract.standings>> {
  return { standings: (await listStandings(call.tx)).map(shown) };
}

/** Drafts a standing promise or a further version of one. Refuses `record.not-found`. */
export async function setStanding(
  call: Call,
  input: InputOf<typeof contract.setStanding>,
): Promise<ReplyOf<typeof contract.setStanding>> {
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
  return { standing: shown({ ...row, state: 'draft', in_force_at: null, ended_at: null }) };
}

/** Puts a draft into force. Refuses `record.not-found`, `promise.wrong-state`. */
export async function publishStanding(
  call: Call,
  input: InputOf<typeof contract.publishStanding>,
): Promise<ReplyOf<typeof contract.publishStanding>> {
  const versions = await lockStanding(call.tx, input.standing_id);
  const draft = versions.find((row) => row.version === input.version);
  if (draft === undefined) refuse('record.not-found');
  if (draft.state !== 'draft') refuse('promise.wrong-state');
  const at = input.in_force_at === undefined ? call.now : instantOf(input.in_force_at);
  for (const row of versions.filter((one) => one.state === 'in-force')) {
    await saveStandingState(call.tx, { ...row, state: 'superseded', ended_at: at });
  }
  const published = { ...draft, state: 'in-force' as const, in_force_at: at };
  await saveStandingState(call.tx, published);
  await note(call, `standing:${draft.standing_id}`, { state: 'draft' }, { state: 'in-force', version: draft.version });
  return { standing: shown(published) };
}

/** Takes a standing promise out of force, or puts it back. Refuses `record.not-found`. */
export async function withdrawStanding(
  call: Call,
  input: InputOf<typeof contract.withdrawStanding>,
): Promise<ReplyOf<typeof contract.withdrawStanding>> {
  const from = input.undo ? 'withdrawn' : 'in-force';
  const row = (await lockStanding(call.tx, input.standing_id)).find((one) => one.state === from);
  if (row === undefined) refuse('record.not-found');
  const next = input.undo
    ? { ...row, state: 'in-force' as const, ended_at: null }
    : { ...row, state: 'withdrawn' as const, ended_at: call.now };
  await saveStandingState(call.tx, next);
  await note(call, `standing:${row.standing_id}`, { state: from }, { state: next.state, version: row.version });
  return { standing: shown(next) };
}

function shown(row: StandingRow): contract.Standing {
  return contract.standing.parse({
    ...row,
    in_force_at: row.in_force_at?.toISOString() ?? null,
    ended_at: row.ended_at?.toISOString() ?? null,
    made_at: row.made_at.toISOString(),
  });
}
