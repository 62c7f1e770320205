import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { texts, uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Entry } from './entry.ts';

/** Which entry: a customer's, by its id. */
export interface EntryKey {
  readonly customerId: string;
  readonly promiseId: string;
}

/** An entry with the alarms of it that rang. */
export type RungEntry = Entry & { readonly rung: readonly string[] };

/** Every column of an entry, in the table's order. */
export const entryColumns = [
  'customer_id',
  'promise_id',
  'origin',
  'owed_by',
  'state',
  'source_id',
  'ref',
  'made_at',
  'heard_at',
  'made_event_id',
  'result_event_id',
  'maker_person',
  'maker_department',
  'keeper_person',
  'keeper_department',
  'keeper_partner',
  'kind',
  'channel',
  'touchpoint',
  'product',
  'subject',
  'agreement_id',
  'conversation_id',
  'outer_id',
  'standing_id',
  'standing_version',
  'expected_from',
  'words',
  'language',
  'unit',
  'measure',
  'better',
  'adequate_local',
  'desired_local',
  'result_local',
  'adequate_at',
  'desired_at',
  'result_at',
  'adequate',
  'desired',
  'result',
  'result_words',
  'ticks',
  'due_at',
  'due_local',
  'due_on',
  'due_note',
  'zone',
  'settled_at',
  'settled_by',
  'renegotiated_at',
  'released_at',
  'replaced_by',
  'replaces',
  'felt',
  'felt_at',
  'reason',
  'acceptance',
  'asked_at',
  'accept_by',
  'answered_at',
  'answered_by',
  'answer_words',
  'counter_local',
  'visible',
  'version',
] as const satisfies readonly (keyof Entry)[];

const columns = sql.join(entryColumns.map((name) => sql.ref(`p.${name}`)));
const keyColumns: readonly (keyof Entry)[] = ['customer_id', 'promise_id'];
const assigned = sql.join(
  entryColumns
    .filter((name) => !keyColumns.includes(name))
    .map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`),
);

/** The entries of these keys with their alarms, held until the transaction ends; their timers must be held before. */
export async function lockEntries(tx: Tx, keys: readonly EntryKey[]): Promise<RungEntry[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<RungEntry>`
    select ${columns}, array(select a.kind from promises.alarm a
        where a.customer_id = p.customer_id and a.promise_id = p.promise_id) as rung
    from promises.promise p join unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.promiseId))}::uuid[])
      as r (customer_id, promise_id) using (customer_id, promise_id)
    order by p.customer_id, p.promise_id for update of p`.execute(tx);
  return rows;
}

/** Which of these keys have an entry. */
export async function listKnown(tx: Tx, keys: readonly EntryKey[]): Promise<EntryKey[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ customer_id: string; promise_id: string }>`
    select customer_id, promise_id from promises.promise join unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.promiseId))}::uuid[])
      as r (customer_id, promise_id) using (customer_id, promise_id)`.execute(tx);
  return rows.map((row) => ({ customerId: row.customer_id, promiseId: row.promise_id }));
}

/** Entries as they stand, unheld. */
export async function listEntries(tx: Tx, keys: readonly EntryKey[]): Promise<RungEntry[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<RungEntry>`
    select ${columns}, array(select a.kind from promises.alarm a
        where a.customer_id = p.customer_id and a.promise_id = p.promise_id) as rung
    from promises.promise p join unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.promiseId))}::uuid[])
      as r (customer_id, promise_id) using (customer_id, promise_id)`.execute(tx);
  return rows;
}

/** Writes new entries whole, and of held ones the columns in which any of them changed. */
export async function saveEntries(
  tx: Tx,
  changes: readonly { readonly before: Entry | undefined; readonly after: Entry }[],
): Promise<void> {
  const fresh = changes.filter(({ before }) => before === undefined);
  const held = changes.filter(({ before }) => before !== undefined);
  if (fresh.length > 0) {
    await sql`/* send on */
      insert into promises.promise as p (${sql.join(entryColumns.map((name) => sql.ref(name)))})
      select ${columns} from json_populate_recordset(null::promises.promise, ${JSON.stringify(fresh.map(({ after }) => after))}::json) p
      on conflict (customer_id, promise_id) do update set ${assigned}`.execute(tx);
  }
  const changed = changedColumns(held);
  if (changed.length === 0) return;
  const names = [...keyColumns, ...changed];
  const rows = JSON.stringify(held.map(({ after }) => Object.fromEntries(names.map((name) => [name, after[name]]))));
  await sql`/* send on */
    update promises.promise as p
    set ${sql.join(changed.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`))}
    from json_populate_recordset(null::promises.promise, ${rows}::json) r
    where p.customer_id = r.customer_id and p.promise_id = r.promise_id`.execute(tx);
}

function changedColumns(held: Parameters<typeof saveEntries>[1]): (keyof Entry)[] {
  return entryColumns.filter((name) =>
    held.some(({ before, after }) => before !== undefined && !isDeepStrictEqual(before[name], after[name])),
  );
}

/** Takes entries out whole: what made them was undone. */
export async function eraseEntries(tx: Tx, keys: readonly EntryKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    delete from promises.promise p using unnest(
      ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.promiseId))}::uuid[])
      as r (customer_id, promise_id)
    where p.customer_id = r.customer_id and p.promise_id = r.promise_id`.execute(tx);
}

/** Who else is read as one with each of these customers; of nobody else, no row. */
export async function listOthers(
  tx: Tx,
  customerIds: readonly string[],
): Promise<{ asked_id: string; customer_id: string }[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<{ asked_id: string; customer_id: string }>`
    select own.customer_id as asked_id, other.customer_id
    from customers.public_customer own
      join customers.public_customer other on other.face_id = own.face_id and other.customer_id <> own.customer_id
    where own.customer_id = any (${uuids(customerIds)}::uuid[])
    order by 1, 2`.execute(tx);
  return rows;
}

/** Every entry of these customers, with its alarms, held; timers must be held before. */
export async function listKeysOf(tx: Tx, customerIds: readonly string[]): Promise<EntryKey[]> {
  const { rows } = await sql<{ customer_id: string; promise_id: string }>`
    select customer_id, promise_id from promises.promise
    where customer_id = any (${uuids(customerIds)}::uuid[])`.execute(tx);
  return rows.map((row) => ({ customerId: row.customer_id, promiseId: row.promise_id }));
}

/** The ids that are read as one with any of these customers. */
export async function listFaceMembers(tx: Tx, customerIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select distinct other.customer_id from customers.public_customer own
      join customers.public_customer other on other.face_id = own.face_id
    where own.customer_id = any (${uuids(customerIds)}::uuid[])`.execute(tx);
  return rows.map((row) => row.customer_id);
}

/** The departments of these keys. */
export async function listDepartmentKeys(tx: Tx, keys: readonly string[]): Promise<{ key: string; id: string }[]> {
  const { rows } = await sql<{ key: string; id: string }>`
    select key, department_id::text as id from staff.public_department
    where key = any (${texts(keys)}::text[])`.execute(tx);
  return rows;
}
