import { plusMonths } from '../platform/calendar/date-rules.ts';
import { clockSense, laterClock, numbersOf, writtenClock } from './words-number-rules.ts';
import {
  dateNext,
  dateOfMonthNext,
  dayOfMonth,
  monthNext,
  type Now,
  type Sense,
  type TimeGrammar,
  thisFriday,
  timeRule,
  weekdayAfter,
  weekdayIn,
} from './words-time-rules.ts';

const numbers = numbersOf(
  `один|одного|одну|одна|одному|одной|час|часу=1 два|две|двух|двум|пару|пара|пары|парочку=2 три|трех|трем=3
  четыре|четырех|четырем=4 пять|пяти=5 шесть|шести=6 семь|семи=7 восемь|восьми=8 девять|девяти=9 десять|десяти=10
  одиннадцать|одиннадцати=11 двенадцать|двенадцати=12 тринадцать|тринадцати=13 четырнадцать|четырнадцати=14
  пятнадцать|пятнадцати=15 шестнадцать|шестнадцати=16 семнадцать|семнадцати=17 восемнадцать|восемнадцати=18
  девятнадцать|девятнадцати=19`,
  'двадцать|двадцати=20 тридцать|тридцати=30 сорок|сорока=40 пятьдесят|пятидесяти=50 шестьдесят|шестидесяти=60 семьдесят|семидесяти=70 восемьдесят=80 девяносто|девяноста=90',
  ' ',
);
const n = `(${numbers.pattern})`;
const upTo = `(?:${numbers.pattern} (?:-|–|до|или) )?${n}(?: (?:-|–) (?:х|ти|и|ми))?`;
const count = (text = '') => numbers.read(text);

/** Ordinals in the genitive, dative and nominative: "до третьего", "к пятому", "пятое". */
const ordinalStems =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'.split(' ');
const ordinalEnd = '(?:ого|его|ьего|ому|ему|ьему|ое|ье|ой|ей|ьей|ым|им|ьим)';
const ordinal = `(?:двадцать |тридцать )?(?:${ordinalStems.join('|')}|тридцат)${ordinalEnd}`;
const ordinalOf = (text = ''): number => {
  const words = text.split(' ');
  const tens = words.length > 1 ? (words[0] === 'двадцать' ? 20 : 30) : 0;
  const last = words.at(-1) ?? '';
  if (last.startsWith('тридцат')) return 30;
  const at = ordinalStems.findIndex((stem) => last.startsWith(stem) && new RegExp(`^${stem}${ordinalEnd}$`).test(last));
  return at < 0 ? 0 : tens + at + 1;
};
const dayWords = `(\\d{1,2}(?: - ?(?:го|е|му|ое|ого|ому))?|${ordinal})`;
const dateOf = (text = ''): number => (/^\d/.test(text) ? Number(/^\d+/.exec(text)?.[0]) : ordinalOf(text));

const weekdays = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];
const wd =
  '(понедельник(?:а|у|ом)?|понед|пон|пн|вторник(?:а|у|ом)?|вт|сред(?:а|у|ы|е|ой)|ср|четверг(?:а|у|ом)?|чт|пятниц(?:а|у|ы|е|ей)|пт|суббот(?:а|у|ы|е|ой)|сб|воскресень(?:е|я|ю|ем)|вс)';
const weekday = (text = '') => {
  const keys = [/^по?н/, /^вт/, /^ср/, /^че?т/, /^п[ят]/, /^су?б/, /^во?с/];
  return weekdays.length > 0 ? keys.findIndex((key) => key.test(text)) + 1 : 0;
};
const monthStems = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const mon =
  '((?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яьеюи]|март[ауе]?|ма[йяюе]|август[ауе]?|янв|фев|апр|авг|сент?|окт|ноя|дек)(?: \\.)?';
const month = (text = '') => monthStems.findIndex((stem) => text.startsWith(stem)) + 1;

const within =
  '(?:(?:в течение|в течении|через|за|в|спустя|не позднее чем через|не позже чем через|максимум за|максимум через|не более чем за|не более|до|где-то через|примерно через) |(?:в |за )?(?:ближайшие|ближайших|следующие|последующие|ближайшую|ближайший|следующий) |в срок до )(?:ближайшие |ближайших |следующих |примерно |около |максимум |каких - то |буквально )?';
const part = (minutes: number, isLate: boolean): Sense => ({
  clock: minutes,
  rank: 1,
  isLate,
  isMorning: minutes === 720 && !isLate,
});
const [morning, noon, lunch, day, evening] = [
  part(720, false),
  { clock: 720, rank: 2, isLate: true } satisfies Sense,
  { clock: 780, rank: 2, isLate: true } satisfies Sense,
  part(1_080, true),
  part(1_260, true),
];
const inDays = (days: number) => (_: readonly string[], now: Now) => ({ day: now.today + days });
const fixed = (at: number | undefined): Sense => ({ day: at, isFixed: true });

const dayRules = [
  timeRule('сегодня(?: же)?|сегодняшним днем|до конца сегодняшнего дня|в течение сегодняшнего дня|на сегодня|сегодняшнего дня', inDays(0)),
  timeRule('до конца дня|к концу дня|в течение дня|в конце дня', (_, now) => ({ day: now.today, isSameDay: true })),
  timeRule('завтра(?: же)?|на завтра|до завтра|завтрашнего дня|завтрашний день|в течение завтрашнего дня', inDays(1)),
  timeRule('послезавтра|на послезавтра', inDays(2)),
  timeRule('на днях', () => ({ isUncounted: true })),
  timeRule(`(?:в |во |до |к |ко |на )?(?:эту |этот |это |ближайш(?:ую|ий|ее|ей|его) |будущ(?:ую|ий) )?${wd}(?! (?:-|–) )`, ([name], now) => ({ day: weekdayAfter(now.today, weekday(name)) })),
  timeRule(`(?:в |во |до |к |на )?следующ(?:ую|ий|ее|ей|его|ему) ${wd}|(?:в |во )?${wd} (?:на )?следующей неделе|на следующей неделе ,? ?(?:в |во )?${wd}|(?:в |во )?${wd} на той неделе`, ([one, two, three, four], now) => ({
    day: weekdayIn(now.today, weekday(one || two || three || four), 1),
  })),
  timeRule(`(?:в |во )?${wd} (?:-|–) (?:в |во )?${wd}`, ([, name], now) => ({ day: weekdayAfter(now.today, weekday(name)) })),
  timeRule(`(?:(?:в|во|до|к|на|не позднее|не позже) )?(?:${wd} ,? ?)?${dayWords} ${mon}(?: (\\d{4})(?: г(?:ода)?(?: \\.)?)?)?`, ([, date, name, year], now) => ({
    day: dateNext(now.today, dateOf(date), month(name), year ?? ''), isSure: year !== '',
  })),
  timeRule(`(?:(?:в|во|до|к|на) )?(?:${wd} ,? ?)?(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{4}|\\d{2}))?`, ([, date, name, year], now) => ({
    day: dateNext(now.today, Number(date), Number(name), year ?? ''), isSure: year !== '',
  })),
  timeRule('(\\d{4}) - (\\d{2}) - (\\d{2})', ([year, name, date], now) => ({ day: dateNext(now.today, Number(date), Number(name), year ?? ''), isSure: year !== '' })),
  timeRule(`${dayWords} (?:числа|числу|число)(?: этого месяца| текущего месяца| сего месяца)?`, ([date], now) => ({ day: dateOfMonthNext(now.today, dateOf(date)) })),
  timeRule(`${dayWords} (?:числа )?следующего месяца`, ([date], now) => ({ day: dayOfMonth(now.today, 1, dateOf(date)) })),
  timeRule('(?:до|к|на) (\\d{1,2}) - ?(?:го|му|е)', ([date], now) => ({ day: dateOfMonthNext(now.today, Number(date)) })),
  timeRule(`(?:до|к|на) (${ordinal})`, ([date], now) => ({ day: dateOfMonthNext(now.today, ordinalOf(date)) })),
  timeRule('(?:до |к |под |перед )?нов(?:ого|ому|ый|ым) год(?:а|у|ом)?|(?:до|к|к концу|до конца) (?:этого |текущего )?год(?:а|у)', (_, now) => fixed(dateNext(now.today, 31, 12, ''))),
  timeRule('(?:до |к )?рождеств(?:а|у|о)', (_, now) => ({ day: dateNext(now.today, 7, 1, '') })),
  timeRule('накануне|(днем|вечером) ранее', ([word]) => ({ ...(word === 'вечером' ? evening : {}), beside: -1 })),
];

const week = '(?:следующей|будущей|той|другой) недел[ие]';
const weekRules = [
  timeRule('(?:до |к )?конц[ауе] (?:этой |текущей |рабочей )?недели|на этой (?:же )?неделе|в течение (?:этой |текущей )?недели сей|до конца этой недели|в конце (?:этой |текущей |рабочей )?недели', (_, now) => fixed(thisFriday(now.today))),
  timeRule('(?:до|к|перед) выходн(?:ых|ым|ыми)', (_, now) => fixed(thisFriday(now.today))),
  timeRule('(?:на|в|за) (?:этих |эти )?выходн(?:ых|ые)', (_, now) => ({ day: weekdayIn(now.today, 7, 0) })),
  timeRule(`(?:на|в течение|до|до конца|к концу|в конце) ${week}|в течение следующей недели`, (_, now) => fixed(weekdayIn(now.today, 5, 1))),
  timeRule(`(?:в|к|с) начал[еау] ${week}`, (_, now) => ({ day: weekdayIn(now.today, 2, 1) })),
  timeRule(`(?:в|к) середин[еу] ${week}`, (_, now) => ({ day: weekdayIn(now.today, 3, 1) })),
  timeRule(`(?:на неделе|в неделю|на неделю|неделя) (?:с|от) (\\d{1,2}) ${mon}`, ([date, name], now) => {
    const first = dateNext(now.today, Number(date), month(name), '');
    return fixed(first === undefined ? undefined : weekdayIn(first, 5, 0));
  }),
  timeRule('(?:до|к|в|ближе к) конц[ауе] (?:этого |текущего )?месяца|в (?:этом|текущем) месяце|в течение (?:этого|текущего) месяца|до конца месяца', (_, now) => fixed(dayOfMonth(now.today, 0))),
  timeRule('в (?:следующем|будущем) месяце|(?:до|к|в) конц[ауе] следующего месяца|в течение следующего месяца|до следующего месяца', (_, now) => fixed(dayOfMonth(now.today, 1))),
  timeRule('(?:до|к|в) середин[еуы] (?:этого |текущего )?месяца', (_, now) => ({ day: dateOfMonthNext(now.today, 15) })),
  timeRule(`(?:до|к|в) середин[еуы] ${mon}`, ([name], now) => ({ day: dateNext(now.today, 15, month(name), '') })),
  timeRule(`(?:(?:до|к|в) конц[ауе]|в течение|в) ${mon}`, ([name], now) => fixed(monthNext(now.today, month(name)))),
];

const termRules = [
  timeRule(`(?:${within})?${upTo} рабоч(?:их|ий|ие|его) дн(?:я|ей|ь)|${within}рабоч(?:его|ий) дн(?:я|ь)`, ([last], now) => fixed(now.workday(last === '' ? 1 : count(last)))),
  timeRule('(?:на |в )?(?:следующий|ближайший) рабочий день', (_, now) => fixed(now.workday(1))),
  timeRule(`${within}(?:${upTo} |день (?:-|–) )?(?:календарн(?:ых|ый|ого|ые) )?(?:дн(?:я|ей|ь)|дней|денька|деньков|дня два)`, ([last], now) => fixed(now.today + (last === '' ? 1 : count(last)))),
  timeRule(`${within}день - другой|${within}день - два`, (_, now) => fixed(now.today + 2)),
  timeRule(`${within}дн(?:я|ей) ${n}`, ([last], now) => fixed(now.today + count(last))),
  timeRule(`${within}(?:${upTo} )?недел(?:ю|и|ь|ек)(?: ${n})?`, ([last, after], now) => fixed(now.today + 7 * (last || after ? count(last || after) : 1))),
  timeRule(`${within}(?:${upTo} )?месяц(?:а|ев)?`, ([last], now) => fixed(plusMonths(now.today, last === '' ? 1 : count(last)))),
  timeRule(`${within}(?:${upTo} )?час(?:а|ов|ик|ика|иков|ок)?`, ([last]) => ({ minutes: 60 * (last === '' ? 1 : count(last)) })),
  timeRule(`${within}час(?:а|ов|ика|иков) ${n}`, ([last]) => ({ minutes: 60 * count(last) })),
  timeRule(`${within}(?:${upTo} )?(?:сутки|суток)`, ([last]) => ({ minutes: 1_440 * (last === '' ? 1 : count(last)) })),
  timeRule(`${within}${upTo} (?:минут[уы]?|мин|минуток)(?: \\.)?`, ([last]) => ({ minutes: count(last) })),
  timeRule(`${within}(?:минут|минуток) ${n}`, ([last]) => ({ minutes: count(last) })),
  timeRule(`(минут|часика?|часа|часов|дня|дней|недели|недель|месяца) через ${n}`, ([unit = '', last], now) => {
    if (unit.startsWith('м') && unit !== 'месяца') return { minutes: count(last) };
    if (unit.startsWith('ч')) return { minutes: 60 * count(last) };
    if (unit === 'месяца') return fixed(plusMonths(now.today, count(last)));
    return fixed(now.today + count(last) * (unit.startsWith('н') ? 7 : 1));
  }),
  timeRule(`${within}(?:полчаса|получаса|пол ?часа|полчасика)`, () => ({ minutes: 30 })),
  timeRule(`${within}(?:полтора|полутора) час(?:а|ов)`, () => ({ minutes: 90 })),
  timeRule(`${within}полторы недели`, (_, now) => fixed(now.today + 11)),
  timeRule(`${within}четверть часа`, () => ({ minutes: 15 })),
  timeRule('(?:в )?(?:кратчайш(?:ий|ие) срок(?:и)?|ближайшее время|ближайшие (?:дни|часы|минуты|недели))|сейчас(?: же)?|прямо сейчас|как можно (?:скорее|быстрее)|скоро|вскоре|немедленно|сразу(?: же)?|незамедлительно|через (?:минуту|минутку|пару минут|несколько (?:минут|часов|дней|недель))|в течение нескольких (?:минут|часов|дней)|уже|тут же|оперативно|позже|чуть позже|попозже', () => ({ isUncounted: true })),
];

const hours =
  '(час(?:у|а)?|двум|двух|два|трем|трех|три|четырем|четырех|четыре|пяти|пять|шести|шесть|семи|семь|восьми|восемь|девяти|девять|десяти|десять|одиннадцати|одиннадцать|двенадцати|двенадцать)';
const unless =
  '(?! (?:[-–/%€$№°]|дн|день|раб|календ|недел|месяц|сут|минут|мин|час(?:ов|а)? (?:работ|назад)|руб|тыс|шт|человек|штук|окн|кв|раз|числа|процент|год|лет|км|этаж|метр|тысяч|миллион|литр|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|из ))';
const approach = '(?:в|к|ко|до|после|с|около|часам к|часов в|позднее|позже|на|примерно в|где-то в|часиков в)';
const oclock = '(?: (?:час(?:ам|ов|а|у)?|ч)(?: \\.)?)?';
const clockRules = [
  timeRule(`${approach} (\\d{1,2}(?:[:.]\\d{2})?)${oclock}${unless}`, ([text]) => writtenClock(text ?? '')),
  timeRule(`${approach} ${hours}(?: час(?:ам|ов|а|у)?)?${unless}`, ([text]) => clockSense({ hour: count(text) })),
  timeRule('(\\d{1,2}:\\d{2})', ([text]) => writtenClock(text ?? '')),
  timeRule(`(?:в |к |до )?(?:половин[еуы]|пол) (${ordinalStems.slice(0, 12).join('|')})(?:ого|его|ьего)`, ([text]) => clockSense({ hour: ordinalStems.indexOf(text ?? '') || 12, minute: ordinalStems.indexOf(text ?? '') < 0 ? 0 : 30 })),
  timeRule(`(?:в |к |до )?пол(${ordinalStems.slice(0, 12).join('|')})(?:ого|его|ьего)`, ([text]) => clockSense({ hour: ordinalStems.indexOf(text ?? '') || 12, minute: 30 })),
  timeRule(`без (четверти|пяти|десяти|двадцати) ${hours}`, ([minutes, text]) => clockSense({ hour: count(text), minute: -(minutes === 'четверти' ? 15 : count(minutes)) })),
  timeRule(`(?:с|между|от) (\\d{1,2}(?:[:.]\\d{2})?)${oclock} (?:до|по|и) (\\d{1,2}(?:[:.]\\d{2})?)${oclock}${unless}`, ([one, two]) => laterClock(writtenClock(one ?? ''), writtenClock(two ?? ''))),
  timeRule(`(?:с|между|от) ${hours} (?:до|и|по) ${hours}`, ([one, two]) => laterClock(clockSense({ hour: count(one) }), clockSense({ hour: count(two) }))),
  timeRule(`(?:в |к )?(\\d{1,2}(?:[:.]\\d{2})?) (?:-|–) (\\d{1,2}(?:[:.]\\d{2})?)${oclock}${unless}`, ([one, two]) => laterClock(writtenClock(one ?? ''), writtenClock(two ?? ''))),
  timeRule('(?:прямо )?(?:с самого|с) утра|(?:рано утром|с утречка|первым делом)', () => ({ clock: 600, rank: 2, isMorning: true })),
  timeRule('утром|утра|к утру|до утра|поутру|в первой половине дня|до полудня|в первую половину дня', () => morning),
  timeRule('в полдень|к полудню|до полудня|полудня|полудню', () => noon),
  timeRule('до обеда|к обеду|в обед|в обеденное время|в обеденный перерыв', () => lunch),
  timeRule('днем|дня|после обеда|после полудня|во второй половине дня|во вторую половину дня|ближе к вечеру', () => day),
  timeRule('вечером|вечера|к вечеру|до вечера|вечерком|ночью|под вечер', () => evening),
  timeRule('(?:до |к )?конц[ауе] рабочего дня|в конце рабочего дня', () => ({ clock: 1_080, rank: 2, isLate: true })),
  timeRule('в полночь|до полуночи|к полуночи', () => ({ clock: 1_440, rank: 3 })),
];

/** The times of Russian, day first. */
export const russianTimes: TimeGrammar = {
  rules: [...dayRules, ...weekRules, ...termRules, ...clockRules],
  before: /(?!)/,
  after: / (?:после|с) $/,
  topic:
    / (?:от|за|датированн\p{L}+|прошл\p{L}+|минувш\p{L}+|кажд\p{L}+|по|вчера|позавчера) (?:\p{L}+ )?$|(?:продл|перенес|перенос|перезапи|сдвин|перебронир|переоформ)\p{L}*(?: [\p{L}]+){0,4} (?:на|до|с)? ?$/u,
  counted: /^ (?:с (?:момента|даты|дня|дат)|со дня|после|от (?:даты|момента)|по (?:получении|окончании))/,
  described: /^ (?:назад|тому назад)(?= )/,
};
