import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises-views.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { secretOf } from '../platform/secret.ts';
import { saidIn } from './said-rules.ts';
import { listUnread, type UnreadRow } from './unread-store.ts';

/** A page of the events that could not be read as promises. Refuses `request.bad-cursor`. */
export async function unread(
  call: Call,
  { cursor, limit }: InputOf<typeof contract.unread>,
): Promise<ReplyOf<typeof contract.unread>> {
  const secret = secretOf(call.house.config);
  const [at, eventId] = cursor === undefined ? [] : openCursor('promises.unread', cursor, secret);
  const after = at === undefined || eventId === undefined ? undefined : { at, eventId };
  const rows = await listUnread(call.tx, after, limit + 1);
  const page = rows.slice(0, limit);
  const events = page.flatMap(shown);
  call.use([...new Set(events.map((one) => one.customer_id))]);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    events,
    next: last === undefined ? null : sealCursor('promises.unread', [last.place_at, last.event_id], secret),
  };
}

/** Without what was taken out since: the ledger hears of that in a moment. */
function shown({ place_at: _place, payload, name, happened_at, heard_at, ...row }: UnreadRow): contract.UnreadEvent[] {
  if (name === null) return [];
  return [
    {
      ...row,
      name,
      words: saidIn({ payload }).words ?? row.words,
      happened_at: happened_at.toISOString(),
      heard_at: heard_at.toISOString(),
    },
  ];
}
