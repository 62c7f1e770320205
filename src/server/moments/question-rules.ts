import type { WithheldReason } from '../../shared/moments-questions.ts';
import { later } from '../platform/calendar/later-rules.ts';
import { localOf } from '../platform/calendar/local-rules.ts';
import type { Question } from './question.ts';
import type { Setting } from './setting-rules.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** So long after its time a question is no longer asked: he would not know what it is about. */
const staleMs = 3 * dayMs;
/** So long a link may be answered, and an answer changed. */
export const openMs = 30 * dayMs;

/** What speaks for and against asking a customer now. */
export interface Guard {
  /** Something holds him. */
  readonly held: boolean;
  /** Something of his is being repaired. */
  readonly repairing: boolean;
  /** When he was last asked anything, by whatever room. */
  readonly lastAskedAt: Date | null;
  /** He was asked about this contact already. */
  readonly askedOfContact: boolean;
  /** He has said how it was by himself. */
  readonly said: boolean;
}

/**
 * Why a customer is not asked; undefined where he may be. At most one question a contact, a rest over all that he is
 * asked, nothing while something holds him or while a bad moment of his is being repaired. Whether it is repaired is part
 * of the repair: it needs no rest, but never goes past a hold.
 */
export function withheldFor(
  question: Pick<Question, 'kind'>,
  guard: Guard,
  setting: Pick<Setting, 'rest_days'>,
  now: Date,
): WithheldReason | undefined {
  if (guard.held) return 'hold';
  if (question.kind === 'recovery') return undefined;
  if (guard.said) return 'answered';
  if (guard.askedOfContact) return 'asked';
  if (guard.repairing) return 'recovery';
  const rested = guard.lastAskedAt === null || guard.lastAskedAt.getTime() + setting.rest_days * dayMs <= now.getTime();
  return rested ? undefined : 'rest';
}

/** True where a question's time is so long past that it is better not asked. */
export function isStale(askAt: Date, now: Date): boolean {
  return now.getTime() - askAt.getTime() > staleMs;
}

/**
 * The first instant from `at` on when it is within the asking hours in every one of these zones (a country may have many,
 * and we know no more of him); where there is none within two days, the first zone's hours count.
 */
export function inHours(at: Date, zones: readonly string[], setting: Pick<Setting, 'ask_from' | 'ask_until'>): Date {
  const stepMs = 15 * minuteMs;
  for (const asked of [zones, zones.slice(0, 1)]) {
    for (let step = 0; step < (2 * dayMs) / stepMs; step++) {
      const one = step === 0 ? at : later(at, step * stepMs - (at.getTime() % stepMs));
      if (asked.every((zone) => isAwake(one, zone, setting))) return one;
    }
  }
  return at;
}

function isAwake(at: Date, zone: string, { ask_from, ask_until }: Pick<Setting, 'ask_from' | 'ask_until'>): boolean {
  const clock = localOf(at, zone).slice(11, 16);
  return clock >= ask_from && clock < ask_until;
}

/** When, and of which stage, a customer is asked about a contact there; by lot where it may be either, always the same. */
export function plannedFor(
  ask: 'never' | 'after' | 'later' | 'either',
  moment: { readonly moment_id: string; readonly at: Date },
  setting: Pick<Setting, 'ask_minutes' | 'ask_later_days'>,
): { readonly stage: 'interaction' | 'remembrance'; readonly at: Date } | undefined {
  if (ask === 'never') return undefined;
  const isLater = ask === 'later' || (ask === 'either' && /[89a-f]$/.test(moment.moment_id));
  return isLater
    ? { stage: 'remembrance', at: later(moment.at, setting.ask_later_days * dayMs) }
    : { stage: 'interaction', at: later(moment.at, setting.ask_minutes * minuteMs) };
}
