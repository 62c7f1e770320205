import { captureSourceId } from '../memory/remembering.ts';
import type { Call } from '../platform/area.ts';
import { digestId } from '../platform/ids.ts';
import type { Entry, Telling } from './entry.ts';
import {
  type EntryKey,
  eraseEntries,
  listDepartmentKeys,
  listKnown,
  listOthers,
  type RungEntry,
} from './entry-store.ts';
import { listEventsOf } from './event-store.ts';
import { emptyEntry, toldTo } from './ledger-rules.ts';
import { type Change, enter, hold } from './ledger-service.ts';
import { cut } from './said-rules.ts';
import { tellingOf, withdrawnName } from './telling-rules.ts';

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id under which a promise of this number is entered; a number that is one of our own ids is that. */
export function promiseIdOf(ref: string): string {
  return uuidForm.test(ref) ? ref.toLowerCase() : digestId(`promise ${ref}`);
}

/** The id of a promise whose number another source uses for another promise of the same customer. */
function secondIdOf(telling: Telling): string {
  return digestId(`promise ${telling.sourceId} ${telling.ref}`);
}

/** Entries on the way to be told: those that are there, and what became of each. */
interface Book {
  readonly before: Map<string, RungEntry>;
  readonly after: Map<string, Entry>;
  /** Who is read as one with a customer, beside himself. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** Those that are told anew from the beginning: they may come out as they were. */
  readonly anew: ReadonlySet<string>;
}

/**
 * Enters what events tell, in the order in which they happened: makings find results that came before them, results the
 * promise among all that are read as one customer. Set-based; what it was told before changes nothing.
 */
export async function apply(call: Call, tellings: readonly Telling[], fresh: readonly RungEntry[] = []): Promise<void> {
  if (tellings.length === 0 && fresh.length === 0) return;
  const told = await withDepartments(call, tellings);
  const book = await openBook(call, told, fresh);
  const standing = standingOf(told, await listTakenBack(call, told));
  for (const telling of standing.toSorted(byTime)) applyOne(book, telling);
  await close(call, book);
}

/**
 * What takes back results that were written by hand, read once their promises are held: the hand is ahead of the ear, so
 * a result may be heard when it no longer stands.
 */
async function listTakenBack(call: Call, tellings: readonly Telling[]): Promise<readonly Telling[]> {
  const byHand = tellings.filter((one) => one.what === 'result' && one.sourceId === captureSourceId);
  const customers = [...new Set(byHand.map((one) => one.customerId))];
  const events = await listEventsOf(call.tx, customers, [withdrawnName]);
  return events.flatMap((event) => {
    const telling = tellingOf(event);
    return telling === undefined || 'unreadable' in telling ? [] : [telling];
  });
}

/** Without results that were taken back. */
function standingOf(tellings: readonly Telling[], takenBack: readonly Telling[]): readonly Telling[] {
  const all = [...tellings, ...takenBack];
  const withdrawn = new Set(all.flatMap((one) => (one.what === 'withdrawn' ? [one.resultEventId] : [])));
  return withdrawn.size === 0
    ? tellings
    : tellings.filter((one) => one.what !== 'result' || !withdrawn.has(one.eventId));
}

function byTime(a: Telling, b: Telling): number {
  return a.at.getTime() - b.at.getTime() || (a.eventId < b.eventId ? -1 : 1);
}

async function openBook(call: Call, tellings: readonly Telling[], fresh: readonly RungEntry[]): Promise<Book> {
  const rows = await listOthers(call.tx, [...new Set(tellings.map((telling) => telling.customerId))]);
  const others = new Map(
    [...Map.groupBy(rows, (row) => row.asked_id)].map(([id, own]) => [id, own.map((row) => row.customer_id)]),
  );
  const wanted = tellings.flatMap((telling) =>
    idsOf(telling).flatMap((promiseId) => membersOf(others, telling).map((customerId) => ({ customerId, promiseId }))),
  );
  // Of the numbers that a telling may mean most are nobody's.
  const known = await listKnown(call.tx, wanted);
  const before = new Map(
    (await hold(call, [...known, ...fresh.map(keyOf)])).map((entry) => [nameOf(keyOf(entry)), entry]),
  );
  const after = new Map<string, Entry>(before);
  for (const entry of fresh) after.set(nameOf(keyOf(entry)), entry);
  return { before, after, others, anew: new Set(fresh.map((entry) => nameOf(keyOf(entry)))) };
}

/** The customer of a telling, then all who are read as one with him. */
function membersOf(others: Book['others'], { customerId }: Telling): string[] {
  return [customerId, ...(others.get(customerId) ?? [])];
}

function idsOf(telling: Telling): string[] {
  return [promiseIdOf(telling.ref), secondIdOf(telling)];
}

function keyOf(entry: Entry): EntryKey {
  return { customerId: entry.customer_id, promiseId: entry.promise_id };
}

function nameOf(key: EntryKey): string {
  return `${key.customerId} ${key.promiseId}`;
}

function applyOne(book: Book, telling: Telling): void {
  const entry = placeOf(book, telling);
  if (entry === undefined) return;
  const name = nameOf(keyOf(entry));
  book.after.set(name, toldTo(entry, telling, promiseIdOf));
}

/**
 * The entry that a telling is about, among all that are read as one customer, or a new one of his own: the one that the
 * same source made under this number, else (of a result, a change, a release) any that was made, else what was told of
 * it before its making. Of another source's making under the same number, a second one.
 */
function placeOf(book: Book, telling: Telling): Entry | undefined {
  const found = idsOf(telling).flatMap((promiseId) =>
    membersOf(book.others, telling).flatMap((customerId) => book.after.get(nameOf({ customerId, promiseId })) ?? []),
  );
  const made = found.filter((entry) => entry.made_at !== null);
  const same = made.find((entry) => entry.source_id === telling.sourceId);
  if (same !== undefined) return same;
  const own = (promiseId: string) =>
    book.after.get(nameOf({ customerId: telling.customerId, promiseId })) ?? emptyEntry(telling, promiseId);
  if (telling.what === 'made' && made.some((entry) => entry.customer_id === telling.customerId)) {
    return own(secondIdOf(telling));
  }
  const told = found.find((entry) => entry.made_at === null && !isEmpty(entry));
  if (telling.what === 'made') return told ?? own(promiseIdOf(telling.ref));
  if (made[0] !== undefined) return made[0];
  if (told !== undefined) return told;
  return telling.what === 'result' && !telling.alone ? undefined : own(promiseIdOf(telling.ref));
}

/** True while no event told anything of it. */
function isEmpty(entry: Entry): boolean {
  const { made_at, result_at, renegotiated_at, released_at, felt_at } = entry;
  return [made_at, result_at, renegotiated_at, released_at, felt_at].every((at) => at === null);
}

async function close(call: Call, book: Book): Promise<void> {
  const changes: Change[] = [];
  const gone: RungEntry[] = [];
  for (const [name, after] of book.after) {
    const before = book.before.get(name);
    if (isEmpty(after) && after.state === 'unexpected') {
      if (before !== undefined) gone.push(before);
    } else if (after !== before && !(book.anew.has(name) && isSame(before, after)))
      changes.push({ before, after, rung: before?.rung ?? [] });
  }
  await enter(call, changes);
  await strike(call, gone);
}

/** Taken out with their counts and what they made somebody await: nothing stands behind them any more. */
async function strike(call: Call, gone: readonly RungEntry[]): Promise<void> {
  if (gone.length === 0) return;
  await enter(
    call,
    gone.map((before) => ({ before, after: { ...before, state: 'dismissed' as const }, rung: before.rung })),
  );
  await eraseEntries(call.tx, gone.map(keyOf));
}

function isSame(before: RungEntry | undefined, after: Entry): boolean {
  if (before === undefined) return false;
  const { rung, version, ...one } = before;
  const { version: _version, ...other } = after;
  return JSON.stringify({ ...other, rung: undefined }) === JSON.stringify({ ...one, rung: undefined });
}

/** Departments told by their key become that department; others stay as told. */
async function withDepartments(call: Call, tellings: readonly Telling[]): Promise<Telling[]> {
  const made = tellings.filter((telling) => telling.what === 'made');
  const keys = new Set(made.flatMap((one) => [one.maker_department, one.keeper_department]));
  keys.delete(null);
  if (keys.size === 0) return [...tellings];
  const rows = await listDepartmentKeys(
    call.tx,
    [...keys].filter((key) => key !== null),
  );
  const ids = new Map(rows.map((row) => [row.key, row.id]));
  const idOf = (told: string | null) => (told === null ? null : (ids.get(told) ?? cut(told, 200)));
  return tellings.map((telling) =>
    telling.what === 'made'
      ? {
          ...telling,
          maker_department: idOf(telling.maker_department),
          keeper_department: idOf(telling.keeper_department),
        }
      : telling,
  );
}
