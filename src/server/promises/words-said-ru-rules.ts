import { numbersOf } from './words-number-rules.ts';
import type { Now, Sense } from './words-time-rules.ts';

const numbers = numbersOf(
  `один|одного|одну|одна|одному|одной|час|часу=1 два|две|двух|двум|пару|пара|пары|парочку=2 три|трех|трем=3
  четыре|четырех|четырем=4 пять|пяти=5 шесть|шести=6 семь|семи=7 восемь|восьми=8 девять|девяти=9 десять|десяти=10
  одиннадцать|одиннадцати=11 двенадцать|двенадцати=12 тринадцать|тринадцати=13 четырнадцать|четырнадцати=14
  пятнадцать|пятнадцати=15 шестнадцать|шестнадцати=16 семнадцать|семнадцати=17 восемнадцать|восемнадцати=18
  девятнадцать|девятнадцати=19`,
  'двадцать|двадцати=20 тридцать|тридцати=30 сорок|сорока=40 пятьдесят|пятидесяти=50 шестьдесят|шестидесяти=60 семьдесят|семидесяти=70 восемьдесят=80 девяносто|девяноста=90',
  ' ',
);
/** A number, digits or words, as a group. */
export const n = `(${numbers.pattern})`;
/** A number or a range of two, of which the last is the group. */
export const upTo = `(?:${numbers.pattern} (?:-|–|до|или) )?${n}(?: (?:-|–) (?:х|ти|и|ми))?`;
/** The number of what was found. */
export const count = (text = '') => numbers.read(text);

/** Ordinals in the genitive, dative and nominative: "до третьего", "к пятому", "пятое". */
export const ordinalStems =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'.split(
    ' ',
  );
const ordinalEnd = '(?:ого|его|ьего|ому|ему|ьему|ое|ье|ой|ей|ьей|ым|им|ьим)';
/** A day of the month as an ordinal. */
export const ordinal = `(?:двадцать |тридцать )?(?:${ordinalStems.join('|')}|тридцат)${ordinalEnd}`;
/** The number of an ordinal. */
export const ordinalOf = (text = ''): number => {
  const words = text.split(' ');
  const tens = words.length > 1 ? (words[0] === 'двадцать' ? 20 : 30) : 0;
  const last = words.at(-1) ?? '';
  if (last.startsWith('тридцат')) return 30;
  const at = ordinalStems.findIndex((stem) => last.startsWith(stem) && new RegExp(`^${stem}${ordinalEnd}$`).test(last));
  return at < 0 ? 0 : tens + at + 1;
};
/** The day of a month, as a group. */
export const dayWords = `(\\d{1,2}(?: - ?(?:го|е|му|ое|ого|ому))?|${ordinal})`;
/** The number of a day of the month. */
export const dateOf = (text = ''): number => (/^\d/.test(text) ? Number(/^\d+/.exec(text)?.[0]) : ordinalOf(text));

const weekdays = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];
/** A weekday, as a group. */
export const wd =
  '(понедельник(?:а|у|ом)?|понед|пон|пн|вторник(?:а|у|ом)?|вт|сред(?:а|у|ы|е|ой)|ср|четверг(?:а|у|ом)?|чт|пятниц(?:а|у|ы|е|ей)|пт|суббот(?:а|у|ы|е|ой)|сб|воскресень(?:е|я|ю|ем)|вс)';
/** A weekday’s number, 1 Monday to 7. */
export const weekday = (text = '') => {
  const keys = [/^по?н/, /^вт/, /^ср/, /^че?т/, /^п[ят]/, /^су?б/, /^во?с/];
  return weekdays.length > 0 ? keys.findIndex((key) => key.test(text)) + 1 : 0;
};
const monthStems = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
/** A month, as a group. */
export const mon =
  '((?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яьеюи]|март[ауе]?|ма[йяюе]|август[ауе]?|янв|фев|апр|авг|сент?|окт|ноя|дек)(?: \\.)?';
/** A month’s number, 1 to 12. */
export const month = (text = '') => monthStems.findIndex((stem) => text.startsWith(stem)) + 1;

/** What leads to a term. */
export const within =
  '(?:(?:в течение|в течении|через|за|в|спустя|не позднее чем через|не позже чем через|максимум за|максимум через|не более чем за|не более|до|где-то через|примерно через) |(?:в |за )?(?:ближайшие|ближайших|следующие|последующие|ближайшую|ближайший|следующий) |в срок до )(?:ближайшие |ближайших |следующих |примерно |около |максимум |каких - то |буквально )?';
const part = (minutes: number, isLate: boolean): Sense => ({
  clock: minutes,
  rank: 1,
  isLate,
  isMorning: minutes === 720 && !isLate,
});
/** The parts of the day, each until its end. */
export const [morning, noon, lunch, day, evening] = [
  part(720, false),
  { clock: 720, rank: 2, isLate: true } satisfies Sense,
  { clock: 780, rank: 2, isLate: true } satisfies Sense,
  part(1_080, true),
  part(1_260, true),
];
/** So many days from today. */
export const inDays = (days: number) => (_: readonly string[], now: Now) => ({ day: now.today + days });
/** A day that "before" does not move. */
export const fixed = (at: number | undefined): Sense => ({ day: at, isFixed: true });

/** Words without which a rule need not be tried. */
export const gates = {
  hour: /час/,
  minute: /мин/,
  day: /дн|ден/,
  week: /недел/,
  month: /месяц/,
  sutki: /сут/,
};
