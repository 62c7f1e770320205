import { customersMerged, customersUnmerged } from '../../shared/customers-merges.ts';
import { forgotten, remembered } from '../../shared/memory.ts';
import type { Call, Heard, Listener } from '../platform/area.ts';
import { apply } from './apply-service.ts';
import type { Telling } from './entry.ts';
import { listFaceMembers, listKeysOf, type RungEntry } from './entry-store.ts';
import { listEvents, listEventsOf, listThere } from './event-store.ts';
import { noteNames } from './heard-name-service.ts';
import { toldAnew } from './ledger-rules.ts';
import { hold } from './ledger-service.ts';
import type { LedgerEvent } from './said-rules.ts';
import { standingsInForce } from './standing-rules.ts';
import { standingTellings } from './standing-service.ts';
import { listInForce } from './standing-store.ts';
import { ledgerNames, tellingOf, withdrawnName } from './telling-rules.ts';
import { type EventKey, eraseUnread, eraseUnreadEvents, saveUnread, type Unread } from './unread-store.ts';

/** Hears what was remembered, taken out, joined and parted, and keeps the ledger true to it. */
export const ledgerListener: Listener = {
  name: 'promises.ledger',
  events: [remembered.name, forgotten.name, customersMerged.name, customersUnmerged.name],
  batch: 1_000,
  hear,
};

async function hear(call: Call, batch: readonly Heard[]): Promise<void> {
  const standings = standingsInForce(await listInForce(call.tx));
  await noteNames(call, batch);
  const names = new Set([...ledgerNames, ...standings.names]);
  const wanted = batch.flatMap((one) => {
    if (one.name !== remembered.name) return [];
    const told = remembered.payload.parse(one.payload);
    return told.names.some((name) => names.has(name))
      ? told.event_ids.map((eventId) => ({ customerId: one.customerId, eventId }))
      : [];
  });
  const events = await listEvents(call.tx, wanted, [...names]);
  await apply(call, await tellingsOf(call, events, standings));
  const parted = batch.filter((one) => one.name !== remembered.name).map((one) => one.customerId);
  // Where a result was taken back, another one that was told beside it stands again.
  const withdrawn = events.filter((event) => event.name === withdrawnName).map((event) => event.customer_id);
  const again = new Set([...parted, ...withdrawn]);
  if (again.size > 0) await retell(call, [...again]);
}

/** Makes the entries of these customers anew out of their events, as if each had just been heard. */
async function retell(call: Call, customerIds: readonly string[]): Promise<void> {
  const standings = standingsInForce(await listInForce(call.tx), true);
  const everyone = await listFaceMembers(call.tx, customerIds);
  const all = [...new Set([...everyone, ...customerIds])];
  const held = await hold(call, await listKeysOf(call.tx, all));
  await eraseUnread(call.tx, all);
  const events = await listEventsOf(call.tx, all, [...ledgerNames, ...standings.names]);
  const there = await listThere(call.tx, held.flatMap(madeBy));
  const fresh = held.map((entry): RungEntry => {
    const stands = entry.made_event_id !== null && there.has(entry.made_event_id);
    return { ...toldAnew(entry, stands), rung: entry.rung };
  });
  await apply(call, await tellingsOf(call, events, standings), fresh);
}

function madeBy({ customer_id: customerId, made_event_id: eventId }: RungEntry) {
  return eventId === null ? [] : [{ customerId, eventId }];
}

type Standings = ReturnType<typeof standingsInForce>;

/** What events tell; what cannot be read is noted, with why, unless another event corrects it. */
async function tellingsOf(call: Call, events: readonly LedgerEvent[], standings: Standings): Promise<Telling[]> {
  const tellings: Telling[] = [];
  const unread: Unread[] = [];
  for (const event of events) {
    const telling = tellingOf(event);
    if (telling === undefined) continue;
    if ('unreadable' in telling) {
      const { customer_id: customerId, event_id: eventId, heard_at: heardAt } = event;
      unread.push({ customerId, eventId, heardAt, code: telling.unreadable });
    } else tellings.push(telling);
  }
  await saveUnread(call.tx, unread);
  await eraseUnreadEvents(call.tx, events.flatMap(correctedBy));
  return [...tellings, ...(await standingTellings(call, events, standings))];
}

function correctedBy({ customer_id: customerId, corrects_id: eventId }: LedgerEvent): EventKey[] {
  return eventId === undefined || eventId === null ? [] : [{ customerId, eventId }];
}
