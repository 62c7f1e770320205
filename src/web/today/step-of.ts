import { z } from 'zod';
import { endpoint } from '../../shared/contract.ts';

const anything = z.record(z.string(), z.unknown());

/** A room's endpoint of which only the name is known here; the server checks what it is asked. */
export function stepOf(name: string) {
  return endpoint({
    name,
    method: 'POST',
    access: 'signed-in',
    purpose: 'service',
    summary: '',
    input: anything,
    reply: z.unknown(),
  });
}
