import { forgotten, spent } from '../../shared/memory.ts';
import { holdContacts, resetContacts } from '../customers/undo-service.ts';
import type { Call } from '../platform/area.ts';
import type { Remembering } from './remembering.ts';
import {
  allowMinutes,
  type EventAt,
  eraseEvents,
  eraseProducts,
  erasePurchases,
  eraseTouchpoints,
  listContacts,
  listNamesMade,
  resetSpending,
} from './undo-store.ts';

/** Products and touchpoints that these events were the first to name, in this transaction. */
export async function namesImprint(
  call: Call,
  events: readonly Remembering[],
): Promise<{ kind: 'product' | 'touchpoint'; name: string }[]> {
  const products = new Set<string>();
  const touchpoints = new Set<string>();
  for (const event of events) {
    for (const { product } of event.purchase?.lines ?? []) if (product !== undefined) products.add(product);
    if (event.touchpoint !== undefined) touchpoints.add(event.touchpoint);
  }
  if (products.size + touchpoints.size === 0) return [];
  return listNamesMade(call.tx, [...products], [...touchpoints], call.now);
}

/**
 * Takes events out with all that stands on them, as if they had never come: purchases, what was spent, contact,
 * conversations, words. At most 500 a call. Only for what was imported and is undone whole.
 */
export async function forget(call: Call, events: readonly EventAt[]): Promise<void> {
  if (events.length === 0) return;
  const customerIds = [...new Set(events.map((event) => event.customerId))].sort();
  await holdContacts(call, customerIds);
  const touched = await erasePurchases(call.tx, events);
  await eraseEvents(call.tx, events);
  await resetSpending(call.tx, [...new Set(touched.map((row) => row.customer_id))]);
  await resetContacts(call, await listContacts(call.tx, customerIds));
  for (const [customerId, own] of Map.groupBy(events, (event) => event.customerId)) {
    call.append(forgotten, customerId, { events: own.length });
  }
  for (const [customerId, own] of Map.groupBy(touched, (row) => row.customer_id)) {
    call.append(spent, customerId, { months: [...new Set(own.map((row) => row.month))] });
  }
}

/** Takes names out that nothing uses any more. Reads all that is remembered once, so it may take minutes. */
export async function forgetNames(call: Call, kind: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await allowMinutes(call.tx);
  if (kind === 'product') await eraseProducts(call.tx, names);
  if (kind === 'touchpoint') await eraseTouchpoints(call.tx, names);
}
