import type { Call } from '../platform/area.ts';
import { atLocal } from '../platform/calendar/local-rules.ts';
import { refuse } from '../platform/refuse.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import type { Moment } from './entry.ts';

/** A due as somebody writes it: still to come, in a zone. Refuses `promise.due-in-past`, `request.invalid`. */
export function dueOf(call: Call, local: string, zone: string): Moment & { readonly local: string } {
  const read = atLocal(local, zone);
  if (read === undefined) return refuse('request.invalid', { errors: [{ path: 'due', code: 'date.none' }] });
  if (read.at <= call.now) refuse('promise.due-in-past');
  return { at: read.at, local, note: read.note ?? null };
}

/** The zone in which a promise is due: as said, else the house's. */
export async function zoneFor(call: Call, zone: string | undefined): Promise<string> {
  return zone ?? (await requireOrganisation(call.tx)).zone;
}
