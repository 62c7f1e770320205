import type { Keeper } from '../../shared/promises-shown.ts';
import type { Call } from '../platform/area.ts';
import { dueAfter } from '../platform/calendar/term-rules.ts';
import { instantOf } from '../platform/clock.ts';
import { refuse } from '../platform/refuse.ts';
import { calendarsFor } from './calendar-service.ts';
import type { Entry } from './entry.ts';
import { findKeepingPartner, findKeepingPerson, isOpenDepartment } from './keeper-store.ts';
import { settingOf } from './setting-service.ts';

/** Who keeps a promise, as an entry has it. */
export type Keeping = Pick<Entry, 'keeper_person' | 'keeper_department' | 'keeper_partner'>;

/** The keeper whom somebody names; himself where nobody is named. Refuses `promise.keeper-unfit`. */
export async function keepingOf(call: Call, keeper: Keeper | undefined): Promise<Keeping> {
  if (keeper === undefined) {
    const own = call.actor.kind === 'person' ? (call.actor.id ?? null) : null;
    return { keeper_person: own, keeper_department: call.actor.departmentId ?? null, keeper_partner: null };
  }
  if ('person_id' in keeper) {
    const person = await findKeepingPerson(call.tx, keeper.person_id);
    if (person === undefined) refuse('promise.keeper-unfit');
    return { keeper_person: keeper.person_id, keeper_department: person.department_id, keeper_partner: null };
  }
  if ('department_id' in keeper) {
    if (!(await isOpenDepartment(call.tx, keeper.department_id))) refuse('promise.keeper-unfit');
    return { keeper_person: null, keeper_department: keeper.department_id, keeper_partner: null };
  }
  if (!(await findKeepingPartner(call.tx, keeper.partner_id))) refuse('promise.keeper-unfit');
  return { keeper_person: null, keeper_department: null, keeper_partner: keeper.partner_id };
}

/**
 * Whether a keeper has to be asked, and until when he answers: within the house's working minutes by his own calendar,
 * and no later than half-way to the due. Who promises for himself has accepted.
 */
export async function askingOf(
  call: Call,
  keeping: Keeping,
  dueAt: Date | null,
): Promise<
  Pick<
    Entry,
    'acceptance' | 'asked_at' | 'accept_by' | 'answered_at' | 'answered_by' | 'answer_words' | 'counter_local'
  >
> {
  const silent = { answered_at: null, answered_by: null, answer_words: null, counter_local: null };
  const nobody =
    keeping.keeper_person === null && keeping.keeper_department === null && keeping.keeper_partner === null;
  if (nobody) return { acceptance: 'unasked', asked_at: null, accept_by: null, ...silent };
  if (keeping.keeper_person !== null && keeping.keeper_person === call.actor.id) {
    return {
      ...silent,
      acceptance: 'accepted',
      asked_at: null,
      accept_by: null,
      answered_at: call.now,
      answered_by: call.actor.name,
    };
  }
  const { accept_minutes } = await settingOf(call);
  const calendar = (await calendarsFor(call, [keeping]))(keeping);
  const term = { kind: 'working-time' as const, minutes: accept_minutes };
  const answer = calendar === undefined ? undefined : dueAfter(call.now, term, calendar).at;
  const half = dueAt === null ? undefined : call.now.getTime() + (dueAt.getTime() - call.now.getTime()) / 2;
  const by = [answer, half === undefined ? undefined : instantOf(half)]
    .filter((at) => at !== undefined)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
  return { acceptance: 'asked', asked_at: call.now, accept_by: by ?? null, ...silent };
}
