import { type Language, language as languages } from '../../shared/scalars.ts';
import { remember } from '../memory/remember-service.ts';
import { captureSourceId } from '../memory/remembering.ts';
import type { Call } from '../platform/area.ts';
import { eventIdAt } from '../platform/ids.ts';
import type { ContactEvent } from './event.ts';
import { findPersonName } from './name-store.ts';

/** An event of this room's own, to be remembered on the timeline. */
export interface OwnEvent {
  readonly name: string;
  readonly customerId: string;
  readonly direction: 'in' | 'out' | 'inside';
  readonly channel: string;
  readonly words: string | undefined;
  readonly language?: Language | undefined;
  readonly touchpoint?: string | undefined;
  readonly agreementId?: string | undefined;
  readonly conversationId?: string | undefined;
  /** The event that this one takes back. */
  readonly correctsId?: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Remembers an event written by hand here, or by the customer on a page of ours; gives it back as this room reads it. */
export async function rememberOwn(call: Call, own: OwnEvent): Promise<ContactEvent> {
  const staff =
    call.actor.kind === 'person' ? ((await findPersonName(call.tx, call.actor.id)) ?? call.actor.name) : undefined;
  const language = own.language ?? languages.catch('en').parse(call.actor.language);
  const eventId = eventIdAt(call.now.getTime());
  const properties = { ...own.properties, written_by: call.actor.name, words: own.words };
  const payload = { type: 'track', event: own.name, properties };
  await remember(call, [
    {
      customerId: own.customerId,
      eventId,
      happenedAt: call.now,
      sourceId: captureSourceId,
      kind: 'track',
      name: own.name,
      channel: own.channel,
      direction: own.direction,
      touchpoint: own.touchpoint,
      staff,
      agreementId: own.agreementId,
      conversationId: own.conversationId,
      subject: undefined,
      correctsId: own.correctsId,
      language,
      words: own.words,
      payload: JSON.stringify(payload),
      searched: own.words ?? '',
      zone: 'UTC',
      purchase: undefined,
      cancels: undefined,
    },
  ]);
  return {
    customer_id: own.customerId,
    event_id: eventId,
    happened_at: call.now,
    heard_at: call.now,
    source_id: captureSourceId,
    name: own.name,
    channel: own.channel,
    direction: own.direction,
    touchpoint: own.touchpoint ?? null,
    staff: staff ?? null,
    agreement_id: own.agreementId ?? null,
    conversation_id: own.conversationId ?? null,
    language,
    words: own.words ?? null,
    payload,
  };
}
