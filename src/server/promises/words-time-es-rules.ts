import { plusMonths } from '../platform/calendar/date-rules.ts';
import { clockSense, laterClock, writtenClock } from './words-number-rules.ts';
import {
  count,
  dayWords,
  feasts,
  fixed,
  gates,
  h,
  half,
  halfOf,
  hour,
  inDays,
  mon,
  month,
  parts,
  the,
  upTo,
  wd,
  weekday,
  within,
} from './words-said-es-rules.ts';
import {
  dateNext,
  dateOfMonthNext,
  dayOfMonth,
  gated,
  monthNext,
  type Sense,
  type TimeGrammar,
  thisFriday,
  timeRule,
  weekdayAfter,
  weekdayIn,
} from './words-time-rules.ts';

const dayRules = [
  timeRule('(?:para |en )?(?:el día de )?hoy(?: mismo| mismito| día)?', inDays(0)),
  timeRule(
    '(?:a lo largo|durante|en el transcurso|antes de que acabe|al final|antes de acabar|al finalizar|antes de que termine) (?:de[l]? |el )?(?:día|dia|jornada)',
    (_, now) => ({ day: now.today, isSameDay: true }),
  ),
  timeRule('(?:el )?pasado mañana', inDays(2)),
  timeRule('(?:el día de |el dia de |día de |a lo largo de |durante )?mañana(?: mismo)?', inDays(1)),
  timeRule('esta (mañana|tarde|noche)', ([word], now) => ({ day: now.today, ...parts[word ?? ''] })),
  timeRule('este (mediodía|mediodia)', ([word], now) => ({ day: now.today, ...parts[word ?? ''] })),
  timeRule('anoche|ayer|anteayer', () => undefined),
  timeRule(`${the}(?:próximo |proximo )?${wd}(?: que viene| próximo| proximo| que entra| entrante)?`, ([day], now) => ({
    day: weekdayAfter(now.today, weekday(day)),
  })),
  timeRule(
    `${the}${wd} (?:de|, de) (?:la )?(?:semana (?:que viene|próxima|proxima|entrante|que entra)|(?:próxima|proxima) semana)`,
    ([day], now) => ({
      day: weekdayIn(now.today, weekday(day), 1),
    }),
  ),
  timeRule(`${the}${wd} de esta (?:misma )?semana`, ([day], now) => ({ day: weekdayIn(now.today, weekday(day), 0) })),
  timeRule(`${the}${wd} (?:en ocho(?: días)?|que viene no , el otro)`, ([day], now) => ({
    day: weekdayAfter(now.today, weekday(day)) + 7,
  })),
  timeRule(
    `${the}(?:${wd} ,? ?)?(?:el )?(?:día )?(?:el )?${dayWords} (?:de )?${mon}(?: (?:de |del )?(\\d{4}))?`,
    ([, day, name, year], now) => ({
      day: dateNext(now.today, count(day), month(name), year ?? ''),
      isSure: year !== '',
    }),
  ),
  timeRule(
    `${the}(?:${wd} ,? ?)?(?:el )?(?:día )?(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{4}|\\d{2}))?`,
    ([, day, name, year], now) => ({
      day: dateNext(now.today, Number(day), Number(name), year ?? ''),
      isSure: year !== '',
    }),
  ),
  timeRule(`(?:el )?(?:${wd} ,? ?)?(\\d{1,2}) - (\\d{1,2})(?: - (\\d{4}|\\d{2}))`, ([, day, name, year], now) => ({
    day: dateNext(now.today, Number(day), Number(name), year ?? ''),
    isSure: year !== '',
  })),
  timeRule('(\\d{4}) - (\\d{2}) - (\\d{2})', ([year, name, day], now) => ({
    day: dateNext(now.today, Number(day), Number(name), year ?? ''),
    isSure: year !== '',
  })),
  timeRule(`${the}${wd} (?:día )?(\\d{1,2})(?! (?:de|%|€|-|horas|h|euros|personas) )`, ([, day], now) => ({
    day: dateOfMonthNext(now.today, Number(day)),
  })),
  timeRule(
    `(?:el |al |del )(?:próximo )?(?:día )?${dayWords}(?: (?:del corriente|de este mes|del mes en curso|del presente|de los corrientes))?(?! (?:de |%|€|por|-|piso|turno|[/\\d]))`,
    ([day], now) => ({
      day: dateOfMonthNext(now.today, count(day)),
    }),
  ),
  timeRule(`(?:el )?(?:día )?${dayWords} del (?:mes que viene|próximo mes|mes próximo|mes entrante)`, ([day], now) => ({
    day: dayOfMonth(now.today, 1, count(day)),
  })),
  timeRule(
    '(?:el día de |día de |las )?(navidad|navidades|nochebuena|nochevieja|fin de año|año nuevo|reyes|todos los santos|san juan|la inmaculada|la constitución|san valentín)',
    ([name], now) => {
      const [date, at] = feasts[name ?? ''] ?? [0, 0];
      return { day: dateNext(now.today, date, at, '') };
    },
  ),
  timeRule('(?:la|el) (noche|tarde|día|mañana) (antes|anterior|siguiente|después)', ([word, side]) => ({
    ...parts[word ?? ''],
    beside: side === 'antes' || side === 'anterior' ? -1 : 1,
  })),
];

const ending =
  '(?:(?:antes (?:de|del) |para |hacia |en |al |a |de |los |el )*(?:el )?(?:final|finales|fin|fines|último día|cierre) (?:de|del) |antes de que (?:acabe|termine|finalice) |al (?:acabar|terminar|finalizar) |antes de (?:acabar|terminar|finalizar) )';
const nextWeek =
  '(?:la )?(?:semana (?:que viene|próxima|proxima|entrante|que entra|siguiente)|(?:próxima|proxima) semana)';
const nextMonth = '(?:el )?(?:mes (?:que viene|próximo|proximo|entrante|que entra)|(?:próximo|proximo) mes)';
const start = '(?:a|para|en|hacia) (?:los )?(?:principios?|primeros|inicios?|comienzos?)(?: días)? (?:de )?';
const weekRules = [
  timeRule(
    `${ending}?(?:a lo largo de |durante |en )?(?:esta|la) (?:misma |presente )?semana|(?:a |para )?(?:finales|final) de semana`,
    (_, now) => fixed(thisFriday(now.today)),
  ),
  timeRule(`(?:antes (?:de|del) |para )(?:el |este )?(?:fin de semana|finde)`, (_, now) =>
    fixed(thisFriday(now.today)),
  ),
  timeRule('(?:el |este |durante el |a lo largo del )?(?:fin de semana|finde)', (_, now) => ({
    day: weekdayIn(now.today, 7, 0),
  })),
  timeRule(
    `${ending}?(?:a lo largo de |durante |en |en el transcurso de |para |antes de que acabe )?${nextWeek}`,
    (_, now) => fixed(weekdayIn(now.today, 5, 1)),
  ),
  timeRule(`${start}(?:de )?${nextWeek}`, (_, now) => ({ day: weekdayIn(now.today, 2, 1) })),
  timeRule(`a mediados de ${nextWeek}`, (_, now) => ({ day: weekdayIn(now.today, 3, 1) })),
  timeRule('(?:dentro de|en) dos semanas|la semana siguiente a la próxima', (_, now) => ({ day: now.today + 14 })),
  timeRule(`(?:en |durante )?la semana del (?:lunes )?(\\d{1,2}) (?:de )?${mon}`, ([day, name], now) => {
    const first = dateNext(now.today, Number(day), month(name), '');
    return fixed(first === undefined ? undefined : weekdayIn(first, 5, 0));
  }),
  timeRule(`(?:en |durante )?la semana del (\\d{1,2})(?:/(\\d{1,2}))?`, ([day, name], now) => {
    const first =
      name === '' ? dateOfMonthNext(now.today, Number(day)) : dateNext(now.today, Number(day), Number(name), '');
    return fixed(first === undefined ? undefined : weekdayIn(first, 5, 0));
  }),
  timeRule(
    `${ending}(?:este |el )?mes|(?:a lo largo de|durante|dentro de|en) este (?:mismo )?mes|este mes|${ending}mes en curso`,
    (_, now) => fixed(dayOfMonth(now.today, 0)),
  ),
  timeRule(`${ending}?(?:a lo largo del |durante |en |en el transcurso del |para )?${nextMonth}`, (_, now) =>
    fixed(dayOfMonth(now.today, 1)),
  ),
  timeRule(`(?:a|para|hacia|antes de) (?:mediados|la quincena) de(?:l)? ?(?:este )?mes`, (_, now) => ({
    day: dateOfMonthNext(now.today, 15),
  })),
  timeRule(`(?:a|para|hacia|antes de) mediados de ${mon}`, ([name], now) => ({
    day: dateNext(now.today, 15, month(name), ''),
  })),
  timeRule(
    `(?:${ending}|(?:en el mes de|durante el mes de|a lo largo de|durante|en el transcurso de|en|este) )${mon}`,
    ([name], now) => fixed(monthNext(now.today, month(name))),
  ),
  timeRule(`${ending}(?:el )?año|este año`, (_, now) => fixed(dateNext(now.today, 31, 12, ''))),
];

const termRules = [
  timeRule(
    `(?:${within})?${upTo} (?:días|dias|jornadas) (?:hábiles|habiles|laborables|laborales)`,
    ([last], now) => fixed(now.workday(count(last))),
    gates.day,
  ),
  timeRule(
    '(?:el |al )?(?:próximo |siguiente )?día (?:hábil|laborable)(?: siguiente)?|(?:el )?siguiente día (?:hábil|laborable)',
    (_, now) => fixed(now.workday(1)),
    gates.day,
  ),
  timeRule(
    `${within}${upTo} (?:días|dias|d)(?: naturales| corridos| calendario)?`,
    ([last], now) => fixed(now.today + count(last)),
    gates.day,
  ),
  timeRule(`${within}${upTo} semanas?`, ([last], now) => fixed(now.today + 7 * count(last)), gates.week),
  timeRule(`${within}(?:una )?quincena`, (_, now) => fixed(now.today + 15), gates.fortnight),
  timeRule(`${within}${upTo} (?:mes|meses)`, ([last], now) => fixed(plusMonths(now.today, count(last))), gates.month),
  timeRule(`${within}${upTo} (?:horas?|hrs?|hs|h)`, ([last]) => ({ minutes: 60 * count(last) }), gates.hour),
  timeRule(`${within}${upTo} horas? y media`, ([last]) => ({ minutes: 60 * count(last) + 30 }), gates.hour),
  timeRule(`${within}${upTo} (?:minutos?|minutitos|mins?|min)`, ([last]) => ({ minutes: count(last) }), gates.minute),
  timeRule(`${within}(?:media hora|media horita)`, () => ({ minutes: 30 }), gates.hour),
  timeRule(`${within}(?:tres cuartos de hora)`, () => ({ minutes: 45 }), gates.hour),
  timeRule(`${within}un cuarto de hora`, () => ({ minutes: 15 }), gates.hour),
  timeRule(`${within}(?:una horita|hora)`, () => ({ minutes: 60 }), gates.hour),
  timeRule(
    `${within}(?:unos|unas|pocos|pocas|algunos|algunas|breves|varios) (?:pocos |pocas )?(?:días|dias|semanas|horas|minutos|momentos|instantes)|en unos días`,
    () => ({ isUncounted: true }),
  ),
  timeRule(
    '(?:en breve|ya mismo|ahora mismo|ahorita(?: mismo)?|enseguida|en seguida|cuanto antes|lo antes posible|de inmediato|inmediatamente|a la mayor brevedad(?: posible)?|próximamente|pronto|en un (?:momento|rato|ratito|momentito)|en la mayor brevedad|a la brevedad|ahora|ya|de una vez|en cuanto pueda)',
    () => ({ isUncounted: true }),
  ),
];

const approach =
  '(?:a|antes de|hasta|desde|sobre|para|hacia|después de|despues de|pasadas|partir de|tipo|eso de|como a) (?:eso de )?las? ';
const fraction = '(?: (y media|y cuarto|menos cuarto|y pico|y diez|y veinte|menos diez|en punto))?';
const fractions: Readonly<Record<string, number>> = {
  'y media': 30,
  'y cuarto': 15,
  'menos cuarto': -15,
  'y diez': 10,
  'y veinte': 20,
  'menos diez': -10,
};
const clock = (text = '', fractionSaid = '', letter = ''): Sense | undefined => {
  const minute = fractions[fractionSaid];
  if (/^\d/.test(text) && minute === undefined) return writtenClock(text, halfOf(letter));
  return clockSense({ hour: count(text), minute: minute ?? 0, half: halfOf(letter) });
};
const time = `(\\d{1,2}(?:[.:]\\d{2})?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)${h}${fraction}(?: ${half})?`;
const clockRules = [
  timeRule(`(?:${approach}|las? )${time}(?! (?:%|€|personas))`, ([text, more, letter]) => clock(text, more, letter)),
  timeRule(
    `(?:entre|de|desde|a partir de) (?:las? )?${time} (?:y|a|hasta|-|–) (?:las? )?${time}`,
    ([one, oneMore, oneHalf, two, twoMore, twoHalf]) =>
      laterClock(clock(one, oneMore, oneHalf), clock(two, twoMore, twoHalf)),
  ),
  timeRule('(\\d{1,2}[.:]\\d{2}) ?(?:-|–|a) ?(\\d{1,2}[.:]\\d{2})', ([one, two]) =>
    laterClock(writtenClock(one ?? ''), writtenClock(two ?? '')),
  ),
  timeRule(`(\\d{1,2}:\\d{2})${h}(?: ${half})?`, ([text, letter]) => writtenClock(text ?? '', halfOf(letter))),
  timeRule(`(\\d{1,2}(?:\\.\\d{2})?) (?:h|hs|hrs)(?: \\.)?`, ([text]) => writtenClock(text ?? '')),
  timeRule(`(\\d{1,2}) ${half}`, ([text, letter]) => writtenClock(text ?? '', halfOf(letter))),
  timeRule(
    '(?:por|en|a|de|durante|a lo largo de|en el transcurso de|al final de|antes de que acabe) la (?:misma )?(mañana|tarde|noche|tardecita)',
    ([word]) => parts[word ?? ''],
  ),
  timeRule(
    '(?:antes|después|despues) de que acabe la mañana|a media mañana|a última hora de la mañana|a ultima hora de la mañana',
    () => parts['mañana'],
  ),
  timeRule(
    '(?:a|en) (?:media tarde|última hora de la tarde|ultima hora de la tarde|primera hora de la tarde)',
    () => parts['tarde'],
  ),
  timeRule('(?:al|a|este|antes del|hasta el|para el|hacia el)? ?(?:mediodía|mediodia)', () => parts['mediodía']),
  timeRule('(?:a|en|para) (?:la )?primera hora(?: de la mañana)?|bien temprano|tempranito|temprano', () => ({
    clock: 600,
    rank: 2,
  })),
  timeRule('antes de (?:comer|la comida|almorzar|el almuerzo)', () => ({ clock: 840, rank: 2, isLate: true })),
  timeRule('después de (?:comer|la comida)|tras la comida', () => parts['tarde']),
  timeRule('(?:a |hasta |antes de )?(?:la )?medianoche', () => ({ clock: 1_440, rank: 3 })),
  timeRule(`a ${hour} en punto`, ([text]) => clock(text)),
];

/** The times of Spanish, day first. */
export const spanishTimes: TimeGrammar = {
  rules: [
    ...dayRules,
    ...gated(
      /semana|mes|año|finde|final|fin |mediados|(?:ener|febrer|marz|abril|mayo|juni|juli|agost|embre|octubr)/,
      weekRules,
    ),
    ...termRules,
    ...clockRules,
  ],
  before: / antes (?:de|del|de la|de los|de las|de el)(?: mismo)? $/,
  after: / (?:a partir de|desde|después de|despues de|pasadas)(?: las?)? $/,
  topic:
    /(?<! (?:antes|partir|después|despues|desde|dentro|tarde|semana|mañana|noche|curso|transcurso|plazo|hora|lo largo|fin|final|finales|durante)) de(?:l| fecha| el| día)? (?:día )?$| (?:todos los|cada|los|desde el pasado|el pasado|pasado|fechad[oa] (?:el|a)|ampliar|prorrogar|aplazar|mover|cambiar)(?: [a-z]+){0,4} $|(?:amplia|prórroga|prorroga|aplaza|alarga|extende|pasa|cambia|mueve|move|traslada)[a-zéáó]*(?: [\p{L}]+){0,4} (?:hasta|al|para)(?: el)? $/u,
  counted:
    /^ (?:desde|a partir de|tras|contados?|después|despues|a contar|siguientes|posteriores|de (?:la recepción|recibir|haber|su recepción))(?! (?:hoy|ahora|mañana|este momento))/,
  described: /^ pasado(?! mañana)|^ (?:por la mañana )?pasad[oa] /,
};
