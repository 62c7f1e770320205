import { useMemo } from 'react';
import type { Language, Money } from '../../shared/scalars.ts';
import { instantOf, now } from './clock.ts';
import { useZone } from './session.ts';
import { useWords } from './words.ts';

const home: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES', ru: 'ru-RU' };

const year = 31_557_600;
const steps = [
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Writes values for people: numbers, money, dates, spans, in one language and one time zone. */
export interface Show {
  readonly locale: string;
  readonly zone: string;
  readonly number: (value: number, digits?: number) => string;
  /** 0.42 → 42 %. */
  readonly percent: (share: number, digits?: number) => string;
  /** Exact to the last minor unit: the decimal text is never turned into a float. */
  readonly money: (value: Money) => string;
  /** An amount for an axis or a tooltip: minor units only where there are any. */
  readonly roughMoney: (value: number, currency: string) => string;
  /** 1234567 → 1.2 MB. */
  readonly bytes: (count: number) => string;
  /** "22 Nov 2026"; a calendar date (`2026-11-22`) stays itself in every zone. */
  readonly date: (text: string) => string;
  readonly time: (instant: string) => string;
  /** Date, time and zone, for tooltips. */
  readonly exact: (instant: string) => string;
  /** "3 days ago", "in 2 hours"; under a minute "now" in the reader's language, from a year on the date. */
  readonly relative: (instant: string) => string;
  /** A span of milliseconds: "3 min", "2 days". */
  readonly span: (milliseconds: number) => string;
  readonly list: (items: readonly string[]) => string;
}

/** The writer of values for the signed-in reader: his language, his zone (the browser's before sign-in). */
export function useShow(): Show {
  const { language } = useWords();
  const zone = useZone();
  return useMemo(() => showIn(localeOf(language, navigator.languages), zone), [language, zone]);
}

/** Makes a writer of values for a locale and an IANA zone. */
export function showIn(locale: string, zone: string): Show {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const minute = { hour: '2-digit', minute: '2-digit' } as const;
  const dates = new Intl.DateTimeFormat(locale, { ...day, timeZone: zone });
  const plain = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, { ...minute, timeZone: zone });
  const exacts = new Intl.DateTimeFormat(locale, { ...day, ...minute, timeZone: zone, timeZoneName: 'short' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const at = (format: Intl.DateTimeFormat, text: string) => safely(format, text);
  return {
    locale,
    zone,
    number: (value, digits = 2) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    money: (value) => moneyIn(locale, value),
    roughMoney: (value, currency) => roughMoneyIn(locale, value, currency),
    bytes: (count) => bytesIn(locale, count),
    date: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? at(plain, text) : at(dates, text)),
    time: (instant) => at(times, instant),
    exact: (instant) => at(exacts, instant),
    relative: (instant) => relativeIn(ago, dates, instant),
    span: (milliseconds) => spanIn(locale, milliseconds),
    list: (items) => new Intl.ListFormat(locale).format(items),
  };
}

/** The reader's own regional form of a language where his browser has one (en-US), else ours. */
export function localeOf(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => tag.startsWith(`${language}-`)) ?? home[language];
}

function safely(format: Intl.DateTimeFormat, text: string): string {
  const instant = instantOf(text);
  return Number.isNaN(instant.getTime()) ? '—' : format.format(instant);
}

function moneyIn(locale: string, value: Money): string {
  const { amount } = value;
  if (!isDecimal(amount)) return `${amount} ${value.currency}`;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    currencyDisplay: 'narrowSymbol',
  });
  return withMinus(format.format(amount));
}

function roughMoneyIn(locale: string, value: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return withMinus(format.format(value));
}

/** A true minus sign, as wide as the plus; regions write a hyphen. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function bytesIn(locale: string, count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  const format = { style: 'unit', unit: units[step] ?? 'byte', maximumFractionDigits: step > 1 ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, format).format(count / 1000 ** step);
}

function relativeIn(format: Intl.RelativeTimeFormat, dates: Intl.DateTimeFormat, text: string): string {
  const instant = instantOf(text).getTime();
  if (Number.isNaN(instant)) return '—';
  const seconds = (instant - now().getTime()) / 1000;
  if (Math.abs(seconds) >= year) return safely(dates, text);
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'second');
}

function spanIn(locale: string, milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  const [unit, size] =
    [['year', year] as const, ...steps].find((step) => seconds >= step[1]) ?? (['second', 1] as const);
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale, format).format(seconds / size);
}
