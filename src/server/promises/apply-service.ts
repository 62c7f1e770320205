import type { Call } from '../platform/area.ts';
import { digestId } from '../platform/ids.ts';
import type { Entry, Telling } from './entry.ts';
import { type EntryKey, eraseEntries, listDepartmentKeys, listPlaces, type RungEntry } from './entry-store.ts';
import { emptyEntry, toldTo } from './ledger-rules.ts';
import { type Change, enter, hold } from './ledger-service.ts';

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
  /** Where, among those read as one, an entry of an id stands: `asked customer`, `id` to its customer. */
  readonly places: Map<string, string>;
}

/**
 * Enters what events tell, in the order in which they happened: makings find results that came before them, results the
 * promise among all that are read as one customer. Set-based; what it was told before changes nothing.
 */
export async function apply(call: Call, tellings: readonly Telling[], fresh: readonly RungEntry[] = []): Promise<void> {
  if (tellings.length === 0 && fresh.length === 0) return;
  const told = await withDepartments(call, tellings);
  const book = await openBook(call, told, fresh);
  for (const telling of told.toSorted(byTime)) applyOne(book, telling);
  await close(call, book, fresh);
}

function byTime(a: Telling, b: Telling): number {
  return a.at.getTime() - b.at.getTime() || (a.eventId < b.eventId ? -1 : 1);
}

async function openBook(call: Call, tellings: readonly Telling[], fresh: readonly RungEntry[]): Promise<Book> {
  const wanted = tellings.flatMap((telling) =>
    idsOf(telling).map((promiseId) => ({ customerId: telling.customerId, promiseId })),
  );
  const places = await listPlaces(call.tx, wanted);
  const keys = [
    ...wanted,
    ...places.map((place) => ({ customerId: place.customer_id, promiseId: place.promise_id })),
    ...fresh.map(keyOf),
  ];
  const before = new Map((await hold(call, keys)).map((entry) => [nameOf(keyOf(entry)), entry]));
  const after = new Map<string, Entry>(before);
  for (const entry of fresh) after.set(nameOf(keyOf(entry)), entry);
  return {
    before,
    after,
    places: new Map(places.map((place) => [`${place.asked_id} ${place.promise_id}`, place.customer_id])),
  };
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

/** The entry that a telling is about, or a new one; of another source's making under the same number, a second one. */
function placeOf(book: Book, telling: Telling): Entry | undefined {
  const found = idsOf(telling).flatMap((promiseId) => {
    const customerId = book.places.get(`${telling.customerId} ${promiseId}`) ?? telling.customerId;
    const entry = book.after.get(nameOf({ customerId, promiseId }));
    return entry === undefined ? [] : [entry];
  });
  const [plain] = found;
  const own = found.find((entry) => entry.source_id === telling.sourceId && entry.made_at !== null) ?? plain;
  if (own === undefined) {
    return telling.what === 'result' && !telling.alone ? undefined : emptyEntry(telling, promiseIdOf(telling.ref));
  }
  if (telling.what === 'made' && own.made_at !== null && own.source_id !== telling.sourceId) {
    return emptyEntry(telling, secondIdOf(telling));
  }
  return own;
}

async function close(call: Call, book: Book, fresh: readonly RungEntry[]): Promise<void> {
  const changes: Change[] = [];
  const gone: RungEntry[] = [];
  const emptied = new Set(fresh.map((entry) => nameOf(keyOf(entry))));
  for (const [name, after] of book.after) {
    const before = book.before.get(name);
    const isEmpty = after.made_event_id === null && after.result_event_id === null && after.renegotiated_at === null;
    if (emptied.has(name) && isEmpty && before !== undefined && after.state !== 'found') gone.push(before);
    else if (after !== before && !isSame(before, after)) changes.push({ before, after, rung: before?.rung ?? [] });
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
  const idOf = (told: string | null) => (told === null ? null : (ids.get(told) ?? told.slice(0, 200)));
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
