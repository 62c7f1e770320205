import { keyKinds } from '../../shared/customers.ts';
import type { Say } from '../platform/words.ts';

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
