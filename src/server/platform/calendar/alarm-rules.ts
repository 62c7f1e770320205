import { instantOf } from '../clock.ts';
import { afterWorkingMs, type WorkCalendar, workingMs } from './working-rules.ts';

/**
 * The instants at shares (0 to 1) of the time from `from` to `due`, ascending, each once, none at or outside the two ends.
 * With a calendar the shares are of its working time, where there is any: nobody is warned at night.
 */
export function alarmsBetween(from: Date, due: Date, shares: readonly number[], calendar?: WorkCalendar): Date[] {
  const [begins, ends] = [from.getTime(), due.getTime()];
  const working = calendar === undefined ? 0 : workingMs(begins, ends, calendar);
  const at = (share: number) =>
    calendar !== undefined && working > 0
      ? (afterWorkingMs(begins, Math.round(working * share), calendar) ?? ends)
      : begins + Math.round((ends - begins) * share);
  const instants = new Set(shares.map(at).filter((ms) => ms > begins && ms < ends));
  return [...instants].toSorted((a, b) => a - b).map((ms) => instantOf(ms));
}
