/** The steps of a chart over time: every month (`2026-11`) or, past two years, every year. */
export interface Span {
  readonly by: 'month' | 'year';
  readonly steps: readonly string[];
}

const mostMonths = 24;

/** From the first to the last month without holes; months in any order. */
export function spanOfMonths(months: readonly string[]): Span {
  const sorted = months.toSorted();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return { by: 'month', steps: [] };
  const count = placeOf(last) - placeOf(first) + 1;
  if (count <= mostMonths)
    return { by: 'month', steps: Array.from({ length: count }, (_, step) => monthAt(placeOf(first) + step)) };
  const year = Number(first.slice(0, 4));
  const years = Number(last.slice(0, 4)) - year + 1;
  return { by: 'year', steps: Array.from({ length: years }, (_, step) => String(year + step)) };
}

function placeOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(place: number): string {
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
}
