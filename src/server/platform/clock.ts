/** The only place that asks what time it is; tests hand in another. */
export interface Clock {
  /** This instant. */
  now(): Date;
}

/** The machine's own clock. */
export const machineClock: Clock = { now: () => new Date() };

/** An instant from its ISO text or its milliseconds since 1970. */
export function instantOf(value: string | number): Date {
  return new Date(value);
}

/** Milliseconds for measuring how long something takes; unrelated to the calendar. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
