import { breach } from './alarm-rules.ts';
import type { Entry } from './entry.ts';

/** What an outside keeper is written about. */
export type LetterKind = 'ask' | 'agreed' | 'soon' | 'late' | 'off' | 'link';

/** A letter that is to go; the same `about` of the same kind is the same letter. */
export interface WantedLetter {
  readonly kind: LetterKind;
  readonly partnerId: string;
  readonly customerId: string | null;
  readonly promiseId: string | null;
  readonly about: string;
}

type Change = {
  readonly before: (Entry & { readonly rung: readonly string[] }) | undefined;
  readonly after: Entry;
  readonly rung: readonly string[];
};

/** What outside keepers are to be told because a promise changed, or an alarm of it rang. */
export function lettersOf({ before, after, rung }: Change): WantedLetter[] {
  const was = before?.state === 'open' ? before.keeper_partner : null;
  const is = after.state === 'open' ? after.keeper_partner : null;
  const letter = (kind: LetterKind, partnerId: string, about: Date | null): WantedLetter => ({
    kind,
    partnerId,
    customerId: after.customer_id,
    promiseId: after.promise_id,
    about: about?.toISOString() ?? '',
  });
  const letters: WantedLetter[] = [];
  if (was !== null && was !== is && (is !== null || after.state === 'released' || after.state === 'open')) {
    letters.push(letter('off', was, before?.asked_at ?? null));
  }
  if (is === null) return letters;
  const isAskedAnew = was !== is || before?.asked_at?.getTime() !== after.asked_at?.getTime();
  if (after.acceptance === 'asked' && isAskedAnew) letters.push(letter('ask', is, after.asked_at));
  if (after.acceptance === 'accepted' && before === undefined) letters.push(letter('agreed', is, after.made_at));
  const kind = rangNow(before?.rung ?? [], rung);
  return kind === undefined ? letters : [...letters, letter(kind, is, after.due_at)];
}

/** `late` at its breach, `soon` at the first of its shares; one letter where both rang at once. */
function rangNow(before: readonly string[], rung: readonly string[]): 'late' | 'soon' | undefined {
  const isShare = (kind: string) => kind.startsWith('share-');
  if (rung.includes(breach)) return before.includes(breach) ? undefined : 'late';
  return rung.some(isShare) && !before.some(isShare) ? 'soon' : undefined;
}

/** True while a letter still says what is so; else it need not go. */
export function stillTrue(
  letter: { readonly kind: LetterKind; readonly partnerId: string },
  entry: Pick<Entry, 'state' | 'keeper_partner' | 'acceptance'> | undefined,
): boolean {
  if (letter.kind === 'link') return true;
  if (entry === undefined) return false;
  const isHis = entry.state === 'open' && entry.keeper_partner === letter.partnerId;
  if (letter.kind === 'off') return !isHis;
  return isHis && (letter.kind !== 'ask' || entry.acceptance === 'asked');
}
