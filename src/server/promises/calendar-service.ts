import type { Call } from '../platform/area.ts';
import type { WorkCalendar } from '../platform/calendar/working-rules.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import type { Entry } from './entry.ts';

/** The working calendars of the keepers of these entries. */
export async function calendarsFor(
  call: Pick<Call, 'tx'>,
  entries: readonly Pick<Entry, 'keeper_department'>[],
): Promise<(entry: Pick<Entry, 'keeper_department'>) => WorkCalendar | undefined> {
  if (entries.length === 0) return () => undefined;
  const { zone, working_week: week } = await requireOrganisation(call.tx);
  const calendar: WorkCalendar = { zone, week, isFree: () => false };
  return () => calendar;
}
