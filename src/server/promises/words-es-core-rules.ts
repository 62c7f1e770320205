import type { CoreRule } from './words-clause-rules.ts';

/** How people write on a phone. */
export const short: Readonly<Record<string, readonly string[]>> = {
  q: ['que'],
  k: ['que'],
  xq: ['porque'],
  x: ['por'],
  t: ['te'],
  tb: ['también'],
  tmb: ['también'],
  pa: ['para'],
  mñn: ['mañana'],
  mñna: ['mañana'],
  manana: ['mañana'],
  dsps: ['después'],
  finde: ['fin', 'de', 'semana'],
};

const core = (kind: string, source: string, more: Partial<CoreRule> = {}): CoreRule => ({
  kind,
  pattern: new RegExp(` (?:${source})(?= )`, 'gu'),
  ...more,
});
const w = '\\p{L}';
/** "Le", "se lo": who gets it. */
const to = '(?:(?:se )?(?:le|les|te|os|lo|la|los|las)|se)';
const toWhom = '(?:(?:te|os) l[oa]s?|le|les|te|os|se l[oa]s?)';
/** Subjunctives, preterites and nouns that end as a future does. */
const notFuture =
  /^ (?:queremos|requeremos|esperemos|(?:prep|comp|sep|rep|acl|decl|p|disp)aremos|(?:m|ret|t|g|adm)iremos|(?:recup|gen|op|sup)eremos|(?:prep|comp|sep|rep|acl|decl|p|disp)aré|(?:m|ret|t|g|adm)iré|(?:recup|gen|op|sup|esp)eré|entré|logré|cobré|abré|compré|mostré|encontré|retiré|sacaré no) ?$/;
const isFuture = (match: string) => !notFuture.test(` ${match.trim().split(' ').at(-1) ?? ''} `);
const notPresent =
  /^(?:próximos|proximos|últimos|ultimos|mínimos|máximos|décimos|primos|mismos|ramos|tramos|extremos|supremos|gramos|kilogramos|hermanos|tenemos que|estamos|somos|podemos|queremos|debemos|sabemos|vemos|vamos|hemos|creemos|esperamos|lamentamos|sentimos|necesitamos|agradecemos|rogamos|recordamos|informamos|deseamos|podamos|tengamos|solemos|trabajamos|estemos|seamos|hayamos|fuimos|éramos|teníamos|íbamos|abrimos|cerramos|ofrecemos|llevamos \d|pedimos disculpas|quedamos|intentamos|tratamos|procuramos|confiamos|contamos|entendemos|recibimos|vimos|dijimos|hicimos|dimos|pusimos|tuvimos|vinimos|hablamos|prometemos|comprometemos)$/;
const deedOfMine =
  '(?:paso|voy|mando|envío|envio|llevo|dejo|llego|salgo|recojo|entrego|llamo|aviso|confirmo|preparo|tengo|hago|pongo|traigo|subo|bajo|acerco|miro|arreglo|instalo|monto|termino|acabo|gestiono|tramito|reviso|cambio|compruebo|consulto|busco|reservo|guardo|vuelvo|devuelvo|digo|doy|escribo|reparo|soluciono|remito|ingreso|abono|transfiero|contesto|respondo|facturo|imprimo|firmo|pido|encargo)';
const comes =
  '(?:sale|salen|llega|llegan|va|van|viene|vienen|pasa|pasan|entra|recoge|recogen|lleva|llevan|entrega|entregan|acude|acuden|instala|instalan|cambia|repara|sube|está list[oa]|están list[oa]s|quedan? (?:list|resuelt|arreglad|solucionad|instalad|montad|tramitad|hech|terminad|reparad|enviad|entregad)[oa]s?|es|se (?:entrega|envía|manda|devuelve|abona|ingresa|instala|repara)|(?:lo|la|los|las) tiene[sn]?|tiene[sn]?)';

/** What may be the verb of a promise in Spanish. */
export const cores = [
  core('we', `(?:${to} )?${w}*(?:[aei]remos|dremos|bremos|rremos|haremos|diremos)`, { accept: isFuture }),
  core('we', `(?:${to} )?${w}*(?:aré|eré|iré|dré|bré|haré|diré)`, { accept: isFuture }),
  core('we', `${toWhom} ${w}{2,}(?:are|ere|ire|dre)`, {
    accept: (match) => !/ (?:quiere|requiere|refiere|sugiere|prefiere|adquiere|padre|madre|\p{L}+iere) ?$/u.test(match),
  }),
  core('we', `(?:${to} )?(?:vamos|voy) a ${w}+r(?:${w}{2,6})?`),
  core('told', `(?:${to} )?${w}+r(?:ía|íamos|ia|iamos)`),
  core('at', '(?:estamos|estoy) (?:en (?:su|tu|vuestra)|con (?:usted|ustedes|vosotros)|ahí|allí|contigo)', {
    timed: true,
  }),
  core(
    'again',
    `(?:vuelvo|volvemos) a ${w}+r(?:le|les|te|os|lo|la)|(?:procedemos|procedo) a(?! (?:cortar|suspender|cobrar|cargar|embargar|rescindir|dar de baja su contrato))`,
  ),
  core(
    'note',
    `(?:qued[eéo]|quedamos|quedado) en (?!que )(?:${to} )?${w}+|(?:le |les )?(?:prometí|prometi|prometo|prometimos|prometido|prometemos)|(?:me|nos) (?:comprometo|comprometemos|he comprometido|comprometí) a|(?:le|les|te|os) (?:doy|damos) mi palabra|palabra de que`,
  ),
  core(
    'expect',
    '(?:cuenten?|cuenta) con (?:que|la|el|ello|nuestr[oa]|su|tu|una?)|(?:esperen?|espera|aguarden?) (?:nuestra|nuestro|mi|la|una|al|a nuestro|el) (?:llamada|visita|respuesta|correo|técnico|mensajero|repartidor)',
  ),
  core('they', `(?:(?:no )?(?:se )?(?:le|les|te|os|lo|la|los|las|se) )?${w}+rán?`, {
    accept: (match) => /rán?$/.test(match) && !/^ (?:jamás|quizá)/.test(match),
  }),
  core('they', `${toWhom} ${w}{2,}[aei]ran?`, {
    timed: true,
    accept: (match) =>
      !/ (?:era|fuera|hubiera|pudiera|quisiera|espera|interesa|compra|cobra|abra|para|hora|ahora|mira|tira|gustara) ?$/.test(
        match,
      ),
  }),
  core('they', `(?:${to} )?(?:va|van) a ${w}+r(?:${w}{2,6})?`),
  core('give', `${toWhom} ${w}+(?:amos|emos|imos)`),
  core('give', `${toWhom} (?:(?:voy|doy|estoy)|${w}{2,}o)(?: ${w}+ndo)?`),
  core(
    'doing',
    '(?:estamos|estoy) (?!esperando|pendiente|trabajando|buscando|intentando|tratando|viendo|teniendo|a |de |en )\\p{L}+ndo\\p{L}*',
    { timed: true },
  ),
  core('doing', `(?:nos |${to} )?${w}{2,}(?:amos|emos|imos)`, {
    timed: true,
    accept: (match) => !notPresent.test(match.trim().split(' ').at(-1) ?? ''),
  }),
  core('bear', '(?:corremos|corro) con|(?:nos|me) (?:encargamos|encargo|ocupamos|ocupo|hacemos cargo|hago cargo) de'),
  core('doing', `(?:me |${to} )?${deedOfMine}`, { timed: true }),
  core(
    'booked',
    '(?:está|están|queda|quedan|tiene|tenemos|hemos|ha|ha sido|ha quedado|he) (?:\\p{L}+ ){0,3}(?:programad|agendad|concertad|fijad|señalad|confirmad)[oa]s?',
    { timed: true },
  ),
  core(
    'can',
    '(?:puede|pueden|puedes) (?:usted )?(?:pasar(?:se)? (?:a|por)|recoger|retirar|venir a (?:recoger|por)|disponer|usar|acceder)\\p{L}*',
    { timed: true },
  ),
  core('comes', comes, { timed: true }),
  core('comes', `${toWhom} ${w}{2,}(?:a|an|e|en)`, { timed: true }),
];
