/** One thing to choose: the code that is kept, and its name in the reader's language. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

const notCountries = new Set(['EU', 'EZ', 'UN', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

/** Which currency a country pays with, where that is not the euro; for a first guess only. */
const currencyOf: Readonly<Record<string, string>> = {
  AR: 'ARS',
  AU: 'AUD',
  BR: 'BRL',
  BY: 'BYN',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CO: 'COP',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HU: 'HUF',
  JP: 'JPY',
  KZ: 'KZT',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PE: 'PEN',
  PL: 'PLN',
  RO: 'RON',
  RU: 'RUB',
  SE: 'SEK',
  TR: 'TRY',
  UA: 'UAH',
  US: 'USD',
  UY: 'UYU',
};

/** The country of a time zone, for those that people are likely to have; for a first guess only. */
const countryOfZone: Readonly<Record<string, string>> = {
  'Europe/Madrid': 'ES',
  'Atlantic/Canary': 'ES',
  'Europe/London': 'GB',
  'Europe/Moscow': 'RU',
  'Europe/Berlin': 'DE',
  'Europe/Paris': 'FR',
  'Europe/Rome': 'IT',
  'Europe/Lisbon': 'PT',
  'Europe/Warsaw': 'PL',
  'Europe/Kyiv': 'UA',
  'Europe/Minsk': 'BY',
  'Asia/Almaty': 'KZ',
  'Asia/Yekaterinburg': 'RU',
  'Asia/Novosibirsk': 'RU',
  'America/Mexico_City': 'MX',
  'America/Bogota': 'CO',
  'America/Lima': 'PE',
  'America/Santiago': 'CL',
  'America/Argentina/Buenos_Aires': 'AR',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Los_Angeles': 'US',
};

/** Every IANA zone that this browser knows; UTC, which browsers leave out, first. */
export function zoneChoices(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];
}

/** Every country by its name in the reader's language, sorted as that language sorts. */
export function countryChoices(locale: string): readonly Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const found: Choice[] = [];
  for (const first of letters()) {
    for (const second of letters()) {
      const value = first + second;
      if (notCountries.has(value) || first === 'X' || first === 'Q') continue;
      const label = new Intl.Locale(`und-${value}`).region === value ? names.of(value) : undefined;
      if (label !== undefined) found.push({ value, label });
    }
  }
  return byName(locale, found);
}

/** Every currency as "EUR · euro", sorted by its code. */
export function currencyChoices(locale: string): readonly Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} · ${names.of(value) ?? value}`,
  }));
}

/** The names of the ISO weekdays, Monday first, in the reader's language. */
export function weekdayNames(locale: string, length: 'long' | 'short' = 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => capital(format.format(Date.UTC(2024, 0, day)), locale));
}

/** Where and how the reader probably works, by his browser: zone, country and its currency. */
export function guessPlace(): { readonly zone: string; readonly country: string; readonly currency: string } {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const region = navigator.languages.map((tag) => new Intl.Locale(tag).region).find((one) => one !== undefined);
  const country = countryOfZone[zone] ?? region ?? 'ES';
  return { zone, country, currency: currencyOf[country] ?? 'EUR' };
}

/** A text with its first letter in capitals, as the language writes them. */
export function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

function byName(locale: string, choices: readonly Choice[]): readonly Choice[] {
  const collator = new Intl.Collator(locale);
  return choices.toSorted((a, b) => collator.compare(a.label, b.label));
}

function letters(): readonly string[] {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
}
