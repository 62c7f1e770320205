import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import type * as contract from '../../shared/moments.ts';
import { members, membersHeld } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { refuse } from '../platform/refuse.ts';
import { groundOf } from './catalogue-service.ts';
import { contactOf, ratedName } from './contact-rules.ts';
import { findOwnJudgement, findSpoken } from './contact-store.ts';
import { judge } from './judge-service.ts';
import { rememberOwn } from './remember-own.ts';
import { saidIn } from './said-rules.ts';
import { judgementsOf, momentIdOf } from './telling-service.ts';
import { showMoment } from './view-service.ts';

/** How long somebody may take back what he said himself. */
const slipMs = 600_000;

/** Says how a contact was. Refuses `record.not-found`. */
export async function mark(call: Call, input: InputOf<typeof contract.mark>): Promise<ReplyOf<typeof contract.mark>> {
  const ids = await membersHeld(call, input.customer_id);
  const about = await aboutOf(call, ids.all, input);
  const event = await rememberOwn(call, {
    name: ratedName,
    customerId: about.customerId,
    direction: input.by === 'customer' ? 'in' : 'inside',
    channel: input.channel ?? about.channel ?? (input.by === 'customer' ? 'phone' : 'back-office'),
    words: input.words,
    touchpoint: input.touchpoint ?? about.touchpoint,
    conversationId: about.conversationId,
    properties: {
      by: input.by,
      stage: input.stage,
      ...input.marks,
      severity: input.grave ? 2 : undefined,
      kind: input.kind,
      had_what_was_needed: input.had_what_was_needed,
      information_department: input.information_department,
      about_moment_id: about.momentId,
    },
  });
  const ground = await groundOf(call);
  const saved = judgementsOf([event], ground);
  await judge(call, ground, { saved });
  const [judged] = saved;
  if (judged === undefined) throw new Error('a mark that says nothing');
  return { moment: await showMoment(call, ids, judged.moment_id), event_id: event.event_id };
}

interface About {
  readonly customerId: string;
  readonly momentId: string | undefined;
  readonly touchpoint: string | undefined;
  readonly channel: string | undefined;
  readonly conversationId: string | undefined;
}

/** Which contact is meant: the named moment, that of the named event, or one of its own. */
async function aboutOf(
  call: Call,
  customerIds: readonly string[],
  input: InputOf<typeof contract.mark>,
): Promise<About> {
  const { customer_id: customerId, moment_id: momentId, event_id: eventId } = input;
  if (momentId === undefined && eventId === undefined) {
    return { customerId, momentId: undefined, touchpoint: undefined, channel: undefined, conversationId: undefined };
  }
  const found = await findSpoken(call.tx, customerIds, { momentId, eventId });
  if (found === undefined) return refuse('record.not-found');
  return {
    customerId: found.customer_id,
    momentId: momentId ?? momentIdOf(contactOf(found, saidIn(found))),
    touchpoint: found.touchpoint ?? undefined,
    channel: found.channel,
    conversationId: found.conversation_id ?? undefined,
  };
}

/** Takes back what one said oneself a moment ago. Refuses `record.not-found`, `promise.too-late`. */
export async function unmark(
  call: Call,
  input: InputOf<typeof contract.unmark>,
): Promise<ReplyOf<typeof contract.unmark>> {
  const ids = await members(call, input.customer_id);
  const own = await findOwnJudgement(call.tx, ids.all, {
    momentId: input.moment_id,
    judgementId: input.event_id,
    by: call.actor.name,
  });
  if (own === undefined) refuse('record.not-found');
  if (own.at.getTime() < call.now.getTime() - slipMs) refuse('promise.too-late');
  await rememberOwn(call, {
    name: 'Moment Unrated',
    customerId: own.customer_id,
    direction: 'inside',
    channel: 'back-office',
    words: undefined,
    correctsId: input.event_id,
    properties: { about_moment_id: input.moment_id },
  });
  await judge(call, await groundOf(call), {
    erased: [{ customerId: own.customer_id, judgementId: input.event_id }],
  });
  return {};
}
