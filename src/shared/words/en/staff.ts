/** People, departments, roles and sign-in, in English. */
export const staff = {
  role: {
    employee: 'Employee',
    lead: 'Lead',
    manager: 'Manager',
    'privacy-officer': 'Privacy officer',
    administrator: 'Administrator',
  },
} as const;
