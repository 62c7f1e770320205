import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as people from '../../shared/staff-people.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { insertChange, listChanges } from './people-store.ts';

/** Writes down who changed what here: `subject` is `person:<id>`, `department:<id>`, `key:<id>` or `organisation`. */
export async function note(
  call: Call,
  subject: string,
  before: object | null,
  after: object | null,
  actor: string = call.actor.name,
): Promise<void> {
  await insertChange(call.tx, { id: newId(), at: call.now, actor, what: call.verb, subject, before, after });
}

/** Reads the history. */
export async function changes(
  call: Call,
  input: InputOf<typeof people.changes>,
): Promise<ReplyOf<typeof people.changes>> {
  const after = input.cursor === undefined ? undefined : placeOf(input.cursor);
  const rows = await listChanges(call.tx, { subject: input.subject, after, limit: input.limit + 1 });
  const shown = rows.slice(0, input.limit);
  return {
    changes: shown.map((row) => ({ ...row, at: row.at.toISOString() })),
    next: rows.length > input.limit ? (shown.at(-1)?.change_id ?? null) : null,
  };
}

function placeOf(cursor: string): string {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(cursor)) refuse('request.bad-cursor');
  return cursor;
}
