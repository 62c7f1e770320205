import type { ShownPromise } from '../../shared/promises-shown.ts';
import { Said } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import { PromiseGap } from './promise-gap.tsx';
import { sayDue, sayKeeper, sayKind, useReader } from './promise-words.ts';
import classes from './promises.module.css';
import { StateMark } from './state-mark.tsx';

export interface PromiseLineProps {
  readonly promise: ShownPromise;
  /** False on the customer's own page, where he need not be named. */
  readonly named?: boolean;
}

/** One promise in a list: its words, to whom, who keeps it and until when; at the end how it stands or its gap. */
export function PromiseLine({ promise, named = true }: PromiseLineProps) {
  const { t } = useWords();
  const reader = useReader();
  const due = sayDue(promise, reader);
  const keeper = sayKeeper(t, promise);
  const about = [
    named ? (promise.customer ?? t('customers.noName')) : undefined,
    promise.owed_by === 'customer' && !named ? t('promises.side.he') : undefined,
    promise.owed_by === 'company' && promise.origin !== 'expectation' ? keeper : undefined,
    promise.kind === 'other' ? undefined : sayKind(t, promise.kind),
    promise.felt === null ? undefined : t(`promises.history.feltIt.${promise.felt}`),
  ].filter((one) => one !== undefined);
  return (
    <span className={classes.line} data-late={promise.late}>
      <span className={classes.lineWords}>
        <span className={classes.said}>
          {promise.words === null ? sayKind(t, promise.kind) : <Said words={promise.words} lang={promise.language} />}
        </span>
        <span className={classes.about}>{about.join(' · ')}</span>
      </span>
      <span className={classes.lineEnd} data-settled={promise.gap !== null}>
        {due === undefined ? null : <span className={classes.due}>{t('promises.due', { due })}</span>}
        {promise.gap === null ? <StateMark of={promise} /> : <PromiseGap of={promise} />}
      </span>
    </span>
  );
}
