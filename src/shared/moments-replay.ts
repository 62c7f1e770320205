import { z } from 'zod';
import { endpoint } from './contract.ts';
import { id } from './scalars.ts';

/** So many of a group, with the interval of Wilson (95 %); null where the group is under 30: not enough data. */
const share = z
  .strictObject({ count: z.int(), of: z.int(), rate: z.number(), low: z.number(), high: z.number() })
  .nullable();
export type Share = z.infer<typeof share>;

/** What each setting of the account would have said of those who left and of those who stayed. */
export const shownReplay = z.strictObject({
  replay_id: id,
  made_at: z.string(),
  /** Null while it is being computed. */
  finished_at: z.string().nullable(),
  /** Customers looked at so far, and how many there are. */
  done: z.int(),
  all: z.int(),
  /** Customers whose agreements have all ended, who have one that runs, and who never had any: these are in no share. */
  left: z.int(),
  stayed: z.int(),
  without_agreement: z.int(),
  /** Of those who left: who had exactly one bad moment in the year before. */
  lost_after_one: share,
  settings: z.array(
    z.strictObject({
      five: z.int(),
      cap: z.int().nullable(),
      /** The house's own setting. */
      current: z.boolean(),
      /** Of those who left: to whom something was owed on the day they left. Of those who stayed: to whom it is now. */
      owed_left: share,
      owed_stayed: share,
    }),
  ),
});
export type ShownReplay = z.infer<typeof shownReplay>;

export const replay = endpoint({
  name: 'moments.replay',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'none',
  summary:
    'Begins to compute what each setting of the account would have said of who left; gives the one under way, if any.',
  input: z.strictObject({}),
  reply: z.strictObject({ replay: shownReplay }),
});

export const replays = endpoint({
  name: 'moments.replays',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'The last replay of the account over the company’s own history, with how far it is.',
  input: z.strictObject({}),
  reply: z.strictObject({ replay: shownReplay.nullable() }),
});
