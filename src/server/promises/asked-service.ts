import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises-partners.ts';
import { membersHeld } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { refuse } from '../platform/refuse.ts';
import { requireOrganisation } from '../staff/house-service.ts';
import { accept, decline } from './answer-service.ts';
import { findAsked, listAsked } from './asked-store.ts';
import type { Entry } from './entry.ts';
import { isLate } from './gap-rules.ts';
import { hold } from './ledger-service.ts';
import { asPartner } from './link-service.ts';
import { settle } from './settle-service.ts';

/** So long a promise that he settled stays on his page. */
const settledMs = 30 * 86_400_000;
const mostShown = 200;

/** What a partner is asked to keep; his reading is logged as a use like anybody's. Refuses `promise.link-void`. */
export async function partnerPage(
  call: Call,
  input: InputOf<typeof contract.partnerPage>,
): Promise<ReplyOf<typeof contract.partnerPage>> {
  const { own, partner } = await asPartner(call, input.token);
  const { name: house } = await requireOrganisation(call.tx);
  const since = instantOf(call.now.getTime() - settledMs);
  const { open, settled } = await listAsked(call.tx, partner.partner_id, since, mostShown);
  const all = [...open, ...settled];
  own.use([...new Set(all.map((entry) => entry.customer_id))]);
  return {
    house,
    partner: partner.name,
    language: partner.language,
    promises: all.map((entry) => askedOf(entry, call.now)),
  };
}

/**
 * A partner answers for a promise that he is to keep; written down as his. Refuses `promise.link-void`, `record.not-found`
 * for what is not his, `record.stale`, and what the same answer of somebody here would be refused.
 */
export async function partnerAnswer(
  call: Call,
  input: InputOf<typeof contract.partnerAnswer>,
): Promise<ReplyOf<typeof contract.partnerAnswer>> {
  const { own, partner } = await asPartner(call, input.token);
  const { answer } = input;
  const at = { customer_id: input.customer_id, promise_id: input.promise_id, version: input.version };
  const key = { customerId: at.customer_id, promiseId: at.promise_id };
  // Held and looked at first: what the verbs below tell of a promise that changed meanwhile is not for his eyes.
  await membersHeld(own, at.customer_id);
  await hold(own, [key]);
  const before = (await findAsked(call.tx, partner.partner_id, key)) ?? refuse('record.not-found');
  if (before.version !== at.version) refuse('record.stale', { current: askedOf(before, call.now) });
  if (answer.what === 'accept') await accept(own, at);
  else if (answer.what === 'decline') await decline(own, { ...at, words: answer.words, ...given(answer.counter) });
  else await settle(own, { ...at, ...(answer.received === undefined ? {} : { received: answer.received }) });
  const after = (await findAsked(call.tx, partner.partner_id, key)) ?? refuse('record.not-found');
  return { promise: askedOf(after, call.now) };
}

function given(counter: string | undefined): { counter?: string } {
  return counter === undefined ? {} : { counter };
}

/** A promise as its outside keeper sees it: nothing of the customer but what the words say. */
function askedOf(entry: Entry, now: Date): contract.AskedPromise {
  const { customer_id, promise_id, words, kind, subject, due_local, zone, unit, measure, state, acceptance } = entry;
  const isDate = unit === 'date';
  return {
    ...{ customer_id, promise_id, words, kind, subject, due_local, zone, unit, measure, state, acceptance },
    due_at: entry.due_at?.toISOString() ?? null,
    adequate: isDate ? entry.adequate_local : entry.adequate,
    counter: entry.counter_local,
    result: isDate ? (entry.result_local ?? entry.result_at?.toISOString() ?? null) : entry.result,
    settled_at: entry.settled_at?.toISOString() ?? null,
    late: isLate(entry, now),
    version: entry.version,
  };
}
