import { show } from '../../shared/promises-views.ts';
import { LinkTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { Said } from '../parts/values.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useParam } from '../platform/place.ts';
import { useAsk } from '../platform/use-ask.ts';
import { type Say, useWords } from '../platform/words.ts';
import { Answered } from './answered.tsx';
import { Felt } from './felt.tsx';
import { History } from './history.tsx';
import { InnerSteps } from './inner-steps.tsx';
import { Levels } from './levels.tsx';
import classes from './promise.module.css';
import { PromiseActs } from './promise-acts.tsx';
import { sayDue, useReader } from './promise-words.ts';
import type { Shown } from './shown.ts';
import { StateMark } from './state-mark.tsx';
import { WhoPromised } from './who-promised.tsx';

/** One promise: the words, who gave them and who keeps them, until when, what came of it, and all that was done. */
export function PromisePage() {
  const { t } = useWords();
  const at = { customer_id: useParam('customer_id'), promise_id: useParam('promise_id') };
  const asked = useAsk(show, at);
  useLiveRefresh(['promises.changed', 'promises.rang'], [show]);
  if (asked.data) return <Known key={at.promise_id} shown={asked.data} />;
  if (asked.error) {
    return (
      <Page title={t('promises.one.word')} above={<LinkTo to="/promises">{t('shell.nav.promises')}</LinkTo>}>
        <Failed error={asked.error} retry={() => void asked.refetch()} />
      </Page>
    );
  }
  return <PageSkeleton />;
}

function Known({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const reader = useReader();
  const { promise } = shown;
  const due = sayDue(promise, reader);
  return (
    <Page
      title={titleOf(promise, t)}
      above={
        <>
          <LinkTo to="/promises">{t('shell.nav.promises')}</LinkTo> ·{' '}
          <LinkTo to={`/customers/${promise.customer_id}`}>{promise.customer ?? t('customers.noName')}</LinkTo>
        </>
      }
      sentence={<WhoPromised promise={promise} />}
    >
      {promise.words === null ? null : (
        <div className={classes.words}>
          <Said words={promise.words} lang={promise.language} block />
        </div>
      )}
      <div className={classes.stand} data-late={promise.late}>
        <StateMark of={promise} />
        {due === undefined ? null : <strong className={classes.due}>{t('promises.due', { due })}</strong>}
        <DueNotes promise={promise} />
      </div>
      <Answered promise={promise} />
      <PromiseActs shown={shown} />
      <div className={classes.columns}>
        <div>
          <Levels promise={promise} />
          <Felt promise={promise} />
          <InnerSteps shown={shown} />
        </div>
        <History shown={shown} />
      </div>
    </Page>
  );
}

/** Whose word it is, and to whom; without its words, which stand below. */
function titleOf(promise: Shown['promise'], t: Say): string {
  const name = promise.customer ?? t('customers.noName');
  if (promise.origin === 'expectation') return t('promises.one.expectation', { name });
  if (promise.outer_id !== null) return t('promises.one.inner', { name });
  return promise.owed_by === 'customer' ? t('promises.one.by', { name }) : t('promises.one.to', { name });
}

/** What must be known of the due: another clock than the reader's, an hour that does not exist or comes twice. */
function DueNotes({ promise }: { readonly promise: Shown['promise'] }) {
  const { t } = useWords();
  const { zone } = useReader();
  const notes = [
    promise.due_note === 'gap' ? t('promises.one.gapHour') : undefined,
    promise.due_note === 'overlap' ? t('promises.one.overlapHour') : undefined,
    promise.due_local !== null && promise.zone !== zone
      ? t('promises.one.otherClock', { zone: promise.zone, local: promise.due_local.replace('T', ' ') })
      : undefined,
  ].filter((one) => one !== undefined);
  return notes.length === 0 ? null : <span className={classes.note}>{notes.join(' ')}</span>;
}
