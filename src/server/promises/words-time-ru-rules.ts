import { plusMonths } from '../platform/calendar/date-rules.ts';
import { clockSense, laterClock, writtenClock } from './words-number-rules.ts';
import {
  count,
  dateOf,
  day,
  dayWords,
  evening,
  fixed,
  gates,
  inDays,
  lunch,
  mon,
  month,
  morning,
  n,
  noon,
  ordinal,
  ordinalOf,
  ordinalStems,
  upTo,
  wd,
  weekday,
  within,
} from './words-said-ru-rules.ts';
import {
  dateNext,
  dateOfMonthNext,
  dayOfMonth,
  gated,
  monthNext,
  type TimeGrammar,
  thisFriday,
  timeRule,
  weekdayAfter,
  weekdayIn,
} from './words-time-rules.ts';

const dayRules = [
  timeRule(
    'сегодня(?: же)?|сегодняшним днем|до конца сегодняшнего дня|в течение сегодняшнего дня|на сегодня|сегодняшнего дня',
    inDays(0),
  ),
  timeRule('до конца дня|к концу дня|в течение дня|в конце дня', (_, now) => ({ day: now.today, isSameDay: true })),
  timeRule('завтра(?: же)?|на завтра|до завтра|завтрашнего дня|завтрашний день|в течение завтрашнего дня', inDays(1)),
  timeRule('послезавтра|на послезавтра', inDays(2)),
  timeRule('на днях', () => ({ isUncounted: true })),
  timeRule(
    `(?:в |во |до |к |ко |на )?(?:эту |этот |это |ближайш(?:ую|ий|ее|ей|его) |будущ(?:ую|ий) )?${wd}(?! (?:-|–) )`,
    ([name], now) => ({ day: weekdayAfter(now.today, weekday(name)) }),
  ),
  timeRule(
    `(?:в |во |до |к |на )?следующ(?:ую|ий|ее|ей|его|ему) ${wd}|(?:в |во )?${wd} (?:на )?следующей неделе|на следующей неделе ,? ?(?:в |во )?${wd}|(?:в |во )?${wd} на той неделе`,
    ([one, two, three, four], now) => ({
      day: weekdayIn(now.today, weekday(one || two || three || four), 1),
    }),
  ),
  timeRule(`(?:в |во )?${wd} (?:-|–) (?:в |во )?${wd}`, ([, name], now) => ({
    day: weekdayAfter(now.today, weekday(name)),
  })),
  timeRule(
    `(?:(?:в|во|до|к|на|не позднее|не позже) )?(?:${wd} ,? ?)?${dayWords} ${mon}(?: (\\d{4})(?: г(?:ода)?(?: \\.)?)?)?`,
    ([, date, name, year], now) => ({
      day: dateNext(now.today, dateOf(date), month(name), year ?? ''),
      isSure: year !== '',
    }),
  ),
  timeRule(
    `(?:(?:в|во|до|к|на) )?(?:${wd} ,? ?)?(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{4}|\\d{2}))?`,
    ([, date, name, year], now) => ({
      day: dateNext(now.today, Number(date), Number(name), year ?? ''),
      isSure: year !== '',
    }),
  ),
  timeRule('(\\d{4}) - (\\d{2}) - (\\d{2})', ([year, name, date], now) => ({
    day: dateNext(now.today, Number(date), Number(name), year ?? ''),
    isSure: year !== '',
  })),
  timeRule(`${dayWords} (?:числа|числу|число)(?: этого месяца| текущего месяца| сего месяца)?`, ([date], now) => ({
    day: dateOfMonthNext(now.today, dateOf(date)),
  })),
  timeRule(`${dayWords} (?:числа )?следующего месяца`, ([date], now) => ({
    day: dayOfMonth(now.today, 1, dateOf(date)),
  })),
  timeRule('(?:до|к|на) (\\d{1,2}) - ?(?:го|му|е)', ([date], now) => ({
    day: dateOfMonthNext(now.today, Number(date)),
  })),
  timeRule(`(?:до|к|на) (${ordinal})`, ([date], now) => ({ day: dateOfMonthNext(now.today, ordinalOf(date)) })),
  timeRule(
    '(?:до |к |под |перед )?нов(?:ого|ому|ый|ым) год(?:а|у|ом)?|(?:до|к|к концу|до конца) (?:этого |текущего )?год(?:а|у)',
    (_, now) => fixed(dateNext(now.today, 31, 12, '')),
  ),
  timeRule('(?:до |к )?рождеств(?:а|у|о)', (_, now) => ({ day: dateNext(now.today, 7, 1, '') })),
  timeRule('накануне|(днем|вечером) ранее', ([word]) => ({ ...(word === 'вечером' ? evening : {}), beside: -1 })),
];

const week = '(?:следующей|будущей|той|другой) недел[ие]';
const weekRules = [
  timeRule(
    '(?:до |к )?конц[ауе] (?:этой |текущей |рабочей )?недели|на этой (?:же )?неделе|в течение (?:этой |текущей )?недели сей|до конца этой недели|в конце (?:этой |текущей |рабочей )?недели',
    (_, now) => fixed(thisFriday(now.today)),
  ),
  timeRule('(?:до|к|перед) выходн(?:ых|ым|ыми)', (_, now) => fixed(thisFriday(now.today))),
  timeRule('(?:на|в|за) (?:этих |эти )?выходн(?:ых|ые)', (_, now) => ({ day: weekdayIn(now.today, 7, 0) })),
  timeRule(`(?:на|в течение|до|до конца|к концу|в конце) ${week}|в течение следующей недели`, (_, now) =>
    fixed(weekdayIn(now.today, 5, 1)),
  ),
  timeRule(`(?:в|к|с) начал[еау] ${week}`, (_, now) => ({ day: weekdayIn(now.today, 2, 1) })),
  timeRule(`(?:в|к) середин[еу] ${week}`, (_, now) => ({ day: weekdayIn(now.today, 3, 1) })),
  timeRule(`(?:на неделе|в неделю|на неделю|неделя) (?:с|от) (\\d{1,2}) ${mon}`, ([date, name], now) => {
    const first = dateNext(now.today, Number(date), month(name), '');
    return fixed(first === undefined ? undefined : weekdayIn(first, 5, 0));
  }),
  timeRule(
    '(?:до|к|в|ближе к) конц[ауе] (?:этого |текущего )?месяца|в (?:этом|текущем) месяце|в течение (?:этого|текущего) месяца|до конца месяца',
    (_, now) => fixed(dayOfMonth(now.today, 0)),
  ),
  timeRule(
    'в (?:следующем|будущем) месяце|(?:до|к|в) конц[ауе] следующего месяца|в течение следующего месяца|до следующего месяца',
    (_, now) => fixed(dayOfMonth(now.today, 1)),
  ),
  timeRule('(?:до|к|в) середин[еуы] (?:этого |текущего )?месяца', (_, now) => ({
    day: dateOfMonthNext(now.today, 15),
  })),
  timeRule(`(?:до|к|в) середин[еуы] ${mon}`, ([name], now) => ({ day: dateNext(now.today, 15, month(name), '') })),
  timeRule(`(?:(?:до|к|в) конц[ауе]|в течение|в) ${mon}`, ([name], now) => fixed(monthNext(now.today, month(name)))),
];

const termRules = [
  timeRule(
    `(?:${within})?${upTo} рабоч(?:их|ий|ие|его) дн(?:я|ей|ь)|${within}рабоч(?:его|ий) дн(?:я|ь)`,
    ([last], now) => fixed(now.workday(last === '' ? 1 : count(last))),
    gates.day,
  ),
  timeRule('(?:на |в )?(?:следующий|ближайший) рабочий день', (_, now) => fixed(now.workday(1)), gates.day),
  timeRule(
    `${within}(?:${upTo} |день (?:-|–) )?(?:календарн(?:ых|ый|ого|ые) )?(?:дн(?:я|ей|ь)|дней|денька|деньков|дня два)`,
    ([last], now) => fixed(now.today + (last === '' ? 1 : count(last))),
    gates.day,
  ),
  timeRule(`${within}день - другой|${within}день - два`, (_, now) => fixed(now.today + 2), gates.day),
  timeRule(`${within}дн(?:я|ей) ${n}`, ([last], now) => fixed(now.today + count(last)), gates.day),
  timeRule(
    `${within}(?:${upTo} )?недел(?:ю|и|ь|ек)(?: ${n})?`,
    ([last, after], now) => fixed(now.today + 7 * (last || after ? count(last || after) : 1)),
    gates.week,
  ),
  timeRule(
    `${within}(?:${upTo} )?месяц(?:а|ев)?`,
    ([last], now) => fixed(plusMonths(now.today, last === '' ? 1 : count(last))),
    gates.month,
  ),
  timeRule(
    `${within}(?:${upTo} )?час(?:а|ов|ик|ика|иков|ок)?`,
    ([last]) => ({ minutes: 60 * (last === '' ? 1 : count(last)) }),
    gates.hour,
  ),
  timeRule(`${within}час(?:а|ов|ика|иков) ${n}`, ([last]) => ({ minutes: 60 * count(last) }), gates.hour),
  timeRule(
    `${within}(?:${upTo} )?(?:сутки|суток)`,
    ([last]) => ({ minutes: 1_440 * (last === '' ? 1 : count(last)) }),
    gates.sutki,
  ),
  timeRule(
    `${within}${upTo} (?:минут[уы]?|мин|минуток)(?: \\.)?`,
    ([last]) => ({ minutes: count(last) }),
    gates.minute,
  ),
  timeRule(`${within}(?:минут|минуток) ${n}`, ([last]) => ({ minutes: count(last) }), gates.minute),
  timeRule(
    `(минут|часика?|часа|часов|дня|дней|недели|недель|месяца) через ${n}`,
    ([unit = '', last], now) => {
      if (unit.startsWith('м') && unit !== 'месяца') return { minutes: count(last) };
      if (unit.startsWith('ч')) return { minutes: 60 * count(last) };
      if (unit === 'месяца') return fixed(plusMonths(now.today, count(last)));
      return fixed(now.today + count(last) * (unit.startsWith('н') ? 7 : 1));
    },
    /через/,
  ),
  timeRule(`${within}(?:полчаса|получаса|пол ?часа|полчасика)`, () => ({ minutes: 30 }), gates.hour),
  timeRule(`${within}(?:полтора|полутора) час(?:а|ов)`, () => ({ minutes: 90 }), gates.hour),
  timeRule(`${within}полторы недели`, (_, now) => fixed(now.today + 11), gates.week),
  timeRule(`${within}четверть часа`, () => ({ minutes: 15 }), gates.hour),
  timeRule(
    '(?:в )?(?:кратчайш(?:ий|ие) срок(?:и)?|ближайшее время|ближайшие (?:дни|часы|минуты|недели))|сейчас(?: же)?|прямо сейчас|как можно (?:скорее|быстрее)|скоро|вскоре|немедленно|сразу(?: же)?|незамедлительно|через (?:минуту|минутку|пару минут|несколько (?:минут|часов|дней|недель))|в течение нескольких (?:минут|часов|дней)|уже|тут же|оперативно|позже|чуть позже|попозже',
    () => ({ isUncounted: true }),
  ),
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
  timeRule(`(?:в |к |до )?(?:половин[еуы]|пол) (${ordinalStems.slice(0, 12).join('|')})(?:ого|его|ьего)`, ([text]) =>
    clockSense({ hour: ordinalStems.indexOf(text ?? '') || 12, minute: ordinalStems.indexOf(text ?? '') < 0 ? 0 : 30 }),
  ),
  timeRule(`(?:в |к |до )?пол(${ordinalStems.slice(0, 12).join('|')})(?:ого|его|ьего)`, ([text]) =>
    clockSense({ hour: ordinalStems.indexOf(text ?? '') || 12, minute: 30 }),
  ),
  timeRule(`без (четверти|пяти|десяти|двадцати) ${hours}`, ([minutes, text]) =>
    clockSense({ hour: count(text), minute: -(minutes === 'четверти' ? 15 : count(minutes)) }),
  ),
  timeRule(
    `(?:с|между|от) (\\d{1,2}(?:[:.]\\d{2})?)${oclock} (?:до|по|и) (\\d{1,2}(?:[:.]\\d{2})?)${oclock}${unless}`,
    ([one, two]) => laterClock(writtenClock(one ?? ''), writtenClock(two ?? '')),
  ),
  timeRule(`(?:с|между|от) ${hours} (?:до|и|по) ${hours}`, ([one, two]) =>
    laterClock(clockSense({ hour: count(one) }), clockSense({ hour: count(two) })),
  ),
  timeRule(`(?:в |к )?(\\d{1,2}(?:[:.]\\d{2})?) (?:-|–) (\\d{1,2}(?:[:.]\\d{2})?)${oclock}${unless}`, ([one, two]) =>
    laterClock(writtenClock(one ?? ''), writtenClock(two ?? '')),
  ),
  timeRule('(?:прямо )?(?:с самого|с) утра|(?:рано утром|с утречка|первым делом)', () => ({
    clock: 600,
    rank: 2,
    isMorning: true,
  })),
  timeRule('утром|утра|к утру|до утра|поутру|в первой половине дня|до полудня|в первую половину дня', () => morning),
  timeRule('в полдень|к полудню|до полудня|полудня|полудню', () => noon),
  timeRule('до обеда|к обеду|в обед|в обеденное время|в обеденный перерыв', () => lunch),
  timeRule(
    'днем|дня|после обеда|после полудня|во второй половине дня|во вторую половину дня|ближе к вечеру',
    () => day,
  ),
  timeRule('вечером|вечера|к вечеру|до вечера|вечерком|ночью|под вечер', () => evening),
  timeRule('(?:до |к )?конц[ауе] рабочего дня|в конце рабочего дня', () => ({ clock: 1_080, rank: 2, isLate: true })),
  timeRule('в полночь|до полуночи|к полуночи', () => ({ clock: 1_440, rank: 3 })),
];

/** The times of Russian, day first. */
export const russianTimes: TimeGrammar = {
  rules: [
    ...dayRules,
    ...gated(
      /недел|месяц|выходн|конц|середин|(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)/,
      weekRules,
    ),
    ...termRules,
    ...clockRules,
  ],
  before: /(?!)/,
  after: / (?:после|с) $/,
  topic:
    / (?:от|за|датированн\p{L}+|прошл\p{L}+|минувш\p{L}+|кажд\p{L}+|по|вчера|позавчера) (?:\p{L}+ )?$|(?:продл|перенес|перенос|перезапи|сдвин|перебронир|переоформ)\p{L}*(?: [\p{L}]+){0,4} (?:на|до|с)? ?$/u,
  counted: /^ (?:с (?:момента|даты|дня|дат)|со дня|после|от (?:даты|момента)|по (?:получении|окончании))/,
  described: /^ (?:назад|тому назад)(?= )/,
};
