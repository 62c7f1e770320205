import { sources } from '../../shared/intake.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

/** Names sources by their ids; "not known" stays unsaid. */
export function useSourceName(): (sourceId: string | null) => string | undefined {
  const { t } = useWords();
  const all = useAsk(sources, {});
  return (sourceId) => {
    if (sourceId === null) return undefined;
    return all.data?.sources.find((source) => source.source_id === sourceId)?.name ?? t('customers.evidence.aSource');
  };
}
