import { clockSense, numbersOf } from './words-number-rules.ts';
import type { Sense } from './words-time-rules.ts';

const numbers = numbersOf(
  `a|an|one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
  fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 a_couple_of|a_couple|couple_of=2`,
  'twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 ninety=90',
  '(?: -)? ',
);
/** A number, digits or words, as a group. */
export const n = `(${numbers.pattern})`;
/** "3-5", "two to three", "one or two": the last counts. */
export const upTo = `(?:${numbers.pattern} (?:-|–|to|or) )?${n}`;
/** An hour in words, as a group. */
export const hour = '(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
/** The number of what was found. */
export const count = (text = '') => numbers.read(text);

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** A weekday, as a group. */
export const wd =
  '(mon|monday|tue|tues|tuesday|wed|weds|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday)(?: \\.)?';
/** A weekday’s number, 1 Monday to 7. */
export const weekday = (text = '') => weekdays.indexOf(text.slice(0, 3)) + 1;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A month, as a group. */
export const mon =
  '(jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|december)(?: \\.)?';
/** A month’s number, 1 to 12. */
export const month = (text = '') => monthNames.indexOf(text.slice(0, 3)) + 1;

/** What may stand before a weekday. */
export const on = '(?:this |coming |this coming )?';
/** What leads to a term. */
export const within =
  '(?:(?:in|within|inside|under|after|give me|give us) |(?:in |within |during |over )?the (?:next|coming|following) |(?:in )?(?:no more|less|no later|not more) than |in under |up to |max |maximum )(?:about |around |roughly |approximately |a maximum of |at most |max |just |the )?';
/** Before or after noon, its letter as a group. */
export const half = '(a|p)(?: \\.)? ?m(?: \\.)?';
/** The half of the day that a letter names. */
export const halfOf = (text = ''): 'am' | 'pm' | undefined => (text === 'a' ? 'am' : text === 'p' ? 'pm' : undefined);
/** A written time, as a group. */
export const written = '(\\d{1,2}(?:[.:]\\d{2})?)';
/** A number that counts something else is no time. */
export const unless =
  '(?! (?:[-–/%£$€°x]|a |an |of |others?|more|working|business|week|day|days|weeks?|months?|minutes?|mins?|hours?|hrs?|years?|people|persons?|items?|pounds|euros|miles|km|th|st|nd|rd|to \\d|business|stars?|times|steps|units?|boxes|bags|percent|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*) ?)';
/** A time said in words. */
export const clockWord = (hourSaid = '', part = ''): Sense | undefined => {
  const minute = part.includes('half')
    ? 30
    : part.includes('quarter past')
      ? 15
      : part.includes('quarter to')
        ? -15
        : 0;
  return clockSense({ hour: count(hourSaid), minute });
};
/** Feasts: day and month. */
export const feasts: Readonly<Record<string, readonly [number, number]>> = {
  'christmas eve': [24, 12],
  'christmas day': [25, 12],
  christmas: [25, 12],
  xmas: [25, 12],
  'boxing day': [26, 12],
  "new year 's eve": [31, 12],
  "new year 's day": [1, 1],
  'new year': [1, 1],
  "valentine 's day": [14, 2],
  halloween: [31, 10],
};
/** part */
export const part = (minutes: number, isLate: boolean): Sense => ({
  clock: minutes,
  rank: 1,
  isLate,
  isMorning: minutes === 720 && !isLate,
});
/** Until noon. */
export const morning = part(720, false);
/** The parts of the day, each until its end. */
export const parts: Readonly<Record<string, Sense>> = {
  morning,
  am: morning,
  lunchtime: part(780, true),
  lunch: part(780, true),
  afternoon: part(1_080, true),
  pm: part(1_080, true),
  evening: part(1_260, true),
  night: part(1_260, true),
};

/** Words without which a rule need not be tried. */
export const gates = {
  hour: /hour|hr| h |\dh/,
  minute: /min/,
  day: /day/,
  week: /week|wk|w \/ c/,
  fortnight: /fortnight/,
  month: /month/,
  monthName: /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/,
  weekday: / (?:mon|tue|wed|thu|fri|sat|sun)/,
  digit: /\d/,
  year: /year/,
};
