import type { privacy as english } from '../en/privacy.ts';
import type { Translated } from '../shape.ts';

/** Purposes and the log of uses, in Spanish. */
export const privacy = {
  purpose: {
    none: 'Sin datos de clientes',
    service: 'Atención al cliente',
    administration: 'Administración',
    intake: 'Entrada de datos',
    analysis: 'Análisis',
    audit: 'Auditoría',
  },
} as const satisfies Translated<typeof english>;
