import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which a zone's clocks are `offset` ahead of UTC; `from` belongs to it, `until` does not. All in ms. */
export interface Period {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** The law of the zones: the period in which an instant (ms since 1970) lies. Tests hand in another law. */
export type ZoneRules = (zone: string, ms: number) => Period;

const known = new Map<string, Period[]>();
const periodsKept = 32;
const zonesKept = 1_000;

/** The law that this runtime knows; a zone that it does not know is a fault. Remembers what it has looked up. */
export const zoneRules: ZoneRules = (zone, ms) => {
  const periods = known.get(zone) ?? [];
  const found = periods.find((one) => one.from <= ms && ms < one.until);
  if (found !== undefined) return found;
  const period = lookUp(zone, ms);
  if (known.size >= zonesKept) known.clear();
  known.set(zone, [period, ...periods].slice(0, periodsKept));
  return period;
};

function lookUp(zone: string, ms: number): Period {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const from = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds;
  const until = at.getTimeZoneTransition('next')?.epochMilliseconds;
  return {
    from: from ?? Number.NEGATIVE_INFINITY,
    until: until ?? Number.POSITIVE_INFINITY,
    offset: at.offsetNanoseconds / 1_000_000,
  };
}
