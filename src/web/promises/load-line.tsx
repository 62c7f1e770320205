import { load } from '../../shared/promises-rates.ts';
import type { Keeper } from '../../shared/promises-shown.ts';
import { saySlot } from '../../shared/today-slots.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './make.module.css';
import { useReader } from './promise-words.ts';

export interface LoadLineProps {
  readonly keeper: Keeper;
  readonly name: string;
  readonly due: string;
}

/** What a keeper has to keep on that day already, before more is promised for him. */
export function LoadLine({ keeper, name, due }: LoadLineProps) {
  const { t } = useWords();
  const reader = useReader();
  const { data } = useAsk(load, { ...keeper, due }, { keep: true });
  if (data === undefined) return <p className={classes.load}>&nbsp;</p>;
  const day = saySlot({ on: data.day }, reader);
  const over = data.keeps_a_day !== null && data.open + 1 > data.keeps_a_day;
  const sentences = [
    data.free ? t('promises.load.free', { keeper: name, day }) : undefined,
    data.open === 0
      ? t('promises.load.none', { keeper: name, day })
      : t('promises.load.open', { keeper: name, day, count: data.open }),
    data.keeps_a_day === null ? undefined : t('promises.load.keeps', { count: data.keeps_a_day }),
    data.late === 0 ? undefined : t('promises.load.late', { count: data.late }),
  ];
  return (
    <p className={classes.load} data-tone={over || data.free ? 'waiting' : 'plain'} aria-live="polite">
      {sentences.filter((one) => one !== undefined).join(' ')}
    </p>
  );
}
