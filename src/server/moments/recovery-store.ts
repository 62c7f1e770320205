import { type RawBuilder, sql } from 'kysely';
import type { RecoveryState } from '../../shared/moments-recovery.ts';
import { uuids } from '../platform/database/arrays.ts';
import type { Tx } from '../platform/database/open.ts';
import type { Recovery, RecoveryKey } from './recovery.ts';

const columns = sql`
  r.customer_id, r.recovery_id, r.state, r.opened_at, r.moment_at, r.severity, r.failing, r.touchpoint, r.doubted,
  r.own_by, r.owner_person, r.owner_department, r.owned_at, r.wants, r.wants_at, r.wants_by, r.currency, r.spent_minor,
  r.done_at, r.recheck_at, r.outcome_words, r.outcome_at, r.outcome_by, r.rounds, r.version`;

/** Recoveries that go on, as the indexes have them. */
export const isGoing: RawBuilder<unknown> = sql`r.state in ('open', 'owned', 'done', 'unrepaired')`;

/** The recoveries that go on of everybody who is read as one with any of these customers. */
export async function listGoingKeys(
  tx: Tx,
  faceIds: readonly string[],
): Promise<{ customerId: string; recordId: string }[]> {
  if (faceIds.length === 0) return [];
  const { rows } = await sql<{ customer_id: string; recovery_id: string }>`
    select r.customer_id, r.recovery_id from customers.public_customer c
      join moments.recovery r on r.customer_id = c.customer_id and ${isGoing}
    where c.face_id = any (${uuids(faceIds)}::uuid[])`.execute(tx);
  return rows.map((row) => ({ customerId: row.customer_id, recordId: row.recovery_id }));
}

/** The recoveries of these moments, under whichever of the face's customers they began; held until the transaction ends. */
export async function lockOfMoments(
  tx: Tx,
  keys: readonly { readonly faceId: string; readonly momentId: string }[],
): Promise<Recovery[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Recovery>`
    select ${columns} from moments.recovery r
    where (r.customer_id, r.recovery_id) in (
      select c.customer_id, k.moment_id from unnest(
          ${uuids(keys.map((key) => key.faceId))}::uuid[], ${uuids(keys.map((key) => key.momentId))}::uuid[])
          as k (face_id, moment_id)
        join customers.public_customer c on c.face_id = k.face_id)
    order by r.customer_id, r.recovery_id for update`.execute(tx);
  return rows;
}

/** Recoveries by their own keys, held. */
export async function lockRecoveries(tx: Tx, keys: readonly RecoveryKey[]): Promise<Recovery[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Recovery>`
    select ${columns} from moments.recovery r join unnest(
        ${uuids(keys.map((key) => key.customerId))}::uuid[], ${uuids(keys.map((key) => key.recoveryId))}::uuid[])
        as k (customer_id, recovery_id) using (customer_id, recovery_id)
    order by r.customer_id, r.recovery_id for update of r`.execute(tx);
  return rows;
}

/** Writes recoveries whole. */
export async function saveRecoveries(tx: Tx, rows: readonly Recovery[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into moments.recovery
    select ${columns} from json_populate_recordset(null::moments.recovery, ${JSON.stringify(rows)}::json) r
    on conflict (customer_id, recovery_id) do update set
      state = excluded.state, severity = excluded.severity, failing = excluded.failing, touchpoint = excluded.touchpoint,
      doubted = excluded.doubted, own_by = excluded.own_by, owner_person = excluded.owner_person,
      owner_department = excluded.owner_department, owned_at = excluded.owned_at, wants = excluded.wants,
      wants_at = excluded.wants_at, wants_by = excluded.wants_by, spent_minor = excluded.spent_minor,
      done_at = excluded.done_at, recheck_at = excluded.recheck_at, outcome_words = excluded.outcome_words,
      outcome_at = excluded.outcome_at, outcome_by = excluded.outcome_by, rounds = excluded.rounds,
      version = excluded.version`.execute(tx);
}

/** What was done in a recovery. */
export interface RecoveryStep extends RecoveryKey {
  readonly stepId: string;
  readonly at: Date;
  readonly by: string;
  readonly what: string;
  readonly words: string | null;
  readonly costMinor: number;
}

/** Writes what was done; never changed. */
export async function insertRecoverySteps(tx: Tx, steps: readonly RecoveryStep[]): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map((step) => ({
    customer_id: step.customerId,
    recovery_id: step.recoveryId,
    step_id: step.stepId,
    at: step.at,
    by: step.by,
    what: step.what,
    words: step.words,
    cost_minor: step.costMinor,
  }));
  await sql`
    insert into moments.recovery_step (customer_id, recovery_id, step_id, at, by, what, words, cost_minor)
    select s.customer_id, s.recovery_id, s.step_id, s.at, s.by, s.what, s.words, s.cost_minor
    from json_populate_recordset(null::moments.recovery_step, ${JSON.stringify(rows)}::json) s`.execute(tx);
}

/** A recovery with the names that it is shown with. */
export type NamedRecovery = Recovery & {
  readonly face_id: string;
  readonly customer: string | null;
  readonly owner_name: string | null;
  readonly department_name: { readonly en: string; readonly es: string; readonly ru: string } | null;
  readonly steps: readonly {
    readonly step_id: string;
    readonly at: string;
    readonly by: string;
    readonly by_name: string | null;
    readonly what: string;
    readonly words: string | null;
    readonly cost_minor: number;
  }[];
};

const named = sql`
  ${columns}, c.face_id, f.name as customer, p.name as owner_name,
  case when d.department_id is not null then json_build_object('en', d.name_en, 'es', d.name_es, 'ru', d.name_ru) end
    as department_name,
  coalesce((select json_agg(json_build_object('step_id', s.step_id, 'at', s.at, 'by', s.by, 'what', s.what,
        'words', s.words, 'cost_minor', s.cost_minor, 'by_name', q.name) order by s.at, s.step_id)
      from moments.recovery_step s left join staff.public_person q on 'person:' || q.person_id = s.by
      where s.customer_id = r.customer_id and s.recovery_id = r.recovery_id), '[]') as steps`;
const joined = sql`
  left join customers.public_customer c on c.customer_id = r.customer_id
  left join customers.public_customer f on f.customer_id = c.face_id
  left join staff.public_person p on p.person_id = r.owner_person
  left join staff.public_department d on d.department_id = r.owner_department`;

/** Recoveries of these customers, those of these moments or all that go on. */
export async function listNamedOf(
  tx: Tx,
  customerIds: readonly string[],
  momentIds: readonly string[] | 'going',
): Promise<NamedRecovery[]> {
  const which = momentIds === 'going' ? isGoing : sql`r.recovery_id = any (${uuids(momentIds)}::uuid[])`;
  const { rows } = await sql<NamedRecovery>`
    select ${named} from moments.recovery r ${joined}
    where r.customer_id = any (${uuids(customerIds)}::uuid[]) and ${which}
    order by r.opened_at, r.recovery_id`.execute(tx);
  return rows;
}

/** A page of recoveries: going ones by when they are to be answered for; ended ones newest first. */
export async function listNamed(
  tx: Tx,
  asked: {
    readonly which: 'going' | 'mine' | 'ended';
    readonly me: string | undefined;
    readonly department: string | undefined;
  },
  page: { readonly after: { readonly at: string; readonly id: string } | undefined; readonly limit: number },
): Promise<(NamedRecovery & { readonly place_at: string })[]> {
  const ended: RecoveryState[] = ['repaired', 'void', 'given-up'];
  const own = sql`(r.owner_person = ${asked.me ?? null}::uuid
    or r.owner_person is null and r.owner_department = ${asked.department ?? null}::uuid)`;
  const which =
    asked.which === 'ended'
      ? sql`r.state in (${sql.join(ended)})`
      : asked.which === 'mine'
        ? sql`${isGoing} and ${own}`
        : isGoing;
  const place = asked.which === 'ended' ? sql`r.opened_at` : sql`r.own_by`;
  const direction = asked.which === 'ended' ? sql`desc` : sql`asc`;
  const after =
    page.after === undefined
      ? sql`true`
      : sql`(${place}, r.recovery_id) ${asked.which === 'ended' ? sql`<` : sql`>`} (${page.after.at}::timestamptz, ${page.after.id}::uuid)`;
  const { rows } = await sql<NamedRecovery & { readonly place_at: string }>`
    select ${named}, ${place}::text as place_at from moments.recovery r ${joined}
    where ${which} and ${after} order by ${place} ${direction}, r.recovery_id ${direction} limit ${page.limit}`.execute(
    tx,
  );
  return rows;
}
