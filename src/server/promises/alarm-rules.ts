import { alarmsBetween } from '../platform/calendar/alarm-rules.ts';
import type { WorkCalendar } from '../platform/calendar/working-rules.ts';
import type { Entry } from './entry.ts';

/** An alarm of a promise: a share of its time is over, it is due and nothing came, or nobody accepted it. */
export interface Alarm {
  readonly kind: string;
  readonly at: Date;
}

/** The name of the alarm that rings when a promise is due and nothing came. */
export const breach = 'breach';

/** The alarm of a promise that nobody accepted, as it was last asked for. */
export function unacceptedOf(entry: Pick<Entry, 'asked_at'>): string {
  return `unaccepted@${entry.asked_at?.toISOString() ?? ''}`;
}

/**
 * Every alarm of an entry in order; none of what is settled, nobody promised, or was over before we heard of it. Shares
 * are of the keeper's working time where his calendar is given.
 */
export function alarmsOf(entry: Entry, shares: readonly number[], calendar?: WorkCalendar): Alarm[] {
  const { due_at: due, made_at: made } = entry;
  if (entry.state !== 'open' || due === null || made === null) return [];
  const alarms: Alarm[] = [{ kind: breach, at: due }];
  if (entry.owed_by === 'company' && entry.origin !== 'expectation') {
    for (const share of shares) {
      const [at] = alarmsBetween(made, due, [share / 100], calendar);
      if (at !== undefined) alarms.push({ kind: `share-${share}`, at });
    }
    if (entry.acceptance === 'asked' && entry.accept_by !== null)
      alarms.push({ kind: unacceptedOf(entry), at: entry.accept_by });
  }
  return alarms.filter((alarm) => alarm.at > entry.heard_at).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The alarms that are due and have not rung, and when the next one after them rings. */
export function ringing(
  entry: Entry,
  shares: readonly number[],
  rung: readonly string[],
  now: Date,
  calendar?: WorkCalendar,
): { due: Alarm[]; next: Date | undefined } {
  const left = alarmsOf(entry, shares, calendar).filter((alarm) => !rung.includes(alarm.kind));
  return { due: left.filter((alarm) => alarm.at <= now), next: left.find((alarm) => alarm.at > now)?.at };
}
