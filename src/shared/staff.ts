import { z } from 'zod';
import { endpoint, event, type Right, rights } from './contract.ts';
import { email, id, language, line, zone } from './scalars.ts';
import { houseInput } from './staff-house.ts';

/** Roles from the narrowest to the widest. */
export const roles = ['employee', 'lead', 'manager', 'privacy-officer', 'administrator'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

const everyone: readonly Right[] = ['open', 'signed-in'];
const employee: readonly Right[] = [
  ...everyone,
  'customers.read',
  'customers.write',
  'memory.capture',
  'promises.make',
];
const lead: readonly Right[] = [...employee, 'customers.merge'];
const manager: readonly Right[] = [...lead, 'customers.export', 'intake.manage', 'promises.manage', 'staff.manage'];

/**
 * The one table of who may do what, used by HTTP, API keys, jobs and the command line. A manager's `staff.manage`
 * reaches the people of his own department only, and never gives more than he has; `staff.administer` reaches all.
 */
export const policy: Readonly<Record<Role, readonly Right[]>> = {
  employee,
  lead,
  manager,
  'privacy-officer': [...everyone, 'customers.read', 'customers.export', 'privacy.audit'],
  administrator: rights,
};

/** What a role may do. */
export function rightsOf(name: Role): readonly Right[] {
  return policy[name];
}

/** A new password: 10 to 200 characters; nothing else is asked of it. */
export const newPassword = z.string().min(10).max(200);

/** A one-time token from a link. */
export const linkToken = z.string().min(20).max(100);

const password = z.string().min(1).max(200);
const nothing = z.strictObject({});

export const me = endpoint({
  name: 'staff.me',
  method: 'GET',
  access: 'open',
  purpose: 'none',
  summary:
    'Who is signed in and what he may do, in which house, and whether it is set up; the person is null when nobody is.',
  input: nothing,
  reply: z.strictObject({
    person: z
      .strictObject({
        person_id: id,
        name: z.string(),
        email: z.string(),
        role,
        language,
        /** His own zone, else the house's. */
        zone: z.string(),
        department_id: id.nullable(),
      })
      .nullable(),
    rights: z.array(z.enum(rights)),
    house: z
      .strictObject({
        name: z.string(),
        languages: z.array(language),
        zone: z.string(),
        currency: z.string(),
        /** Changes with the logo; null while there is none. */
        logo: z.string().nullable(),
      })
      .nullable(),
    set_up: z.boolean(),
    /** True when letters can be sent; else links are handed over by an administrator. */
    mail: z.boolean(),
    /** Where the live stream stands, to open it `from`; null for whom it is closed. */
    live: z.string().nullable(),
  }),
});

export const setUp = endpoint({
  name: 'staff.set-up',
  method: 'POST',
  access: 'open',
  purpose: 'administration',
  summary: 'Makes the organisation and its first administrator with the one-time token that the server printed.',
  input: z.strictObject({
    token: linkToken,
    organisation: houseInput,
    person: z.strictObject({ name: line, email, password: newPassword, language }),
  }),
  reply: z.strictObject({ person_id: id }),
});

export const signIn = endpoint({
  name: 'staff.sign-in',
  method: 'POST',
  access: 'open',
  purpose: 'none',
  summary: 'Opens a session with e-mail and password; always a new one.',
  input: z.strictObject({ email: z.string().min(1).max(254), password }),
  reply: z.strictObject({ person_id: id }),
});

export const signOut = endpoint({
  name: 'staff.sign-out',
  method: 'POST',
  access: 'open',
  purpose: 'none',
  summary: 'Ends the session of this browser; harmless where there is none.',
  input: nothing,
  reply: nothing,
});

export const changePassword = endpoint({
  name: 'staff.change-password',
  method: 'POST',
  access: 'signed-in',
  purpose: 'none',
  summary: 'Changes the own password; every other session of the person ends.',
  input: z.strictObject({ current: password, password: newPassword }),
  reply: nothing,
});

export const askReset = endpoint({
  name: 'staff.ask-reset',
  method: 'POST',
  access: 'open',
  purpose: 'none',
  summary: 'Asks for a link to a new password by mail; the answer is the same whether the address is known or not.',
  input: z.strictObject({ email: z.string().min(1).max(254) }),
  reply: z.strictObject({ mail: z.boolean() }),
});

export const makeResetLink = endpoint({
  name: 'staff.make-reset-link',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Makes a link to a new password, shown once, to hand over to the person.',
  input: z.strictObject({ person_id: id }),
  reply: z.strictObject({ link: z.string(), until: z.string() }),
  secret: true,
});

export const reset = endpoint({
  name: 'staff.reset',
  method: 'POST',
  access: 'open',
  purpose: 'none',
  summary: 'Sets a new password with the token of a reset link and signs in; every older session ends.',
  input: z.strictObject({ token: linkToken, password: newPassword }),
  reply: z.strictObject({ person_id: id }),
});

export const readLink = endpoint({
  name: 'staff.read-link',
  method: 'POST',
  access: 'open',
  purpose: 'none',
  summary: 'Whom a link is for, without using it up: its kind, and the name and address of its person.',
  input: z.strictObject({ token: linkToken }),
  reply: z.strictObject({
    kind: z.enum(['set-up', 'invitation', 'reset']),
    name: z.string().nullable(),
    email: z.string().nullable(),
    language: language.nullable(),
    until: z.string(),
  }),
});

export const accept = endpoint({
  name: 'staff.accept',
  method: 'POST',
  access: 'open',
  purpose: 'none',
  summary: 'Accepts an invitation: chooses the password and signs in.',
  input: z.strictObject({
    token: linkToken,
    name: line.optional(),
    language: language.optional(),
    password: newPassword,
  }),
  reply: z.strictObject({ person_id: id }),
});

export const editMe = endpoint({
  name: 'staff.edit-me',
  method: 'POST',
  access: 'signed-in',
  purpose: 'none',
  summary: 'Changes the own name, language or time zone.',
  input: z.strictObject({ name: line.optional(), language: language.optional(), zone: zone.nullable().optional() }),
  reply: nothing,
});

export const rightsMatrix = endpoint({
  name: 'staff.rights',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'The policy: every role with its rights.',
  input: nothing,
  reply: z.strictObject({
    rights: z.array(z.enum(rights)),
    roles: z.array(z.strictObject({ role, rights: z.array(z.enum(rights)) })),
  }),
});

/** Events that concern the whole house, not a customer, are told under this id. */
export const houseId = '00000000-0000-0000-0000-000000000000';

/** Somebody no longer works here; what was his goes to the successor. */
export const personLeft = event({
  name: 'staff.person-left',
  payload: z.strictObject({ person_id: id, successor_id: id.nullable() }),
});
