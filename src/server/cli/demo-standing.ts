import { publishStanding, setStanding, standings } from '../../shared/promises-standing.ts';
import { departments } from '../../shared/staff-house.ts';
import { deliveryPromise, firstInstant } from '../demo/standing.ts';
import type { Server } from './ask.ts';

/**
 * Sets up the standing promise of the demo company, in force from its first day, as a person would: before its orders
 * are told, since what was heard before a promise was made public opens none. Done again it changes nothing.
 */
export async function promiseInPublic(server: Server, until: string): Promise<string> {
  const { standings: known } = await server.ask(standings, {});
  const there = known.find((one) => one.texts.es.title === deliveryPromise.texts.es.title);
  const { departments: all } = await server.ask(departments, {});
  const { texts, rule, keeper } = deliveryPromise;
  const drafted =
    there ??
    (
      await server.ask(setStanding, {
        texts,
        rule,
        keeper_department: all.find((one) => one.key === keeper)?.department_id ?? null,
        public: true,
      })
    ).standing;
  if (drafted.state === 'draft') {
    await server.ask(publishStanding, {
      standing_id: drafted.standing_id,
      version: drafted.version,
      in_force_at: firstInstant(until),
    });
  }
  return drafted.standing_id;
}
