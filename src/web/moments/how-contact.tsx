import { Button, Collapse, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AskOf, ReplyOf } from '../../shared/contract.ts';
import { answerQuestion, type readQuestion } from '../../shared/moments-questions.ts';
import { momentKinds } from '../../shared/moments-shown.ts';
import { Failed } from '../parts/states.tsx';
import { useShow } from '../platform/show.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './how.module.css';
import { Marks } from './how-marks.tsx';

type Answer = Omit<AskOf<typeof answerQuestion>, 'token'>;

const details = ['functional', 'people', 'information', 'process', 'environment'] as const;

/** How a contact was: one tap is an answer; who likes says more. Each change is sent; the last one serves. */
export function HowContact({
  question,
  token,
}: {
  readonly question: ReplyOf<typeof readQuestion>;
  readonly token: string;
}) {
  const { t } = useWords();
  const show = useShow();
  const [said, setSaid] = useState<Answer>({});
  const [sent, setSent] = useState<Answer>();
  const telling = useTell(answerQuestion, {});
  const send = (answer: Answer) => {
    setSaid(answer);
    telling.mutate({ token, ...withoutEmpty(answer) }, { onSuccess: () => setSent(answer) });
  };
  const { emotional } = said;
  const bad = emotional !== undefined && emotional <= 2;
  const isSent = sent !== undefined && JSON.stringify(sent) === JSON.stringify(said);
  return (
    <>
      <Marks
        name={t('momentsOutside.page.title')}
        value={emotional}
        onChoose={(mark) => send({ ...said, emotional: mark })}
        large
      />
      <div aria-live="polite" className={classes.thanks}>
        {sent?.emotional === undefined ? null : (
          <>
            <p>
              {t(sent.emotional <= 2 ? 'momentsOutside.page.savedBad' : 'momentsOutside.page.saved', {
                house: question.house,
              })}
            </p>
            <p className={classes.soft}>
              {t('momentsOutside.page.change', { date: show.date(question.until.slice(0, 10)) })}
            </p>
          </>
        )}
      </div>
      {telling.isError ? <Failed error={telling.error} inline /> : null}
      <Collapse expanded={emotional !== undefined}>
        <form
          className={classes.more}
          onSubmit={(event) => {
            event.preventDefault();
            send(said);
          }}
        >
          <h2 className={classes.moreTitle}>{t('momentsOutside.page.more')}</h2>
          {bad ? (
            <Textarea
              label={t('momentsOutside.page.wants')}
              value={said.wants ?? ''}
              onChange={(event) => setSaid({ ...said, wants: event.currentTarget.value })}
              autosize
              minRows={2}
              maxLength={5_000}
            />
          ) : null}
          <Textarea
            label={t('momentsOutside.page.words')}
            value={said.words ?? ''}
            onChange={(event) => setSaid({ ...said, words: event.currentTarget.value })}
            autosize
            minRows={2}
            maxLength={5_000}
          />
          {bad ? (
            <Radio.Group
              label={t('momentsOutside.page.was')}
              value={said.kind ?? null}
              onChange={(value) => setSaid({ ...said, kind: momentKinds.find((kind) => kind === value) })}
            >
              <div className={classes.kinds}>
                {momentKinds.map((kind) => (
                  <Radio key={kind} value={kind} label={t(`momentsOutside.page.kind.${kind}`)} />
                ))}
              </div>
            </Radio.Group>
          ) : null}
          {details.map((aspect) => (
            <Marks
              key={aspect}
              name={t(`momentsOutside.page.${aspect}`)}
              value={said[aspect]}
              onChoose={(mark) => setSaid({ ...said, [aspect]: mark })}
            />
          ))}
          <Button type="submit" loading={telling.isPending} disabled={isSent}>
            {t(isSent ? 'momentsOutside.page.sent' : 'momentsOutside.page.send')}
          </Button>
        </form>
      </Collapse>
    </>
  );
}

function withoutEmpty(answer: Answer): Answer {
  const { words, wants, ...rest } = answer;
  const texts = { words: words?.trim(), wants: wants?.trim() };
  return {
    ...rest,
    ...(texts.words === undefined || texts.words === '' ? {} : { words: texts.words }),
    ...(texts.wants === undefined || texts.wants === '' ? {} : { wants: texts.wants }),
  };
}
