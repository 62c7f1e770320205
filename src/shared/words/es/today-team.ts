import type { teamToday as english } from '../en/today-team.ts';
import type { Translated } from '../shape.ts';

/** What colleagues hand over to each other, as it is told, in Spanish. */
export const teamToday = {
  step: {},
  kind: { handed: 'Me pasan algo' },
  line: {
    handed: {
      what: '{{by}} le pasó esto',
      why: 'Un colega se lo pasa a usted o a su departamento',
      open: 'Abrir Hoy',
      tell: '{{by}} le pasa lo que espera {{customer}}',
    },
    handedMany: {
      what: '{{by}} le pasó esto; en total: {{lines}}',
      why: 'Un colega se los pasa a usted o a su departamento',
      open: 'Abrir Hoy',
      tell: '{{by}} le pasa asuntos que mirar: {{lines}}',
    },
  },
} as const satisfies Translated<typeof english>;
