import type { ShownPromise } from '../../shared/promises-shown.ts';
import { type Reader, saySlot } from '../../shared/today-slots.ts';
import { sayCode } from '../parts/say-code.ts';
import { now } from '../platform/clock.ts';
import { type Show, useShow } from '../platform/show.ts';
import { type Say, useWords } from '../platform/words.ts';

const kinds = ['call-back', 'answer', 'delivery', 'visit', 'repair', 'refund', 'payment', 'document', 'other'] as const;

/** What was promised, in the reader's words; a company's own kinds as they are. */
export function sayKind(t: Say, kind: string): string {
  const known = kinds.find((one) => one === kind);
  return known === undefined ? sayCode(t, kind) : t(`promises.kind.${known}`);
}

/** In whose language and by whose clock a page says dates. */
export function useReader(): Reader {
  const { language } = useWords();
  const { locale, zone } = useShow();
  return { language, locale, zone, now: now().getTime() };
}

/** A local day (`2027-02-28`), a local day and time, or an instant, as the reader says it: "tomorrow, 17:00". */
export function sayMoment(text: string, reader: Reader): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return saySlot({ on: text }, reader);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) {
    const day = saySlot({ on: text.slice(0, 10) }, reader);
    return `${day}, ${text.slice(11)}`;
  }
  return saySlot({ at: text }, reader);
}

/** When a promise is due, near days by their word; undefined where nobody said when. */
export function sayDue(one: Pick<ShownPromise, 'due_at' | 'due_local'>, reader: Reader): string | undefined {
  if (one.due_local !== null && one.due_local.length === 10) return saySlot({ on: one.due_local }, reader);
  return one.due_at === null ? undefined : saySlot({ at: one.due_at }, reader);
}

/** A level of a promise (what is adequate, desired, or was received) in its own unit. */
export function sayLevel(
  one: Pick<ShownPromise, 'unit' | 'measure'>,
  level: string | null,
  say: { readonly t: Say; readonly show: Show; readonly reader: Reader },
): string | undefined {
  if (level === null) return undefined;
  if (one.unit === 'date') return sayMoment(level, say.reader);
  const number = say.show.number(Number(level), 6);
  if (one.unit === 'amount') return `${number} ${one.measure ?? ''}`.trim();
  return say.t('promises.level.ofSeven', { level: number });
}

/** All that is needed to say levels. */
export function useSaying(): { readonly t: Say; readonly show: Show; readonly reader: Reader } {
  const { t } = useWords();
  return { t, show: useShow(), reader: useReader() };
}

const unitMs = { minutes: 60_000, days: 86_400_000 } as const;

/** How far the result lies from what was adequate: "2 days early", "1 hour late", "3 more than promised". */
export function sayGap(one: Pick<ShownPromise, 'gap' | 'measure' | 'origin'>, t: Say, show: Show): string | undefined {
  const { gap } = one;
  if (gap === null) return undefined;
  const far = Math.abs(gap.adequate);
  if (gap.in === 'days' || gap.in === 'minutes') {
    if (gap.adequate === 0) return t('promises.gap.onTime');
    const span = show.span(far * unitMs[gap.in]);
    return gap.adequate > 0 ? t('promises.gap.early', { span }) : t('promises.gap.late', { span });
  }
  if (gap.adequate === 0) return t('promises.gap.asSaid');
  const amount = gap.in === 'measure' ? `${show.number(far, 6)} ${one.measure ?? ''}`.trim() : show.number(far, 6);
  if (gap.adequate < 0) return t('promises.gap.worse', { amount });
  return one.origin === 'expectation'
    ? t('promises.gap.betterHoped', { amount })
    : t('promises.gap.better', { amount });
}

/** Who is on one side of a promise; the customer himself where he owes it. */
export function sayKeeper(t: Say, one: Pick<ShownPromise, 'keeper' | 'owed_by' | 'customer'>): string {
  if (one.owed_by === 'customer') return one.customer ?? t('customers.noName');
  return one.keeper?.name ?? t('promises.nobody');
}
