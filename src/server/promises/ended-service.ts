import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { countEnded, type EndedRow } from './ended-store.ts';
import { localDay } from './ledger-rules.ts';

/** Twelve months until today, in the house's days. */
export async function lastYear(call: Pick<Call, 'tx' | 'now'>): Promise<{ since: string; until: string }> {
  const { zone } = await requireOrganisation(call.tx);
  const until = localDay(call.now, zone);
  const since = instantOf(`${until}T00:00:00Z`);
  since.setUTCFullYear(since.getUTCFullYear() - 1);
  return {
    since: instantOf(since.getTime() + 86_400_000)
      .toISOString()
      .slice(0, 10),
    until,
  };
}

/** How what was due in the last twelve months ended, in all and by standing promise, and what is open now. */
export async function endedLately(call: Pick<Call, 'tx' | 'now'>): Promise<EndedRow[]> {
  const { since, until } = await lastYear(call);
  return countEnded(call.tx, since, until);
}
