import type { Call } from '../platform/area.ts';
import { troubleOf } from '../platform/database/open.ts';
import { savepoint } from '../platform/database/savepoint.ts';
import { sha256 } from '../platform/ids.ts';
import { Refusal } from '../platform/refuse.ts';
import type { WholeEvent } from './import-group-rules.ts';
import type { ErrorRow } from './import-store.ts';
import type { SegmentMessage } from './segment-message.ts';
import { type Item, type Taken, type TakenIn, takeInWith } from './take-in.ts';
import type { SourceTerms } from './telling-rules.ts';

/** What taking a chunk's events brought. */
export interface ChunkTaken {
  readonly remembered: number;
  readonly duplicates: number;
  readonly refused: readonly ErrorRow[];
  readonly batches: readonly TakenIn[];
}

const conflict = 'event.same-id-other-content';

/**
 * Takes the events of a chunk in, in the caller's transaction. The same key with other content is an update where it
 * identifies a customer, a further event where the mapping says so, else refused with all its rows.
 */
export async function takeChunk(
  call: Call,
  source: SourceTerms,
  events: readonly WholeEvent[],
  options: { importId: string; careful: boolean },
): Promise<ChunkTaken> {
  const batches: TakenIn[] = [];
  const take = async (items: readonly Item[], first: boolean): Promise<readonly Taken[]> => {
    if (items.length === 0) return [];
    if (options.careful) return takeOneByOne(call, source, items, options.importId, batches);
    const batch = await takeInWith(call, source, items, {
      importId: options.importId,
      keepRefused: false,
      uncounted: true,
      first,
    });
    batches.push(batch);
    return batch.taken;
  };
  const taken = [
    ...(await take(
      events.map((event) => itemOf(event.message)),
      true,
    )),
  ];
  const changed = events.flatMap((event, at) => (isChange(taken[at], event) ? [at] : []));
  const again = await take(
    changed.map((at) => itemOf(changedMessage(events[at]?.message))),
    false,
  );
  for (const [index, at] of changed.entries()) {
    const outcome = again[index];
    if (outcome !== undefined) taken[at] = outcome;
  }
  return {
    remembered: taken.filter((one) => one.outcome === 'remembered').length,
    duplicates: taken.filter((one) => one.outcome === 'duplicate').length,
    refused: events.flatMap((event, at) => refusedRows(event, taken[at])),
    batches,
  };
}

/** One event after the other, each undone alone when the database will not have it: one bad row must not stop a file. */
async function takeOneByOne(
  call: Call,
  source: SourceTerms,
  items: readonly Item[],
  importId: string,
  batches: TakenIn[],
): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const item of items) {
    let one: Taken = { outcome: 'refused', code: 'other', detail: '' };
    const error = await savepoint(call.tx, async () => {
      const batch = await takeInWith(call, source, [item], { importId, keepRefused: false, uncounted: true });
      one = batch.taken[0] ?? one;
      batches.push(batch);
    });
    // What only came at a bad moment is no fault of the row: the whole chunk is tried again.
    if (error instanceof Refusal || troubleOf(error) !== undefined) throw error;
    taken.push(error === undefined ? one : { outcome: 'refused', code: 'other', detail: '' });
  }
  return taken;
}

function itemOf(message: SegmentMessage): Item {
  return { message, raw: JSON.stringify(message) };
}

function isChange(taken: Taken | undefined, event: WholeEvent): boolean {
  if (taken?.outcome !== 'refused' || taken.code !== conflict) return false;
  return event.message.type === 'identify' || event.onChange === 'correct';
}

/** The message under a key of its own: that of its record, with its content. */
function changedMessage(message: SegmentMessage | undefined): SegmentMessage {
  if (message === undefined) throw new Error('a changed message is there');
  const content = sha256(JSON.stringify(message)).toString('hex').slice(0, 16);
  const messageId = `${message.messageId?.slice(0, 480)}#${content}`;
  if (message.type === 'identify') return { ...message, messageId };
  return { ...message, messageId, properties: { ...message.properties, corrects: message.messageId } };
}

function refusedRows(event: WholeEvent, taken: Taken | undefined): ErrorRow[] {
  if (taken === undefined || taken.outcome !== 'refused') return [];
  const { code, detail } = taken;
  return event.rows.map((row) => ({
    row_no: row.no,
    line_no: row.line,
    level: 'error',
    code,
    detail,
    cells: row.cells,
  }));
}
