import { remembered, spent } from '../../shared/memory.ts';
import { type ContactRow, noteContacts } from '../customers/contact-service.ts';
import type { Call } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { insertEvents, insertNames, saveConversations } from './event-store.ts';
import { insertPurchases, type PurchaseRow, setAsideOrders } from './purchase-store.ts';
import type { Remembering } from './remembering.ts';
import { insertUncounted } from './search-store.ts';

/**
 * Remembers events of known customers in the caller's transaction: timeline, contact, conversations, purchases with
 * lines and what was spent. Set-based; at most 500 customers a call. Tells `memory.remembered` once a customer, and
 * `memory.spent` where money moved. Contact is noted after the timeline is written: its locks make writers of one
 * customer wait for each other, so they are held for the shortest time.
 */
export async function remember(call: Call, events: readonly Remembering[]): Promise<void> {
  if (events.length === 0) return;
  await insertEvents(call.tx, events, call.now);
  await insertUncounted(
    call.tx,
    newId(),
    events.map((event) => event.customerId),
    events.map((event) => event.eventId),
  );
  await noteContacts(call, contactsOf(events));
  await saveConversations(call.tx, events);
  const touched = await keepPurchases(call, events);
  await noteNames(call, events);
  for (const [customerId, own] of Map.groupBy(events, (event) => event.customerId)) {
    call.append(remembered, customerId, {
      event_ids: own.map((event) => event.eventId),
      names: [...new Set(own.map((event) => event.name))],
    });
  }
  for (const [customerId, own] of Map.groupBy(touched, (row) => row.customer_id)) {
    call.append(spent, customerId, { months: [...new Set(own.map((row) => row.month))] });
  }
}

function contactsOf(events: readonly Remembering[]): ContactRow[] {
  const rows = new Map<
    string,
    { customerId: string; events: number; firstAt: Date; lastAt: Date; lastEventId: string }
  >();
  for (const event of events) {
    const row = rows.get(event.customerId);
    if (row === undefined) {
      const at = event.happenedAt;
      rows.set(event.customerId, {
        customerId: event.customerId,
        events: 1,
        firstAt: at,
        lastAt: at,
        lastEventId: event.eventId,
      });
      continue;
    }
    row.events++;
    if (event.happenedAt < row.firstAt) row.firstAt = event.happenedAt;
    if (event.happenedAt > row.lastAt) row.lastAt = event.happenedAt;
    if (event.eventId > row.lastEventId) row.lastEventId = event.eventId;
  }
  return [...rows.values()];
}

async function keepPurchases(
  call: Call,
  events: readonly Remembering[],
): Promise<{ customer_id: string; month: string }[]> {
  const rows = purchaseRows(events);
  const aside = [
    ...rows
      .filter((row) => row.purchase.kind === 'sale')
      .map((row) => ({ ...orderOf(row.event, row.purchase.orderKey), state: 'superseded' as const })),
    ...events.flatMap((event) =>
      event.cancels === undefined ? [] : [{ ...orderOf(event, event.cancels), state: 'cancelled' as const }],
    ),
  ];
  const before = await setAsideOrders(call.tx, aside);
  return [...before, ...(await insertPurchases(call.tx, rows))];
}

function orderOf(event: Remembering, orderKey: string) {
  const { customerId, sourceId, happenedAt } = event;
  return { customerId, sourceId, orderKey, happenedAt };
}

/** Purchases of a batch; of several tellings of one order the last that happened stands, of equal ones the last told. */
function purchaseRows(events: readonly Remembering[]): PurchaseRow[] {
  const last = new Map<string, string>();
  for (const event of events.toSorted((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime())) {
    if (event.purchase?.kind === 'sale') last.set(tellingOf(event, event.purchase.orderKey), event.eventId);
    if (event.cancels !== undefined) last.set(tellingOf(event, event.cancels), event.eventId);
  }
  return events.flatMap((event): PurchaseRow[] => {
    const { purchase } = event;
    if (purchase === undefined) return [];
    const superseded = purchase.kind === 'sale' && last.get(tellingOf(event, purchase.orderKey)) !== event.eventId;
    return [{ purchaseId: newId(), event, purchase, superseded }];
  });
}

function tellingOf(event: Remembering, orderKey: string): string {
  return `${event.customerId} ${event.sourceId} ${orderKey}`;
}

interface Seen {
  readonly products: Set<string>;
  readonly touchpoints: Set<string>;
  readonly untilMs: number;
}

const seenBy = new WeakMap<Call['house'], Seen>();
const seenForMs = 30_000;

/** Names that this process registered lately, so that not every batch offers them again. */
function seenOf(house: Call['house'], now: Date): Seen {
  const seen = seenBy.get(house);
  if (seen !== undefined && now.getTime() < seen.untilMs) return seen;
  const fresh: Seen = { products: new Set(), touchpoints: new Set(), untilMs: now.getTime() + seenForMs };
  seenBy.set(house, fresh);
  return fresh;
}

async function noteNames(call: Call, events: readonly Remembering[]): Promise<void> {
  const seen = seenOf(call.house, call.now);
  const products = new Map<string, { product: string; name: string | undefined; category: string | undefined }>();
  const touchpoints = new Map<string, { touchpoint: string; channel: string }>();
  for (const event of events) {
    for (const { product, name, category } of event.purchase?.lines ?? []) {
      if (product !== undefined && !seen.products.has(product)) products.set(product, { product, name, category });
    }
    const { touchpoint, channel } = event;
    if (touchpoint !== undefined && !seen.touchpoints.has(touchpoint))
      touchpoints.set(touchpoint, { touchpoint, channel });
  }
  await insertNames(call.tx, [...products.values()], [...touchpoints.values()], call.now);
}

/** Notes names as registered, after their transaction was committed. */
export function namesCommitted(house: Call['house'], events: readonly Remembering[]): void {
  const seen = seenBy.get(house);
  if (seen === undefined) return;
  for (const event of events) {
    for (const { product } of event.purchase?.lines ?? []) if (product !== undefined) seen.products.add(product);
    if (event.touchpoint !== undefined) seen.touchpoints.add(event.touchpoint);
  }
}
