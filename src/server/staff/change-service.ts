import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as people from '../../shared/staff-people.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { newId } from '../platform/ids.ts';
import { secretOf } from '../platform/secret.ts';
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
  const secret = secretOf(call.house.config);
  const after = input.cursor === undefined ? undefined : openCursor('staff.changes', input.cursor, secret)[0];
  const rows = await listChanges(call.tx, { subject: input.subject, after, limit: input.limit + 1 });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    changes: shown.map((row) => ({ ...row, at: row.at.toISOString() })),
    next:
      last !== undefined && rows.length > shown.length ? sealCursor('staff.changes', [last.change_id], secret) : null,
  };
}
