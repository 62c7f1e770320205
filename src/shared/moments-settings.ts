import { z } from 'zod';
import { endpoint } from './contract.ts';
import { currency } from './scalars.ts';
import { roles } from './staff.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const days = (most: number) => z.int().min(0).max(most);

/** The house's ways with moments; what is left out of a change stays as it is. */
const fields = {
  /** What one bad moment weighs against good ones. */
  five: z.int().min(1).max(20),
  /** Most credit; null for no limit. */
  cap: z.int().min(1).max(1_000).nullable(),
  /** Half-life of what is shown, in months; null for no fading. */
  fade_months: z.int().min(1).max(120).nullable(),
  /** Days between two questions to one customer. */
  rest_days: days(365),
  /** Hours of his in which a customer may be asked. */
  ask_from: clock,
  ask_until: clock,
  /** Minutes after a contact, and days after it, when he is asked. */
  ask_minutes: z.int().min(5).max(10_080),
  ask_later_days: z.int().min(1).max(60),
  /** Minutes within which a recovery has an owner. */
  own_minutes: z.int().min(15).max(480),
  /** Days after what was done when he is asked whether it is repaired. */
  recheck_days: days(60),
  /** What each role may spend on one recovery without asking, in minor units of the house's currency. */
  budgets: z.strictObject(Object.fromEntries(roles.map((role) => [role, z.int().min(0).max(1_000_000_000)]))),
  /** Days after which who had only indifferent moments is called forgotten. */
  forgotten_days: z.int().min(30).max(1_000),
};

const shown = z.strictObject({
  ...fields,
  budgets: z.record(z.enum(roles), z.int()),
  currency,
  version: z.int(),
  /** The accounts that are being counted anew because the ways changed; null where none ever were. */
  recount: z
    .strictObject({
      made_at: z.string(),
      done: z.int(),
      all: z.int(),
      finished_at: z.string().nullable(),
    })
    .nullable(),
});

export const settings = endpoint({
  name: 'moments.settings',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary:
    'What a bad moment weighs, when customers are asked, what may be spent to repair, and how a recount goes on.',
  input: z.strictObject({}),
  reply: shown,
});

export const editSettings = endpoint({
  name: 'moments.edit-settings',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary: 'Changes these ways; where the weight or the cap changes, every account is counted anew in the background.',
  input: z
    .strictObject({ version: z.int().min(0), ...z.strictObject(fields).partial().shape })
    .refine(({ ask_from, ask_until }) => (ask_from === undefined) === (ask_until === undefined), {
      path: ['ask_until'],
      params: { code: 'hours.both' },
    })
    .refine(({ ask_from, ask_until }) => ask_from === undefined || ask_until === undefined || ask_from < ask_until, {
      path: ['ask_until'],
      params: { code: 'hours.order' },
    }),
  reply: shown,
});
