import { z } from 'zod';
import { endpoint } from './contract.ts';
import { id, instant } from './scalars.ts';
import { lineKey } from './today.ts';

const lines = z.array(lineKey).min(1).max(100);
/** What a colleague writes to what he hands over; it stands on the line and is not mailed. */
export const note = z.string().trim().min(1).max(500);

/** To whom a line goes: a person, or a department as a whole. */
export const receiver = z.union([z.strictObject({ person_id: id }), z.strictObject({ department_id: id })]);
export type Receiver = z.infer<typeof receiver>;

export const handOver = endpoint({
  name: 'today.hand-over',
  method: 'POST',
  access: 'customers.read',
  purpose: 'service',
  summary:
    'Hands lines over to a person or a department, who is told: one’s own and one’s department’s; whoever leads, his people’s too.',
  input: z.strictObject({ lines, to: receiver, note: note.optional() }),
  reply: z.strictObject({ lines: z.int() }),
});

export const takeBack = endpoint({
  name: 'today.take-back',
  method: 'POST',
  access: 'customers.read',
  purpose: 'service',
  summary:
    'Undoes one’s own handing over of lines, for a quarter of an hour; refused as line.handed-on when somebody has taken one.',
  input: z.strictObject({ lines }),
  reply: z.strictObject({ lines: z.int() }),
});

const waiting = {
  lines: z.int(),
  late: z.int(),
  /** Since when the oldest has stood here; null where there is none. */
  oldest: instant.nullable(),
};
const name = z.strictObject({ en: z.string(), es: z.string(), ru: z.string() });

export const teamPerson = z.strictObject({
  person_id: id,
  name: z.string(),
  ...waiting,
  /** How many of them he took from his department’s, and put off. */
  claimed: z.int(),
  snoozed: z.int(),
  /** How many he settled yesterday, by the days of the house. */
  settled: z.int(),
});
export type TeamPerson = z.infer<typeof teamPerson>;

/** A department with its people by name, and what nobody there has; without an id: who and what belongs to none. */
export const teamDepartment = z.strictObject({
  department_id: id.nullable(),
  name: name.nullable(),
  people: z.array(teamPerson),
  nobody: z.strictObject(waiting),
});
export type TeamDepartment = z.infer<typeof teamDepartment>;

export const team = endpoint({
  name: 'today.team',
  method: 'GET',
  access: 'customers.read',
  purpose: 'none',
  summary:
    'How many lines await whom, by department and person, by name: for heads their departments, for administrators all.',
  input: z.strictObject({}),
  reply: z.strictObject({ departments: z.array(teamDepartment) }),
});
