import { plusMonths } from '../platform/calendar/date-rules.ts';
import { clockSense, laterClock, writtenClock } from './words-number-rules.ts';
import {
  clockWord,
  count,
  feasts,
  gates,
  half,
  halfOf,
  hour,
  mon,
  month,
  n,
  on,
  part,
  parts,
  unless,
  upTo,
  wd,
  weekday,
  within,
  written,
} from './words-said-en-rules.ts';
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
  timeRule(`${on}(today|tomorrow)`, ([word], now) => ({ day: now.today + (word === 'today' ? 0 : 1) })),
  timeRule('the same day|this very day|later on|later today|end of (?:the )?day today', (_, now) => ({
    day: now.today,
  })),
  timeRule('(?:the )?day after tomorrow', (_, now) => ({ day: now.today + 2 })),
  timeRule(
    "(?:by |before )?(?:the )?(?:end of (?:the |this )?(?:working )?day|eod|day 's end)|before the day is (?:out|over)",
    (_, now) => ({
      day: now.today,
      isFixed: true,
      isSameDay: true,
    }),
  ),
  timeRule('tonight', (_, now) => ({ day: now.today, ...part(1_260, true) })),
  timeRule('this (morning|afternoon|evening)', ([word], now) => ({ day: now.today, ...parts[word ?? ''] })),
  timeRule(`${on}(?:the )?${wd}`, ([day], now) => ({ day: weekdayAfter(now.today, weekday(day)) })),
  timeRule(`next ${wd}`, ([day], now) => ({ day: weekdayIn(now.today, weekday(day), 1) })),
  timeRule(`${on}${wd} (?:of )?next week|next week ,? ?(?:on )?${wd}`, ([day, other], now) => ({
    day: weekdayIn(now.today, weekday(day || other), 1),
  })),
  timeRule(`${on}${wd} week|a week (?:on|from|this) ${wd}`, ([day, other], now) => ({
    day: weekdayAfter(now.today, weekday(day || other)) + 7,
  })),
  timeRule('(?:a |one )?week (?:today|from today)', (_, now) => ({ day: now.today + 7 })),
  timeRule('(?:a )?week tomorrow|a week from tomorrow', (_, now) => ({ day: now.today + 8 })),
  timeRule(
    `(?:${wd} ,? ?)?(?:the )?(\\d{1,2})(?: (?:st|nd|rd|th))?(?: of)? ${mon}(?: ,)?(?: (\\d{4}))?`,
    ([, day, name, year], now) => ({
      day: dateNext(now.today, Number(day), month(name), year ?? ''),
      isSure: year !== '',
    }),
  ),
  timeRule(
    `(?:${wd} ,? ?)?${mon} (?:the )?(\\d{1,2})(?: (?:st|nd|rd|th))?(?: ,? ?(\\d{4}))?`,
    ([, name, day, year], now) => ({
      day: dateNext(now.today, Number(day), month(name), year ?? ''),
      isSure: year !== '',
    }),
  ),
  timeRule(`(?:${wd} ,? ?)?(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{4}|\\d{2}))?`, ([, day, name, year], now) => ({
    day: dateNext(now.today, Number(day), Number(name), year ?? ''),
    isSure: year !== '',
  })),
  timeRule('(\\d{4}) - (\\d{2}) - (\\d{2})', ([year, name, day], now) => ({
    day: dateNext(now.today, Number(day), Number(name), year ?? ''),
    isSure: year !== '',
  })),
  timeRule(`(?:${wd} ,? ?)?the (\\d{1,2}) (?:st|nd|rd|th)`, ([, day], now) => ({
    day: dateOfMonthNext(now.today, Number(day)),
  })),
  timeRule(
    "(?:the )?(christmas(?: eve| day)?|xmas|boxing day|new year(?: 's (?:eve|day))?|valentine 's day|halloween)",
    ([name], now) => {
      const [date, at] = feasts[name ?? ''] ?? [0, 0];
      return { day: dateNext(now.today, date, at, '') };
    },
  ),
  timeRule('the (evening|day|afternoon|morning|night) (before|after)', ([word, side]) => ({
    ...parts[word ?? ''],
    beside: side === 'before' ? -1 : 1,
  })),
];

const weekRules = [
  timeRule(
    '(?:the )?(?:end|back|close) of (?:the |this )?week|(?:by |before )?end of week|(?:later )?this week|the week is out',
    (_, now) => ({
      day: thisFriday(now.today),
      isFixed: true,
    }),
  ),
  timeRule('(?:by|before|until|till) (?:the |this )?weekend', (_, now) => ({
    day: thisFriday(now.today),
    isFixed: true,
  })),
  timeRule('(?:over|at|on|during) (?:the |this )?weekend|this weekend', (_, now) => ({
    day: weekdayIn(now.today, 7, 0),
  })),
  timeRule(
    '(?:(?:in|during|over|by|before|until) )?(?:the )?(?:(?:course|end|back end|latter part) of )?(?:later )?(?:the )?next week|the end of the following week',
    (_, now) => ({
      day: weekdayIn(now.today, 5, 1),
      isFixed: true,
    }),
  ),
  timeRule('(?:(?:at |by )?(?:the )?(?:beginning|start) of|early) next week', (_, now) => ({
    day: weekdayIn(now.today, 2, 1),
  })),
  timeRule('(?:the )?middle of next week|mid(?: -)? next week|midweek next week', (_, now) => ({
    day: weekdayIn(now.today, 3, 1),
  })),
  timeRule('(?:the )?week after next', (_, now) => ({ day: weekdayIn(now.today, 5, 2) })),
  timeRule(
    `(?:in |during )?(?:the )?(?:week|w / c|wk) (?:(?:beginning|commencing|starting|of) )?(?:on )?(?:monday )?(?:the )?(\\d{1,2})(?: (?:st|nd|rd|th))?(?: of)? ${mon}`,
    ([day, name], now) => {
      const start = dateNext(now.today, Number(day), month(name), '');
      return { day: start === undefined ? undefined : weekdayIn(start, 5, 0), isFixed: true };
    },
  ),
  timeRule(
    `(?:on )?(?:the )?(?:last|final) (?:working )?day of (?:the|this) month|(?:the )?(?:end of (?:the |this )?month|month(?: -)? ?end|month 's end)|(?:later )?this month|the month is out`,
    (_, now) => ({
      day: dayOfMonth(now.today, 0),
      isFixed: true,
    }),
  ),
  timeRule('(?:(?:in|during|by|before) )?(?:the )?(?:(?:end|course) of )?next month', (_, now) => ({
    day: dayOfMonth(now.today, 1),
    isFixed: true,
  })),
  timeRule('(?:the )?(?:middle of|mid(?: -)?)(?: the| this)? month', (_, now) => ({
    day: dateOfMonthNext(now.today, 15),
  })),
  timeRule(`(?:the )?(?:middle of|mid(?: -)?) ${mon}`, ([name], now) => ({
    day: dateNext(now.today, 15, month(name), ''),
  })),
  timeRule(
    `(?:(?:by |before )?(?:the )?end of|(?:at any time |sometime |some time )?(?:in|during)|late|later in) ${mon}(?: (?!\\d))?`,
    ([name], now) => ({
      day: monthNext(now.today, month(name)),
      isFixed: true,
    }),
  ),
  timeRule(`(?:by |before )?(?:the )?end of (?:the |this )?year|this year`, (_, now) => ({
    day: dateNext(now.today, 31, 12, ''),
    isFixed: true,
  })),
];

const termRules = [
  timeRule(
    `(?:${within})?${upTo} (?:full |clear )?(?:working|business|week) ?days?(?: 's?)?(?: time)?`,
    ([last], now) => ({
      day: now.workday(count(last)),
      isFixed: true,
    }),
  ),
  timeRule(`${within}(24|48|72|96) (?:working|business) hours`, ([last], now) => ({
    day: now.workday(count(last) / 24),
    isFixed: true,
  })),
  timeRule('(?:by |on )?(?:the )?next (?:working|business) day', (_, now) => ({ day: now.workday(1) })),
  timeRule(
    `${within}${upTo} days?(?: '?s?)?(?: ' time| time)?`,
    ([last], now) => ({ day: now.today + count(last), isFixed: true }),
    gates.day,
  ),
  timeRule(
    `${within}(?:the )?(?:${upTo} )?weeks?(?: '?s?)?(?: ' time| time)?`,
    ([last], now) => ({
      day: now.today + 7 * (last === '' ? 1 : count(last)),
      isFixed: true,
    }),
    gates.week,
  ),
  timeRule(
    `${within}(?:${upTo} |the )?fortnights?(?: 's? ?time)?`,
    ([last], now) => ({
      day: now.today + 14 * (last === '' ? 1 : count(last)),
      isFixed: true,
    }),
    gates.fortnight,
  ),
  timeRule(
    `${within}(?:${upTo} |the )?months?(?: '?s?)?(?: ' time| time)?`,
    ([last], now) => ({
      day: plusMonths(now.today, last === '' ? 1 : count(last)),
      isFixed: true,
    }),
    gates.month,
  ),
  timeRule(
    `${within}(?:${upTo} |the )?(?:hours?|hrs?|h|hr)(?: '?s?)?(?: ' time| time)?`,
    ([last]) => ({
      minutes: 60 * (last === '' ? 1 : count(last)),
    }),
    gates.hour,
  ),
  timeRule(
    `${within}${upTo} (?:minutes?|mins?|min)(?: '?s?)?(?: ' time| time)?`,
    ([last]) => ({ minutes: count(last) }),
    gates.minute,
  ),
  timeRule(`${within}half an? hour(?: 's time)?`, () => ({ minutes: 30 }), gates.hour),
  timeRule(`${within}(?:three quarters of an hour|45 min)`, () => ({ minutes: 45 }), gates.minute),
  timeRule(`${within}(?:an|one|1) (?:hour and a half|and a half hours)`, () => ({ minutes: 90 }), gates.hour),
  timeRule(`${within}(?:two|2) and a half hours`, () => ({ minutes: 150 }), gates.hour),
  timeRule(`${within}(?:few|a few|several|some) (?:working |business )?(?:days|weeks|hours|minutes|moments)`, () => ({
    isUncounted: true,
  })),
  timeRule(
    'shortly|asap|a s a p|as soon as (?:possible|we can|i can)|right (?:now|away)|straight ?away|immediately|in due course|soon|at once|without delay|in a (?:moment|minute|sec|bit)|now',
    () => ({ isUncounted: true }),
  ),
];

const approach =
  '(?:at|by|before|until|till|til|for|after|from|around|about|past|since|approx|approximately|than|@|circa|c)(?: (?:about|around|roughly|approx|approximately|say))?';
const clockRules = [
  timeRule(`${written} ?(?:${half})`, ([text, letter]) => writtenClock(text ?? '', halfOf(letter))),
  timeRule(`${hour} (?:${half}|o'clock)`, ([text, letter]) => clockSense({ hour: count(text), half: halfOf(letter) })),
  timeRule(`(\\d{1,2}) o'clock`, ([text]) => writtenClock(text ?? '')),
  timeRule('(\\d{1,2}:\\d{2})(?: ?h| hrs| hours)?', ([text]) => writtenClock(text ?? '')),
  timeRule(`${approach} (\\d{1,2}\\.\\d{2})${unless}`, ([text]) => writtenClock(text ?? '')),
  timeRule('([01]\\d[0-5]\\d|2[0-3][0-5]\\d) ?(?:h|hrs|hours)', ([text]) => writtenClock(text ?? '')),
  timeRule(`${approach} (\\d{1,2})${unless}`, ([text]) => writtenClock(text ?? '')),
  timeRule(`${approach} ${hour}${unless}`, ([text]) => clockWord(text)),
  timeRule(`(half(?: past)?|(?:a )?quarter (?:past|to)) (?:${hour}|(\\d{1,2}))`, ([said, text, digits]) =>
    clockWord(text || digits, said),
  ),
  timeRule(`${n} (past|to) ${hour}`, ([minutes, side, text]) =>
    count(minutes) > 29
      ? undefined
      : clockSense({ hour: count(text), minute: side === 'to' ? -count(minutes) : count(minutes) }),
  ),
  timeRule(
    `(?:between |from |any ?time between )?${written}(?: ${half})? (?:-|–|to|and|until|till) ${written}(?: ${half})?${unless}`,
    ([first, one, second, two]) =>
      laterClock(
        writtenClock(first ?? '', halfOf(one) ?? (Number(first) <= Number(second) ? halfOf(two) : undefined)),
        writtenClock(second ?? '', halfOf(two)),
      ),
  ),
  timeRule(`(?:between|from) ${hour} (?:and|to|until) ${hour}`, ([first, second]) =>
    laterClock(clockWord(first), clockWord(second)),
  ),
  timeRule('(?:at |by |before )?(?:noon|midday|12 noon)|between \\d{1,2} ?(?:a m|am)? and noon', () => ({
    clock: 720,
    rank: 3,
  })),
  timeRule('(?:at |by |before )?midnight', () => ({ clock: 1_440, rank: 3 })),
  timeRule('(?:at |over |by |before |after )?(lunchtime|lunch)', ([word]) => parts[word ?? '']),
  timeRule(
    '(?:in |during )?(?:the |first |late |mid |early )*(morning|afternoon|evening)s?',
    ([word]) => parts[word ?? ''],
  ),
  timeRule('(am|pm|night)|at night', ([word]) => parts[word || 'night']),
  timeRule('(?:at |by )?first thing', () => ({ clock: 600, rank: 2 })),
  timeRule(
    '(?:by |before |at )?(?:the )?(?:close|end) of (?:business|play)(?: today)?|(?:by )?(?:cob|eop|cop)',
    () => ({ clock: 1_020, rank: 2 }),
  ),
];

/** The times of English, day first. */
export const englishTimes: TimeGrammar = {
  rules: [
    ...gated(
      /day|tonight|tomorrow|this |eod|end of|later|the |year|xmas|christmas|halloween|\d| (?:mon|tue|wed|thu|fri|sat|sun)/,
      dayRules,
    ),
    ...gated(/week|wk|w \/ c|month|year|end of|(?:in|mid|late|middle of|during) /, weekRules),
    ...termRules,
    ...clockRules,
  ],
  before: / (?:before|prior to|ahead of)(?: the)? $/,
  after: / (?:after|from|(?<!half |quarter )past) $/,
  topic:
    / (?:dated|(?:letter|email|e - mail|message|invoice|bill|order|call|statement|report|note|complaint|request|visit|enquiry|appointment|booking|payment|claim|form|contract|agreement|quote|meeting) (?:of|from)|(?:invoice|bill|statement|order|booking) for|(?<! (?:be|is|are|been|being|'s|'re|get|gets|and|or|re) )(?:[a-z]+ed|made|sent|took|taken|paid|bought|wrote|given|came|rang|left)(?: it| us| you| me| him| her)? (?:on|at|in|of)|(?:extend|extended|move|moved|postpone|postponed|prolong|change|changed|rebook|rebooked|reschedule|rescheduled|renew|renewed|transfer|valid|ending|running)(?: [a-z]+){0,4} (?:to|until|till|for|from|through)|for the (?:period|month|week|year)(?: of)?|since|last|every|each)(?: the)?(?: your)? $/,
  counted:
    /^ (?:of|from|after|following|upon|once|since) (?!today|now|tomorrow|this|next|mon|tue|wed|thu|fri|sat|sun|\d)/,
  described: /^ (?:'s|s ')(?! time)(?= [a-z])|^ (?:appointment|booking|invoice|statement|bill|flight|meeting) /,
};
