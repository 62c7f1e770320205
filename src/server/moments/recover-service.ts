import { recoveryChanged } from '../../shared/moments.ts';
import type { Call } from '../platform/area.ts';
import { saveTimers } from '../platform/database/timer-store.ts';
import { newId } from '../platform/ids.ts';
import { type AwaitedLine, awaitLines, settleLines } from '../today/line-service.ts';
import { tell, tellingIdOf, whoHearEach } from '../today/telling-service.ts';
import type { Ground } from './catalogue-service.ts';
import type { MomentChange } from './judge-service.ts';
import type { Recovery } from './recovery.ts';
import { lineOf } from './recovery-line-rules.ts';
import { recoveryOf, ringOf } from './recovery-rules.ts';
import { insertRecoverySteps, lockOfMoments, type RecoveryStep, saveRecoveries } from './recovery-store.ts';

const room = 'moments';

/** A recovery before and after. */
export interface RecoveryChange {
  readonly before: Recovery | undefined;
  readonly after: Recovery;
}

/** Begins, follows and ends recoveries as moments turn out bad or not. */
export async function recoverChanged(call: Call, ground: Ground, changes: readonly MomentChange[]): Promise<void> {
  // What never was bad has none.
  const touched = changes.filter(({ before, after }) => before?.sign === -1 || after?.sign === -1);
  if (touched.length === 0) return;
  const there = await lockOfMoments(
    call.tx,
    touched.map(({ before, after }) => ({
      faceId: (after ?? before)?.customer_id ?? '',
      momentId: (after ?? before)?.moment_id ?? '',
    })),
  );
  const byId = new Map(there.map((one) => [one.recovery_id, one]));
  const about = { now: call.now, currency: ground.currency, terms: ground.setting };
  const moved = touched.flatMap(({ before, after }): RecoveryChange[] => {
    const was = byId.get((after ?? before)?.moment_id ?? '');
    const is = recoveryOf(after, was, about);
    return is === undefined ? [] : [{ before: was, after: is }];
  });
  await enterRecoveries(
    call,
    moved,
    moved
      .filter(({ before, after }) => before?.state !== after.state)
      .map(({ after }) => stepOf(call, after, after.state === 'open' ? 'opened' : after.state)),
  );
}

/** Writes changed recoveries with all that follows from them: what was done, when the clock looks again, what awaits whom. */
export async function enterRecoveries(
  call: Call,
  changes: readonly RecoveryChange[],
  steps: readonly RecoveryStep[],
): Promise<void> {
  if (changes.length === 0) return;
  await saveRecoveries(
    call.tx,
    changes.map(({ before, after }) => ({ ...after, version: (before?.version ?? 0) + 1 })),
  );
  await insertRecoverySteps(call.tx, steps);
  await saveTimers(
    call.tx,
    room,
    changes.map(({ after }) => ({
      customerId: after.customer_id,
      recordId: after.recovery_id,
      ringAt: ringOf(after, call.now),
    })),
  );
  await awaitRecoveries(call, changes);
  for (const { before, after } of changes) {
    if (before?.state === after.state) continue;
    call.append(recoveryChanged, after.customer_id, { recovery_id: after.recovery_id, state: after.state });
  }
}

async function awaitRecoveries(call: Call, changes: readonly RecoveryChange[]): Promise<void> {
  const now = changes.flatMap(({ after }) => lineOf(after, call.now) ?? []);
  const gone = changes.filter(({ after }) => lineOf(after, call.now) === undefined).map(({ after }) => keyOf(after));
  await awaitLines(call, now);
  await settleLines(call, gone, call.actor.kind === 'person' ? call.actor.id : undefined);
  const fresh = changes.flatMap(({ before, after }): AwaitedLine[] => {
    const line = lineOf(after, call.now);
    if (line === undefined) return [];
    const was = before === undefined ? undefined : lineOf(before, call.now);
    const same = was?.word === line.word && was.personId === line.personId && was.departmentId === line.departmentId;
    return same ? [] : [line];
  });
  await tellFresh(call, fresh);
}

/** Whoever has a line now that he had not before is told, but himself. */
async function tellFresh(call: Call, lines: readonly AwaitedLine[]): Promise<void> {
  if (lines.length === 0) return;
  const hearers = await whoHearEach(call, lines);
  await tell(
    call,
    lines.flatMap((line, place) =>
      (hearers[place] ?? [])
        .filter((personId) => personId !== call.actor.id)
        .map((personId) => ({
          tellingId: tellingIdOf(line.customerId, line.key, line.word, line.until?.toISOString() ?? '', personId),
          personId,
          customerId: line.customerId,
          kind: line.kind,
          word: line.word,
          slots: line.slots,
          path: line.path,
          at: call.now,
          lateSeconds: 0,
        })),
    ),
  );
}

/** What is written of an act on a recovery. */
export function stepOf(call: Call, recovery: Recovery, what: string, words?: string, costMinor = 0): RecoveryStep {
  return {
    customerId: recovery.customer_id,
    recoveryId: recovery.recovery_id,
    stepId: newId(),
    at: call.now,
    by: call.actor.name,
    what,
    words: words ?? null,
    costMinor,
  };
}

function keyOf(recovery: Recovery) {
  return { customerId: recovery.customer_id, room, key: `recovery:${recovery.recovery_id}` };
}
