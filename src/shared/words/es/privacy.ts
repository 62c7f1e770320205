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
  actor: {
    person: 'Un colega',
    key: 'Un programa con clave',
    partner: 'Un socio externo',
    customer: 'El propio cliente',
    system: 'El propio Kept',
  },
  uses: {
    title: 'Usos de los datos de un cliente',
    sentence:
      'Quién miró, cuándo y para qué: por función y departamento, nunca por nombre. No sirve para evaluar a nadie.',
    find: 'Cliente',
    choose: 'Elija un cliente',
    chooseSentence: 'Aquí aparece cada uso de sus datos, lo último primero.',
    oneCustomer: 'Este cliente',
    toCustomer: 'Ir al cliente',
    none: 'Sus datos todavía no se han usado',
  },
  proof: {
    title: 'Prueba del registro',
    go: '¿Está entero el registro?',
    sentence:
      'Cada uso cuelga del anterior como los eslabones de una cadena. Aquí se vuelve a contar la cadena entera.',
    again: 'Contar de nuevo',
    whole: 'El registro está entero.',
    broken_one: 'El registro falla en {{count, number}} lugar.',
    broken_many: 'El registro falla en {{count, number}} de lugares.',
    broken_other: 'El registro falla en {{count, number}} lugares.',
    counted: 'Se contaron de nuevo {{uses, number}} usos en {{links, number}} eslabones.',
    places: 'Dónde falla',
    at: 'eslabón {{link, number}} del servidor {{server}}',
    what: {
      'link-missing': 'Falta un eslabón en medio.',
      'link-changed': 'Se cambió un eslabón.',
      'use-missing': 'Falta un uso.',
      'use-changed': 'Se cambió un uso.',
      'use-added': 'Se añadió un uso después.',
      'tail-missing': 'Falta el final de la cadena.',
    },
  },
} as const satisfies Translated<typeof english>;
