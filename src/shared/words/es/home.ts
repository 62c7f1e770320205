import type { home as english } from '../en/home.ts';
import type { Translated } from '../shape.ts';

/** The house at a glance, and the ways to fill it, in Spanish. */
export const home = {
  glance: 'La casa de un vistazo',
  sinceStart: 'Desde que Kept empezó a oír',
  known: {
    label: 'Clientes conocidos',
    means: 'Clientes con una clave verificada o creados a mano. Las fichas unidas cuentan una vez.',
    sample_one: '{{count, number}} cliente, conocido o pendiente',
    sample_many: '{{count, number}} de clientes, conocidos o pendientes',
    sample_other: '{{count, number}} clientes, conocidos o pendientes',
  },
  pending: {
    label: 'Por confirmar',
    means: 'Clientes que por ahora solo afirman una clave: alguien tiene que mirarlo.',
  },
  merged: {
    label: 'Fichas unidas',
    means: 'Fichas que se unieron a otra porque son el mismo cliente. Cada una se puede volver a separar.',
  },
  heard: {
    label: 'Sucesos recordados',
    means: 'Todo lo que los clientes contaron, pidieron, compraron o sufrieron, si se pudo tomar.',
    sample_one: '{{count, number}} suceso enviado, contando duplicados y cuarentena',
    sample_many: '{{count, number}} de sucesos enviados, contando duplicados y cuarentena',
    sample_other: '{{count, number}} sucesos enviados, contando duplicados y cuarentena',
  },
  look: {
    title: 'Por mirar',
    claims_one: '{{count, number}} declaración abierta',
    claims_many: '{{count, number}} de declaraciones abiertas',
    claims_other: '{{count, number}} declaraciones abiertas',
    claimsWhy: 'Alguien dice que una clave es suya.',
    quarantine_one: '{{name}}: {{count, number}} suceso en cuarentena',
    quarantine_many: '{{name}}: {{count, number}} de sucesos en cuarentena',
    quarantine_other: '{{name}}: {{count, number}} sucesos en cuarentena',
    quarantineWhy: 'No se pudo tomar; mire el motivo y reinténtelo.',
    silent: '{{name}} calla',
    silentWhy: 'No se oye nada desde hace más de un día.',
  },
  money: {
    title: 'Dinero por mes',
    settled: 'Contado',
    currency: 'Moneda',
    chart: 'Vendido y devuelto por mes, {{currency}}',
    sold: 'Vendido',
    returned: 'Devuelto',
  },
  start: {
    title: 'Vea Kept con vida',
    sentence: 'Tres caminos de una casa vacía a clientes con historia.',
    demo: 'Una empresa inventada',
    demoSentence:
      'Una compañía de energía con tres años de clientes, llamadas, promesas y quejas. Tiene su propia casa junto a la suya y se quita de una vez. Ejecute esto donde está instalado Kept:',
    extract: 'Una tienda real',
    extractSentence:
      'Un extracto del conjunto de datos Online Retail, con su mapa de columnas. Entra en esta casa y se puede deshacer:',
    own: 'Sus propios clientes',
    ownSentence:
      'Cualquier archivo CSV: Kept adivina las columnas, enseña en qué se convertirían y puede volver a sacarlo todo.',
  },
} as const satisfies Translated<typeof english>;
