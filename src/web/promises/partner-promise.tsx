import { Button } from '@mantine/core';
import { useState } from 'react';
import { type AskedPromise, partnerAnswer } from '../../shared/promises-partners.ts';
import { Failed } from '../parts/states.tsx';
import { Said } from '../parts/values.tsx';
import { useShow } from '../platform/show.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './partner.module.css';
import { type Answered, DeclineForm, OtherDateForm } from './partner-answer.tsx';
import { sayDue, sayWhen } from './partner-due.ts';
import { ResultForm } from './partner-result.tsx';

export interface PartnerPromiseProps {
  readonly promise: AskedPromise;
  readonly house: string;
  readonly token: string;
  /** Asks for the page anew. */
  readonly renew: () => void;
}

type Opened = 'other' | 'decline' | 'report';

/** One promise as its outside keeper sees it: when, the words, how it stands, and what he can answer. */
export function PartnerPromise({ promise, house, token, renew }: PartnerPromiseProps) {
  const { t } = useWords();
  const show = useShow();
  const [opened, setOpened] = useState<Opened>();
  const telling = useTell(partnerAnswer, {
    done: () => {
      setOpened(undefined);
      renew();
    },
    refused: (refusal) => {
      if (refusal.code === 'record.stale') renew();
    },
  });
  const answer = (given: Answered) => {
    const { customer_id, promise_id, version } = promise;
    telling.mutate({ token, customer_id, promise_id, version, answer: given });
  };
  const due = sayDue(promise, show.locale, show.zone);
  const form = { house, busy: telling.isPending, onSend: answer, onClose: () => setOpened(undefined) };
  return (
    <article className={classes.promise} data-late={promise.late} aria-label={due}>
      <p className={classes.due}>
        {promise.late ? <strong className={classes.late}>{t('promisesOutside.keeper.lateMark')}</strong> : null}
        <span className={classes.day}>{due ?? t('promisesOutside.keeper.undated')}</span>
        {promise.state === 'open' && promise.due_at !== null ? (
          <span className={classes.soft}>{show.relative(promise.due_at)}</span>
        ) : null}
      </p>
      {promise.words === null ? null : <Said words={promise.words} block />}
      {promise.subject === null ? null : (
        <p className={classes.soft}>{t('promisesOutside.keeper.number', { subject: promise.subject })}</p>
      )}
      <Stands promise={promise} house={house} />
      {opened === 'other' ? <OtherDateForm {...form} /> : null}
      {opened === 'decline' ? <DeclineForm {...form} /> : null}
      {opened === 'report' ? <ResultForm {...form} promise={promise} /> : null}
      {telling.isError ? <Failed error={telling.error} inline /> : null}
      {opened === undefined && promise.state === 'open' ? (
        <Acts
          promise={promise}
          busy={telling.isPending}
          onAccept={() => answer({ what: 'accept' })}
          onOpen={setOpened}
        />
      ) : null}
    </article>
  );
}

interface ActsProps {
  readonly promise: AskedPromise;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onOpen: (opened: Opened) => void;
}

function Acts({ promise, busy, onAccept, onOpen }: ActsProps) {
  const { t } = useWords();
  const asked = promise.acceptance === 'asked';
  const accepted = promise.acceptance === 'accepted' || promise.acceptance === 'unasked';
  return (
    <div className={classes.acts}>
      {accepted ? (
        <Button size="md" onClick={() => onOpen('report')}>
          {t('promisesOutside.keeper.report')}
        </Button>
      ) : (
        <Button size="md" variant={asked ? 'filled' : 'default'} loading={busy} onClick={onAccept}>
          {asked ? t('promisesOutside.keeper.accept') : t('promisesOutside.keeper.afterAll')}
        </Button>
      )}
      <Button size="md" variant="default" onClick={() => onOpen('other')}>
        {t('promisesOutside.keeper.other')}
      </Button>
      {promise.acceptance === 'declined' ? null : (
        <Button size="md" variant="subtle" color="gray" onClick={() => onOpen('decline')}>
          {accepted ? t('promisesOutside.keeper.cannot') : t('promisesOutside.keeper.decline')}
        </Button>
      )}
    </div>
  );
}

function Stands({ promise, house }: { readonly promise: AskedPromise; readonly house: string }) {
  const { t } = useWords();
  const show = useShow();
  const { state, acceptance, counter, settled_at: at } = promise;
  if (state === 'kept' || state === 'exceeded' || state === 'broken') {
    return (
      <p className={classes.stands} data-state={state}>
        <strong>{t(`promisesOutside.keeper.said.${state}`)}</strong>{' '}
        {at === null ? '' : t('promisesOutside.keeper.on', { date: show.date(at) })}
      </p>
    );
  }
  if (acceptance === 'accepted' || acceptance === 'declined' || acceptance === 'countered') {
    const date = counter === null ? '' : sayWhen(counter, show.locale);
    return <p className={classes.stands}>{t(`promisesOutside.keeper.said.${acceptance}`, { house, date })}</p>;
  }
  return null;
}
