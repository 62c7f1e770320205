import type { Moment } from './moment.ts';

/** Moments that are alike in all they are counted by: so many more of them, or fewer. */
export interface TallyMove {
  /** A stage; `all` counts each moment once, as a whole. */
  readonly stage: string;
  readonly day_on: string;
  readonly touchpoint: string;
  readonly department: string;
  /** -1, 0, 1; 9 where nobody judged. */
  readonly sign: number;
  readonly failing: string;
  readonly kind: string;
  /** Whether it was on time, complete and right, and how it felt; 9 where nobody knows, or of a stage alone. */
  readonly objective: number;
  readonly emotional: number;
  readonly moments: number;
}

/** How the counts change when moments do: the like ones summed, without those that cancel out. */
export function tallyMoves(before: readonly Moment[], after: readonly Moment[]): TallyMove[] {
  const sums = new Map<string, TallyMove>();
  const add = (moment: Moment, by: 1 | -1) => {
    for (const one of countedAs(moment)) {
      const key = JSON.stringify(one);
      sums.set(key, { ...one, moments: (sums.get(key)?.moments ?? 0) + by });
    }
  };
  for (const moment of before) add(moment, -1);
  for (const moment of after) add(moment, 1);
  return [...sums.values()].filter((one) => one.moments !== 0);
}

function countedAs(moment: Moment): Omit<TallyMove, 'moments'>[] {
  const place = {
    day_on: moment.day_on,
    touchpoint: moment.touchpoint,
    department: moment.owner_department ?? moment.departments[0] ?? '',
  };
  return [
    {
      stage: 'all',
      ...place,
      sign: moment.sign ?? 9,
      failing: moment.failing,
      kind: moment.kind ?? '',
      objective: objectiveOf(moment) ?? 9,
      emotional: signOf(moment.emotional) ?? 9,
    },
    ...moment.stages.map((one) => ({
      stage: one.stage,
      ...place,
      sign: one.sign ?? 9,
      failing: one.failing.join('+'),
      kind: '',
      objective: 9,
      emotional: 9,
    })),
  ];
}

/**
 * Correct and impeccable, without the feeling: the worst of what it was for, the information and the process, by whoever
 * knows best; good where facts alone are known and say that it went as it should.
 */
export function objectiveOf(
  moment: Pick<Moment, 'functional' | 'information' | 'process' | 'sign' | 'source'>,
): -1 | 0 | 1 | null {
  const known = [moment.functional, moment.information, moment.process].filter((mark) => mark !== null);
  if (known.length > 0) return signOf(Math.min(...known));
  return moment.sign === 0 && moment.source === 'event' ? 1 : null;
}

function signOf(mark: number | null): -1 | 0 | 1 | null {
  if (mark === null) return null;
  return mark <= 2 ? -1 : mark === 3 ? 0 : 1;
}
