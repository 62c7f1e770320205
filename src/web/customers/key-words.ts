import { keyKinds } from '../../shared/customers.ts';
import { sources } from '../../shared/intake.ts';
import { useAsk } from '../platform/use-ask.ts';
import { type Say, useWords } from '../platform/words.ts';

/** A kind of key in the reader's words. */
export function sayKind(t: Say, kind: string): string {
  return t(`customers.key.${keyKinds.find((one) => one === kind) ?? 'other'}`);
}

/** What a key was verified by: our own codes in words, else as it was written. */
export function sayEvidence(t: Say, evidence: string): string {
  if (evidence === 'by-hand') return t('customers.evidence.byHand');
  if (evidence === 'source') return t('customers.evidence.source');
  if (evidence === 'same-device') return t('customers.evidence.sameDevice');
  if (evidence === 'identified') return t('customers.evidence.identified');
  return evidence;
}

/** Names sources by their ids; "not known" stays unsaid. */
export function useSourceName(): (sourceId: string | null) => string | undefined {
  const { t } = useWords();
  const all = useAsk(sources, {});
  return (sourceId) => {
    if (sourceId === null) return undefined;
    return all.data?.sources.find((source) => source.source_id === sourceId)?.name ?? t('customers.evidence.aSource');
  };
}
