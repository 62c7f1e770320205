import { z } from 'zod';
import { term } from './calendar.ts';
import { endpoint } from './contract.ts';
import { id, instant, line, prose } from './scalars.ts';

/** The texts of a standing promise in one language: the fields of ISO 10001. */
export const standingTexts = z.strictObject({
  title: line,
  promise: prose.min(1),
  conditions: prose.default(''),
  limits: prose.default(''),
  /** What to do when it was not kept. */
  complain: prose.min(1),
  contact: line,
  /** How we measure whether we keep it. */
  indicator: line,
});
export type StandingTexts = z.infer<typeof standingTexts>;

const property = z.string().trim().min(1).max(60);
const trigger = z.strictObject({
  /** The event's name, e.g. `Order Completed`. */
  event: z.string().trim().min(1).max(200),
  /** Only where all of these properties are so. */
  where: z
    .array(z.strictObject({ property, is: z.string().max(200) }))
    .max(10)
    .default([]),
});

/** What makes a standing promise each customer's own, and what keeps it. */
export const standingRule = z.strictObject({
  opens: trigger,
  closes: trigger,
  /** The property that names the same order, visit or case in both events. */
  same: property,
  term,
  desired: term.optional(),
  /** Beside being in time, what must be so: `complete` is the event's property `complete`. */
  ticks: z
    .array(z.strictObject({ tick: z.string().trim().min(1).max(40), property }))
    .max(10)
    .default([]),
  kind: z.string().trim().min(1).max(60),
});
export type StandingRule = z.output<typeof standingRule>;

const texts = z.strictObject({ en: standingTexts, es: standingTexts, ru: standingTexts });

export const standing = z.strictObject({
  standing_id: id,
  version: z.int(),
  state: z.enum(['draft', 'in-force', 'withdrawn', 'superseded']),
  texts,
  rule: standingRule,
  keeper_department: id.nullable(),
  public: z.boolean(),
  in_force_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  /** How far it is opened for what happened before it was published; null where that was not asked for. */
  past: z
    .strictObject({
      state: z.enum(['running', 'stopped', 'done']),
      /** What was heard before this instant is looked through. */
      before: z.string(),
      /** All that happened up to this instant is looked through; null where all is. */
      until: z.string().nullable(),
      opened: z.int(),
    })
    .nullable(),
  made_at: z.string(),
});
export type Standing = z.output<typeof standing>;

export const standings = endpoint({
  name: 'promises.standings',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'The standing promises in every version, the newest first, with how each was kept in the last 12 months.',
  input: z.strictObject({}),
  reply: z.strictObject({
    standings: z.array(standing),
    /** By standing promise, whatever its version; none for one that nobody ever held. */
    held: z.array(
      z.strictObject({
        standing_id: id,
        /** How many hold it now, and of how many of these the day has passed. */
        open: z.int(),
        late: z.int(),
        /** Of those due in the last 12 months. */
        kept: z.int(),
        exceeded: z.int(),
        broken: z.int(),
      }),
    ),
  }),
});

export const eventNames = endpoint({
  name: 'promises.event-names',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'Names of events that were heard here, to choose what opens and closes a standing promise.',
  input: z.strictObject({}),
  reply: z.strictObject({ names: z.array(z.string()) }),
});

export const setStanding = endpoint({
  name: 'promises.set-standing',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary: 'Drafts a standing promise, or a further version of one.',
  input: z.strictObject({
    standing_id: id.optional(),
    texts,
    rule: standingRule,
    keeper_department: id.nullable().default(null),
    public: z.boolean().default(true),
  }),
  reply: z.strictObject({ standing }),
});

export const publishStanding = endpoint({
  name: 'promises.publish-standing',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary:
    'Puts a draft into force, from now or from an earlier instant, where the version before it ends; with `past` it is opened, little by little, for what happened since then and was heard already.',
  input: z.strictObject({
    standing_id: id,
    version: z.int(),
    in_force_at: instant.optional(),
    past: z.boolean().default(false),
  }),
  reply: z.strictObject({ standing }),
});

export const openPast = endpoint({
  name: 'promises.open-past',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary: 'Stops the opening of a standing promise for what happened before it was published, or goes on with it.',
  input: z.strictObject({ standing_id: id, version: z.int(), going: z.boolean() }),
  reply: z.strictObject({ standing }),
});

export const withdrawStanding = endpoint({
  name: 'promises.withdraw-standing',
  method: 'POST',
  access: 'promises.manage',
  purpose: 'administration',
  summary: 'Takes a standing promise out of force; what customers already hold stays promised.',
  input: z.strictObject({ standing_id: id, undo: z.boolean().default(false) }),
  reply: z.strictObject({ standing }),
});
