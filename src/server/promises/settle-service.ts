import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises.ts';
import type { Call } from '../platform/area.ts';
import { atLocal } from '../platform/calendar/local-rules.ts';
import { refuse } from '../platform/refuse.ts';
import { finish, rememberOwn, requirePromise, requireSide, stepOf, toldBy } from './act-service.ts';
import type { Entry } from './entry.ts';
import { resultName, withdrawnName } from './telling-rules.ts';

/** How long somebody may take back what he wrote down himself. */
const slipMs = 600_000;

/**
 * Writes down what was received; the ledger says whether that keeps the promise. Refuses `promise.not-yours`,
 * `promise.other-unit`, `event.in-future`.
 */
export async function settle(
  call: Call,
  input: InputOf<typeof contract.settle>,
): Promise<ReplyOf<typeof contract.settle>> {
  const before = await requirePromise(call, input, ['open']);
  if (before.origin !== 'expectation') requireSide(call, before, 'keeper', 'maker');
  const said = resultOf(call, before, input.received);
  const [event] = await rememberOwn(call, [
    {
      name: resultName,
      customerId: before.customer_id,
      direction: before.outer_id === null ? 'out' : 'inside',
      channel: 'back-office',
      words: said.words,
      properties: {
        promise_id: before.promise_id,
        unit: before.unit === 'amount' ? (before.measure ?? 'amount') : before.unit,
        result: said.result,
        zone: before.zone,
        ticks: input.ticks,
      },
    },
  ]);
  if (event === undefined) throw new Error('nothing was remembered');
  const settled = { ...toldBy(before, event), settled_by: call.actor.name };
  const after =
    input.reason === undefined || settled.state !== 'broken' ? settled : { ...settled, reason: input.reason };
  return finish(
    call,
    before,
    after,
    stepOf(call, before, 'settled', { state: after.state, result: said.result ?? null }),
  );
}

function resultOf(
  call: Call,
  entry: Entry,
  received: InputOf<typeof contract.settle>['received'],
): { result: string | number | undefined; words: string | undefined } {
  if (received === undefined) {
    if (entry.unit !== 'date') refuse('promise.other-unit');
    return { result: undefined, words: undefined };
  }
  if (received.unit !== entry.unit) refuse('promise.other-unit');
  if (received.unit === 'date') {
    const on = atLocal(received.result, entry.zone);
    if (on === undefined)
      return refuse('request.invalid', { errors: [{ path: 'received.result', code: 'date.none' }] });
    const dayMs = received.result.length === 10 ? 86_400_000 : 0;
    if (on.at.getTime() - dayMs > call.now.getTime()) refuse('event.in-future');
  }
  return { result: received.result, words: received.unit === 'words' ? received.words : undefined };
}

/** Takes back a result that one wrote down oneself a moment ago. Refuses `promise.not-yours`, `promise.too-late`. */
export async function unsettle(
  call: Call,
  input: InputOf<typeof contract.unsettle>,
): Promise<ReplyOf<typeof contract.unsettle>> {
  const before = await requirePromise(call, input, ['kept', 'exceeded', 'broken']);
  if (before.settled_by !== call.actor.name || before.result_event_id === null) refuse('promise.not-yours');
  if ((before.settled_at?.getTime() ?? 0) < call.now.getTime() - slipMs) refuse('promise.too-late');
  const [event] = await rememberOwn(call, [
    {
      name: withdrawnName,
      customerId: before.customer_id,
      direction: 'inside',
      channel: 'back-office',
      words: undefined,
      properties: { promise_id: before.promise_id, result_event_id: before.result_event_id },
    },
  ]);
  if (event === undefined) throw new Error('nothing was remembered');
  return finish(call, before, toldBy(before, event), stepOf(call, before, 'unsettled', { state: before.state }));
}

/** Says that a result was another; the first one stays, and is what the rates count. Refuses `promise.not-yours`. */
export async function correct(
  call: Call,
  input: InputOf<typeof contract.correct>,
): Promise<ReplyOf<typeof contract.correct>> {
  const before = await requirePromise(call, input, ['kept', 'exceeded', 'broken']);
  if (before.origin !== 'expectation') requireSide(call, before, 'keeper', 'maker');
  if (before.settled_by === call.actor.name) refuse('promise.not-yours');
  const said = resultOf(call, before, input.received);
  return finish(call, before, before, stepOf(call, before, 'corrected', { result: said.result, words: input.words }));
}

/** Says why it was broken. */
export async function explain(
  call: Call,
  input: InputOf<typeof contract.explain>,
): Promise<ReplyOf<typeof contract.explain>> {
  const before = await requirePromise(call, input, ['broken']);
  requireSide(call, before, 'keeper', 'maker');
  const after = { ...before, reason: input.reason };
  return finish(call, before, after, stepOf(call, before, 'explained', { reason: input.reason }));
}

/** The customer no longer wants it: counted nowhere. */
export async function release(
  call: Call,
  input: InputOf<typeof contract.release>,
): Promise<ReplyOf<typeof contract.release>> {
  const before = await requirePromise(call, input, ['open']);
  if (before.owed_by !== 'company') refuse('promise.wrong-state');
  const [event] = await rememberOwn(call, [
    {
      name: 'Promise Released',
      customerId: before.customer_id,
      direction: 'in',
      channel: input.channel,
      words: input.words,
      properties: { promise_id: before.promise_id, by: 'customer' },
    },
  ]);
  if (event === undefined) throw new Error('nothing was remembered');
  return finish(call, before, toldBy(before, event), stepOf(call, before, 'released', { words: input.words }));
}

/** How it felt, by the customer's own word. */
export async function feel(call: Call, input: InputOf<typeof contract.feel>): Promise<ReplyOf<typeof contract.feel>> {
  const before = await requirePromise(call, input, ['kept', 'exceeded', 'broken']);
  const [event] = await rememberOwn(call, [
    {
      name: 'Promise Felt',
      customerId: before.customer_id,
      direction: 'in',
      channel: input.channel,
      words: undefined,
      properties: { promise_id: before.promise_id, felt: input.felt, by: 'customer' },
    },
  ]);
  if (event === undefined) throw new Error('nothing was remembered');
  return finish(call, before, toldBy(before, event), stepOf(call, before, 'felt', { felt: input.felt }));
}
