import { z } from 'zod';
import { endpoint } from './contract.ts';
import { cursor, email, id, language, limit, line } from './scalars.ts';
import { role } from './staff.ts';

const nothing = z.strictObject({});
const version = z.int().min(1);

/** Somebody who works here, worked here or is invited to. */
export const person = z.strictObject({
  person_id: id,
  name: z.string(),
  email: z.string(),
  role,
  department_id: id.nullable(),
  language,
  state: z.enum(['invited', 'active', 'left']),
  successor_id: id.nullable(),
  invited_at: z.string(),
  joined_at: z.string().nullable(),
  left_at: z.string().nullable(),
  last_seen_at: z.string().nullable(),
  version: z.int(),
});

export const people = endpoint({
  name: 'staff.people',
  method: 'GET',
  access: 'staff.manage',
  purpose: 'none',
  summary: 'Everybody who works here, is invited or has left; a manager sees his own department.',
  input: nothing,
  reply: z.strictObject({ people: z.array(person) }),
});

export const colleagues = endpoint({
  name: 'staff.colleagues',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'Who works here now, to be named and chosen: name, role and department.',
  input: nothing,
  reply: z.strictObject({
    people: z.array(z.strictObject({ person_id: id, name: z.string(), role, department_id: id.nullable() })),
  }),
});

const invitation = z.strictObject({
  person_id: id,
  /** True when a letter is on its way. */
  mailed: z.boolean(),
  /** To hand over where no mail is set up; shown in this answer only. */
  link: z.string().nullable(),
  until: z.string(),
});

export const invite = endpoint({
  name: 'staff.invite',
  method: 'POST',
  access: 'staff.manage',
  purpose: 'administration',
  summary: 'Invites somebody by mail, or gives the link to hand over.',
  input: z.strictObject({ email, name: line, role, department_id: id.nullable(), language }),
  reply: invitation,
  secret: true,
});

export const inviteAgain = endpoint({
  name: 'staff.invite-again',
  method: 'POST',
  access: 'staff.manage',
  purpose: 'administration',
  summary: 'Makes a new link for an invitation that was not accepted; the old one ends.',
  input: z.strictObject({ person_id: id }),
  reply: invitation,
  secret: true,
});

export const editPerson = endpoint({
  name: 'staff.edit-person',
  method: 'POST',
  access: 'staff.manage',
  purpose: 'administration',
  summary: 'Changes name, role, department or language of a person; nobody his own role, nor the last administrator.',
  input: z.strictObject({
    person_id: id,
    version,
    name: line.optional(),
    role: role.optional(),
    department_id: id.nullable().optional(),
    language: language.optional(),
  }),
  reply: z.strictObject({ version: z.int() }),
});

export const leave = endpoint({
  name: 'staff.leave',
  method: 'POST',
  access: 'staff.manage',
  purpose: 'administration',
  summary: 'Somebody leaves: sessions and keys end at once, and what is his goes to the successor.',
  input: z.strictObject({ person_id: id, successor_id: id.nullable() }),
  reply: nothing,
});

export const changes = endpoint({
  name: 'staff.changes',
  method: 'GET',
  access: 'staff.administer',
  purpose: 'audit',
  summary: 'What was changed here, by whom, newest first: roles, people, keys, departments, settings.',
  input: z.strictObject({ subject: z.string().max(80).optional(), limit, cursor: cursor.optional() }),
  reply: z.strictObject({
    changes: z.array(
      z.strictObject({
        change_id: id,
        at: z.string(),
        actor: z.string(),
        actor_name: z.string().nullable(),
        what: z.string(),
        subject: z.string(),
        subject_name: z.string().nullable(),
        before: z.record(z.string(), z.unknown()).nullable(),
        after: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
