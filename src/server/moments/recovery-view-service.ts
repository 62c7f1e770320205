import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-recovery.ts';
import { role as roles } from '../../shared/staff.ts';
import { members } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import { settingOf } from './catalogue-service.ts';
import { findRole } from './name-store.ts';
import { listNamed, listNamedOf } from './recovery-store.ts';
import { shownRecovery } from './shown.ts';

/** What whoever asks may spend on one recovery without asking, in minor units; null where he may not act. */
export async function budgetOf(call: Call): Promise<number | null> {
  if (!call.actor.rights.has('customers.write') || call.actor.kind !== 'person') return null;
  const role = roles.safeParse(await findRole(call.tx, call.actor.id));
  return role.success ? (await settingOf(call)).budgets[role.data] : null;
}

/** Recoveries of these customers, those of these moments or all that go on, as they are shown. */
export async function shownOf(
  call: Call,
  customerIds: readonly string[],
  momentIds: readonly string[] | 'going',
): Promise<contract.ShownRecovery[]> {
  const rows = await listNamedOf(call.tx, customerIds, momentIds);
  if (rows.length === 0) return [];
  const budget = await budgetOf(call);
  return rows.map((row) => shownRecovery(row, budget));
}

/** One recovery. Refuses `record.not-found`. */
export async function recovery(
  call: Call,
  input: InputOf<typeof contract.recovery>,
): Promise<ReplyOf<typeof contract.recovery>> {
  const ids = await members(call, input.customer_id);
  const [found] = await shownOf(call, ids.all, [input.recovery_id]);
  return { recovery: found ?? refuse('record.not-found') };
}

/** A page of recoveries. Refuses `request.bad-cursor`. */
export async function recoveries(
  call: Call,
  input: InputOf<typeof contract.recoveries>,
): Promise<ReplyOf<typeof contract.recoveries>> {
  const secret = secretOf(call.house.config);
  const name = `moments.recoveries.${input.which}`;
  const [at, id] = input.cursor === undefined ? [] : openCursor(name, input.cursor, secret);
  const rows = await listNamed(
    call.tx,
    { which: input.which, me: call.actor.id, department: call.actor.departmentId },
    { after: at === undefined || id === undefined ? undefined : { at, id }, limit: input.limit + 1 },
  );
  const page = rows.slice(0, input.limit);
  call.use([...new Set(page.map((row) => row.customer_id))]);
  const budget = await budgetOf(call);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    recoveries: page.map((row) => shownRecovery(row, budget)),
    next: last === undefined ? null : sealCursor(name, [last.place_at, last.recovery_id], secret),
  };
}
