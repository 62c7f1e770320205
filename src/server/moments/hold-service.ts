import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-questions.ts';
import { membersHeld } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { insertHold, saveHoldEnded } from './hold-store.ts';

/** Leaves a customer in peace, for this room and those on its right: he is asked nothing. The reason is a word or a line. */
export async function holdCustomer(
  call: Call,
  customerId: string,
  reason: string,
  until: Date | undefined,
): Promise<string> {
  const holdId = newId();
  await insertHold(call.tx, { customerId, holdId, reason, until: until ?? null, at: call.now, by: call.actor.name });
  return holdId;
}

/** A hold by hand. Refuses `record.not-found`. */
export async function hold(call: Call, input: InputOf<typeof contract.hold>): Promise<ReplyOf<typeof contract.hold>> {
  const ids = await membersHeld(call, input.customer_id);
  const until = input.until === null ? undefined : instantOf(input.until);
  return { hold_id: await holdCustomer(call, ids.faceId, input.reason, until) };
}

/** Ends a hold. Refuses `record.not-found`. */
export async function endHold(
  call: Call,
  input: InputOf<typeof contract.endHold>,
): Promise<ReplyOf<typeof contract.endHold>> {
  const ids = await membersHeld(call, input.customer_id);
  const ended = await saveHoldEnded(call.tx, ids.all, input.hold_id, { at: call.now, by: call.actor.name });
  if (!ended) refuse('record.not-found');
  return {};
}
