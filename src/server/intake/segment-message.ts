import { z } from 'zod';

const name = z.string().min(1).max(500);
const bag = z.record(z.string(), z.unknown());

/**
 * A message of the Segment Spec as clients send it. Unknown fields stay (they are in the raw text anyway); what is read
 * here is only what places the event in someone's memory.
 */
export const segmentMessage = z.looseObject({
  type: z.enum(['identify', 'track', 'page', 'screen', 'group', 'alias']),
  messageId: name.nullish(),
  userId: z.union([z.string().max(500), z.number()]).nullish(),
  anonymousId: z.union([z.string().max(500), z.number()]).nullish(),
  previousId: z.union([z.string().max(500), z.number()]).nullish(),
  groupId: z.union([z.string().max(500), z.number()]).nullish(),
  event: name.nullish(),
  name: z.string().max(500).nullish(),
  category: z.string().max(500).nullish(),
  traits: bag.nullish(),
  properties: bag.nullish(),
  context: bag.nullish(),
  timestamp: z.union([z.string().max(64), z.number()]).nullish(),
  originalTimestamp: z.union([z.string().max(64), z.number()]).nullish(),
  sentAt: z.union([z.string().max(64), z.number()]).nullish(),
});

/** A message of the Segment Spec as it was read. */
export type SegmentMessage = z.infer<typeof segmentMessage>;
/** Fields of any name. */
export type Bag = z.infer<typeof bag>;
