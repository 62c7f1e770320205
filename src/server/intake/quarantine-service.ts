import { z } from 'zod';
import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type { drop as dropContract, quarantine as listContract, retry as retryContract } from '../../shared/intake.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import {
  countWaiting,
  listQuarantine,
  moveTally,
  requireQuarantined,
  saveSettled,
  saveTried,
} from './quarantine-store.ts';
import { segmentMessage } from './segment-message.ts';
import { termsOf } from './source-service.ts';
import { findSource } from './source-store.ts';
import { type Item, type Taken, takeInWith } from './take-in.ts';
import { insertQuarantine, insertTally } from './take-in-store.ts';
import type { SourceTerms } from './telling-rules.ts';

/** What waits, newest first. */
export async function quarantine(
  call: Call,
  input: InputOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  const { cursor, ...filter } = input;
  const secret = secretOf(call.house.config);
  const [at, id] = cursor === undefined ? [] : openCursor('intake.quarantine', cursor, secret);
  const after = at === undefined || id === undefined ? undefined : { at, id };
  const rows = await listQuarantine(call.tx, { ...filter, after, limit: input.limit + 1 });
  const items = rows.slice(0, input.limit).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = items.at(-1);
  const goesOn = last !== undefined && rows.length > items.length;
  return {
    items,
    waiting: await countWaiting(call.tx, input.source_id),
    next: goesOn ? sealCursor('intake.quarantine', [last.at, last.quarantine_id], secret) : null,
  };
}

/** Tries items again under today's rules; counts move from quarantined to remembered or duplicate. */
export async function retry(call: Call, input: InputOf<typeof retryContract>): Promise<ReplyOf<typeof retryContract>> {
  const source = await findSource(call.tx, input.source_id);
  if (source === undefined) refuse('record.not-found');
  const rows = await requireQuarantined(call.tx, input.source_id, input.quarantine_ids);
  const terms = await termsOf(call, source);
  const readable = rows.flatMap((row) => {
    const item = itemOf(row.raw);
    return item === undefined ? [] : [{ row, item }];
  });
  const { taken } = await takeInWith(
    call,
    terms,
    readable.map(({ item }) => item),
    { keepRefused: false, uncounted: true },
  );
  const done = readable.filter((_one, at) => taken[at]?.outcome !== 'refused');
  const remembered = taken.filter((one) => one.outcome === 'remembered').length;
  await saveSettled(
    call.tx,
    input.source_id,
    done.map(({ row }) => row.quarantine_id),
    {
      state: 'remembered',
      at: call.now,
      by: call.actor.name,
    },
  );
  await saveTried(
    call.tx,
    input.source_id,
    rows.map((row) => row.quarantine_id),
  );
  await moveTally(call.tx, {
    tallyId: newId(),
    sourceId: input.source_id,
    at: call.now,
    remembered,
    duplicate: done.length - remembered,
  });
  return { remembered: done.length, still_waiting: rows.length - done.length };
}

/** Sets items aside for good; they stay readable. */
export async function drop(call: Call, input: InputOf<typeof dropContract>): Promise<ReplyOf<typeof dropContract>> {
  const rows = await requireQuarantined(call.tx, input.source_id, input.quarantine_ids);
  const ids = rows.map((row) => row.quarantine_id);
  await saveSettled(call.tx, input.source_id, ids, { state: 'dropped', at: call.now, by: call.actor.name });
  return { dropped: ids.length };
}

/** Keeps items that the database would not take, counted as quarantined. */
export async function keepAside(call: Call, source: SourceTerms, items: readonly Item[]): Promise<Taken[]> {
  const code = 'event.not-storable';
  const rows = items.map((item) => ({
    quarantineId: newId(),
    code,
    detail: '',
    raw: item.raw.replaceAll('\u0000', '\\u0000'),
  }));
  await insertQuarantine(call.tx, source.sourceId, rows, call.now);
  await insertTally(call.tx, {
    tallyId: newId(),
    sourceId: source.sourceId,
    at: call.now,
    remembered: 0,
    duplicate: 0,
    quarantined: items.length,
    importId: undefined,
  });
  return items.map(() => ({ outcome: 'refused', code, detail: '' }));
}

/** Keeps things that are no messages of the Spec, counted as quarantined. */
export async function keepUnread(
  call: Call,
  sourceId: string,
  things: readonly { raw: string; code: string; detail: string }[],
): Promise<void> {
  if (things.length === 0) return;
  await insertQuarantine(
    call.tx,
    sourceId,
    things.map((thing) => ({ ...thing, quarantineId: newId() })),
    call.now,
  );
  await insertTally(call.tx, {
    tallyId: newId(),
    sourceId,
    at: call.now,
    remembered: 0,
    duplicate: 0,
    quarantined: things.length,
    importId: undefined,
  });
}

const anything = z.unknown();

function itemOf(raw: string): Item | undefined {
  try {
    const read = segmentMessage.safeParse(anything.parse(JSON.parse(raw)));
    return read.success ? { message: read.data, raw } : undefined;
  } catch {
    return undefined;
  }
}
