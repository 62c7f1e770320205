import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { AskOf } from '../../shared/contract.ts';
import type { partnerAnswer } from '../../shared/promises-partners.ts';
import { now } from '../platform/clock.ts';
import { useZone } from '../platform/session.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import classes from './partner.module.css';

/** What a partner answers. */
export type Answered = AskOf<typeof partnerAnswer>['answer'];

export interface AnswerFormProps {
  readonly house: string;
  readonly busy: boolean;
  readonly onSend: (answer: Answered) => void;
  readonly onClose: () => void;
}

interface ShellProps {
  readonly act: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form under a promise: its fields, then send or back. */
export function AnswerShell({ act, busy, onSubmit, onClose, children }: ShellProps) {
  const { t } = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {children}
      <div className={classes.acts}>
        <Button type="submit" size="md" loading={busy}>
          {act}
        </Button>
        <Button size="md" variant="default" onClick={onClose}>
          {t('promisesOutside.keeper.back')}
        </Button>
      </div>
    </form>
  );
}

/** He cannot keep it, and says why. */
export function DeclineForm({ house, busy, onSend, onClose }: AnswerFormProps) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (words.trim() !== '') onSend({ what: 'decline', words });
  };
  return (
    <AnswerShell act={t('promisesOutside.keeper.send')} busy={busy} onSubmit={submit} onClose={onClose}>
      <Reason house={house} value={words} wrong={tried && words.trim() === ''} onChange={setWords} focus />
    </AnswerShell>
  );
}

/** He proposes when he could; the company asks the customer. */
export function OtherDateForm({ house, busy, onSend, onClose }: AnswerFormProps) {
  const { t } = useWords();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (day === '' || words.trim() === '') return;
    onSend({ what: 'decline', words, counter: time === '' ? day : `${day}T${time}` });
  };
  return (
    <AnswerShell act={t('promisesOutside.keeper.send')} busy={busy} onSubmit={submit} onClose={onClose}>
      <fieldset className={classes.when}>
        <legend>{t('promisesOutside.keeper.otherDay')}</legend>
        <DayAndTime day={day} time={time} wrong={tried && day === ''} onDay={setDay} onTime={setTime} future focus />
      </fieldset>
      <Reason house={house} value={words} wrong={tried && words.trim() === ''} onChange={setWords} />
    </AnswerShell>
  );
}

interface ReasonProps {
  readonly house: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly focus?: boolean;
  readonly onChange: (words: string) => void;
}

function Reason({ house, value, wrong, focus = false, onChange }: ReasonProps) {
  const { t } = useWords();
  return (
    <Textarea
      label={t('promisesOutside.keeper.reason')}
      description={t('promisesOutside.keeper.reasonHelp', { house })}
      autosize
      minRows={2}
      maxLength={200}
      data-autofocus={focus}
      value={value}
      error={wrong ? t('promisesOutside.keeper.needed') : undefined}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/[\r\n]+/g, ' '))}
    />
  );
}

interface DayAndTimeProps {
  readonly day: string;
  readonly time: string;
  readonly wrong: boolean;
  readonly future?: boolean;
  readonly focus?: boolean;
  readonly onDay: (day: string) => void;
  readonly onTime: (time: string) => void;
}

/** A day, and a time where it matters; to come or past. */
export function DayAndTime({ day, time, wrong, future = false, focus = false, onDay, onTime }: DayAndTimeProps) {
  const { t } = useWords();
  const today = wallAt(now(), useZone()).slice(0, 10);
  return (
    <div className={classes.pair}>
      <TextInput
        type="date"
        label={t('promisesOutside.keeper.day')}
        data-autofocus={focus}
        {...(future ? { min: today } : { max: today })}
        value={day}
        error={wrong ? t('promisesOutside.keeper.needed') : undefined}
        onChange={(event) => onDay(event.currentTarget.value)}
      />
      <TextInput
        type="time"
        label={t('promisesOutside.keeper.time')}
        description={future ? t('promisesOutside.keeper.timeHelp') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={time}
        onChange={(event) => onTime(event.currentTarget.value)}
      />
    </div>
  );
}
