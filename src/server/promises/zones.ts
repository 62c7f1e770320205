import type { Call, House } from '../platform/area.ts';
import { recomputed } from '../platform/calendar/local-rules.ts';
import { tzVersion } from '../platform/calendar/zone-data.ts';
import { openCall } from '../platform/http/call.ts';
import { systemActor } from '../platform/http/gate.ts';
import { stepOf } from './act-service.ts';
import type { Entry } from './entry.ts';
import { standing } from './ledger-rules.ts';
import { enter, hold } from './ledger-service.ts';
import type { Step } from './side-store.ts';
import { findSetting } from './side-store.ts';
import { type Dated, listDueAfter, saveZoneData } from './zone-store.ts';

const atOnce = 500;

/**
 * Where the law of the time zones changed since due instants were last computed, computes the open ones that are still
 * to come anew from their local text. What is past stays as it was; what moved says so in its history.
 */
export async function followZones(house: House, version = tzVersion()): Promise<number> {
  const known = await findSetting(house.database.read);
  if (known?.zone_data === version) return 0;
  let moved = 0;
  let after: { at: Date; promiseId: string } | undefined;
  do {
    after = await house.database.transaction(async (tx) => {
      const book = openCall({
        tx,
        actor: systemActor('promises.zones'),
        purpose: 'service',
        verb: 'promises.zones',
        address: '',
        house,
      });
      const page = await listDueAfter(tx, book.call.now, after, atOnce);
      moved += await recompute(book.call, page);
      await book.flushEvents();
      const last = page.at(-1);
      return page.length < atOnce || last === undefined ? undefined : { at: last.due_at, promiseId: last.promise_id };
    });
  } while (after !== undefined);
  await house.database.transaction((tx) => saveZoneData(tx, version));
  return moved;
}

/** Most stand as they were: only those that move are held, and looked at again. */
async function recompute(call: Call, page: readonly Dated[]): Promise<number> {
  const moving = page.filter((entry) => readAnew(entry, call.now) !== undefined);
  if (moving.length === 0) return 0;
  const steps: Step[] = [];
  const keys = moving.map((entry) => ({ customerId: entry.customer_id, promiseId: entry.promise_id }));
  const changes = (await hold(call, keys)).flatMap((before) => {
    const moved = readAnew(before, call.now);
    if (moved === undefined) return [];
    const after = { ...before, ...moved, due_note: 'moved' };
    steps.push(
      stepOf(call, before, 'recomputed', { from: before.due_at?.toISOString(), to: after.due_at?.toISOString() }),
    );
    return [{ before, after: standing(after), rung: before.rung }];
  });
  await enter(call, changes, { steps });
  return changes.length;
}

type Instants = Pick<Entry, 'due_at' | 'adequate_at' | 'desired_at'>;

/** The instants of an open entry whose due is still to come, by today's law; undefined where none moved. */
function readAnew(entry: Dated, now: Date): Instants | undefined {
  if (entry.state !== 'open' || entry.due_at === null || entry.due_at <= now) return undefined;
  const anew = (at: Date | null, local: string | null) => instantAnew(at, local, entry.zone, now);
  const due = anew(entry.due_at, entry.due_local);
  const adequate = anew(entry.adequate_at, entry.adequate_local);
  const desired = anew(entry.desired_at, entry.desired_local);
  if (due === entry.due_at && adequate === entry.adequate_at && desired === entry.desired_at) return undefined;
  return { due_at: due, adequate_at: adequate, desired_at: desired };
}

function instantAnew(at: Date | null, local: string | null, zone: string, now: Date): Date | null {
  if (at === null || local === null) return at;
  const read = recomputed({ local, zone, at }, now);
  return read === undefined || !read.moved ? at : read.at;
}
