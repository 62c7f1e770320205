import { Link } from '@tanstack/react-router';
import { Said } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import classes from './between.module.css';
import { useBetween } from './between.tsx';
import { sayDue, sayKind, useReader } from './promise-words.ts';
import { StateMark } from './state-mark.tsx';

/** The promise that falls due next (or is late already), at the head of a customer's page. */
export function NextPromise({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const reader = useReader();
  const between = useBetween(customerId);
  const next = between.data?.promises.find(
    (one) => one.state === 'open' && one.owed_by === 'company' && one.origin !== 'expectation' && one.outer_id === null,
  );
  if (next === undefined) return null;
  const due = sayDue(next, reader);
  return (
    <p className={classes.next} data-late={next.late}>
      <span className={classes.nextWord}>{t('promises.between.next')}</span>
      <Link to={`/promises/${next.customer_id}/${next.promise_id}`} className={classes.nextSaid}>
        {next.words === null ? sayKind(t, next.kind) : <Said words={next.words} lang={next.language} />}
      </Link>
      {due === undefined ? null : <span className={classes.nextDue}>{t('promises.due', { due })}</span>}
      <StateMark of={next} />
    </p>
  );
}
