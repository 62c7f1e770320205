import { useCan } from '../platform/session.ts';
import { useWords } from '../platform/words.ts';
import { useLines } from './use-lines.ts';

/** How the day stands, in one sentence: "7 customers await something from you; 2 are late." */
export function TodaySentence() {
  return useCan()('customers.read') ? <Sentence /> : null;
}

function Sentence() {
  const { t } = useWords();
  const { counts } = useLines('mine');
  if (counts === undefined || counts.lines === 0) return null;
  const what = counts.more
    ? t('today.many', { lines: counts.lines })
    : counts.customers === counts.lines
      ? t('today.awaiting', { count: counts.customers })
      : t('today.things', { count: counts.lines });
  return ` ${counts.late === 0 ? t('today.noneLate', { what }) : t('today.andLate', { what, count: counts.late })}`;
}
