import { remembered } from '../../shared/memory.ts';
import { language as languages } from '../../shared/scalars.ts';
import type { Call, Heard, Listener } from '../platform/area.ts';
import { digestId } from '../platform/ids.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import type { Entry } from './entry.ts';
import type { RungEntry } from './entry-store.ts';
import { listOutgoing, listRecent } from './found-store.ts';
import { emptyEntry } from './ledger-rules.ts';
import { enter, hold } from './ledger-service.ts';
import type { LedgerEvent } from './said-rules.ts';
import { findPromises } from './words-rules.ts';

/** What is older when it is heard is history: its promises were kept or broken long ago. */
const freshMs = 2 * 86_400_000;
/** Within this time a promise made by hand is the one that its words gave. */
const togetherMs = 15 * 60_000;

/** Reads promises out of what was said or written to customers; each is only proposed, and nobody's until confirmed. */
export const wordsListener: Listener = {
  name: 'promises.words',
  events: [remembered.name],
  batch: 500,
  patienceMs: 500,
  hear,
};

async function hear(call: Call, batch: readonly Heard[]): Promise<void> {
  const keys = batch.flatMap((one) =>
    remembered.payload.parse(one.payload).event_ids.map((eventId) => ({ customerId: one.customerId, eventId })),
  );
  const events = await listOutgoing(call.tx, keys, freshMs / 1_000);
  if (events.length === 0) return;
  const { zone } = await requireOrganisation(call.tx);
  const found = events.flatMap((event) => foundIn(event, zone));
  if (found.length === 0) return;
  const made = await listRecent(call.tx, [...new Set(found.map((one) => one.customer_id))], togetherMs / 1_000);
  const fresh = found.filter((one) => !made.some((other) => isSame(one, other)));
  const held = await hold(
    call,
    fresh.map((one) => ({ customerId: one.customer_id, promiseId: one.promise_id })),
  );
  const known = new Set(held.map((entry) => entry.promise_id));
  await enter(
    call,
    fresh
      .filter((one) => !known.has(one.promise_id))
      .map((after) => ({ before: undefined, after: { ...after, version: 1 }, rung: [] })),
  );
}

function foundIn(event: LedgerEvent, zone: string): Entry[] {
  const language = languages.safeParse(event.language).data;
  const found = findPromises(event.words ?? '', { language, saidAt: event.happened_at, zone });
  return found.map(({ quote, due, dueAt, from }): Entry => {
    const promiseId = digestId(`found ${event.event_id} ${from}`);
    const telling = {
      customerId: event.customer_id,
      eventId: event.event_id,
      at: event.happened_at,
      heardAt: event.heard_at,
      sourceId: event.source_id,
      ref: promiseId,
      by: '',
      what: 'released' as const,
    };
    return {
      ...emptyEntry(telling, promiseId),
      ref: null,
      state: 'found',
      made_event_id: event.event_id,
      maker_person: event.staff,
      channel: event.channel,
      touchpoint: event.touchpoint,
      agreement_id: event.agreement_id,
      conversation_id: event.conversation_id,
      words: quote,
      language: event.language,
      zone,
      due_local: due ?? null,
      due_at: dueAt ?? null,
      due_on: due?.slice(0, 10) ?? null,
      adequate_local: due ?? null,
      adequate_at: dueAt ?? null,
    };
  });
}

/** The same promise, made by hand beside the words in which it was read: the same due, or the same words. */
function isSame(found: Pick<Entry, 'customer_id' | 'due_local' | 'words'>, made: typeof found): boolean {
  if (found.customer_id !== made.customer_id) return false;
  if (found.due_local !== null && found.due_local === made.due_local) return true;
  const [one, other] = [found.words?.toLowerCase() ?? '', made.words?.toLowerCase() ?? ''];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}

/** What was found in words and has now been made by hand is nobody's proposal any more. */
export async function settleFound(call: Call, made: Entry): Promise<void> {
  const near = await listRecent(call.tx, [made.customer_id], togetherMs / 1_000, 'found');
  const same = near.filter((one) => isSame(one, made));
  const held = await hold(
    call,
    same.map((one) => ({ customerId: one.customer_id, promiseId: one.promise_id })),
  );
  await enter(
    call,
    held
      .filter((entry) => entry.state === 'found')
      .map((before: RungEntry) => ({
        before,
        after: { ...before, state: 'dismissed' as const, replaced_by: made.promise_id, version: before.version + 1 },
        rung: before.rung,
      })),
  );
}
