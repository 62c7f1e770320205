import type { InputOf, ReplyOf } from '../../shared/contract.ts';
import { type capture as captureContract, captured, type correct as correctContract } from '../../shared/memory.ts';
import { type Language, language } from '../../shared/scalars.ts';
import { membersHeld } from '../customers/merge-service.ts';
import type { Call } from '../platform/area.ts';
import { instantOf } from '../platform/clock.ts';
import { eventIdAt } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { findEvent, findStaffName } from './recall-store.ts';
import { remember } from './remember-service.ts';
import { captureSourceId, type Remembering } from './remembering.ts';

const dayMs = 86_400_000;

/** Writes a contact down by hand. Refuses `record.not-found`, `event.in-future`. */
export async function capture(
  call: Call,
  input: InputOf<typeof captureContract>,
): Promise<ReplyOf<typeof captureContract>> {
  await membersHeld(call, input.customer_id);
  const happenedAt = input.happened_at === undefined ? call.now : instantOf(input.happened_at);
  if (happenedAt.getTime() > call.now.getTime() + dayMs) refuse('event.in-future');
  const event = handwritten(call, {
    customerId: input.customer_id,
    happenedAt,
    name: 'Contact Captured',
    channel: input.channel,
    direction: input.direction,
    touchpoint: input.touchpoint,
    agreementId: input.agreement_id,
    words: input.words,
    language: input.language,
    correctsId: undefined,
    staff: await ownName(call),
    more: {},
  });
  await remember(call, [event]);
  call.append(captured, input.customer_id, { event_id: event.eventId });
  return { event_id: event.eventId };
}

/** Corrects a contact by a further event at the same instant; what was written first stays readable. */
export async function correct(
  call: Call,
  input: InputOf<typeof correctContract>,
): Promise<ReplyOf<typeof correctContract>> {
  const ids = await membersHeld(call, input.customer_id);
  const first = await findEvent(call.tx, ids.all, input.event_id);
  if (first === undefined) refuse('record.not-found');
  const event = handwritten(call, {
    customerId: first.customer_id,
    happenedAt: first.happened_at,
    name: 'Event Corrected',
    channel: first.channel,
    direction: first.direction,
    touchpoint: undefined,
    agreementId: undefined,
    words: input.words,
    language: undefined,
    correctsId: input.event_id,
    staff: await ownName(call),
    more: { reason: input.reason, corrects: input.event_id, corrected_event: first.name },
  });
  await remember(call, [event]);
  call.append(captured, first.customer_id, { event_id: event.eventId });
  return { event_id: event.eventId };
}

/** The name under which colleagues know who writes; of a key or Kept itself, what is written down of it. */
async function ownName(call: Call): Promise<string> {
  const name = call.actor.kind === 'person' ? await findStaffName(call.tx, call.actor.id) : undefined;
  return name ?? call.actor.name;
}

function handwritten(
  call: Call,
  about: {
    customerId: string;
    happenedAt: Date;
    name: string;
    channel: string;
    direction: string;
    touchpoint: string | undefined;
    agreementId: string | undefined;
    words: string;
    language: Language | undefined;
    correctsId: string | undefined;
    staff: string;
    more: Record<string, string>;
  },
): Remembering {
  const { more, staff, ...event } = about;
  return {
    ...event,
    eventId: eventIdAt(about.happenedAt.getTime()),
    sourceId: captureSourceId,
    kind: 'track',
    staff,
    conversationId: undefined,
    subject: undefined,
    language: about.language ?? languageOf(about.words, call.actor.language),
    payload: JSON.stringify({ type: 'track', event: about.name, properties: { words: about.words, ...more } }),
    searched: about.words,
    zone: 'UTC',
    purchase: undefined,
    cancels: undefined,
  };
}

function languageOf(words: string, own: string): Language {
  return /[\u0400-\u04ff]/.test(words) ? 'ru' : language.catch('en').parse(own);
}
