import { later } from '../platform/calendar/later-rules.ts';
import type { AwaitedLine } from '../today/line-service.ts';
import type { Recovery } from './recovery.ts';

const dayMs = 86_400_000;

/** What awaits whom because of a recovery as it stands; undefined where it awaits nobody. */
export function lineOf(recovery: Recovery, now: Date): AwaitedLine | undefined {
  const said = saidOf(recovery, now);
  if (said === undefined) return undefined;
  const { customer_id, recovery_id } = recovery;
  return {
    customerId: customer_id,
    room: 'moments',
    key: `recovery:${recovery_id}`,
    personId: recovery.owner_person,
    departmentId: recovery.owner_department,
    path: `/moments/${customer_id}/${recovery_id}`,
    handOver: { endpoint: 'moments.assign', input: { customer_id, recovery_id }, as: 'to' },
    slots: { at: { at: recovery.moment_at.toISOString() } },
    ...said,
  };
}

type Line = Pick<AwaitedLine, 'kind' | 'word' | 'weight' | 'until' | 'act'>;

function saidOf(recovery: Recovery, now: Date): Line | undefined {
  const weight = recovery.severity === 2 ? 5 : 4;
  switch (recovery.state) {
    case 'open': {
      const { customer_id, recovery_id } = recovery;
      return {
        kind: 'moments.repair',
        word: recovery.doubted ? 'momentsToday.line.look' : 'momentsToday.line.open',
        weight,
        until: recovery.own_by,
        act: { word: 'momentsToday.step.own', endpoint: 'moments.own', input: { customer_id, recovery_id } },
      };
    }
    case 'owned':
      return {
        kind: 'moments.repair',
        word: 'momentsToday.line.repair',
        weight,
        until: later(recovery.owned_at ?? recovery.own_by, dayMs),
      };
    case 'unrepaired':
      return { kind: 'moments.repair', word: 'momentsToday.line.again', weight: 5, until: recovery.own_by };
    case 'done':
      // He is left in peace until it is time to ask him.
      if (recovery.recheck_at === null || recovery.recheck_at > now) return undefined;
      return { kind: 'moments.recheck', word: 'momentsToday.line.recheck', weight: 2, until: recovery.recheck_at };
    default:
      return undefined;
  }
}
