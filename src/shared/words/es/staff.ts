import type { staff as english } from '../en/staff.ts';
import type { Translated } from '../shape.ts';

/** People, departments, roles and sign-in, in Spanish. */
export const staff = {
  role: {
    employee: 'Empleado',
    lead: 'Responsable de equipo',
    manager: 'Gerente',
    'privacy-officer': 'Responsable de privacidad',
    administrator: 'Administrador',
  },
} as const satisfies Translated<typeof english>;
