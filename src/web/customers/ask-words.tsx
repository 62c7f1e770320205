import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Failed } from '../parts/states.tsx';
import { useWords } from '../platform/words.ts';
import classes from './told.module.css';

export interface AskWordsProps {
  readonly title: string;
  readonly sentence: string;
  /** What is asked: a reason, an evidence. */
  readonly label: string;
  readonly act: string;
  readonly grave?: boolean;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onWords: (words: string) => void;
  readonly onClose: () => void;
}

/** Asks for one line of words before something is done: why, or by what one knows. */
export function AskWords(props: AskWordsProps) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== '') props.onWords(words.trim());
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': t('parts.act.close') }}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.sentence}>{props.sentence}</p>
        <TextInput
          label={props.label}
          required
          maxLength={200}
          data-autofocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {props.error ? <Failed error={props.error} inline /> : null}
        <div className={classes.formActs}>
          <Button variant="subtle" onClick={props.onClose}>
            {t('parts.act.cancel')}
          </Button>
          <Button type="submit" loading={props.busy} {...(props.grave ? { color: 'owed' } : {})}>
            {props.act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
