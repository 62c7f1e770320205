import { instantOf } from './clock.ts';

/**
 * A wall time of the reader (`2026-11-22T10:30`) as an instant with its offset in an IANA zone. Where the clock skips
 * or repeats an hour the offset after the guess decides; undefined for what is no wall time.
 */
export function instantAt(wall: string, zone: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(wall)) return undefined;
  const whole = /T\d{2}:\d{2}$/.test(wall) ? `${wall}:00` : wall;
  const guess = instantOf(`${whole}Z`);
  if (Number.isNaN(guess.getTime())) return undefined;
  const first = offsetAt(guess, zone);
  return `${whole}${offsetAt(instantOf(`${whole}${first}`), zone)}`;
}

/** The first instant of a calendar day in a zone. */
export function dayStart(day: string, zone: string): string | undefined {
  return instantAt(`${day}T00:00`, zone);
}

/** The last instant of a calendar day in a zone. */
export function dayEnd(day: string, zone: string): string | undefined {
  return instantAt(`${day}T23:59:59.999`, zone);
}

/** An instant as the wall time that a `datetime-local` field takes. */
export function wallAt(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(instant).replace(' ', 'T');
}

function offsetAt(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const found = /GMT([+-]\d{2}:\d{2})/.exec(name);
  return found?.[1] ?? 'Z';
}
