import { instantOf, now } from '../platform/clock.ts';

interface Due {
  readonly due_at: string | null;
  readonly due_local: string | null;
  readonly zone: string;
}

/** A due as it is said: "Friday, 27 November", with the time where one was promised and the zone where it is not the reader's. */
export function sayDue(due: Due, locale: string, readerZone: string): string | undefined {
  if (due.due_local?.length === 10) return sayDay(due.due_local, locale);
  if (due.due_at === null) return undefined;
  const foreign = due.zone === readerZone ? {} : { timeZoneName: 'short' as const };
  const minute = { hour: '2-digit', minute: '2-digit', timeZone: due.zone, ...foreign } as const;
  return new Intl.DateTimeFormat(locale, { ...dayOf(due.due_at), ...minute }).format(instantOf(due.due_at));
}

/** A local day, or a day and time, as somebody wrote it. */
export function sayWhen(local: string, locale: string): string {
  if (local.length === 10) return sayDay(local, locale);
  const minute = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, { ...dayOf(local), ...minute }).format(instantOf(`${local.slice(0, 16)}:00Z`));
}

function sayDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { ...dayOf(day), timeZone: 'UTC' }).format(instantOf(`${day}T00:00:00Z`));
}

/** The year is said where it is another than this one. */
function dayOf(text: string) {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return text.startsWith(String(now().getFullYear())) ? day : ({ ...day, year: 'numeric' } as const);
}
