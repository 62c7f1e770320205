import { z } from 'zod';
import { endpoint, event } from './contract.ts';
import { cursor, date, id, instant, limit, line } from './scalars.ts';

const nothing = z.strictObject({});

/** How pressing a kind is, by itself: an alarm is mailed at once; so is a question to somebody; news wait for the digest. */
export const kindClasses = ['alarm', 'question', 'news'] as const;
export type KindClass = (typeof kindClasses)[number];

/** Every kind of line and telling, with its class; a room on the right writes its own here. */
export const kinds = {
  'promises.accept': 'question',
  'promises.unaccepted': 'alarm',
  'promises.declined': 'alarm',
  'promises.due-soon': 'news',
  'promises.due-today': 'news',
  'promises.late': 'alarm',
  'promises.inner-late': 'alarm',
  'promises.no-keeper': 'alarm',
  'promises.expectation-low': 'alarm',
  'moments.repair': 'alarm',
  'moments.recheck': 'question',
  'moments.mark': 'question',
  'moments.ask': 'question',
  'today.handed': 'question',
} as const satisfies Readonly<Record<string, KindClass>>;
export type Kind = keyof typeof kinds;

/** How somebody hears of a kind: on the page, and by mail at once, in the morning's digest, or never. */
export const mailWays = ['now', 'daily', 'never'] as const;
export const mailWay = z.enum(mailWays);
export type MailWay = z.infer<typeof mailWay>;

/** How a kind is told to who has said nothing else. */
export function usualWay(kind: Kind): { readonly app: boolean; readonly mail: MailWay } {
  return { app: true, mail: kinds[kind] === 'news' ? 'daily' : 'now' };
}

/** What stands in a word's `{{slot}}`: numbers, instants, dates, and whom by his id; never texts or customers' names. */
export const slot = z.union([
  z.number(),
  z.strictObject({ at: instant }),
  z.strictObject({ on: date }),
  z.strictObject({ person: id }),
  z.strictObject({ department: id }),
]);
export type Slot = z.infer<typeof slot>;
export const slots = z.record(z.string().regex(/^\w{1,40}$/), slot);
export type Slots = z.infer<typeof slots>;

/** A slot as it is shown: who was named by his id has his name. */
export const shownSlot = z.union([
  z.number(),
  z.strictObject({ at: instant }),
  z.strictObject({ on: date }),
  z.strictObject({ person: id, name: z.string() }),
  z.strictObject({ department: id, name: z.strictObject({ en: z.string(), es: z.string(), ru: z.string() }) }),
]);
export type ShownSlot = z.infer<typeof shownSlot>;
const shownSlots = z.record(z.string(), shownSlot);

/** The one next step of a line, taken with one key: its word, the endpoint and what it is asked. */
export const act = z.strictObject({
  word: z.string(),
  endpoint: z.string().regex(/^[a-z]+\.[a-z]+(-[a-z]+)*$/),
  input: z.record(z.string(), z.unknown()),
});

/**
 * How a line goes to somebody else: null is Today's own way, false is not at all; else the endpoint of its room, which is
 * asked `input` with `{ person_id }` or `{ department_id }` under the name `as`.
 */
export const handOverWay = z.union([
  z.strictObject({ endpoint: act.shape.endpoint, input: act.shape.input, as: z.string() }),
  z.literal(false),
]);
export type HandOverWay = z.infer<typeof handOverWay>;

const named = z.strictObject({ person_id: id, name: z.string() });
/** Which line. */
export const lineKey = z.strictObject({
  customer_id: id,
  room: z.string().min(1).max(40),
  key: z.string().min(1).max(200),
});

/** Why a line is in somebody's list: his own; his department's; of one who left; nobody else is there; he leads who has it. */
export const vias = ['own', 'department', 'stand-in', 'house', 'team'] as const;

/** One thing that awaits somebody. */
export const todayLine = z.strictObject({
  ...lineKey.shape,
  /** The customer as one, whatever record a line names: lines with the same stand together. */
  face_id: id,
  /** The customer's name and, for who has none, how we know him; both null where a line is about the house. */
  customer: z.string().nullable(),
  customer_key: z.string().nullable(),
  kind: z.string(),
  word: z.string(),
  slots: shownSlots,
  /** Where its button leads, within the app. */
  path: z.string(),
  act: act.nullable(),
  hand_over: handOverWay.nullable(),
  /** Who handed it to whose it is now, and what he wrote to it. */
  handed: z.strictObject({ by: named, at: z.string(), note: z.string().nullable() }).nullable(),
  weight: z.int(),
  /** Good moments that we owe this customer, and whether he is going. */
  owed: z.int(),
  lost: z.boolean(),
  /** How much its waiting hurts, in points: what the order goes by. */
  hurt: z.int(),
  until: z.string().nullable(),
  late: z.boolean(),
  since: z.string(),
  via: z.enum(vias),
  /** Whose it was, where he no longer works here. */
  instead_of: named.nullable(),
  department: z
    .strictObject({
      department_id: id,
      name: z.strictObject({ en: z.string(), es: z.string(), ru: z.string() }),
    })
    .nullable(),
  claimed_by: named.nullable(),
  snoozed_until: z.string().nullable(),
});
export type TodayLine = z.infer<typeof todayLine>;

/** Which lines: what awaits me; all of my department, taken ones too; what I put off. */
export const lineFilters = ['mine', 'department', 'snoozed'] as const;

export const lines = endpoint({
  name: 'today.lines',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary:
    'What awaits me, what hurts the relationship most first; with counts on the first page. Whoever leads may ask for a person’s lines, or for those of a department that nobody has, instead.',
  input: z.strictObject({
    filter: z.enum(lineFilters).default('mine'),
    person_id: id.optional(),
    department_id: id.optional(),
    cursor: cursor.optional(),
    limit,
  }),
  reply: z.strictObject({
    lines: z.array(todayLine),
    next: z.string().nullable(),
    /** Of all that the filter shows, counted up to 2 000 lines; null on further pages. */
    counts: z
      .strictObject({ lines: z.int(), customers: z.int(), late: z.int(), snoozed: z.int(), more: z.boolean() })
      .nullable(),
    /** What colleagues took in the last quarter of an hour of what I see, at most 50; null on further pages. */
    taken: z.array(z.strictObject({ ...lineKey.shape, by: named })).nullable(),
    /** True where the reader leads: there is a team to look at. */
    leads: z.boolean(),
  }),
});

export const claim = endpoint({
  name: 'today.claim',
  method: 'POST',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Takes a line of the department upon oneself; refused as line.taken when a colleague was faster.',
  input: lineKey,
  reply: nothing,
});

export const release = endpoint({
  name: 'today.release',
  method: 'POST',
  access: 'customers.read',
  purpose: 'service',
  summary: 'Gives a line that one had taken back to the department.',
  input: lineKey,
  reply: nothing,
});

export const snooze = endpoint({
  name: 'today.snooze',
  method: 'POST',
  access: 'customers.read',
  purpose: 'service',
  summary:
    'Puts a line off until an instant, at most 60 days; null undoes it. Who puts a department’s line off takes it.',
  input: z.strictObject({ ...lineKey.shape, until: instant.nullable() }),
  reply: z.strictObject({
    /** True where the line was taken by this, so that undoing gives it back. */
    claimed: z.boolean(),
  }),
});

export const settled = endpoint({
  name: 'today.settled',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary: 'How many lines I settled yesterday, and today so far, by kind, by the days of my zone.',
  input: nothing,
  reply: z.strictObject({
    yesterday: z.array(z.strictObject({ kind: z.string(), count: z.int() })),
    today: z.array(z.strictObject({ kind: z.string(), count: z.int() })),
  }),
});

/** Something said to me. */
export const telling = z.strictObject({
  telling_id: id,
  customer_id: id.nullable(),
  customer: z.string().nullable(),
  customer_key: z.string().nullable(),
  kind: z.string(),
  word: z.string(),
  slots: shownSlots,
  path: z.string(),
  at: z.string(),
  late_seconds: z.int(),
  seen: z.boolean(),
});
export type Telling = z.infer<typeof telling>;

export const tellings = endpoint({
  name: 'today.tellings',
  method: 'GET',
  access: 'customers.read',
  purpose: 'service',
  summary: 'What I was told, newest first, and how much of it I have not seen.',
  input: z.strictObject({ cursor: cursor.optional(), limit }),
  reply: z.strictObject({ tellings: z.array(telling), next: z.string().nullable(), unseen: z.int() }),
});

export const unseen = endpoint({
  name: 'today.unseen',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'How many tellings I have not seen; no more than 100 are counted.',
  input: nothing,
  reply: z.strictObject({ unseen: z.int() }),
});

export const see = endpoint({
  name: 'today.see',
  method: 'POST',
  access: 'signed-in',
  purpose: 'none',
  summary: 'Marks a telling as seen, or all up to an instant.',
  input: z.union([z.strictObject({ telling_id: id }), z.strictObject({ until: instant })]),
  reply: z.strictObject({ unseen: z.int() }),
});

const kindName = z.enum(Object.keys(kinds)).refine(isKind);

/** True for a kind that this version knows. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

const preference = z.strictObject({ kind: z.string(), class: z.enum(kindClasses), app: z.boolean(), mail: mailWay });

export const preferences = endpoint({
  name: 'today.preferences',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'How I am told of each kind: on the page, and by mail at once, in the morning, or never.',
  input: nothing,
  reply: z.strictObject({ preferences: z.array(preference), mail: z.boolean() }),
});

export const prefer = endpoint({
  name: 'today.prefer',
  method: 'POST',
  access: 'signed-in',
  purpose: 'none',
  summary: 'Changes how I am told of kinds.',
  input: z.strictObject({
    preferences: z
      .array(z.strictObject({ kind: kindName, app: z.boolean(), mail: mailWay }))
      .min(1)
      .max(200),
  }),
  reply: nothing,
});

/** Lines came or went; told once a batch, under the house’s own id. */
export const changed = event({
  name: 'today.changed',
  payload: z.strictObject({ room: line, lines: z.int() }),
});

/** Somebody was told something; told once a batch, under the house’s own id. */
export const told = event({
  name: 'today.told',
  payload: z.strictObject({ person_ids: z.array(id) }),
});
