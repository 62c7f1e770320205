import type { AskOf } from '../../shared/contract.ts';
import type { settle } from '../../shared/promises.ts';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import { dueOf, numberText } from './draft-rules.ts';

type Received = NonNullable<AskOf<typeof settle>['received']>;

/** What was received, as it stands in the form. */
export interface ResultDraft {
  readonly when: 'now' | 'then';
  readonly day: string;
  readonly time: string;
  readonly amount: string;
  readonly level: string;
  readonly words: string;
}

/** Nothing said yet: received now. */
export const noResult: ResultDraft = { when: 'now', day: '', time: '', amount: '', level: '', words: '' };

/** What was received in the promise's unit; `now` of a date without a word, `missing` while something lacks. */
export function receivedOf(unit: ShownPromise['unit'], draft: ResultDraft): Received | 'now' | 'missing' {
  if (unit === 'date') {
    if (draft.when === 'now') return 'now';
    return draft.day === '' ? 'missing' : { unit, result: dueOf(draft.day, draft.time) };
  }
  if (unit === 'amount') {
    const result = numberText(draft.amount);
    return /^-?\d{1,13}(\.\d{1,6})?$/.test(result) ? { unit, result } : 'missing';
  }
  if (draft.level === '') return 'missing';
  if (unit === 'rating') return { unit, result: Number(draft.level) };
  return draft.words.trim() === '' ? 'missing' : { unit, result: Number(draft.level), words: draft.words.trim() };
}
