import type { Call, House } from '../platform/area.ts';
import { findHouseCountry } from './country-store.ts';

/** For how long a process believes what it read. */
const keptMs = 60_000;

const countries = new WeakMap<House, { country: string | undefined; readMs: number }>();

/** The country in which national phone numbers are read (ISO 3166, two capitals); read anew each minute. */
export async function houseCountry(call: Pick<Call, 'tx' | 'now' | 'house'>): Promise<string | undefined> {
  const known = countries.get(call.house);
  const now = call.now.getTime();
  if (known?.country !== undefined && Math.abs(now - known.readMs) < keptMs) return known.country;
  const country = await findHouseCountry(call.tx);
  countries.set(call.house, { country, readMs: now });
  return country;
}
