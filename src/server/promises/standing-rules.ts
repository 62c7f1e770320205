import type { StandingRule } from '../../shared/promises-standing.ts';
import type { Due } from '../platform/calendar/term-rules.ts';
import type { Moment, Telling } from './entry.ts';
import { cut, type LedgerEvent, momentOf, saidIn } from './said-rules.ts';
import { sceneOf, toldBy } from './telling-rules.ts';

/** A version of a standing promise with the time in which it is in force. */
export interface InForce {
  readonly standing_id: string;
  readonly version: number;
  readonly rule: StandingRule;
  readonly keeper_department: string | null;
  readonly title: string;
  readonly in_force_at: Date;
  /** When it was put into force, last; what was heard before opens nothing by it by itself, however far back it reaches. */
  readonly published_at: Date;
  readonly ended_at: Date | null;
  /** Where it was asked for: what was heard before this instant opens it as well, as far as it is looked through. */
  readonly past_before: Date | null;
  /** The last event that was looked through; event ids are in the order in which events happened. */
  readonly past_to: string | null;
}

/** Greater than the id of any event: all is looked through. */
export const lastEventId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The standing promises, with the names of the events that open and close them. */
export interface Standings {
  readonly all: readonly InForce[];
  readonly names: readonly string[];
  readonly closing: readonly string[];
  /** True where events are told anew that were heard long ago, perhaps before a promise was made public. */
  readonly anew: boolean;
}

/** Groups what is or was in force by what it listens to. */
export function standingsInForce(all: readonly InForce[], anew = false): Standings {
  const closing = [...new Set(all.map((one) => one.rule.closes.event))];
  return { all, anew, closing, names: [...new Set([...all.map((one) => one.rule.opens.event), ...closing])] };
}

/** The versions that an event opens: in force when it happened, its conditions met, and what it is about named. */
export function openedBy(event: LedgerEvent, standings: Standings): { standing: InForce; subject: string }[] {
  return standings.all.flatMap((standing) => {
    const inForce =
      (!standings.anew || standing.published_at <= event.heard_at || isLookedThrough(standing, event)) &&
      standing.in_force_at <= event.happened_at &&
      (standing.ended_at === null || event.happened_at < standing.ended_at);
    const subject = subjectOf(event, standing, 'opens');
    return inForce && subject !== undefined ? [{ standing, subject }] : [];
  });
}

/** True of what was heard before the publishing and opened it nevertheless, since that was asked for. */
function isLookedThrough({ past_before: before, past_to: to }: InForce, event: LedgerEvent): boolean {
  return before !== null && to !== null && event.heard_at < before && event.event_id <= to;
}

/** The standing promises (of whatever version) that an event closes. */
export function closedBy(event: LedgerEvent, standings: Standings): { standing: InForce; subject: string }[] {
  const byId = new Map<string, { standing: InForce; subject: string }>();
  for (const standing of standings.all) {
    const subject = subjectOf(event, standing, 'closes');
    if (subject !== undefined) byId.set(standing.standing_id, { standing, subject });
  }
  return [...byId.values()];
}

function subjectOf(event: LedgerEvent, standing: InForce, side: 'opens' | 'closes'): string | undefined {
  const trigger = standing.rule[side];
  if (event.name !== trigger.event) return undefined;
  const said = saidIn(event);
  if (!trigger.where.every(({ property, is }) => textOf(said[property]) === is)) return undefined;
  const subject = textOf(said[standing.rule.same]);
  return cut(subject, 200) || undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** The number under which a customer holds a standing promise for one order, visit or case. */
export function refOf(standing: InForce, subject: string): string {
  return `standing:${standing.standing_id}:${subject}`;
}

/**
 * The customer's own promise out of a standing one; undefined where its term has no end. What was told before the
 * promise was published counts as heard then: nothing rings that was over by that time.
 */
export function instanceOf(
  event: LedgerEvent,
  { standing, subject }: { standing: InForce; subject: string },
  due: Due,
  desired: Due | undefined,
  zone: string,
): Telling | undefined {
  if (due.at === undefined) return undefined;
  const said = saidIn(event);
  const scene = sceneOf(event, said);
  const adequateOn: Moment = { at: due.at, local: due.local ?? null, note: due.note ?? null };
  const { past_before: before } = standing;
  return {
    ...toldBy(event),
    heardAt: before !== null && event.heard_at < before ? before : event.heard_at,
    ...scene,
    what: 'made',
    ref: refOf(standing, subject),
    origin: 'standing',
    owed_by: 'company',
    maker_person: null,
    keeper_person: null,
    keeper_partner: null,
    keeper_department: standing.keeper_department ?? scene.keeper_department,
    kind: standing.rule.kind,
    subject,
    outer_id: null,
    words: standing.title,
    visible: true,
    standing_id: standing.standing_id,
    standing_version: standing.version,
    expected_from: 'own-page',
    unit: 'date',
    measure: null,
    better: 'earlier',
    adequate: null,
    desired: null,
    zone,
    adequateOn,
    desiredOn: desired?.at === undefined ? undefined : { at: desired.at, local: desired.local ?? null, note: null },
    due: adequateOn,
    replacesRef: null,
  };
}

/** What an event says was received of a standing promise: when, and which of its ticks are so. */
export function receivedOf(
  event: LedgerEvent,
  { standing, subject }: { standing: InForce; subject: string },
  zone: string,
): Telling {
  const said = saidIn(event);
  const told = momentOf(said.on, zone);
  const on: Moment = told === undefined || told === 'bad' ? { at: event.happened_at, local: null, note: null } : told;
  const ticks = Object.fromEntries(
    standing.rule.ticks.map(({ tick, property }) => {
      const value = said[property];
      return [tick, typeof value === 'boolean' ? value : null];
    }),
  );
  return {
    ...toldBy(event),
    ref: refOf(standing, subject),
    what: 'result',
    alone: false,
    result: { on, amount: null, words: null, ticks: standing.rule.ticks.length === 0 ? null : ticks },
  };
}
