import { z } from 'zod';
import { endpoint } from './contract.ts';
import { id } from './scalars.ts';

const nothing = z.strictObject({});

export const deliveries = endpoint({
  name: 'today.deliveries',
  method: 'GET',
  access: 'staff.administer',
  purpose: 'none',
  summary: 'Mail on its way: how much waits, what failed, with the last reason.',
  input: nothing,
  reply: z.strictObject({
    waiting: z.int(),
    retrying: z.int(),
    sent_today: z.int(),
    failed: z.array(
      z.strictObject({ telling_id: id, person: z.string(), at: z.string(), tries: z.int(), error: z.string() }),
    ),
  }),
});

export const sendAgain = endpoint({
  name: 'today.send-again',
  method: 'POST',
  access: 'staff.administer',
  purpose: 'administration',
  summary: 'Tries failed mail of the last 30 days again, with the same message ids.',
  input: nothing,
  reply: z.strictObject({ again: z.int() }),
});
