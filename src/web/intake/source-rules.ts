import type { Source } from '../../shared/intake.ts';

const dayMs = 86_400_000;

/** What a source needs somebody for, if anything. */
export type SourceTrouble = 'lags' | 'quarantines';

/**
 * A live source (server or browser) that has spoken before and is silent for over a day lags; one with items waiting
 * in quarantine needs a look. Files speak only when somebody imports them.
 */
export function troubleOf(source: Source, nowMs: number): SourceTrouble | undefined {
  if (source.closed_at !== null) return undefined;
  if (source.waiting > 0) return 'quarantines';
  const isLive = source.kind === 'server' || source.kind === 'browser';
  const silent = source.last_at !== null && nowMs - Date.parse(source.last_at) > dayMs;
  return isLive && silent ? 'lags' : undefined;
}
