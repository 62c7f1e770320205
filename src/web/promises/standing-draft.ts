import type { Standing, StandingRule, StandingTexts } from '../../shared/promises-standing.ts';
import type { Language } from '../../shared/scalars.ts';
import { draftOf, type TermDraft, termOf } from './standing-term.ts';
import type { RuleSoFar } from './standing-words.ts';

export type Trigger = StandingRule['opens'];
export type Tick = StandingRule['ticks'][number];
export type TextsDraft = Readonly<Record<Language, StandingTexts>>;

/** A standing promise as it is being written. */
export interface StandingDraft {
  readonly texts: TextsDraft;
  readonly opens: Trigger;
  readonly closes: Trigger;
  readonly same: string;
  readonly term: TermDraft;
  readonly desired: TermDraft | undefined;
  readonly ticks: readonly Tick[];
  readonly kind: string;
  readonly keeper: string | null;
  readonly public: boolean;
}

const noText: StandingTexts = {
  title: '',
  promise: '',
  conditions: '',
  limits: '',
  complain: '',
  contact: '',
  indicator: '',
};
const noTrigger: Trigger = { event: '', where: [] };

/** A term before anything is written. */
export const noTerm: TermDraft = { amount: '', unit: 'working-days', at: '' };

/** A draft to begin with: empty, or what a version says. */
export function draftFrom(known: Standing | undefined): StandingDraft {
  if (known === undefined) {
    const texts = { en: noText, es: noText, ru: noText };
    const rule = { opens: noTrigger, closes: noTrigger, same: 'order_id', term: noTerm, desired: undefined };
    return { texts, ...rule, ticks: [], kind: 'delivery', keeper: null, public: true };
  }
  const { texts, rule, keeper_department: keeper } = known;
  const { opens, closes, same, ticks, kind } = rule;
  const desired = rule.desired === undefined ? undefined : draftOf(rule.desired);
  return { texts, opens, closes, same, ticks, kind, keeper, term: draftOf(rule.term), desired, public: known.public };
}

/** What is sent; not yet held against the contract. */
export function inputOf(draft: StandingDraft, standingId: string | undefined) {
  const { texts, opens, closes, same, ticks, kind, keeper } = draft;
  const desired = draft.desired === undefined ? {} : { desired: termOf(draft.desired) ?? null };
  return {
    ...(standingId === undefined ? {} : { standing_id: standingId }),
    texts,
    rule: { opens, closes, same, term: termOf(draft.term) ?? null, ...desired, ticks, kind },
    keeper_department: keeper,
    public: draft.public,
  };
}

/** The rule as far as it is written, to be said in words. */
export function soFar(draft: StandingDraft): RuleSoFar {
  const { opens, closes, same, ticks } = draft;
  const desired = draft.desired === undefined ? undefined : termOf(draft.desired);
  return { opens, closes, same, ticks: [...ticks], term: termOf(draft.term), desired };
}
