import { dateText, dayNumber } from './date-rules.ts';

/** Where holidays are kept: an ISO 3166-1 country, and within it a region by the second half of ISO 3166-2 (`MD` of `ES-MD`). */
export interface Place {
  readonly country: string;
  readonly region: string | undefined;
}

/** A day off by law, with its names in the language asked for, or else in the country's own. */
export interface Holiday {
  readonly date: string;
  readonly names: readonly string[];
}

/** A region, by its code and its name. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** What is known of the world's holidays. */
export interface Holidays {
  /** False where nothing is known of a country's holidays; then none of its days is one. */
  readonly isKnown: (country: string) => boolean;
  /** True for a whole day off by law at that place. */
  readonly isHoliday: (place: Place, date: string) => boolean;
  /** A year's holidays, in order, substitutes among them. */
  readonly holidaysIn: (place: Place, year: number, language: string) => readonly Holiday[];
  /** The regions of a country that have holidays of their own. */
  readonly regionsOf: (country: string, language: string) => readonly Region[];
}

type Library = typeof import('date-holidays')['default'];
type Listed = ReturnType<InstanceType<Library>['getHolidays']>[number];

let loaded: Promise<Holidays> | undefined;

/**
 * Holidays by country and region, loaded when first asked for: the library and its data take 0.3 s and some 37 MB. Public
 * holidays only and whole days only: bank, school, optional and observed days, and halves of days, free nobody.
 */
export function loadHolidays(): Promise<Holidays> {
  loaded ??= import('date-holidays').then((library) => knownBy(library.default));
  return loaded;
}

/** A year of one place costs the library 3 to 25 ms, so years are kept; more places than these begin anew. */
const yearsKept = 1_000;

function knownBy(library: Library): Holidays {
  const world = new library();
  const countries = new Set(Object.keys(world.getCountries()));
  const dates = new Map<string, ReadonlySet<string>>();
  const listOf = ({ country, region }: Place, year: number, language: string): Holiday[] => {
    if (!countries.has(country)) return [];
    const place = new library(country, region ?? '', { types: ['public'] });
    // A holiday of several days may begin in the year before.
    const listed = [year - 1, year].flatMap((one) => place.getHolidays(one, language));
    return merged(listed.flatMap(daysOf)).filter((one) => one.date.startsWith(`${year}-`));
  };
  const datesIn = (place: Place, year: number) => {
    const key = `${place.country} ${place.region ?? ''} ${year}`;
    const known = dates.get(key) ?? new Set(listOf(place, year, 'en').map((one) => one.date));
    if (dates.size >= yearsKept) dates.clear();
    dates.set(key, known);
    return known;
  };
  return {
    isKnown: (country) => countries.has(country),
    isHoliday: (place, date) => datesIn(place, Number(date.slice(0, 4))).has(date),
    holidaysIn: listOf,
    regionsOf: (country, language) =>
      Object.entries(world.getStates(country, language) ?? {})
        .map(([code, name]) => ({ code, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name, language)),
  };
}

interface NamedDay {
  readonly date: string;
  readonly name: string;
}

const hourMs = 3_600_000;

/** The whole days of a listed holiday; one by the moon begins at the sunset before, and is listed by its first whole day. */
function daysOf({ date, start, end, name }: Listed): NamedDay[] {
  const [first, clock] = [dayNumber(date.slice(0, 10)), date.slice(11, 19)];
  if (first === undefined || clock !== '00:00:00') return [];
  // A day on which clocks go forward has 23 hours.
  const hours = (end.getTime() - start.getTime()) / hourMs;
  return Array.from({ length: Math.floor((hours + 1) / 24) }, (_, n) => ({ date: dateText(first + n), name }));
}

/** By date; of a holiday and its own substitute on one day, the holiday. */
function merged(days: readonly NamedDay[]): Holiday[] {
  const byDate = Map.groupBy(days, (one) => one.date);
  return [...byDate]
    .map(([date, all]) => {
      const names = [...new Set(all.map((one) => one.name))];
      return { date, names: names.filter((one) => !names.some((other) => other !== one && one.startsWith(other))) };
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
