import { numbersOf } from './words-number-rules.ts';
import type { Now, Sense } from './words-time-rules.ts';

const numbers = numbersOf(
  `un|una|uno|primero=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13
  catorce=14 quince=15 dieciséis|dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veintiuno|veintiún|veintiuna=21
  veintidós|veintidos=22 veintitrés|veintitres=23 veinticuatro=24 veinticinco=25 veintiséis|veintiseis=26 veintisiete=27
  veintiocho=28 veintinueve=29 un_par_de|un_par|par_de=2`,
  'veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90',
  ' y ',
);
const n = `(${numbers.pattern})`;
/** A number or a range of two, of which the last is the group. */
export const upTo = `(?:${numbers.pattern} (?:-|–|a|o|u|y) )?${n}`;
/** The number of what was found. */
export const count = (text = '') => numbers.read(text);
/** An hour in words, as a group. */
export const hour = '(una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)';
/** The day of a month, as a group. */
export const dayWords = `(\\d{1,2}|${numbers.pattern})`;

const weekdays = ['lu', 'ma', 'mi', 'ju', 'vi', 'sá', 'do'];
/** A weekday, as a group. */
export const wd = '(lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)';
/** A weekday’s number, 1 Monday to 7. */
export const weekday = (text = '') => weekdays.indexOf(text.slice(0, 2).replace('sa', 'sá')) + 1;
const monthNames = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
/** A month, as a group. */
export const mon =
  '(ene|enero|feb|febrero|mar|marzo|abr|abril|may|mayo|jun|junio|jul|julio|ago|agosto|sep|sept|septiembre|setiembre|oct|octubre|nov|noviembre|dic|diciembre)(?: \\.)?';
/** A month’s number, 1 to 12. */
export const month = (text = '') => monthNames.indexOf(text.slice(0, 3).replace('set', 'sep')) + 1;

/** What leads to a term. */
export const within =
  '(?:(?:en|dentro de|antes de|en menos de|en no más de|en cosa de|en cuestión de|de aquí a|de acá a|transcurridos?|a los|por) |(?:en |dentro de |durante |a lo largo de )?(?:las?|los|el) (?:próxim[ao]s?|proxim[ao]s?|siguientes?) |(?:en|dentro de|con)? ?(?:un|el|su) (?:plazo|máximo|maximo|término|termino|periodo|período|tiempo)(?: máximo| maximo| estimado)?(?: legal)? (?:de|no superior a|inferior a) |(?:como )?máximo (?:en |de )?)(?:unos |unas |apenas |solo |sólo |tan solo |máximo |como máximo |menos de |no más de |más o menos |aproximadamente |los próximos |las próximas )?';
/** Before or after noon, its letter as a group. */
export const half = '(a|p)(?: \\.)? ?m(?: \\.)?';
/** The half of the day that a letter names. */
export const halfOf = (text = ''): 'am' | 'pm' | undefined => (text === 'a' ? 'am' : text === 'p' ? 'pm' : undefined);
/** "Hours" behind a time. */
export const h = '(?: ?(?:h|hs|hrs|horas)(?: \\.)?)?';
/** What may stand before a weekday. */
export const the = '(?:el |este |para el |día |el día |este día )?';

/** Feasts: day and month. */
export const feasts: Readonly<Record<string, readonly [number, number]>> = {
  navidad: [25, 12],
  navidades: [25, 12],
  nochebuena: [24, 12],
  nochevieja: [31, 12],
  'fin de año': [31, 12],
  'año nuevo': [1, 1],
  reyes: [6, 1],
  'todos los santos': [1, 11],
  'san juan': [24, 6],
  'la inmaculada': [8, 12],
  'la constitución': [6, 12],
  'san valentín': [14, 2],
};
const part = (minutes: number, isLate: boolean): Sense => ({
  clock: minutes,
  rank: 1,
  isLate,
  isMorning: minutes === 720 && !isLate,
});
/** The parts of the day, each until its end. */
export const parts: Readonly<Record<string, Sense>> = {
  mañana: part(720, false),
  mediodía: { clock: 720, rank: 2, isLate: true },
  mediodia: { clock: 720, rank: 2, isLate: true },
  tarde: part(1_200, true),
  tardecita: part(1_200, true),
  noche: part(1_260, true),
};
/** So many days from today. */
export const inDays = (days: number) => (_: readonly string[], now: Now) => ({ day: now.today + days });
/** A day that "before" does not move. */
export const fixed = (day: number | undefined): Sense => ({ day, isFixed: true });

/** Words without which a rule need not be tried. */
export const gates = {
  hour: /hora|hrs?|hs| h /,
  minute: /min/,
  day: /d[ií]a|jornada| d /,
  week: /semana/,
  fortnight: /quincena/,
  month: /mes/,
};
