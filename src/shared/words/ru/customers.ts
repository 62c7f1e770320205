import type { customers as english } from '../en/customers.ts';
import type { Translated } from '../shape.ts';

/** Customers, their keys and agreements, in Russian. */
export const customers = {
  kind: {
    person: 'Человек',
    organisation: 'Организация',
  },
} as const satisfies Translated<typeof english>;
