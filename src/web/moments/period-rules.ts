import { instantOf } from '../platform/clock.ts';

/** A calendar day so many days later. */
export function dayAfter(day: string, days: number): string {
  const at = instantOf(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Every month from the first to the last that is told (`2026-01`): one without moments is a gap that one sees. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const all: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7) && all.length < 240; month = monthAfter(month)) {
    all.push(month);
  }
  return all;
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
