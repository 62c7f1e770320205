import type { Call } from '../platform/area.ts';
import { later } from '../platform/calendar/later-rules.ts';
import { dateOf } from '../platform/calendar/local-rules.ts';
import { requireOrganisation } from '../staff/house-service.ts';

/** A period of the house's days, the first and the last included. */
export interface Period {
  readonly since: string;
  readonly until: string;
}

/** The period that is asked for; until today, and so many days long, where nothing else is said. */
export async function periodOf(
  call: Pick<Call, 'tx' | 'now'>,
  asked: { readonly since?: string | undefined; readonly until?: string | undefined },
  days: number,
): Promise<Period> {
  const { zone } = await requireOrganisation(call.tx);
  return {
    since: asked.since ?? dateOf(later(call.now, -(days - 1) * 86_400_000), zone),
    until: asked.until ?? dateOf(call.now, zone),
  };
}
