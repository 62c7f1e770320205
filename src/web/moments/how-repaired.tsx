import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { answerQuestion } from '../../shared/moments-questions.ts';
import { Failed } from '../parts/states.tsx';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './how.module.css';

/** Whether it is good again: only he can say so, and may change his mind. */
export function HowRepaired({ house, token }: { readonly house: string; readonly token: string }) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [said, setSaid] = useState<boolean>();
  const telling = useTell(answerQuestion, {});
  const send = (repaired: boolean) => {
    const own = words.trim();
    telling.mutate({ token, repaired, ...(own === '' ? {} : { words: own }) }, { onSuccess: () => setSaid(repaired) });
  };
  return (
    <>
      <Textarea
        label={t('momentsOutside.page.words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={5_000}
      />
      <div className={classes.choices}>
        <Button
          size="md"
          variant={said === false ? 'default' : 'filled'}
          aria-pressed={said === true}
          loading={telling.isPending}
          onClick={() => send(true)}
        >
          {t('momentsOutside.page.yes')}
        </Button>
        <Button
          size="md"
          variant="default"
          aria-pressed={said === false}
          disabled={telling.isPending}
          onClick={() => send(false)}
        >
          {t('momentsOutside.page.no')}
        </Button>
      </div>
      <div aria-live="polite" className={classes.thanks}>
        {said === undefined ? null : (
          <p>{t(said ? 'momentsOutside.page.repaired' : 'momentsOutside.page.unrepaired', { house })}</p>
        )}
      </div>
      {telling.isError ? <Failed error={telling.error} inline /> : null}
    </>
  );
}
