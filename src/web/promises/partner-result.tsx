import { Radio, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AskedPromise } from '../../shared/promises-partners.ts';
import { partnerAnswer } from '../../shared/promises-partners.ts';
import { wrongIn } from '../parts/fields.ts';
import { useWords } from '../platform/words.ts';
import { type Answered, type AnswerFormProps, AnswerShell, DayAndTime } from './partner-answer.tsx';

interface Draft {
  readonly now: boolean;
  readonly day: string;
  readonly time: string;
  readonly amount: string;
  readonly level: number | undefined;
  readonly words: string;
}

const nothing: Draft = { now: true, day: '', time: '', amount: '', level: undefined, words: '' };
const levels = ['1', '2', '3', '4', '5', '6', '7'];

/** What came of a promise, in its own unit; whether that keeps it the ledger says. */
export function ResultForm({ promise, busy, onSend, onClose }: AnswerFormProps & { readonly promise: AskedPromise }) {
  const { t } = useWords();
  const [draft, setDraft] = useState(nothing);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const answer = answerOf(promise, draft);
  const submit = () => {
    setTried(true);
    if (answer !== undefined) onSend(answer);
  };
  const wrong = tried && answer === undefined;
  return (
    <AnswerShell act={t('promisesOutside.keeper.send')} busy={busy} onSubmit={submit} onClose={onClose}>
      {promise.unit === 'date' ? <WhenDone draft={draft} wrong={wrong} set={set} /> : null}
      {promise.unit === 'amount' ? (
        <TextInput
          label={
            promise.measure === null
              ? t('promisesOutside.keeper.amountPlain')
              : t('promisesOutside.keeper.amount', { measure: promise.measure })
          }
          description={expected(promise, t('promisesOutside.keeper.asExpected', { level: promise.adequate ?? '' }))}
          inputMode="decimal"
          value={draft.amount}
          error={wrong ? t('promisesOutside.keeper.needed') : undefined}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
      ) : null}
      {promise.unit === 'rating' || promise.unit === 'words' ? (
        <Level promise={promise} draft={draft} wrong={wrong} set={set} />
      ) : null}
    </AnswerShell>
  );
}

function expected(promise: AskedPromise, said: string): string | undefined {
  return promise.adequate === null ? undefined : said;
}

interface PartProps {
  readonly draft: Draft;
  readonly wrong: boolean;
  readonly set: (change: Partial<Draft>) => void;
}

function WhenDone({ draft, wrong, set }: PartProps) {
  const { t } = useWords();
  return (
    <>
      <Radio.Group
        label={t('promisesOutside.keeper.when')}
        value={draft.now ? 'now' : 'earlier'}
        onChange={(chosen) => set({ now: chosen === 'now' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="now" label={t('promisesOutside.keeper.now')} />
          <Radio value="earlier" label={t('promisesOutside.keeper.earlier')} />
        </Stack>
      </Radio.Group>
      {draft.now ? null : (
        <DayAndTime
          day={draft.day}
          time={draft.time}
          wrong={wrong}
          onDay={(day) => set({ day })}
          onTime={(time) => set({ time })}
        />
      )}
    </>
  );
}

function Level({ promise, draft, wrong, set }: PartProps & { readonly promise: AskedPromise }) {
  const { t } = useWords();
  const label = t('promisesOutside.keeper.rating');
  return (
    <>
      <Stack gap={6}>
        <span>
          {label}
          {promise.adequate === null
            ? null
            : ` · ${t('promisesOutside.keeper.asExpected', { level: promise.adequate })}`}
        </span>
        <SegmentedControl
          aria-label={label}
          fullWidth
          data={levels}
          value={draft.level === undefined ? '' : String(draft.level)}
          onChange={(level) => set({ level: Number(level) })}
        />
      </Stack>
      {promise.unit === 'words' ? (
        <Textarea
          label={t('promisesOutside.keeper.words')}
          autosize
          minRows={2}
          value={draft.words}
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
      ) : null}
      {wrong ? <span role="alert">{t('promisesOutside.keeper.needed')}</span> : null}
    </>
  );
}

/** The answer that a draft makes; undefined where something is missing. */
function answerOf(promise: AskedPromise, draft: Draft): Answered | undefined {
  const answer = settleOf(promise, draft);
  const shape = partnerAnswer.input.shape.answer;
  return answer !== undefined && wrongIn(shape, answer).size === 0 ? answer : undefined;
}

function settleOf({ unit }: AskedPromise, draft: Draft): Answered | undefined {
  if (unit === 'date') {
    if (draft.now) return { what: 'settle' };
    const result = draft.time === '' ? draft.day : `${draft.day}T${draft.time}`;
    return { what: 'settle', received: { unit, result } };
  }
  if (unit === 'amount') return { what: 'settle', received: { unit, result: draft.amount.trim().replace(',', '.') } };
  if (draft.level === undefined) return undefined;
  if (unit === 'rating') return { what: 'settle', received: { unit, result: draft.level } };
  return { what: 'settle', received: { unit, result: draft.level, words: draft.words } };
}
