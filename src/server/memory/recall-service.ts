import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import {
  brief as briefShape,
  type recall as recallContract,
  type TimelineEvent,
  type timeline as timelineContract,
} from '../../shared/memory.ts';
import { members } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { eventIdFloor } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import { type EventRow, findRecall, listEvents } from './recall-store.ts';

/** The brief and the last events of a customer, in one round trip. Refuses `record.not-found`. */
export async function recall(
  call: Call,
  input: InputOf<typeof recallContract>,
): Promise<ReplyOf<typeof recallContract>> {
  const row = await findRecall(call.tx, input.customer_id, input.limit + 1);
  if (row === undefined) refuse('record.not-found');
  call.use(row.member_ids);
  return { brief: briefShape.parse(row.brief), ...pageOf(call, row.events, input.limit) };
}

/** A further page of the timeline. Refuses `record.not-found`, `request.bad-cursor`. */
export async function timeline(
  call: Call,
  input: InputOf<typeof timelineContract>,
): Promise<ReplyOf<typeof timelineContract>> {
  const ids = await members(call, input.customer_id);
  const before =
    input.cursor === undefined ? undefined : openCursor('timeline', input.cursor, secretOf(call.house.config))[0];
  const until = input.until === undefined ? undefined : eventIdFloor(Date.parse(input.until));
  const filter = {
    ...input,
    from: input.since === undefined ? undefined : eventIdFloor(Date.parse(input.since)),
    before: before !== undefined && (until === undefined || before < until) ? before : until,
  };
  return pageOf(call, await listEvents(call.tx, ids.all, filter, input.limit + 1), input.limit);
}

function pageOf(call: Call, rows: readonly EventRow[], limit: number) {
  const events = rows.slice(0, limit).map(shown);
  const last = events.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { events, next: more ? sealCursor('timeline', [last.event_id], secretOf(call.house.config)) : null };
}

function shown(row: EventRow): TimelineEvent {
  return row;
}
