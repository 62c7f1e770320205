import type { Call } from '../platform/area.ts';
import type { WorkCalendar } from '../platform/calendar/working-rules.ts';
import { calendarsOf } from '../staff/calendar-service.ts';
import type { Entry } from './entry.ts';

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The working calendars of the keepers of these entries: their department's, else the house's. */
export async function calendarsFor(
  call: Pick<Call, 'tx'>,
  entries: readonly Pick<Entry, 'keeper_department'>[],
): Promise<(entry: Pick<Entry, 'keeper_department'>) => WorkCalendar | undefined> {
  if (entries.length === 0) return () => undefined;
  const ids = entries.flatMap(({ keeper_department: told }) => (told !== null && uuidForm.test(told) ? [told] : []));
  const calendars = await calendarsOf(call, [...new Set(ids)]);
  return ({ keeper_department }) => calendars.of(keeper_department);
}
