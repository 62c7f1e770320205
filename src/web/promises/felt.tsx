import { feel } from '../../shared/promises.ts';
import { felts, type ShownPromise } from '../../shared/promises-shown.ts';
import { show } from '../../shared/promises-views.ts';
import { Section } from '../parts/page.tsx';
import { tellRefused } from '../parts/toast.tsx';
import { useCan } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { ledgerReads } from './ledger-reads.ts';
import classes from './promise.module.css';

const signs = { worse: '↓', 'as-expected': '=', better: '↑' } as const;

/** True where a promise has a result of which the customer may say how it felt. */
export function canFeel(promise: Pick<ShownPromise, 'state' | 'owed_by'>): boolean {
  return promise.owed_by === 'company' && ['kept', 'exceeded', 'broken'].includes(promise.state);
}

/** How it felt, by the customer's own word alone: one tap; a second tap takes it back. */
export function FeltButtons({ promise }: { readonly promise: ShownPromise }) {
  const { t } = useWords();
  const can = useCan();
  const tell = useTell(feel, {
    refresh: ledgerReads,
    optimistic: (input, draft) =>
      draft(show, { customer_id: promise.customer_id, promise_id: promise.promise_id }, (old) => ({
        ...old,
        promise: { ...old.promise, felt: input.felt },
      })),
    refused: tellRefused,
  });
  const { customer_id, promise_id, felt } = promise;
  return (
    <fieldset className={classes.felt}>
      <legend className={classes.feltWord}>{t('promises.felt.word')}</legend>
      {felts.map((one) => (
        <button
          key={one}
          type="button"
          className={classes.feltOne}
          aria-pressed={felt === one}
          disabled={tell.isPending || !can('promises.make')}
          onClick={() => tell.mutate({ customer_id, promise_id, felt: felt === one ? null : one })}
        >
          <span aria-hidden="true">{signs[one]}</span> {t(`promises.felt.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The customer's own word on a settled promise. */
export function Felt({ promise }: { readonly promise: ShownPromise }) {
  const { t } = useWords();
  if (!canFeel(promise)) return null;
  return (
    <Section title={t('promises.felt.title')} sentence={t('promises.felt.sentence')}>
      <FeltButtons promise={promise} />
    </Section>
  );
}
