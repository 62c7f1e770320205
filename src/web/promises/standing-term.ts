import { type Term, term as termShape } from '../../shared/calendar.ts';
import { useShow } from '../platform/show.ts';
import { type Say, useWords } from '../platform/words.ts';

/** In what a term is written by hand. */
export const termUnits = [
  'working-days',
  'days',
  'working-hours',
  'hours',
  'working-minutes',
  'minutes',
  'weeks',
  'months',
] as const;
export type TermUnit = (typeof termUnits)[number];

/** A term as it is being written; `other` is one that only a program can write, kept as it is. */
export interface TermDraft {
  readonly amount: string;
  readonly unit: TermUnit | 'other';
  readonly at: string;
  readonly other?: Term;
}

/** Units that end with a day, so that a time may be said within it. */
export function hasTime(unit: TermDraft['unit']): boolean {
  return unit === 'working-days' || unit === 'days' || unit === 'weeks' || unit === 'months';
}

/** A term as it is written by hand. */
export function draftOf(term: Term): TermDraft {
  const draft = (amount: number, unit: TermUnit, at = ''): TermDraft => ({ amount: String(amount), unit, at });
  if (term.kind === 'working-days') return draft(term.days, 'working-days', term.at);
  if (term.kind === 'exact') {
    return term.minutes % 60 === 0 ? draft(term.minutes / 60, 'hours') : draft(term.minutes, 'minutes');
  }
  if (term.kind === 'working-time') {
    return term.minutes % 60 === 0 ? draft(term.minutes / 60, 'working-hours') : draft(term.minutes, 'working-minutes');
  }
  const spans = [term.years, term.months, term.weeks, term.days].filter((span) => span !== undefined && span > 0);
  if (term.kind === 'same-time' || spans.length > 1 || (term.years ?? 0) > 0) {
    return { amount: '', unit: 'other', at: '', other: term };
  }
  if (term.months) return draft(term.months, 'months', term.at);
  return term.weeks ? draft(term.weeks, 'weeks', term.at) : draft(term.days ?? 0, 'days', term.at);
}

/** The term that a draft makes; undefined where it makes none. */
export function termOf({ amount, unit, at, other }: TermDraft): Term | undefined {
  if (unit === 'other') return other;
  const number = amount.trim() === '' ? Number.NaN : Number(amount);
  const time = at === '' ? {} : { at };
  const made: Record<TermUnit, unknown> = {
    'working-days': { kind: 'working-days', days: number, ...time },
    days: { kind: 'calendar', days: number, ...time },
    weeks: { kind: 'calendar', weeks: number, ...time },
    months: { kind: 'calendar', months: number, ...time },
    hours: { kind: 'exact', minutes: number * 60 },
    minutes: { kind: 'exact', minutes: number },
    'working-hours': { kind: 'working-time', minutes: number * 60 },
    'working-minutes': { kind: 'working-time', minutes: number },
  };
  return termShape.safeParse(made[unit]).data;
}

/** Says a term: "within 3 working days, until 17:00". */
export function useSayTerm(): (term: Term) => string {
  const { t } = useWords();
  const show = useShow();
  return (term) => {
    const spans = spansOf(term, t);
    const at = 'at' in term ? term.at : undefined;
    if (spans.length === 0) {
      return at === undefined ? t('promisesStanding.term.sameDay') : t('promisesStanding.term.sameDayBy', { at });
    }
    const span = show.list(spans);
    return at === undefined ? t('promisesStanding.term.within', { span }) : t('promisesStanding.term.by', { span, at });
  };
}

function spansOf(term: Term, t: Say): string[] {
  const some = (name: 'years' | 'months' | 'weeks' | 'days', count: number | undefined) =>
    count === undefined || count === 0 ? [] : [t(`promisesStanding.term.${name}`, { count })];
  switch (term.kind) {
    case 'working-days':
      return term.days === 0 ? [] : [t('promisesStanding.term.workingDays', { count: term.days })];
    case 'exact':
      return term.minutes % 60 === 0
        ? [t('promisesStanding.term.hours', { count: term.minutes / 60 })]
        : [t('promisesStanding.term.minutes', { count: term.minutes })];
    case 'working-time':
      return term.minutes % 60 === 0
        ? [t('promisesStanding.term.workingHours', { count: term.minutes / 60 })]
        : [t('promisesStanding.term.workingMinutes', { count: term.minutes })];
    default:
      return [
        ...some('years', term.years),
        ...some('months', term.months),
        ...some('weeks', term.weeks),
        ...some('days', term.days),
      ];
  }
}
