import { instantAt } from '../platform/wall-time.ts';

/** One instant until which a line can be put off. */
export interface PutOff {
  readonly name: 'hours' | 'tomorrow' | 'monday' | 'week';
  readonly until: string;
}

const dayMs = 86_400_000;

/**
 * Until when a line can be put off: `soon` (three hours from now), then mornings at nine of the reader's clock: the next,
 * Monday's where that is another, and in a week. `today` is his calendar date.
 */
export function putOffChoices(soon: string, today: string, zone: string): readonly PutOff[] {
  const day = Date.parse(`${today}T00:00:00Z`) / dayMs;
  // 1 January 1970 was a Thursday; Monday is 0.
  const toMonday = 7 - ((day + 3) % 7);
  const morning = (name: PutOff['name'], days: number): PutOff[] => {
    const until = instantAt(`${dateOf(day + days)}T09:00`, zone);
    return until === undefined ? [] : [{ name, until }];
  };
  return [
    { name: 'hours', until: soon },
    ...morning('tomorrow', 1),
    ...(toMonday > 1 && toMonday < 7 ? morning('monday', toMonday) : []),
    ...morning('week', 7),
  ];
}

function dateOf(day: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', dateStyle: 'short' }).format(day * dayMs);
}
