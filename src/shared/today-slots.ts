import type { Language } from './scalars.ts';
import type { ShownSlot } from './today.ts';

/** How each language writes dates and numbers, where the reader's own region is not known. */
const home = { en: 'en-GB', es: 'es-ES', ru: 'ru-RU' } as const satisfies Record<Language, string>;

/** In whose language and by whose clock something is said; `now` in milliseconds since 1970. */
export interface Reader {
  readonly language: Language;
  /** His own regional form of it (`en-US`), where it is known. */
  readonly locale?: string;
  readonly zone: string;
  readonly now: number;
}

/** A slot as the reader says it: "tomorrow, 17:00", "Fri, 5 Dec", a person's or department's name, a number. */
export function saySlot(slot: ShownSlot, reader: Reader): string {
  if (typeof slot === 'number') return new Intl.NumberFormat(localeOf(reader)).format(slot);
  if ('at' in slot) return sayInstant(Date.parse(slot.at), reader);
  // A date stands in no zone: its noon in UTC is on that day.
  if ('on' in slot) return sayDay(Date.parse(`${slot.on}T12:00:00Z`), 'UTC', dayOf(reader.now, reader.zone), reader);
  return typeof slot.name === 'string' ? slot.name : slot.name[reader.language];
}

/** The slots of a word, all said. */
export function saySlots(slots: Readonly<Record<string, ShownSlot>>, reader: Reader): Record<string, string> {
  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, saySlot(slot, reader)]));
}

/** An instant by the reader's clock: its day, near ones by their word, and the time. */
export function sayInstant(ms: number, reader: Reader): string {
  const time = new Intl.DateTimeFormat(localeOf(reader), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: reader.zone,
  }).format(ms);
  return `${sayDay(ms, reader.zone, dayOf(reader.now, reader.zone), reader)}, ${time}`;
}

function sayDay(ms: number, zone: string, today: number, reader: Reader): string {
  const days = dayOf(ms, zone) - today;
  if (Math.abs(days) <= 1)
    return new Intl.RelativeTimeFormat(localeOf(reader), { numeric: 'auto' }).format(days, 'day');
  const year = (at: number) => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone }).format(at);
  return new Intl.DateTimeFormat(localeOf(reader), {
    ...(Math.abs(days) < 7 ? { weekday: 'short' } : {}),
    ...(year(ms) === year(reader.now) ? {} : { year: 'numeric' }),
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  }).format(ms);
}

function localeOf({ language, locale }: Reader): string {
  return locale ?? home[language];
}

/** The number of the day, since 1970, on which an instant falls in a zone. */
function dayOf(ms: number, zone: string): number {
  const local = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).format(ms);
  return Math.round(Date.parse(`${local}T00:00:00Z`) / 86_400_000);
}

/** A span in its largest whole unit: "3 hours". */
export function saySpan(seconds: number, language: Language): string {
  const [unit, size] =
    seconds >= 172_800
      ? (['day', 86_400] as const)
      : seconds >= 5_400
        ? (['hour', 3_600] as const)
        : (['minute', 60] as const);
  const many = Math.max(1, Math.round(Math.abs(seconds) / size));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(many);
}
