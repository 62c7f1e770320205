import type { momentsToday as english } from '../en/today-moments.ts';
import type { Translated } from '../shape.ts';

/** What moments say on Today and in tellings, in Spanish. */
export const momentsToday = {
  step: {},
  kind: {
    repair: 'Un mal momento por reparar',
    recheck: 'Preguntar si quedó reparado',
    mark: 'Decir cómo fue un contacto',
    ask: 'Una pregunta a un cliente',
  },
  line: {
    repair: {
      what: 'Un mal momento por reparar',
      why: 'Le salió mal con nosotros y solo una buena respuesta lo arregla',
      open: 'Repararlo',
      tell: 'Un mal momento de {{customer}} por reparar; buenos momentos que le debemos: {{owed}}',
    },
    recheck: {
      what: 'Pregúntele si quedó reparado',
      why: 'Se reparó {{done}}; solo cuenta si el cliente lo dice',
      open: 'Preguntar ahora',
      tell: 'Pregunte a {{customer}} si lo que se reparó {{done}} está bien de nuevo',
    },
    mark: {
      what: 'Diga cómo fue el contacto de {{at}}',
      why: 'Usted habló con el cliente y vio lo que él no escribió',
      open: 'Valorarlo',
      tell: 'Diga cómo fue el contacto con {{customer}} de {{at}}',
    },
    ask: {
      what: 'Una pregunta por hacer',
      why: 'Solo el cliente puede decir cómo fue',
      open: 'Ver la pregunta',
      tell: 'Una pregunta por hacer a {{customer}}',
    },
  },
} as const satisfies Translated<typeof english>;
