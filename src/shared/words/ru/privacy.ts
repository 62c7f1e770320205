import type { privacy as english } from '../en/privacy.ts';
import type { Translated } from '../shape.ts';

/** Purposes and the log of uses, in Russian. */
export const privacy = {
  purpose: {
    none: 'Без данных клиентов',
    service: 'Обслуживание клиента',
    administration: 'Администрирование',
    intake: 'Приём данных',
    analysis: 'Анализ',
    audit: 'Проверка',
  },
} as const satisfies Translated<typeof english>;
