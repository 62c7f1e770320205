import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import { now } from '../platform/clock.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import { Scale } from './expectation-fields.tsx';
import classes from './promise.module.css';
import { sayDue, useReader } from './promise-words.ts';
import type { ResultDraft } from './result-rules.ts';

export interface ResultFieldsProps {
  readonly promise: ShownPromise;
  readonly draft: ResultDraft;
  readonly wrong: boolean;
  /** Another time only: a correction is never "now". */
  readonly then?: boolean;
  readonly change: (draft: ResultDraft) => void;
}

/** What was received, asked in the promise's own unit. */
export function ResultFields(props: ResultFieldsProps) {
  const { t } = useWords();
  const { promise, draft, wrong, change } = props;
  if (promise.unit === 'date') return <DateResult {...props} />;
  if (promise.unit === 'amount') {
    return (
      <TextInput
        label={`${t('promises.form.amount')}, ${promise.measure ?? ''}`}
        data-autofocus
        inputMode="decimal"
        value={draft.amount}
        error={wrong ? t('promises.make.wrongNumber') : undefined}
        onChange={(event) => change({ ...draft, amount: event.currentTarget.value })}
      />
    );
  }
  return (
    <div className={classes.results}>
      <Scale
        label={t('promises.form.level')}
        low={t('promises.make.levelLow')}
        high={t('promises.make.levelHigh')}
        value={draft.level}
        onChange={(level) => change({ ...draft, level })}
      />
      {promise.unit === 'words' ? (
        <Textarea
          label={t('promises.form.hisWords')}
          autosize
          minRows={2}
          maxLength={20_000}
          value={draft.words}
          onChange={(event) => change({ ...draft, words: event.currentTarget.value })}
        />
      ) : null}
      {wrong ? <p className={classes.missing}>{t('promises.form.missing')}</p> : null}
    </div>
  );
}

function DateResult({ promise, draft, wrong, then = false, change }: ResultFieldsProps) {
  const { t } = useWords();
  const reader = useReader();
  const due = sayDue(promise, reader);
  const today = wallAt(now(), promise.zone).slice(0, 10);
  return (
    <div className={classes.results}>
      {then ? null : (
        <SegmentedControl
          fullWidth
          aria-label={t('promises.form.when')}
          value={draft.when}
          onChange={(value) => change({ ...draft, when: value === 'then' ? 'then' : 'now' })}
          data={[
            { value: 'now', label: t('promises.form.now') },
            { value: 'then', label: t('promises.form.another') },
          ]}
        />
      )}
      {draft.when === 'now' && !then ? null : (
        <div className={classes.pair}>
          <TextInput
            type="date"
            label={t('promises.make.day')}
            max={today}
            value={draft.day}
            error={wrong ? t('promises.form.missing') : undefined}
            onChange={(event) => change({ ...draft, day: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('promises.make.time')}
            value={draft.time}
            onChange={(event) => change({ ...draft, time: event.currentTarget.value })}
          />
        </div>
      )}
      {due === undefined ? null : <p className={classes.note}>{t('promises.form.promisedFor', { due })}</p>}
    </div>
  );
}
