import type { ReplyOf } from '../../shared/contract.ts';
import type { Standing, StandingRule, standings } from '../../shared/promises-standing.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { useSayTerm } from './standing-term.ts';

export type Held = ReplyOf<typeof standings>['held'][number];

/** A rule as far as it is written. */
export type RuleSoFar = Pick<StandingRule, 'opens' | 'closes' | 'same' | 'ticks'> & {
  readonly term: StandingRule['term'] | undefined;
  readonly desired?: StandingRule['term'] | undefined;
};

/** Says what a rule does: "Every “Order Completed” opens it: within 3 working days, complete. …" */
export function useSayRule(): (rule: RuleSoFar) => string {
  const { t } = useWords();
  const show = useShow();
  const sayTerm = useSayTerm();
  const empty = t('promisesStanding.preview.empty');
  const whereOf = (where: StandingRule['opens']['where']) =>
    show.list(
      where
        .filter((one) => one.property !== '')
        .map(({ property, is }) => t('promisesStanding.preview.condition', { property, is })),
    );
  return ({ opens, closes, same, term, desired, ticks }) => {
    const what = [term === undefined ? empty : sayTerm(term), ...ticks.map((one) => one.tick)].filter(
      (part) => part !== '',
    );
    const opening = { event: opens.event || empty, where: whereOf(opens.where), what: what.join(', ') };
    const closing = { event: closes.event || empty, where: whereOf(closes.where), same: same || empty };
    return [
      opening.where === ''
        ? t('promisesStanding.preview.opens', opening)
        : t('promisesStanding.preview.opensWhere', opening),
      desired === undefined ? '' : t('promisesStanding.preview.better', { span: sayTerm(desired) }),
      closing.where === ''
        ? t('promisesStanding.preview.closes', closing)
        : t('promisesStanding.preview.closesWhere', closing),
    ]
      .filter((part) => part !== '')
      .join(' ');
  };
}

/** A standing promise with all its versions, the newest first. */
export interface StandingGroup {
  readonly id: string;
  readonly state: 'in-force' | 'draft' | 'withdrawn';
  /** The version that counts: in force, else the draft, else the one that was withdrawn. */
  readonly lead: Standing;
  /** Without drafts that a later version has overtaken. */
  readonly versions: readonly Standing[];
}

/** Joins versions into standing promises. */
export function groupsOf(all: readonly Standing[]): StandingGroup[] {
  return [...Map.groupBy(all, (one) => one.standing_id)].flatMap(([id, versions]) => {
    const newest = Math.max(...versions.map((one) => one.version));
    const shown = versions.filter((one) => one.state !== 'draft' || one.version === newest);
    const find = (state: Standing['state']) => shown.find((one) => one.state === state);
    for (const state of ['in-force', 'draft', 'withdrawn'] as const) {
      const lead = find(state);
      if (lead !== undefined) return [{ id, state, lead, versions: shown }];
    }
    return [];
  });
}
