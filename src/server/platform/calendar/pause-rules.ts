/** A stretch in which a clock stands still; without an end it still does. */
export interface Pause {
  readonly from: Date;
  readonly until: Date | undefined;
}

/** A pause in ms; `until` is infinite while it lasts. */
export interface PauseMs {
  readonly from: number;
  readonly until: number;
}

/** The pauses from an instant (ms) on, in order; those that touch or overlap are one, those without length are none. */
export function pausesFrom(start: number, pauses: readonly Pause[]): readonly PauseMs[] {
  const sorted = pauses
    .map(({ from, until }) => ({
      from: Math.max(from.getTime(), start),
      until: until?.getTime() ?? Number.POSITIVE_INFINITY,
    }))
    .filter((one) => one.until > one.from)
    .toSorted((a, b) => a.from - b.from);
  const merged: { from: number; until: number }[] = [];
  for (const one of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && one.from <= last.until) last.until = Math.max(last.until, one.until);
    else merged.push({ ...one });
  }
  return merged;
}

/** What is left of a stretch (ms) without its pauses. */
export function runningSpans(from: number, to: number, pauses: readonly Pause[]): readonly PauseMs[] {
  const spans: PauseMs[] = [];
  let at = from;
  for (const pause of pausesFrom(from, pauses)) {
    if (pause.from >= to) break;
    if (pause.from > at) spans.push({ from: at, until: pause.from });
    at = pause.until;
  }
  if (at < to) spans.push({ from: at, until: to });
  return spans;
}

/** Minutes (with their fraction) from one instant to another without the pauses; 0 where the second is no later. */
export function elapsedBetween(from: Date, to: Date, pauses: readonly Pause[] = []): number {
  const spans = runningSpans(from.getTime(), to.getTime(), pauses);
  return spans.reduce((sum, one) => sum + one.until - one.from, 0) / 60_000;
}
