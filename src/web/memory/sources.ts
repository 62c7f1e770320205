import { type Source, sources } from '../../shared/intake.ts';
import { useAsk } from '../platform/use-ask.ts';

/** The source that an event came from, once the list of sources is known. */
export function useSourceOf(sourceId: string): Source | undefined {
  const all = useAsk(sources, {});
  return all.data?.sources.find((source) => source.source_id === sourceId);
}
