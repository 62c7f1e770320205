import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments-recovery.ts';
import type { RecoveryState } from '../../shared/moments-recovery.ts';
import { membersHeld } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { holdTimers } from '../platform/database/timer-store.ts';
import { refuse } from '../platform/refuse.ts';
import { settingOf } from './catalogue-service.ts';
import { findPersonName, isActivePerson, isOpenDepartment } from './name-store.ts';
import { enterRecoveries, stepOf } from './recover-service.ts';
import type { Recovery } from './recovery.ts';
import { leftOf, recheckAt } from './recovery-rules.ts';
import { lockRecoveries, type RecoveryStep } from './recovery-store.ts';
import { budgetOf, shownOf } from './recovery-view-service.ts';
import { rememberOwn } from './remember-own.ts';
import { ownedBy } from './ring-service.ts';

const room = 'moments';
const unended: readonly RecoveryState[] = ['open', 'owned', 'done', 'unrepaired'];

/** A recovery that a call acts on. */
interface Asked {
  readonly customer_id: string;
  readonly recovery_id: string;
  readonly version?: number;
}

/** The recovery, held with its timer. Refuses `record.not-found`, `record.stale`, `recovery.ended`. */
async function requireRecovery(
  call: Call,
  asked: Asked,
  states: readonly RecoveryState[] = unended,
): Promise<{ recovery: Recovery; ids: { readonly all: readonly string[] } }> {
  const ids = await membersHeld(call, asked.customer_id);
  await holdTimers(
    call.tx,
    room,
    ids.all.map((customerId) => ({ customerId, recordId: asked.recovery_id })),
  );
  const [recovery] = await lockRecoveries(
    call.tx,
    ids.all.map((customerId) => ({ customerId, recoveryId: asked.recovery_id })),
  );
  if (recovery === undefined) refuse('record.not-found');
  if (asked.version !== undefined && asked.version !== recovery.version) {
    const [current] = await shownOf(call, ids.all, [asked.recovery_id]);
    refuse('record.stale', { current });
  }
  if (!states.includes(recovery.state)) refuse('recovery.ended');
  return { recovery, ids };
}

async function finish(
  call: Call,
  ids: { readonly all: readonly string[] },
  before: Recovery,
  after: Recovery,
  step: RecoveryStep,
): Promise<{ recovery: contract.ShownRecovery }> {
  await enterRecoveries(call, [{ before, after }], [step]);
  const [shown] = await shownOf(call, ids.all, [after.recovery_id]);
  return { recovery: shown ?? refuse('record.not-found') };
}

/** Answers for a recovery oneself. Refuses `line.taken` with whoever does already. */
export async function own(call: Call, input: InputOf<typeof contract.own>): Promise<ReplyOf<typeof contract.own>> {
  const { recovery, ids } = await requireRecovery(call, input);
  const me = call.actor.id;
  if (call.actor.kind !== 'person' || me === undefined) return refuse('access.not-allowed');
  if (recovery.owner_person !== null && recovery.owner_person !== me) {
    const name = await findPersonName(call.tx, recovery.owner_person);
    if (await isActivePerson(call.tx, recovery.owner_person)) refuse('line.taken', { slots: { name: name ?? '' } });
  }
  return finish(call, ids, recovery, ownedBy(recovery, me, call.now), stepOf(call, recovery, 'owned'));
}

/** Gives it to somebody else. Refuses `promise.keeper-unfit` for who does not work here or a closed department. */
export async function assign(
  call: Call,
  input: InputOf<typeof contract.assign>,
): Promise<ReplyOf<typeof contract.assign>> {
  const { recovery, ids } = await requireRecovery(call, input);
  const { to } = input;
  if ('person_id' in to) {
    if (!(await isActivePerson(call.tx, to.person_id))) refuse('promise.keeper-unfit');
    const after = ownedBy(recovery, to.person_id, call.now);
    return finish(call, ids, recovery, after, stepOf(call, recovery, 'assigned', input.words));
  }
  if (!(await isOpenDepartment(call.tx, to.department_id))) refuse('promise.keeper-unfit');
  const state = recovery.state === 'owned' ? 'open' : recovery.state;
  const after: Recovery = { ...recovery, state, owner_person: null, owner_department: to.department_id };
  return finish(call, ids, recovery, after, stepOf(call, recovery, 'assigned', input.words));
}

/** Writes down what he says would repair it; who heard it answers for it, where nobody did. */
export async function want(call: Call, input: InputOf<typeof contract.want>): Promise<ReplyOf<typeof contract.want>> {
  const { recovery, ids } = await requireRecovery(call, input);
  await rememberOwn(call, {
    name: 'Repair Wanted',
    customerId: recovery.customer_id,
    direction: 'in',
    channel: input.channel,
    words: input.words,
    properties: { recovery_id: recovery.recovery_id, by: 'customer' },
  });
  const after: Recovery = {
    ...takenUp(call, recovery),
    wants: input.words,
    wants_at: call.now,
    wants_by: call.actor.name,
  };
  return finish(call, ids, recovery, after, stepOf(call, recovery, 'wanted', input.words));
}

/** Who acts on what nobody answers for answers for it. */
function takenUp(call: Call, recovery: Recovery): Recovery {
  const me = call.actor.kind === 'person' ? call.actor.id : undefined;
  return recovery.state === 'open' && me !== undefined ? ownedBy(recovery, me, call.now) : recovery;
}

/** Writes down what was done and what it cost. Refuses `recovery.over-budget` with what may be spent still. */
export async function repair(
  call: Call,
  input: InputOf<typeof contract.repair>,
): Promise<ReplyOf<typeof contract.repair>> {
  const { recovery, ids } = await requireRecovery(call, input, ['open', 'owned', 'unrepaired', 'done']);
  if (input.cost_minor > 0) {
    const left = leftOf((await budgetOf(call)) ?? 0, recovery.spent_minor);
    if (input.cost_minor > left) refuse('recovery.over-budget', { slots: { left }, current: { left_minor: left } });
  }
  await rememberOwn(call, {
    name: 'Repair Made',
    customerId: recovery.customer_id,
    direction: 'out',
    channel: 'back-office',
    words: input.words,
    properties: {
      recovery_id: recovery.recovery_id,
      what: input.what,
      cost_minor: input.cost_minor,
      currency: recovery.currency,
    },
  });
  const setting = await settingOf(call);
  const taken = takenUp(call, recovery);
  const done: Partial<Recovery> = input.done
    ? { state: 'done', done_at: call.now, recheck_at: recheckAt(call.now, setting), rounds: recovery.rounds + 1 }
    : {};
  const after: Recovery = { ...taken, spent_minor: recovery.spent_minor + input.cost_minor, ...done };
  return finish(call, ids, recovery, after, stepOf(call, recovery, input.what, input.words, input.cost_minor));
}

/** Writes down his own word on whether it is repaired. */
export async function outcome(
  call: Call,
  input: InputOf<typeof contract.outcome>,
): Promise<ReplyOf<typeof contract.outcome>> {
  const { recovery, ids } = await requireRecovery(call, input);
  return finish(call, ids, recovery, ...(await saidRepaired(call, recovery, input)));
}

/** A recovery after the customer's own word on it, remembered on the timeline; with what is written of it. */
export async function saidRepaired(
  call: Call,
  recovery: Recovery,
  said: { readonly repaired: boolean; readonly words: string | undefined; readonly channel: string },
): Promise<[Recovery, RecoveryStep]> {
  await rememberOwn(call, {
    name: 'Repair Judged',
    customerId: recovery.customer_id,
    direction: 'in',
    channel: said.channel,
    words: said.words,
    properties: { recovery_id: recovery.recovery_id, repaired: said.repaired, by: 'customer' },
  });
  const state = said.repaired ? 'repaired' : 'unrepaired';
  const after: Recovery = {
    ...recovery,
    state,
    outcome_words: said.words ?? null,
    outcome_at: call.now,
    outcome_by: call.actor.name,
  };
  return [after, stepOf(call, recovery, state, said.words)];
}

/** Ends it though he has not said that it is repaired, or goes on after all. */
export async function giveUp(
  call: Call,
  input: InputOf<typeof contract.giveUp>,
): Promise<ReplyOf<typeof contract.giveUp>> {
  const { recovery, ids } = await requireRecovery(call, input, input.undo ? ['given-up'] : unended);
  const again = recovery.owner_person === null ? 'open' : 'owned';
  const after: Recovery = { ...recovery, state: input.undo ? again : 'given-up' };
  const step = stepOf(call, recovery, input.undo ? 'goes-on' : 'given-up', input.words);
  return finish(call, ids, recovery, after, step);
}
