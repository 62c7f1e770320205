import { z } from 'zod';
import type { AskOf } from '../../shared/contract.ts';
import { channels, type timeline } from '../../shared/memory.ts';
import { date, id } from '../../shared/scalars.ts';
import { dayEnd, dayStart } from '../platform/wall-time.ts';

/** What of a story is shown, as it stands in the address. */
export const storyAddress = z.object({
  channel: z.enum(channels).optional(),
  name: z.string().min(1).max(200).optional(),
  agreement: id.optional(),
  talk: id.optional(),
  since: date.optional(),
  until: date.optional(),
  find: z.string().min(1).max(200).optional(),
  /** An event to show among its neighbours, and when it happened. */
  event: id.optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});
export type StoryAddress = z.output<typeof storyAddress>;

/** The names of everything that narrows a story, for taking it away again. */
export const narrowing = ['channel', 'name', 'agreement', 'talk', 'since', 'until', 'find', 'event', 'at'] as const;

/** Whether anything narrows the story. */
export function isNarrowed(address: StoryAddress): boolean {
  return narrowing.some((name) => address[name] !== undefined);
}

/** The timeline's question for an address; days are the reader's. */
export function timelineInput(
  customerId: string,
  address: StoryAddress,
  zone: string,
  cursor: string | undefined,
): AskOf<typeof timeline> {
  const since = address.since === undefined ? undefined : dayStart(address.since, zone);
  const until = address.at ?? (address.until === undefined ? undefined : dayEnd(address.until, zone));
  return {
    customer_id: customerId,
    limit: 50,
    ...(address.channel === undefined ? {} : { channel: address.channel }),
    ...(address.name === undefined ? {} : { name: address.name }),
    ...(address.agreement === undefined ? {} : { agreement_id: address.agreement }),
    ...(address.talk === undefined ? {} : { conversation_id: address.talk }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
