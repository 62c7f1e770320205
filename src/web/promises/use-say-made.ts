import type { ShownPromise } from '../../shared/promises-shown.ts';
import { offerNext } from '../parts/toast.tsx';
import { useGo } from '../platform/place.ts';
import { useWords } from '../platform/words.ts';
import { sayDue, useReader } from './promise-words.ts';

/** Says that a promise was made, with the way to it: what was promised cannot be unmade in silence. */
export function useSayMade(): (promise: ShownPromise, name: string | null) => void {
  const { t } = useWords();
  const go = useGo();
  const reader = useReader();
  return (promise, name) => {
    const due = sayDue(promise, reader);
    const who = promise.customer ?? name ?? t('customers.noName');
    const message =
      promise.origin === 'expectation'
        ? t('promises.made.expectation', { name: who })
        : due === undefined
          ? t('promises.made.plain', { name: who })
          : t('promises.made.until', { name: who, due });
    offerNext({
      message,
      act: t('promises.made.open'),
      run: () => go(`/promises/${promise.customer_id}/${promise.promise_id}`),
    });
  };
}
