import type * as english from '../en/promises-page.ts';
import type { Translated } from '../shape.ts';

/** How the company keeps its word, in Spanish. */
export const page = {
  further: 'Más sobre las promesas',
  sentence: 'A qué nos comprometimos, quién lo cumple y en qué quedó.',
  go: 'Ir a Promesas',
  list: 'Todas las promesas',
  period: 'Periodo',
  periods: { d30: 'Últimos 30 días', d90: 'Últimos 90 días', d365: 'Últimos 12 meses', own: 'Otras fechas' },
  fromTo: 'del {{from}} al {{to}}',
  now: 'ahora',
  rate: 'Promesas cumplidas',
  rateMeans:
    'Promesas cumplidas y superadas entre todas las que terminaron, según la fecha que se prometió primero. El intervalo dice dónde está la tasa verdadera, 95 veces de 100.',
  of: '{{good}} de {{all}}',
  sample_one: '{{count, number}} promesa del periodo que ya terminó.',
  sample_many: '{{count, number}} de promesas del periodo que ya terminaron.',
  sample_other: '{{count, number}} promesas del periodo que ya terminaron.',
  outside: 'No cuentan: liberadas {{released, number}}, cambiadas de acuerdo {{changed, number}}.',
  late: 'Con atraso',
  lateMeans: 'Vencidas y todavía sin resultado. Va al lado de la tasa, nunca dentro.',
  lateSample_one: '{{count, number}} promesa abierta ya vencida.',
  lateSample_many: '{{count, number}} de promesas abiertas ya vencidas.',
  lateSample_other: '{{count, number}} promesas abiertas ya vencidas.',
  exceeded: 'Superadas',
  exceededMeans: 'Mejor que el nivel deseado. Si lo pareció, solo lo dice el cliente.',
  broken: 'Incumplidas',
  brokenMeans: 'Menos o más tarde de lo prometido, o cambiadas cuando ya habían vencido.',
  open: 'Aún abiertas',
  openMeans: 'Vencen en el periodo y no tienen resultado.',
  openSample_one: '{{count, number}} promesa nuestra.',
  openSample_many: '{{count, number}} de promesas nuestras.',
  openSample_other: '{{count, number}} promesas nuestras.',
  found_one: '{{count, number}} promesa leída en palabras, por confirmar',
  found_many: '{{count, number}} de promesas leídas en palabras, por confirmar',
  found_other: '{{count, number}} promesas leídas en palabras, por confirmar',
  unexpected_one: '{{count, number}} resultado que nadie esperaba',
  unexpected_many: '{{count, number}} de resultados que nadie esperaba',
  unexpected_other: '{{count, number}} resultados que nadie esperaba',
  unread_one: '{{count, number}} suceso que no se pudo leer como promesa',
  unread_many: '{{count, number}} de sucesos que no se pudieron leer como promesa',
  unread_other: '{{count, number}} sucesos que no se pudieron leer como promesa',
  lateNow_one: '{{count, number}} va con atraso',
  lateNow_many: '{{count, number}} van con atraso',
  lateNow_other: '{{count, number}} van con atraso',
  lateSentence: 'Primero la que más espera. Cada uno de estos clientes nos espera.',
  all: 'Las {{count, number}}',
} as const satisfies Translated<typeof english.page>;

/** The calendar of the company's word, in Spanish. */
export const calendar = {
  title: 'El calendario de nuestra palabra',
  sentence: 'Cuántas promesas vencen cada día, según quién las cumple.',
  today: 'Hoy',
  before: 'Dos semanas antes',
  after: 'Dos semanas después',
  none: 'Nada vence en estos días, y nada va con atraso.',
  keeper: 'Quién la cumple',
  everybody: 'Todos',
  late: 'Con atraso',
  keeps: 'Cumple al día',
  lateOf: '{{keeper}}, con atraso: {{count, number}}',
  cell: '{{keeper}}, {{day}}: {{count, number}}',
  over: 'más de las {{keeps}} que suele cumplir en un día',
  legend: 'Para ese día hay más prometido de lo que suele cumplir.',
  allKeepers: 'Ver los {{count, number}}',
} as const satisfies Translated<typeof english.calendar>;

/** Maker to keeper, in Spanish. */
export const matrix = {
  title: 'Quién promete, quién cumple',
  sentence: 'Hacia abajo: quién dio la palabra. Hacia la derecha: quién debía cumplirla. Donde falla, hablen primero.',
  corner: 'Promete ↓ cumple →',
  of: 'de {{count, number}}',
  few: 'faltan datos',
  holds: 'firme',
  wavers: 'vacila',
  breaks: 'falla',
  all: 'Ver a todos',
} as const satisfies Translated<typeof english.matrix>;

/** Why promises were broken, in Spanish. */
export const reasons = {
  title: 'Por qué no se cumplieron',
  sentence_one: '{{count, number}} promesa incumplida en el periodo.',
  sentence_many: '{{count, number}} de promesas incumplidas en el periodo, según el motivo que se dijo.',
  sentence_other: '{{count, number}} promesas incumplidas en el periodo, según el motivo que se dijo.',
  none: 'nadie ha dicho por qué',
} as const satisfies Translated<typeof english.reasons>;

/** Keeping rates over time and by who, where and what, in Spanish. */
export const rates = {
  overTime: 'Crecer y cumplir',
  overTimeSentence: 'Quien promete más de lo que puede lo ve aquí primero: suben las barras, baja la línea.',
  chart: 'Promesas cumplidas a lo largo del tiempo, ante cuántas vencían',
  due: 'Promesas que vencían',
  title: 'Tasas de cumplimiento',
  sentence: 'Primero la peor. Con menos de cinco promesas terminadas no se dice nada.',
  by: 'Tasas según',
  keeper: 'Quién cumple',
  'keeper-person': 'Persona que cumple',
  maker: 'Quién promete',
  'maker-person': 'Persona que promete',
  touchpoint: 'Punto de contacto',
  product: 'Producto',
  kind: 'De qué se trata',
  standing: 'Promesa permanente',
  interval: 'Entre',
  kept: 'Cumplidas',
  exceeded: 'Superadas',
  broken: 'Incumplidas',
  open: 'Abiertas',
  unsaid: 'no se dijo',
  none: 'Ninguna promesa del periodo lo dice.',
} as const satisfies Translated<typeof english.rates>;

/** The list of promises, in Spanish. */
export const list = {
  which: 'Qué promesas',
  whiches: {
    open: 'Abiertas',
    late: 'Con atraso',
    asked: 'Sin aceptar',
    broken: 'Incumplidas',
    exceeded: 'Superadas',
    settled: 'Terminadas',
    found: 'Leídas en palabras',
    unexpected: 'Llegaron sin esperarse',
  },
  title: {
    open: 'Promesas abiertas',
    late: 'Promesas con atraso',
    asked: 'Promesas que nadie ha aceptado',
    broken: 'Promesas incumplidas',
    exceeded: 'Promesas superadas',
    settled: 'Promesas terminadas',
    found: 'Promesas leídas en palabras',
    unexpected: 'Resultados que nadie esperaba',
  },
  sentence: {
    open: 'Por orden de vencimiento.',
    late: 'Primero la que más espera.',
    asked: 'Pedidas, no aceptadas o con otra fecha propuesta: cada una necesita a alguien.',
    broken: 'Primero la última. Abra una para decir por qué.',
    exceeded: 'Lo que llegó fue mejor de lo deseado.',
    settled: 'Primero la última.',
    found: 'Una máquina las leyó en lo que escribimos. Confírmelas, o diga que no lo son.',
    unexpected: 'Se hizo algo, y nadie le había dicho al cliente que lo esperara.',
  },
  none: {
    open: 'No hay promesas abiertas',
    late: 'Nada va con atraso',
    asked: 'Cada promesa tiene quien la cumpla',
    broken: 'No se incumplió ninguna promesa',
    exceeded: 'Ninguna promesa superada',
    settled: 'Ninguna promesa ha terminado todavía',
    found: 'No se leyó nada en palabras',
    unexpected: 'Nada llegó sin esperarse',
  },
  noneSentence: 'Cuando haya algo, estará aquí.',
  noneSuch: 'No hay tal promesa',
  noneSuchSentence: 'Nada coincide con todo lo que eligió.',
  everything: 'Ver todo',
  mine: 'Las mías',
  maker: 'Prometida por',
  since: 'Desde',
  until: 'Hasta',
  without: 'Sin «{{what}}»',
  pill: {
    keeper: 'la cumple {{name}}',
    maker: 'la prometió {{name}}',
    standing: 'una promesa permanente',
    since: 'desde el {{date}}',
    until: 'hasta el {{date}}',
  },
  export_one: 'Exportar esta fila a CSV',
  export_many: 'Exportar estas {{count, number}} filas a CSV',
  export_other: 'Exportar estas {{count, number}} filas a CSV',
} as const satisfies Translated<typeof english.list>;

/** The events that could not be read as promises, in Spanish. */
export const unread = {
  title: 'Sucesos que no se pudieron leer',
  sentence:
    'Hablan de una promesa, pero no de modo que obligue a alguien. Siguen en la historia del cliente. Cuando el origen corrige uno, desaparece de aquí.',
  listed_one: '{{count, number}} suceso',
  listed_many: '{{count, number}} de sucesos',
  listed_other: '{{count, number}} sucesos',
  why: {
    promise: {
      'no-number': 'ningún número dice de qué promesa se trata',
      'no-due': 'no se dice para qué día se prometió',
      'bad-date': 'una de sus fechas no es una fecha',
      'bad-level': 'falta lo esperado o lo recibido, o no es un número',
    },
  },
  heard: 'oído el {{date}}',
  byHand: 'Escribir a mano la promesa a {{name}}',
  none: 'Todos los sucesos se pudieron leer',
  noneSentence:
    'Lo que sus sistemas cuentan de promesas está en el registro. Un suceso que no se pueda leer aparece aquí, con el motivo.',
} as const satisfies Translated<typeof english.unread>;
