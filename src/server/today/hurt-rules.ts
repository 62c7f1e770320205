/** What of a line says how much its waiting hurts the relationship. */
export interface Hurting {
  /** Of its room: how much this kind of thing matters by itself, 0 to 9. */
  readonly weight: number;
  /** Whole days since it was due; null while it is not late. */
  readonly daysLate: number | null;
  /** Good moments that we owe the customer. */
  readonly owed: number;
  /** He went, or is going, since a bad moment. */
  readonly lost: boolean;
}

/** What each part counts, in points; the order's SQL is given these same numbers. */
export const points = {
  weight: 10,
  late: 40,
  dayLate: 2,
  /** A word that is broken for so many days hurts no more with each further one. */
  mostDays: 10,
  owed: 4,
  mostOwed: 10,
  lost: 20,
} as const;

/** How much a line's waiting hurts, in points: its kind, its lateness, what we owe already, and whether he is going. */
export function hurtOf({ weight, daysLate, owed, lost }: Hurting): number {
  const late = daysLate === null ? 0 : points.late + points.dayLate * Math.min(Math.max(0, daysLate), points.mostDays);
  return points.weight * weight + late + points.owed * Math.min(owed, points.mostOwed) + (lost ? points.lost : 0);
}
