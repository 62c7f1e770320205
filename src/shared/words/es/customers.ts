import type { customers as english } from '../en/customers.ts';
import type { Translated } from '../shape.ts';

/** Customers, their keys and agreements, in Spanish. */
export const customers = {
  kind: {
    person: 'Persona',
    organisation: 'Organización',
  },
} as const satisfies Translated<typeof english>;
