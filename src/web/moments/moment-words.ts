import { channels } from '../../shared/memory.ts';
import type { FailingMark, ShownDepartment, ShownMoment } from '../../shared/moments-shown.ts';
import { touchpoints } from '../../shared/moments-touchpoints.ts';
import type { Language } from '../../shared/scalars.ts';
import { sayTouchpoint } from '../parts/touchpoint-name.ts';
import { type Show, useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { type Say, useWords } from '../platform/words.ts';

/** How a moment was, in one word of ours. */
export type SignName = 'good' | 'indifferent' | 'bad' | 'unjudged';

/** The name of a sign. */
export function signName(sign: -1 | 0 | 1 | null): SignName {
  if (sign === null) return 'unjudged';
  return sign === 1 ? 'good' : sign === -1 ? 'bad' : 'indifferent';
}

/** What tells moments in the reader's words. */
export interface Saying {
  readonly t: Say;
  readonly show: Show;
  readonly language: Language;
  /** A touchpoint by the house's own name for it, where it has one. */
  readonly place: (touchpoint: string) => string;
  readonly department: (one: ShownDepartment) => string;
  /** "in the shop", as a sentence has it. */
  readonly by: (channel: string) => string;
  /** The marks that failed, as a list: "the information and the process". */
  readonly failing: (marks: readonly FailingMark[]) => string;
}

/** Tells moments in the reader's words; the house's own names of places come with the catalogue. */
export function useSaying(): Saying {
  const { t, language } = useWords();
  const show = useShow();
  const { data } = useAsk(touchpoints, {});
  const names = new Map(data?.touchpoints.map((one) => [one.touchpoint, one.names]));
  return {
    t,
    show,
    language,
    place: (touchpoint) =>
      touchpoint === '' ? t('moments.page.nowhere') : sayTouchpoint(t, language, touchpoint, names.get(touchpoint)),
    department: (one) => one.names?.[language] ?? one.name,
    by: (channel) => t(`memory.by.${channels.find((one) => one === channel) ?? 'other'}`),
    failing: (marks) => show.list(marks.map((mark) => t(`moments.low.${mark}`))),
  };
}

const causes = [
  'late',
  'waited',
  'broken',
  'incomplete',
  'wrong',
  'charged-twice',
  'complained',
  'thanked',
  'rated',
  'not-told',
  'kept',
  'exceeded',
  'felt',
  'guessed',
  'unresolved',
] as const;

/** What happened, in a sentence of ours, where we have one. */
export function sayCause(t: Say, cause: string | null): string | undefined {
  const known = causes.find((one) => one === cause);
  return known === undefined ? undefined : t(`moments.cause.${known}`);
}

/** The page of a moment. */
export function momentPath(one: Pick<ShownMoment, 'customer_id' | 'moment_id'>): string {
  return `/moments/${one.customer_id}/${one.moment_id}`;
}
