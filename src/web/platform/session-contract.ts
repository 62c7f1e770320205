import { z } from 'zod';
import { endpoint, rights } from '../../shared/contract.ts';
import { language } from '../../shared/scalars.ts';

/** Who is signed in, what he may do, and in which house. */
export const me = endpoint({
  name: 'staff.me',
  method: 'GET',
  access: 'signed-in',
  purpose: 'none',
  summary: 'The signed-in person, his rights and the house.',
  input: z.strictObject({}),
  reply: z.object({
    person: z.object({
      person_id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.string(),
      language,
      zone: z.string(),
    }),
    rights: z.array(z.enum(rights)),
    house: z.object({ name: z.string(), languages: z.array(language), zone: z.string(), currency: z.string() }),
    set_up: z.boolean(),
  }),
});

export const signIn = endpoint({
  name: 'staff.sign-in',
  method: 'POST',
  access: 'open',
  purpose: 'none',
  summary: 'Opens a session with e-mail and password.',
  input: z.strictObject({ email: z.string(), password: z.string() }),
  reply: z.object({}),
});

export const signOut = endpoint({
  name: 'staff.sign-out',
  method: 'POST',
  access: 'signed-in',
  purpose: 'none',
  summary: 'Ends the session.',
  input: z.strictObject({}),
  reply: z.object({}),
});
