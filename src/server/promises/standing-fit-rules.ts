import type { StandingRule } from '../../shared/promises-standing.ts';

type Trigger = StandingRule['opens'];

/** Why nothing could ever fit a rule; undefined where something could. */
export function misfitOf({
  opens,
  closes,
}: StandingRule): 'standing.contradiction' | 'standing.same-event' | undefined {
  if (contradicts(opens.where) || contradicts(closes.where)) return 'standing.contradiction';
  if (opens.event !== closes.event) return undefined;
  // One event may open and close where a condition tells the two apart: `status` is `ordered`, `status` is `delivered`.
  return contradicts([...opens.where, ...closes.where]) ? undefined : 'standing.same-event';
}

/** True where one property is to be two different things. */
function contradicts(where: Trigger['where']): boolean {
  return where.some((one) => where.some((other) => other.property === one.property && other.is !== one.is));
}
