import { sql } from 'kysely';
import type { Tx } from '../platform/database/open.ts';
import type { EntryKey } from './entry-store.ts';

/** A step with the name of who did it, where he works here. */
export interface StepRow {
  readonly step_id: string;
  readonly at: string;
  readonly by: string | null;
  readonly what: string;
  readonly details: Record<string, unknown>;
}

/** What was done with a promise, the newest first. */
export async function listSteps(tx: Tx, key: EntryKey): Promise<StepRow[]> {
  const { rows } = await sql<Omit<StepRow, 'at'> & { at: Date }>`
    select s.step_id, s.at, coalesce(p.name, (select name from promises.partner where 'partner:' || partner_id = s.by)) as by,
      s.what, s.details
    from promises.step s left join staff.public_person p on 'person:' || p.person_id = s.by
    where s.customer_id = ${key.customerId}::uuid and s.promise_id = ${key.promiseId}::uuid
    order by s.step_id desc`.execute(tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The alarms of a promise that rang, in order. */
export async function listAlarms(tx: Tx, key: EntryKey): Promise<{ kind: string; ring_at: string; rang_at: string }[]> {
  const { rows } = await sql<{ kind: string; ring_at: Date; rang_at: Date }>`
    select kind, ring_at, rang_at from promises.alarm
    where customer_id = ${key.customerId}::uuid and promise_id = ${key.promiseId}::uuid order by ring_at`.execute(tx);
  return rows.map(({ kind, ring_at, rang_at }) => ({
    kind,
    ring_at: ring_at.toISOString(),
    rang_at: rang_at.toISOString(),
  }));
}

/** The inner steps of a promise. */
export async function listInner(tx: Tx, key: EntryKey): Promise<EntryKey[]> {
  const { rows } = await sql<{ promise_id: string }>`
    select promise_id from promises.promise
    where customer_id = ${key.customerId}::uuid and outer_id = ${key.promiseId}::uuid order by due_at`.execute(tx);
  return rows.map((row) => ({ customerId: key.customerId, promiseId: row.promise_id }));
}
