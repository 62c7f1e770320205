import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { correct, recall, type TimelineEvent, timeline } from '../../shared/memory.ts';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { noteOwnWrite } from './own-writes.ts';
import classes from './story.module.css';

/** Corrects a captured contact by a further event; the first stays readable, struck through. */
export function CorrectForm({ event, onClose }: { readonly event: TimelineEvent; readonly onClose: () => void }) {
  const { t } = useWords();
  const [words, setWords] = useState(event.words ?? '');
  const [reason, setReason] = useState('');
  const tell = useTell(correct, {
    refresh: [recall, timeline],
    done: () => {
      noteOwnWrite();
      onClose();
    },
  });
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    tell.mutate({ customer_id: event.customer_id, event_id: event.event_id, words, reason });
  };
  return (
    <form className={classes.correct} onSubmit={send}>
      <Textarea
        label={t('memory.correct.words')}
        value={words}
        autosize
        minRows={2}
        required
        onChange={(change) => setWords(change.currentTarget.value)}
      />
      <TextInput
        label={t('memory.correct.reason')}
        value={reason}
        required
        maxLength={200}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
      {tell.error ? <Failed error={tell.error} inline /> : null}
      <div className={classes.detailActs}>
        <Button type="submit" size="sm" loading={tell.isPending}>
          {t('memory.correct.save')}
        </Button>
        <Button variant="subtle" size="sm" onClick={onClose}>
          {t('parts.act.cancel')}
        </Button>
      </div>
    </form>
  );
}
