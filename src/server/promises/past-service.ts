import type { Call } from '../platform/area.ts';
import { lockCursor } from '../platform/database/outbox-store.ts';
import { eventIdFloor } from '../platform/ids.ts';
import { apply } from './apply-service.ts';
import { listEvents } from './event-store.ts';
import { ledgerListener } from './hear-service.ts';
import { listMade, listPiece } from './past-store.ts';
import { lastEventId, standingsInForce } from './standing-rules.ts';
import { standingTellings } from './standing-service.ts';
import { lockPast, type PastRow, savePast } from './standing-store.ts';
import type { EventKey } from './unread-store.ts';

/**
 * Opens a standing promise for the next events that were heard before it was published, looking so many through, and
 * notes how far it came; how many were opened, undefined where nothing is to be looked through.
 */
export async function openPiece(call: Call, limit: number): Promise<number | undefined> {
  const row = await lockPast(call.tx);
  if (row === undefined || row.past_before === null) return undefined;
  const until = row.ended_at === null ? lastEventId : eventIdFloor(row.ended_at.getTime());
  const piece = await listPiece(call.tx, {
    after: row.past_to ?? eventIdFloor(row.in_force_at.getTime()),
    until,
    name: row.rule.opens.event,
    heardBefore: row.past_before,
    limit,
  });
  const opened = piece.fitting.length === 0 ? 0 : await open(call, row, piece.fitting);
  const isDone = piece.looked < limit;
  await savePast(call.tx, {
    ...row,
    past_state: isDone ? 'done' : 'running',
    past_to: isDone ? lastEventId : (piece.last ?? row.past_to),
    past_opened: row.past_opened + opened,
  });
  return opened;
}

async function open(call: Call, row: PastRow, keys: readonly EventKey[]): Promise<number> {
  // Whoever hears waits meanwhile: two who enter the same promise at once would count it twice.
  await lockCursor(call.tx, ledgerListener.name, true);
  const made = await listMade(call.tx, row.standing_id, keys);
  const fresh = keys.filter((key) => !made.has(key.eventId));
  const events = await listEvents(call.tx, fresh, [row.rule.opens.event]);
  await apply(call, await standingTellings(call, events, standingsInForce([row])));
  return (await listMade(call.tx, row.standing_id, fresh)).size;
}
