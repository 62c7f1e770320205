import type { staff as english } from '../en/staff.ts';
import type { Translated } from '../shape.ts';

/** People, departments, roles and sign-in, in Russian. */
export const staff = {
  role: {
    employee: 'Сотрудник',
    lead: 'Старший группы',
    manager: 'Руководитель',
    'privacy-officer': 'Ответственный за персональные данные',
    administrator: 'Администратор',
  },
} as const satisfies Translated<typeof english>;
