const known = new Map<string, readonly string[]>();

/** The time zones in which a customer may live: those of his country (ISO 3166-1), else the house's own. */
export function zonesOf(country: string | null, house: string): readonly string[] {
  if (country === null || !/^[A-Z]{2}$/.test(country)) return [house];
  const before = known.get(country);
  if (before !== undefined) return before.length === 0 ? [house] : before;
  const zones = timeZonesIn(new Intl.Locale(`und-${country}`));
  known.set(country, zones);
  return zones.length === 0 ? [house] : zones;
}

/** The runtime knows `getTimeZones` (ECMA-402, Intl Locale Info); the types of the language do not yet. */
function timeZonesIn(locale: Intl.Locale & { getTimeZones?(): readonly string[] | undefined }): readonly string[] {
  return locale.getTimeZones?.() ?? [];
}
