import { z } from 'zod';
import { endpoint } from './contract.ts';
import { channels } from './memory.ts';
import { failingMark, shownDepartment } from './moments-shown.ts';
import { currency, cursor, id, limit, prose } from './scalars.ts';

/**
 * open: nobody answers for it yet; owned: somebody does; done: what would repair it was done, and he has not said yet;
 * repaired and unrepaired: by his own word alone; void: it was not bad after all; given-up: nothing more is done.
 */
export const recoveryStates = ['open', 'owned', 'done', 'repaired', 'unrepaired', 'void', 'given-up'] as const;
export const recoveryState = z.enum(recoveryStates);
export type RecoveryState = z.infer<typeof recoveryState>;

/** What may be done to repair. */
export const repairs = ['apology', 'call', 'correction', 'refund', 'replacement', 'gift', 'visit', 'other'] as const;
export const repairKind = z.enum(repairs);

const minor = z.int().min(0).max(1_000_000_000);

export const shownRecovery = z.strictObject({
  customer_id: id,
  recovery_id: id,
  customer: z.string().nullable(),
  state: recoveryState,
  opened_at: z.string(),
  moment_at: z.string(),
  severity: z.int(),
  failing: z.array(failingMark),
  touchpoint: z.string(),
  /** Only a machine’s guess says that it was bad. */
  doubted: z.boolean(),
  own_by: z.string(),
  owner: z.strictObject({ person_id: id, name: z.string() }).nullable(),
  owner_department: shownDepartment.nullable(),
  owned_at: z.string().nullable(),
  /** What he says would repair it. */
  wants: z.string().nullable(),
  currency,
  spent_minor: minor,
  /** What whoever asks may still spend on it without asking; null where he may not act. */
  left_minor: minor.nullable(),
  done_at: z.string().nullable(),
  recheck_at: z.string().nullable(),
  outcome_words: z.string().nullable(),
  outcome_at: z.string().nullable(),
  rounds: z.int(),
  version: z.int(),
  steps: z.array(
    z.strictObject({
      step_id: id,
      at: z.string(),
      by: z.string(),
      by_name: z.string().nullable(),
      what: z.string(),
      words: z.string().nullable(),
      cost_minor: minor,
    }),
  ),
});
export type ShownRecovery = z.infer<typeof shownRecovery>;

const at = { customer_id: id, recovery_id: id, version: z.int().min(1) };
const changed = z.strictObject({ recovery: shownRecovery });

export const own = endpoint({
  name: 'moments.own',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Answers for a recovery oneself; refused as line.taken where somebody does already.',
  input: z.strictObject({ customer_id: id, recovery_id: id }),
  reply: changed,
});

export const assign = endpoint({
  name: 'moments.assign',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Gives a recovery to another person or department, who is told; the last one given stands.',
  input: z.strictObject({
    customer_id: id,
    recovery_id: id,
    to: z.union([z.strictObject({ person_id: id }), z.strictObject({ department_id: id })]),
    words: prose.optional(),
  }),
  reply: changed,
});

export const want = endpoint({
  name: 'moments.want',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Writes down what the customer says would repair it.',
  input: z.strictObject({ ...at, words: prose.min(1), channel: z.enum(channels).default('phone') }),
  reply: changed,
});

export const repair = endpoint({
  name: 'moments.repair',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary:
    'Writes down what was done to repair it and what it cost; refused as recovery.over-budget beyond what his role may spend.',
  input: z.strictObject({
    ...at,
    what: repairKind,
    words: prose.min(1),
    cost_minor: minor.default(0),
    /** All that would repair it is done: he is asked next. */
    done: z.boolean().default(true),
  }),
  reply: changed,
});

export const outcome = endpoint({
  name: 'moments.outcome',
  method: 'POST',
  access: 'customers.write',
  purpose: 'service',
  summary: 'Writes down the customer’s own word on whether it is repaired.',
  input: z.strictObject({
    ...at,
    repaired: z.boolean(),
    words: prose.min(1),
    channel: z.enum(channels).default('phone'),
  }),
  reply: changed,
});

export const giveUp = endpoint({
  name: 'moments.give-up',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'service',
  summary: 'Says that nothing more will be done, and why; with `undo` that it goes on.',
  input: z.strictObject({ ...at, words: prose.min(1), undo: z.boolean().default(false) }),
  reply: changed,
});

/** Which recoveries: those that go on, by who answers next; mine; those that ended. */
export const recoveryLists = ['going', 'mine', 'ended'] as const;

export const recoveries = endpoint({
  name: 'moments.recoveries',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Recoveries: those that go on, the next to be answered for first; or those that ended, newest first.',
  input: z.strictObject({ which: z.enum(recoveryLists).default('going'), cursor: cursor.optional(), limit }),
  reply: z.strictObject({ recoveries: z.array(shownRecovery), next: z.string().nullable() }),
});

export const recovery = endpoint({
  name: 'moments.recovery',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'One recovery with what was done.',
  input: z.strictObject({ customer_id: id, recovery_id: id }),
  reply: changed,
});
