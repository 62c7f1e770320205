import type { RecoveryState } from '../../shared/moments-recovery.ts';
import { later } from '../platform/calendar/later-rules.ts';
import type { Moment } from './moment.ts';
import type { Recovery } from './recovery.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A bad moment of longer ago is counted, but nobody is sent to repair it: it is history that was brought in. */
export const recentMs = 30 * dayMs;
/** An owner is named so long before the hour is over, where nobody came forward. */
const beforeMs = 15 * minuteMs;

/** States in which somebody still has something to do. */
export const going: readonly RecoveryState[] = ['open', 'owned', 'done', 'unrepaired'];

/** True while it goes on. */
export function goesOn(state: RecoveryState): boolean {
  return going.includes(state);
}

/** How long a house gives. */
export interface Terms {
  readonly own_minutes: number;
  readonly recheck_days: number;
}

/** What a moment calls for as it is now, beside the recovery that it had, if it had one; undefined: nothing changes. */
export function recoveryOf(
  moment: Moment | undefined,
  before: Recovery | undefined,
  about: { readonly now: Date; readonly currency: string; readonly terms: Terms },
): Recovery | undefined {
  const bad = moment?.sign === -1;
  if (!bad) return before !== undefined && goesOn(before.state) ? { ...before, state: 'void' } : undefined;
  if (before === undefined) return isRecent(moment, about.now) ? opened(moment, about) : undefined;
  const same = {
    ...before,
    severity: moment.severity,
    failing: moment.failing,
    touchpoint: moment.touchpoint,
    doubted: moment.source === 'machine',
  };
  if (before.state === 'void') return { ...same, ...ownerless(moment, about), state: 'open' };
  // Who answers for it is found anew only while nobody does.
  const after = before.state === 'open' ? { ...same, owner_department: departmentOf(moment) } : same;
  return goesOn(before.state) && isOther(before, after) ? after : undefined;
}

function isRecent(moment: Moment, now: Date): boolean {
  return moment.at.getTime() > now.getTime() - recentMs;
}

function opened(moment: Moment, about: Parameters<typeof recoveryOf>[2]): Recovery {
  return {
    customer_id: moment.customer_id,
    recovery_id: moment.moment_id,
    state: 'open',
    opened_at: about.now,
    moment_at: moment.at,
    severity: moment.severity,
    failing: moment.failing,
    touchpoint: moment.touchpoint,
    doubted: moment.source === 'machine',
    ...ownerless(moment, about),
    wants: null,
    wants_at: null,
    wants_by: null,
    currency: about.currency,
    spent_minor: 0,
    done_at: null,
    recheck_at: null,
    outcome_words: null,
    outcome_at: null,
    outcome_by: null,
    rounds: 0,
    version: 1,
  };
}

function ownerless(moment: Moment, { now, terms }: { readonly now: Date; readonly terms: Terms }) {
  return {
    own_by: later(now, terms.own_minutes * minuteMs),
    owner_person: null,
    owner_department: departmentOf(moment),
    owned_at: null,
  };
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function departmentOf(moment: Moment): string | null {
  const { owner_department: told } = moment;
  return told !== null && uuidForm.test(told) ? told : null;
}

function isOther(before: Recovery, after: Recovery): boolean {
  return (['severity', 'failing', 'touchpoint', 'doubted', 'owner_department'] as const).some(
    (name) => before[name] !== after[name],
  );
}

/** When the clock has something to do with it: name an owner, or see that he is asked; undefined where nothing. */
export function ringOf(recovery: Recovery, now: Date): Date | undefined {
  if (recovery.state === 'open') return later(recovery.own_by, -beforeMs);
  if (recovery.state !== 'done' || recovery.recheck_at === null) return undefined;
  if (recovery.recheck_at >= now) return recovery.recheck_at;
  return undefined;
}

/** When he is asked whether it is repaired. */
export function recheckAt(now: Date, { recheck_days }: Terms): Date {
  return later(now, recheck_days * dayMs);
}

/** What a role may still spend on a recovery without asking, in minor units; never below 0. */
export function leftOf(budget: number, spent: number): number {
  return Math.max(0, budget - spent);
}
