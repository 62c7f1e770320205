import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/promises.ts';
import type { Call } from '../platform/area.ts';
import { finish, requirePromise, requireSide, stepOf } from './act-service.ts';
import { dueOf } from './due-service.ts';
import { askingOf, keepingOf } from './keeper-service.ts';

/** The keeper says yes; whoever of his department says it keeps it himself where no person was named. */
export async function accept(
  call: Call,
  input: InputOf<typeof contract.accept>,
): Promise<ReplyOf<typeof contract.accept>> {
  const before = await requirePromise(call, input, ['open']);
  requireSide(call, before, 'keeper');
  const after = {
    ...before,
    acceptance: 'accepted' as const,
    answered_at: call.now,
    answered_by: call.actor.name,
    answer_words: null,
    counter_local: null,
  };
  return finish(call, before, after, stepOf(call, before, 'accepted'));
}

/** The keeper says no, with why, and perhaps with another date; its maker sees it at once. */
export async function decline(
  call: Call,
  input: InputOf<typeof contract.decline>,
): Promise<ReplyOf<typeof contract.decline>> {
  const before = await requirePromise(call, input, ['open']);
  requireSide(call, before, 'keeper');
  const counter = input.counter === undefined ? undefined : dueOf(call, input.counter, before.zone);
  const after = {
    ...before,
    acceptance: counter === undefined ? ('declined' as const) : ('countered' as const),
    answered_at: call.now,
    answered_by: call.actor.name,
    answer_words: input.words,
    counter_local: counter?.local ?? null,
  };
  const details = { words: input.words, counter: counter?.local ?? null };
  return finish(call, before, after, stepOf(call, before, counter === undefined ? 'declined' : 'countered', details));
}

/** Another keeper is asked. */
export async function reassign(
  call: Call,
  input: InputOf<typeof contract.reassign>,
): Promise<ReplyOf<typeof contract.reassign>> {
  const before = await requirePromise(call, input, ['open']);
  requireSide(call, before, 'maker', 'keeper');
  const keeping = await keepingOf(call, input.keeper);
  const after = { ...before, ...keeping, ...(await askingOf(call, keeping, before.due_at)) };
  const from = { person: before.keeper_person, department: before.keeper_department, partner: before.keeper_partner };
  return finish(call, before, after, stepOf(call, before, 'reassigned', { from, to: input.keeper }));
}
