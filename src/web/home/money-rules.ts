/** Minor units as a number of the currency's major unit, for a chart only: sums stay in minor units. */
export function majorOf(minor: number, currency: string): number {
  const { maximumFractionDigits: digits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return minor / 10 ** (digits ?? 2);
}

/** Every month from the first to the last (`2026-01`), so that a month without sales is a gap that one sees. */
export function monthsOf(months: readonly string[]): readonly string[] {
  const known = months.map((month) => month.slice(0, 7)).toSorted();
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  for (let month = first; month <= last && all.length < 1200; month = nextMonth(month)) all.push(month);
  return all;
}

function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
