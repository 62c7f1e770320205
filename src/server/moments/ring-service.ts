import { houseId } from '../../shared/staff.ts';
import type { Call } from '../platform/area.ts';
import type { Rung } from '../platform/database/timer-store.ts';
import { whoHearEach } from '../today/telling-service.ts';
import { groundOf } from './catalogue-service.ts';
import { planRechecks, ringQuestions } from './question-service.ts';
import { enterRecoveries, type RecoveryChange, stepOf } from './recover-service.ts';
import type { Recovery } from './recovery.ts';
import { lockRecoveries } from './recovery-store.ts';
import { ringRenewal } from './renewal-service.ts';

/**
 * What the clock does with recoveries and questions. A question whose time has come is asked. Of recoveries: where nobody came forward an owner is named before the hour is over (who answers for
 * the department, else an administrator); where it is time, its owner is to hear from the customer whether it is repaired.
 * What is made anew because the house's ways changed goes on a piece.
 */
export async function ring(call: Call, rung: readonly Rung[]): Promise<void> {
  const [ofHouse, ofCustomers] = [rung.filter(isOfHouse), rung.filter((one) => !isOfHouse(one))];
  if (ofCustomers.length > 0) await ringRecoveries(call, ofCustomers);
  for (const one of ofHouse) await ringRenewal(call, one.recordId);
}

function isOfHouse(rung: Rung): boolean {
  return rung.customerId === houseId;
}

async function ringRecoveries(call: Call, rung: readonly Rung[]): Promise<void> {
  const recoveries = await lockRecoveries(
    call.tx,
    rung.map((one) => ({ customerId: one.customerId, recoveryId: one.recordId })),
  );
  const open = recoveries.filter((one) => one.state === 'open');
  const hearers = await whoHearEach(
    call,
    open.map((one) => ({ departmentId: one.owner_department })),
  );
  const named = open.flatMap((before, place): RecoveryChange[] => {
    const [person] = hearers[place] ?? [];
    return person === undefined ? [] : [{ before, after: ownedBy(before, person, call.now) }];
  });
  const due = recoveries.filter((one) => one.state === 'done').map((one) => ({ before: one, after: one }));
  await enterRecoveries(
    call,
    [...named, ...due],
    named.map(({ after }) => stepOf(call, after, 'assigned')),
  );
  if (due.length > 0) {
    await planRechecks(
      call,
      await groundOf(call),
      due.map(({ after }) => after),
    );
  }
  await ringQuestions(
    call,
    rung.map((one) => ({ customerId: one.customerId, questionId: one.recordId })),
  );
}

/** A recovery for which a person answers from now on. */
export function ownedBy(recovery: Recovery, personId: string, now: Date): Recovery {
  const state = recovery.state === 'open' ? 'owned' : recovery.state;
  return { ...recovery, state, owner_person: personId, owned_at: recovery.owned_at ?? now };
}
