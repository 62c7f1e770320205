import { customersMerged, customersUnmerged } from '../../shared/customers-merges.ts';
import { forgotten, remembered } from '../../shared/memory.ts';
import { promisesChanged } from '../../shared/promises.ts';
import type { Call, Heard, Listener } from '../platform/area.ts';
import { groundOf } from './catalogue-service.ts';
import { contactNames, judgingNames } from './contact-rules.ts';
import { listCorrected, listEvents, listPromises } from './event-store.ts';
import { guessesOf, guessIdOf } from './feeling-service.ts';
import { judge } from './judge-service.ts';
import { type JudgementKey, listLost } from './judgement-store.ts';
import { judgementsOf, ledgerJudgements } from './telling-service.ts';

/** Hears what happened, what came of promises, who was joined and parted, and judges it. */
export const momentsListener: Listener = {
  name: 'moments.judge',
  events: [remembered.name, forgotten.name, promisesChanged.name, customersMerged.name, customersUnmerged.name],
  batch: 1_000,
  hear,
};

const names = [...contactNames, ...judgingNames];
const wanted = new Set(names);

async function hear(call: Call, batch: readonly Heard[]): Promise<void> {
  const events: { customerId: string; eventId: string }[] = [];
  const promises: { customerId: string; promiseId: string }[] = [];
  const parted = new Set<string>();
  const emptied = new Set<string>();
  for (const { name, customerId, payload } of batch) {
    if (name === remembered.name) {
      const told = remembered.payload.parse(payload);
      const keys = told.event_ids.map((eventId) => ({ customerId, eventId }));
      if (told.names.some((one) => wanted.has(one))) events.push(...keys);
    } else if (name === promisesChanged.name) {
      const told = promisesChanged.payload.parse(payload);
      promises.push(...told.promises.map((one) => ({ customerId, promiseId: one.promise_id })));
    } else if (name === forgotten.name) emptied.add(customerId);
    else parted.add(customerId);
  }
  if (events.length + promises.length + parted.size + emptied.size === 0) return;
  const ground = await groundOf(call);
  const heard = await listEvents(call.tx, once(events), names);
  const told = judgementsOf(heard, ground);
  const guessed = await guessesOf(call, heard, told);
  const kept = ledgerJudgements(await listPromises(call.tx, once(promises)), once(promises));
  const corrected = await listCorrected(call.tx, events);
  const lost = await listLost(call.tx, [...emptied]);
  await judge(call, ground, {
    saved: [...told, ...guessed, ...kept.saved],
    erased: [...withGuesses([...corrected, ...lost]), ...kept.erased],
    anew: [...parted],
  });
}

/** What was read in an event goes with it. */
function withGuesses(keys: readonly JudgementKey[]): JudgementKey[] {
  return keys.flatMap((key) => [key, { ...key, judgementId: guessIdOf(key.judgementId) }]);
}

/** What is told of twice in a batch, as a promise that moved twice, is read once: as it is now. */
function once<Key extends { readonly customerId: string }>(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}
