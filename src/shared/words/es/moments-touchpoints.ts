import type { touchpoints as english } from '../en/moments-touchpoints.ts';
import type { Translated } from '../shape.ts';

/** The places where customers meet the company (the list of the articles) and what is intended there, in Spanish. */
export const touchpoints = {
  website: {
    name: 'La página web',
    standard: 'Encuentra enseguida lo que necesita, claro y sin esperas.',
  },
  'email-service': {
    name: 'El correo electrónico',
    standard: 'Su mensaje se contesta a tiempo, con claridad, y se resuelve en una sola respuesta.',
  },
  'call-centre': {
    name: 'El teléfono',
    standard: 'Alguien contesta pronto, conoce los datos y se interesa por él.',
  },
  'shop-counter': {
    name: 'La tienda',
    standard: 'Se le espera: desde la entrada, todos saben a qué viene.',
  },
  order: {
    name: 'El pedido',
    standard: 'Nada se supone: qué quiere, cuándo y cómo se acuerda con él.',
  },
  prices: {
    name: 'Precios y condiciones',
    standard: 'Oye lo mismo en todas partes: claro, completo y en orden.',
  },
  'internal-operations': {
    name: 'Nuestro propio trabajo',
    standard: 'Lo que hacemos entre nosotros se hace tan bien que él nunca lo nota.',
  },
  'order-status': {
    name: 'El estado del pedido',
    standard: 'Sabe dónde está su pedido antes de tener que preguntarlo.',
  },
  invoice: {
    name: 'La factura',
    standard: 'Es correcta, llega a tiempo y se entiende.',
  },
  'parcel-delivery': {
    name: 'La entrega',
    standard: 'Completa, como se acordó, el día prometido.',
  },
  'complaints-desk': {
    name: 'Las reclamaciones',
    standard: 'Se le cree, se le dice qué pasará ahora, y acaba bien.',
  },
  'collections-desk': {
    name: 'El cobro',
    standard: 'Con firmeza, orden y amabilidad; nunca mientras le debamos una respuesta.',
  },
  documents: {
    name: 'Documentos e informes',
    standard: 'Recibe lo que pidió, relleno con lo que ya sabemos.',
  },
  'home-visit': {
    name: 'El trabajo en su casa',
    standard: 'A la hora, con todo preparado, y dejando el lugar como estaba.',
  },
  'other-concern': {
    name: 'Cualquier otra inquietud',
    standard: 'Lo que no tiene que ver con una venta se atiende con el mismo cuidado.',
  },
  attention: {
    name: 'El trato',
    standard: 'Ninguna palabra, mirada o gesto que hiera, de nadie, en ningún sitio.',
  },
} as const satisfies Translated<typeof english>;
