import type * as english from '../en/moments-one.ts';
import type { Translated } from '../shape.ts';

/** How a moment was, in Spanish. */
export const sign = {
  good: 'bueno',
  indifferent: 'indiferente',
  bad: 'malo',
  grave: 'grave',
  unjudged: 'sin valorar',
} as const satisfies Translated<typeof english.sign>;

/** What is marked, in Spanish. */
export const marks = {
  people: 'El trato',
  information: 'La información',
  process: 'El proceso',
  environment: 'El lugar',
  feeling: 'Lo que sintió',
  functional: 'Lo que sintió, con la razón',
  emotional: 'Lo que sintió, con el corazón',
} as const satisfies Translated<typeof english.marks>;

/** The same within a sentence, in Spanish. */
export const low = {
  people: 'el trato',
  information: 'la información',
  process: 'el proceso',
  environment: 'el lugar',
  feeling: 'lo que sintió',
} as const satisfies Translated<typeof english.low>;

/** Before, in and after a contact, in Spanish. */
export const stage = {
  perception: 'Antes',
  interaction: 'En el contacto',
  remembrance: 'Días después',
} as const satisfies Translated<typeof english.stage>;

/** Whose word it is, in Spanish. */
export const source = {
  customer: 'lo dijo el cliente',
  employee: 'lo vio un colega',
  event: 'por lo que pasó',
  machine: 'lo supuso una máquina',
} as const satisfies Translated<typeof english.source>;

/** What a bad moment was about, in Spanish. */
export const kind = {
  treatment: 'el trato recibido',
  product: 'el producto',
  both: 'ambas cosas',
  unsaid: 'sin decir',
} as const satisfies Translated<typeof english.kind>;

/** What happened, where nothing was said, in Spanish. */
export const cause = {
  late: 'Llegó tarde',
  waited: 'Tuvo que esperar',
  broken: 'Se incumplió una promesa',
  incomplete: 'No estaba completo',
  wrong: 'No era lo acordado',
  'charged-twice': 'Se le cobró dos veces',
  complained: 'Reclamó',
  thanked: 'Nos dio las gracias',
  rated: 'Se valoró',
  'not-told': 'No se sabía lo necesario',
  kept: 'Se cumplió una promesa',
  exceeded: 'Fue mejor de lo prometido',
  felt: 'Dijo cómo le pareció',
  guessed: 'Así se lee en sus palabras',
  unresolved: 'No se resolvió',
} as const satisfies Translated<typeof english.cause>;

/** One moment, in Spanish. */
export const one = {
  title: {
    good: 'Un momento bueno de {{name}}',
    indifferent: 'Un momento indiferente de {{name}}',
    bad: 'Un momento malo de {{name}}',
    unjudged: 'Un contacto de {{name}}',
  },
  word: 'Un momento',
  withPerson: 'con {{name}}',
  serves: 'Según quién: {{source}}',
  marks: 'Cómo fue',
  marksSentence: 'Cada marca según la mejor fuente que habla de ella. La peor decide.',
  value: '{{value, number}} de 5',
  unknown: 'no se sabe',
  worst: 'la peor',
  noMarks: 'Nadie ha dicho nada todavía.',
  owner: '{{department}} responde de lo que falló ({{mark}}).',
  house: 'La empresa responde de lo que falló ({{mark}}).',
  departments: 'Intervinieron: {{names}}',
  stages: 'Antes, durante y después',
  remembered: 'Cómo lo recuerda',
  better: '{{side}}: {{count, number}} mejor de lo que fue',
  worse: '{{side}}: {{count, number}} peor de lo que fue',
  same: '{{side}}: igual que entonces',
  functional: 'Con la razón',
  emotional: 'Con el corazón',
  said: 'Qué dice cada fuente',
  saidSentence: 'Se guardan por separado. Cuenta la mejor fuente que habla, diga lo que diga una peor.',
  counts: 'cuenta',
  expected: 'esperaba {{expected, number}}, recibió {{received, number}} de 7',
  promise: 'La promesa',
  story: 'En la historia',
  account: 'La cuenta',
} as const satisfies Translated<typeof english.one>;

/** How it was, in one tap, in Spanish. */
export const tap = {
  title: '¿Cómo fue?',
  sentence: 'Un toque dice cómo lo vio usted. Lo que diga el cliente cuenta antes.',
  face: {
    f1: 'Muy mal',
    f2: 'Mal',
    f3: 'Ni bien ni mal',
    f4: 'Bien',
    f5: 'Muy bien',
  },
  done: 'Anotado: {{how}}',
  more: 'Decir más',
  act: 'Anotarlo',
  by: '¿De quién es la palabra?',
  me: 'Yo lo vi así',
  he: 'Lo dijo el cliente',
  needed: '¿Tenía lo que necesitaba?',
  yes: 'Sí',
  no: 'No la tenía',
  missing: '¿De quién era la información que faltaba o era errónea?',
  kind: '¿De qué se trató?',
  stage: '¿Cuándo?',
  grave: 'Fue grave',
  graveHelp: 'Pesa el doble.',
  words: 'Qué se dijo',
  noMark: 'Marque al menos una.',
  key: 'Cómo fue: {{how}}',
  judged: 'Cómo fue: {{sign}}',
  look: 'Abrir el momento',
} as const satisfies Translated<typeof english.tap>;
