import { z } from 'zod';
import { channels, directions } from '../../shared/memory.ts';
import { recall, remember } from '../platform/prefer.ts';

const draft = z.object({
  id: z.string(),
  customer: z.object({ id: z.string(), name: z.string().nullable() }).optional(),
  channel: z.enum(channels).catch('phone'),
  direction: z.enum(directions).catch('in'),
  words: z.string(),
  /** Wall time of the reader; absent means now. */
  when: z.string().optional(),
  agreement: z.string().optional(),
  touchpoint: z.string().optional(),
});

/** A contact while it is being written down; its id makes sending it again harmless. */
export type Draft = z.output<typeof draft>;

const place = 'capture';
const channelPlace = 'capture.channel';

/** An empty draft, by the channel that was used last. */
export function newDraft(): Draft {
  const channel = channels.find((one) => one === recall(channelPlace)) ?? 'phone';
  return { id: crypto.randomUUID(), channel, direction: 'in', words: '' };
}

/** The draft that was left on this device; undefined where there is none worth keeping. */
export function keptDraft(): Draft | undefined {
  try {
    const read = draft.safeParse(JSON.parse(recall(place) ?? 'null'));
    return read.success && read.data.words.trim() !== '' ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is being written, so that nothing is lost with a closed window or a dead line. */
export function keepDraft(one: Draft): void {
  remember(place, JSON.stringify(one));
}

/** Forgets the kept draft; with an id only if it is that one. */
export function dropDraft(id?: string): void {
  if (id === undefined || keptDraft()?.id === id) remember(place, '');
}

/** Remembers the channel for the next time. */
export function noteChannel(channel: string): void {
  remember(channelPlace, channel);
}
