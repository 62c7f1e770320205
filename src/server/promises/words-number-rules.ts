import type { Sense } from './words-time-rules.ts';

/** The number words of a language, with the pattern that finds one (digits too). */
export interface Numbers {
  /** Without groups; stands between spaces. */
  readonly pattern: string;
  /** The number of what the pattern found: its words added up. */
  readonly read: (text: string) => number;
}

/** Reads a table of `word word=value` into the numbers of a language; `joint` joins tens and ones. */
export function numbersOf(table: string, tens: string, joint: string): Numbers {
  const values = new Map<string, number>();
  for (const entry of `${table} ${tens}`.trim().split(/\s+/)) {
    const [words = '', value = ''] = entry.split('=');
    for (const word of words.split('|')) values.set(word.replaceAll('_', ' '), Number(value));
  }
  const words = (text: string) =>
    text
      .trim()
      .split(/\s+/)
      .map((entry) => (entry.split('=')[0] ?? '').replaceAll('_', ' '))
      .join('|');
  const pattern = `(?:\\d{1,4}|(?:${words(tens)})(?:${joint})(?:${words(table)})|${words(tens)}|${words(table)})`;
  const apart = new RegExp(joint === '' ? ' ' : joint);
  return {
    pattern,
    read: (text) => {
      const whole = values.get(text);
      if (whole !== undefined) return whole;
      if (/^\d+$/.test(text)) return Number(text);
      return text.split(apart).reduce((sum, word) => sum + (values.get(word.trim()) ?? 0), 0);
    },
  };
}

/** What is said of an hour besides its number. */
export interface ClockSaid {
  readonly hour: number;
  readonly minute?: number;
  readonly half?: 'am' | 'pm' | undefined;
  /** Written as on a 24-hour clock, `09:00`. */
  readonly isExact?: boolean;
}

/** A time of day; `undefined` where there is none such. */
export function clockSense({ hour, minute = 0, half, isExact = false }: ClockSaid): Sense | undefined {
  if (hour > 24 || minute < -30 || minute > 59 || (half !== undefined && hour > 12)) return undefined;
  if (half !== undefined) {
    const base = (hour % 12) + (half === 'pm' ? 12 : 0);
    return { clock: base * 60 + minute, rank: 3 };
  }
  const isBare = !isExact && hour >= 1 && hour <= 12;
  return { clock: Math.max(0, hour * 60 + minute), rank: 3, isBare, isAfternoon: isBare && hour <= 7 };
}

/** The later of two times of a range; a second one that lies before the first is of the afternoon. */
export function laterClock(first: Sense | undefined, second: Sense | undefined): Sense | undefined {
  if (first?.clock === undefined || second?.clock === undefined) return undefined;
  const starts = first.clock + (first.isAfternoon === true && second.isBare !== true ? 720 : 0);
  if (second.isBare === true && second.isAfternoon !== true && second.clock < starts && second.clock < 720) {
    return { ...second, clock: second.clock + 720, isBare: false };
  }
  return second;
}

/** A written time, `9`, `9.30`, `17:00`, `1700`. */
export function writtenClock(text: string, half?: 'am' | 'pm'): Sense | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text) ?? [];
  if (hour === '') return undefined;
  return clockSense({
    hour: Number(hour),
    minute: Number(minute),
    half,
    isExact: hour.length === 2 && hour[0] === '0',
  });
}
