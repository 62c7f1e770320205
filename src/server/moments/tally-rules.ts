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
  const whole = { stage: 'all', ...place, sign: moment.sign ?? 9, failing: moment.failing, kind: moment.kind ?? '' };
  return [
    whole,
    ...moment.stages.map((one) => ({
      stage: one.stage,
      ...place,
      sign: one.sign ?? 9,
      failing: one.failing.join('+'),
      kind: '',
    })),
  ];
}
