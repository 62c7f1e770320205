import type { momentsToday as english } from '../en/moments-today.ts';
import type { Translated } from '../shape.ts';

/** What moments say on Today and in tellings, in Spanish. */
export const momentsToday = {
  step: {
    own: 'Me hago cargo',
  },
  kind: {
    repair: 'Un mal momento por reparar',
    recheck: 'Saber si quedó reparado',
    mark: 'Decir cómo fue un contacto',
    ask: 'Una pregunta a un cliente',
  },
  line: {
    open: {
      what: 'Un mal momento, {{at}}: nadie se hace cargo todavía',
      why: 'Su departamento responde de lo que falló',
      open: 'Ver',
      tell: 'Un mal momento de {{customer}}, {{at}}: ¿quién se hace cargo?',
    },
    look: {
      what: 'Pudo ser malo, {{at}}: mire si lo fue',
      why: 'Una máquina lo lee así en lo que se escribió',
      open: 'Ver',
      tell: 'Algo que escribió {{customer}} parece un mal momento: mire si lo fue',
    },
    repair: {
      what: 'Por reparar: un mal momento, {{at}}',
      why: 'Usted responde de él',
      open: 'Reparar',
      tell: 'Usted responde de un mal momento de {{customer}}, {{at}}',
    },
    again: {
      what: 'Sin reparar todavía: un mal momento, {{at}}',
      why: 'El cliente dice que no lo está',
      open: 'Ver',
      tell: '{{customer}} dice que no está reparado',
    },
    recheck: {
      what: 'Pregunte si quedó reparado: un mal momento, {{at}}',
      why: 'Solo el cliente puede decirlo',
      open: 'Preguntar',
      tell: 'Es hora de preguntar a {{customer}} si quedó reparado',
    },
  },
} as const satisfies Translated<typeof english>;
