/** Customers, their keys and agreements, in English. */
export const customers = {
  kind: {
    person: 'Person',
    organisation: 'Organisation',
  },
} as const;
