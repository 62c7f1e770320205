const minuteMs = 60_000;
/** A letter that could not be sent for so long has failed, in milliseconds: five days. */
const longestMs = 5 * 86_400_000;
/** Between two tries at most six hours. */
const longestPauseMs = 6 * 60 * minuteMs;

/** How long to wait after so many tries: a minute, twice that each time, six hours at most; in milliseconds. */
export function pauseAfter(tries: number): number {
  return Math.min(longestPauseMs, minuteMs * 2 ** Math.min(20, Math.max(0, tries - 1)));
}

/** What becomes of a letter that did not go. */
export function afterTrouble(
  letter: { readonly tries: number; readonly madeMs: number },
  trouble: { readonly forGood: boolean },
  nowMs: number,
): { readonly state: 'waiting' | 'failed'; readonly nextMs: number } {
  const nextMs = nowMs + pauseAfter(letter.tries);
  return { state: trouble.forGood || nextMs - letter.madeMs > longestMs ? 'failed' : 'waiting', nextMs };
}
