import type { promisesToday as english } from '../en/promises-today.ts';
import type { Translated } from '../shape.ts';

/** What promises say on Today and in tellings, in Spanish. */
export const promisesToday = {
  step: {
    accept: 'Aceptar',
  },
  kind: {
    accept: 'Una promesa por aceptar',
    unaccepted: 'Nadie acepta mi promesa',
    declined: 'No se acepta mi promesa',
    'due-soon': 'Una promesa vence pronto',
    'due-today': 'Una promesa vence hoy',
    late: 'Una promesa va con atraso',
    'inner-late': 'Un paso interno va con atraso',
    'no-keeper': 'Una promesa no tiene quién la cumpla',
    'expectation-low': 'Pareció peor de lo esperado',
  },
  line: {
    accept: {
      what: 'Por aceptar: una promesa de {{maker}} para {{due}}',
      why: 'Le toca cumplirla a usted o a su departamento',
      open: 'Ver y responder',
      tell: '{{maker}} le pide aceptar una promesa a {{customer}} para {{due}}',
    },
    unaccepted: {
      what: 'Nadie ha aceptado su promesa para {{due}}',
      why: 'La hizo usted; sin quien la cumpla, no se cumplirá',
      open: 'Buscar quién la cumpla',
      tell: 'Nadie ha aceptado su promesa a {{customer}} para {{due}}',
    },
    declined: {
      what: '{{keeper}} no aceptó su promesa para {{due}}',
      why: 'La hizo usted; necesita otra persona u otra palabra',
      open: 'Decidir',
      tell: '{{keeper}} no aceptó su promesa a {{customer}} para {{due}}',
    },
    declinedOther: {
      what: '{{keeper}} no puede para {{due}} y propone {{other}}',
      why: 'La hizo usted; el cliente tiene que aceptar otra fecha',
      open: 'Decidir',
      tell: '{{keeper}} propone {{other}} en vez de {{due}} para su promesa a {{customer}}',
    },
    declinedOutside: {
      what: 'Un socio externo no puede cumplir su promesa para {{due}}',
      why: 'La hizo usted; necesita otra persona u otra palabra',
      open: 'Decidir',
      tell: 'Un socio externo no puede cumplir su promesa a {{customer}} para {{due}}',
    },
    dueSoon: {
      what: 'Se acerca: una promesa para {{due}}',
      why: 'Usted la aceptó',
      open: 'Ver la promesa',
      tell: 'Se acerca: su promesa a {{customer}} para {{due}}',
    },
    dueToday: {
      what: 'Por cumplir: una promesa para {{due}}',
      why: 'Usted la aceptó',
      open: 'Cumplirla',
      tell: 'Por cumplir: su promesa a {{customer}} para {{due}}',
    },
    late: {
      what: 'Una promesa vencía {{due}}',
      why: 'Está atrasada y el cliente espera',
      open: 'Ver qué hacer',
      tell: 'Con atraso: la promesa a {{customer}} vencía {{due}}',
    },
    innerLate: {
      what: 'Un paso interno va con atraso; peligra la promesa para {{due}}',
      why: 'De él depende lo que se prometió al cliente',
      open: 'Ver qué la detiene',
      tell: 'Un paso interno va con atraso: peligra la promesa a {{customer}} para {{due}}',
    },
    noKeeper: {
      what: 'Una promesa para {{due}} no tiene quién la cumpla',
      why: 'Quien debía cumplirla ya no puede',
      open: 'Nombrar a alguien',
      tell: 'La promesa a {{customer}} para {{due}} no tiene quién la cumpla',
    },
    expectationLow: {
      what: 'Le pareció peor de lo que esperaba',
      why: 'En el papel se cumplió; él dice otra cosa',
      open: 'Ver qué dijo',
      tell: '{{customer}} dice que le pareció peor de lo que esperaba',
    },
  },
} as const satisfies Translated<typeof english>;
