import { promisesChanged } from '../../shared/promises.ts';
import type { Call } from '../platform/area.ts';
import { untilHeld } from '../platform/database/savepoint.ts';
import { countTimers, holdTimers, saveTimers } from '../platform/database/timer-store.ts';
import { newId } from '../platform/ids.ts';
import { ringing } from './alarm-rules.ts';
import { awaitChanged } from './await-service.ts';
import { briefChanged } from './brief-service.ts';
import { calendarsFor } from './calendar-service.ts';
import type { Entry } from './entry.ts';
import { type EntryKey, listEntries, lockEntries, type RungEntry, saveEntries } from './entry-store.ts';
import { localDay } from './ledger-rules.ts';
import { lettersOf } from './letter-rules.ts';
import { queueLetters } from './letter-service.ts';
import { settingOf } from './setting-service.ts';
import { insertSteps, insertTallyMoves, type Step } from './side-store.ts';
import { tallyMoves } from './tally-rules.ts';

/** The room's name for timers, lines and tellings. */
export const room = 'promises';

/** How an entry was, how it is, and which alarms of it have rung by now. */
export interface Change {
  readonly before: RungEntry | undefined;
  readonly after: Entry;
  readonly rung: readonly string[];
}

/** When the alarms that ring now were to ring, by the promise's id. */
export type RangAt = ReadonlyMap<string, Date>;

/**
 * The entries of these keys, held with their timers until the transaction ends. A timer that was set while an entry was
 * waited for is not held, and whoever holds it may wait for that entry: then both are let go and held again in order.
 */
export async function hold(call: Call, keys: readonly EntryKey[]): Promise<RungEntry[]> {
  const sorted = once(keys);
  if (sorted.length === 0) return [];
  const timers = sorted.map((key) => ({ customerId: key.customerId, recordId: key.promiseId }));
  return untilHeld(call.tx, async () => {
    const held = await holdTimers(call.tx, room, timers);
    const entries = await lockEntries(call.tx, sorted);
    const isWhole = held === sorted.length || held === (await countTimers(call.tx, room, timers));
    return isWhole ? entries : undefined;
  });
}

/** Keys in the order in which everybody locks them, each once. */
function once(keys: readonly EntryKey[]): EntryKey[] {
  const byName = new Map(keys.map((key) => [`${key.customerId} ${key.promiseId}`, key]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
}

/**
 * Writes changed entries with all that follows from them, in the caller's transaction: what was done, the counts, when
 * each rings next, what awaits whom, the brief; tells `promises.changed` once a customer. The one way into the ledger.
 */
export async function enter(
  call: Call,
  changes: readonly Change[],
  more: { readonly steps?: readonly Step[]; readonly rangAt?: RangAt } = {},
): Promise<void> {
  if (changes.length === 0) return;
  const changed = changes.filter(({ before, after }) => after !== before);
  await saveEntries(call.tx, changed);
  await insertSteps(call.tx, more.steps ?? []);
  await insertTallyMoves(call.tx, newId(), tallyMoves(changes, settledDay));
  await setTimers(call, changes);
  await awaitChanged(call, changes, await outersOf(call, changes), more.rangAt);
  await queueLetters(call, changes.flatMap(lettersOf));
  await briefChanged(call, changed);
  for (const [customerId, own] of Map.groupBy(changed, ({ after }) => after.customer_id)) {
    call.append(promisesChanged, customerId, {
      promises: own.map(({ before, after }) => ({
        promise_id: after.promise_id,
        state: after.state,
        was: before?.state ?? null,
      })),
    });
  }
}

const ended: readonly string[] = ['kept', 'exceeded', 'broken'];

/** The local day on which an entry was settled. */
export function settledDay(entry: Entry): string | undefined {
  return entry.settled_at !== null && ended.includes(entry.state) ? localDay(entry.settled_at, entry.zone) : undefined;
}

async function setTimers(call: Call, changes: readonly Change[]): Promise<void> {
  const open = changes.filter(
    ({ after }) => after.state === 'open' && (after.due_at ?? after.heard_at) > after.heard_at,
  );
  const { alarm_shares } = await settingOf(call);
  const calendars = await calendarsFor(
    call,
    open.map((change) => change.after),
  );
  const next = new Map(
    open.map(({ after, rung }) => [
      after,
      // What has run out and not rung rings at once, by the clock.
      nextRing(ringing(after, alarm_shares, rung, call.now, calendars(after))),
    ]),
  );
  const touched = changes.filter(({ before, after }) => next.get(after) !== undefined || before?.state === 'open');
  await saveTimers(
    call.tx,
    room,
    touched.map(({ after }) => ({
      customerId: after.customer_id,
      recordId: after.promise_id,
      ringAt: next.get(after),
    })),
  );
}

function nextRing({ due, next }: ReturnType<typeof ringing>): Date | undefined {
  return due[0]?.at ?? next;
}

/** The promises that wait for changed ones, by their ids. */
async function outersOf(call: Call, changes: readonly Change[]): Promise<Map<string, RungEntry>> {
  const keys = changes.flatMap(({ after }) =>
    after.outer_id === null ? [] : [{ customerId: after.customer_id, promiseId: after.outer_id }],
  );
  return new Map((await listEntries(call.tx, keys)).map((entry) => [entry.promise_id, entry]));
}
