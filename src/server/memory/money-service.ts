import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type {
  money as moneyContract,
  names as namesContract,
  overview as overviewContract,
  purchases as purchasesContract,
} from '../../shared/memory.ts';
import { members } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { openCursor, sealCursor } from '../platform/cursor.ts';
import { refuse } from '../platform/refuse.ts';
import { secretOf } from '../platform/secret.ts';
import { findSettledAt, listMonths, listMonthsOf, listPurchases, listTouchpoints } from './money-store.ts';

/** What a customer bought and gave back, newest first. */
export async function purchases(
  call: Call,
  input: InputOf<typeof purchasesContract>,
): Promise<ReplyOf<typeof purchasesContract>> {
  const ids = await members(call, input.customer_id);
  const rows = await listPurchases(call.tx, ids.all, placeOf(call, input.cursor), input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const more = rows.length > input.limit && last !== undefined;
  return {
    purchases: shown.map((row) => ({ ...row, happened_at: row.happened_at.toISOString() })),
    next: more
      ? sealCursor('purchases', [last.happened_at.toISOString(), last.purchase_id], secretOf(call.house.config))
      : null,
  };
}

function placeOf(call: Call, cursor: string | undefined): { at: string; purchaseId: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at, purchaseId] = openCursor('purchases', cursor, secretOf(call.house.config));
  if (at === undefined || purchaseId === undefined) refuse('request.bad-cursor');
  return { at, purchaseId };
}

/** A customer's money by month. */
export async function money(call: Call, input: InputOf<typeof moneyContract>): Promise<ReplyOf<typeof moneyContract>> {
  const ids = await members(call, input.customer_id);
  return { months: await listMonthsOf(call.tx, ids.all) };
}

/** Sums over all customers by month. */
export async function overview(
  call: Call,
  input: InputOf<typeof overviewContract>,
): Promise<ReplyOf<typeof overviewContract>> {
  const settled = await findSettledAt(call.tx);
  return { months: await listMonths(call.tx, input.source_id), settled_at: settled?.toISOString() ?? null };
}

/** Names heard of, for filters and capture. */
export async function names(call: Call): Promise<ReplyOf<typeof namesContract>> {
  return { touchpoints: await listTouchpoints(call.tx) };
}
