import type * as english from '../en/promises-one.ts';
import type { Translated } from '../shape.ts';

/** What can be done with a promise, in Spanish. */
export const act = {
  accept: 'Aceptar',
  decline: 'No puedo cumplirla',
  settle: 'Anotar el resultado',
  unsettle: 'Retirar el resultado',
  correct: 'Corregir el resultado',
  explain: 'Decir por qué no se cumplió',
  renegotiate: 'Acordar otra fecha',
  release: 'El cliente nos libera',
  reassign: 'Pasarla a otro',
  inner: 'Añadir un paso interno',
  confirm: 'Hacerla promesa',
  dismiss: 'No es una promesa',
} as const satisfies Translated<typeof english.act>;

/** The forms of those acts, in Spanish. */
export const form = {
  missing: 'Esto falta todavía.',
  declineWhy: 'Por qué no',
  declineWhyHint: 'Quien la hizo lo ve enseguida.',
  counter: 'Cuándo podría (si puede)',
  newDue: 'Nueva fecha',
  hisWords: 'Qué dijo el cliente',
  agreed: 'El cliente está de acuerdo',
  agreedMissing: 'Sin su acuerdo queda como se prometió.',
  lateNote: 'Ya había vencido: cuenta como incumplida, y la nueva fecha es otra promesa.',
  releaseHint: 'Solo él puede liberarnos; entonces no cuenta ni como cumplida ni como incumplida.',
  channel: 'Cómo lo dijo',
  when: 'Cuándo llegó',
  now: 'Ahora mismo',
  another: 'En otro momento',
  promisedFor: 'Se prometió para: {{due}}. Si está cumplida, lo dice el registro.',
  amount: 'Qué recibió',
  level: 'Qué nota le pone',
  reason: 'Por qué no se cumplió',
  correctWhy: 'Por qué fue otro',
} as const satisfies Translated<typeof english.form>;

/** What is said once an act is done, in Spanish. */
export const done = {
  kept: 'Cumplida',
  exceeded: 'Cumplida, y mejor de lo prometido',
  broken: 'Anotado: incumplida',
  declined: 'No aceptada. Quien la hizo ya lo sabe.',
  reassigned: 'Se le pide a {{keeper}}',
  renegotiated: 'Acordada de nuevo, para: {{due}}',
  released: 'Liberada por el cliente',
  corrected: 'Corregido; lo primero que se anotó queda',
  confirmed: 'Ya es una promesa',
  dismissed: 'Apartado: no es una promesa',
} as const satisfies Translated<typeof english.done>;

/** What was done with a promise, in Spanish. */
export const history = {
  title: 'Qué se hizo',
  none: 'La contó un sistema; aquí no se hizo nada con ella.',
  made: 'Prometida',
  accepted: 'Aceptada',
  declined: 'No aceptada:',
  countered: 'Se propuso otra fecha:',
  counteredTo: 'Se propuso en su lugar {{due}}:',
  reassigned: 'Pasada a otra persona',
  renegotiated: 'Cambiada de acuerdo',
  renegotiatedTo: 'Acordado con el cliente: {{due}}',
  settled: 'Resultado anotado',
  kept: 'Cumplida',
  exceeded: 'Cumplida, mejor de lo prometido',
  broken: 'Incumplida',
  unsettled: 'Resultado retirado',
  corrected: 'Resultado corregido:',
  correctedTo: 'Resultado corregido a {{result}}:',
  explained: 'Por qué: {{reason}}',
  unexplained: 'Se retiró el motivo',
  released: 'Liberada por el cliente:',
  felt: 'El cliente dijo qué le pareció',
  feltIt: {
    worse: 'El cliente dijo: peor de lo que esperaba',
    'as-expected': 'El cliente dijo: como esperaba',
    better: 'El cliente dijo: mejor de lo que esperaba',
  },
  unfelt: 'Se retiró lo que dijo el cliente',
  confirmed: 'Confirmada como promesa',
  dismissed: 'Apartado: no es una promesa',
  found: 'Retomada',
  expected: 'Anotado lo que espera',
} as const satisfies Translated<typeof english.history>;

/** One promise by itself, in Spanish. */
export const answer = {
  one: {
    word: 'Promesa',
    to: 'Promesa a {{name}}',
    by: 'Promesa de {{name}}',
    inner: 'Un paso de una promesa a {{name}}',
    expectation: 'Qué espera {{name}}',
    promised: 'Prometida {{by}}',
    promisedBy: '{{maker}} la prometió {{by}}',
    hePromised: 'La prometió él {{by}}',
    standing: 'Una promesa permanente de la empresa',
    told: 'Nos lo dijo {{by}}',
    found: 'Leída en nuestras palabras {{by}}; nadie la ha hecho promesa todavía',
    nothingSaid: 'Llegó sin que nadie le hubiera dicho que lo esperara',
    keeps: 'la cumple {{keeper}}',
    noKeeper: 'nadie la cumple',
    hidden: 'el cliente no la ve',
    gapHour: 'A esa hora se adelantan los relojes: vale el primer instante después del salto.',
    overlapHour: 'A esa hora se atrasan los relojes: vale la primera de las dos horas.',
    otherClock: 'Con el reloj de {{zone}}: {{local}}.',
    asked: 'Se le pidió a {{keeper}} y no ha contestado.',
    askedUntil: 'Se le pidió a {{keeper}} y no ha contestado; plazo para contestar:',
    declined: '{{keeper}} no puede cumplirla.',
    countered: '{{keeper}} no puede, pero sí: {{due}}',
    declinedAct: 'Busque a otra persona, o acuerde otra fecha con el cliente.',
    counteredAct: 'Pregunte al cliente si está de acuerdo, o busque a otra persona.',
  },
} as const satisfies Translated<typeof english.answer>;
