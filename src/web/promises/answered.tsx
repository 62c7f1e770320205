import type { ShownPromise } from '../../shared/promises-shown.ts';
import { Said, When } from '../parts/values.tsx';
import { useWords } from '../platform/words.ts';
import classes from './promise.module.css';
import { sayMoment, useReader } from './promise-words.ts';

/** What the keeper answered, where that asks for somebody: silence, a no, another date. */
export function Answered({ promise }: { readonly promise: ShownPromise }) {
  const { t } = useWords();
  const reader = useReader();
  const keeper = promise.keeper?.name ?? t('promises.nobody');
  if (promise.state !== 'open') return null;
  if (promise.acceptance === 'asked') {
    return (
      <p className={classes.answer} data-tone="waiting">
        {promise.accept_by === null ? (
          t('promises.one.asked', { keeper })
        ) : (
          <>
            {t('promises.one.askedUntil', { keeper })} <When at={promise.accept_by} />.
          </>
        )}
      </p>
    );
  }
  if (promise.acceptance !== 'declined' && promise.acceptance !== 'countered') return null;
  const counter = promise.counter === null ? undefined : sayMoment(promise.counter, reader);
  return (
    <div className={classes.answer} data-tone="owed" role="status">
      <p>
        {counter === undefined
          ? t('promises.one.declined', { keeper })
          : t('promises.one.countered', { keeper, due: counter })}{' '}
        {promise.answer_words === null ? null : <Said words={promise.answer_words} />}
      </p>
      <p className={classes.answerAct}>
        {counter === undefined ? t('promises.one.declinedAct') : t('promises.one.counteredAct')}
      </p>
    </div>
  );
}
