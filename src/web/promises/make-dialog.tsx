import { SegmentedControl, Textarea, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { expect, make } from '../../shared/promises.ts';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import { noneWrong, type WrongFields, wrongBy, wrongIn } from '../parts/fields.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { type Draft, draftOf, dueOf, expectInput, makeInput, splitDue } from './draft-rules.ts';
import { DueField } from './due-field.tsx';
import { ExpectationFields } from './expectation-fields.tsx';
import { KeeperField } from './keeper-field.tsx';
import { ledgerReads } from './ledger-reads.ts';
import classes from './make.module.css';
import { MakeMore } from './make-more.tsx';
import { MakeWho } from './make-who.tsx';
import { type Making, sides } from './making.ts';
import { useFound } from './use-found.ts';
import { useSayMade } from './use-say-made.ts';

export interface MakeDialogProps {
  readonly start: Making;
  readonly onClose: () => void;
}

/** Makes a promise in ten seconds: to whom, the words, until when, who keeps it. Enter sends. */
export function MakeDialog({ start, onClose }: MakeDialogProps) {
  const { t } = useWords();
  const { person } = useMe();
  const [draft, setDraft] = useState<Draft>(() => draftOf(start, person.person_id));
  const [wrong, setWrong] = useState<WrongFields>(noneWrong);
  const [more, setMore] = useState(false);
  const [own, setOwn] = useState(start.due !== undefined);
  const words = useRef<HTMLTextAreaElement>(null);
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const sayMade = useSayMade();
  const made = useTell(make, { refresh: ledgerReads, done: ({ promise }) => done(promise) });
  const expected = useTell(expect, { refresh: ledgerReads, done: ({ promise }) => done(promise) });
  const done = (promise: ShownPromise) => {
    onClose();
    sayMade(promise, draft.customer?.name ?? null);
  };
  const found = useFound(draft.side === 'expectation' ? '' : draft.words);
  const read = found?.due;
  // What the words say is when it is due, until somebody chooses himself.
  useEffect(() => {
    if (!own && read !== undefined) setDraft((old) => ({ ...old, ...splitDue(read) }));
  }, [own, read]);

  const submit = () => {
    if (made.isPending || expected.isPending) return;
    const missing = missingIn(draft);
    if (draft.customer === undefined || missing.size > 0) return setWrong(missing);
    const customerId = draft.customer.id;
    if (draft.side === 'expectation') {
      const input = expectInput(draft, customerId);
      const unfit = wrongIn(expect.input, input);
      setWrong(unfit);
      return unfit.size === 0 ? expected.mutate(input) : undefined;
    }
    const input = makeInput(draft, customerId, start.outer?.promiseId);
    const unfit = wrongIn(make.input, input);
    setWrong(unfit);
    if (unfit.size > 0) return setMore(more || [...unfit].some((path) => path.startsWith('expected')));
    made.mutate(input);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const error = made.error ?? expected.error;
  const bad = new Set([...wrong, ...wrongBy(error)]);
  const isOurs = draft.side === 'company';
  return (
    <FormDialog
      title={start.outer === undefined ? t('promises.make.title') : t('promises.make.inner')}
      act={draft.side === 'expectation' ? t('promises.make.noteIt') : t('promises.make.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      busy={made.isPending || expected.isPending}
      error={error}
    >
      {start.outer === undefined ? (
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t('promises.make.side')}
          value={draft.side}
          onChange={(value) => {
            const side = sides.find((one) => one === value) ?? 'company';
            change({ side, adequate: side === 'expectation' ? '5' : '', unit: 'date' });
            words.current?.focus();
          }}
          data={sides.map((one) => ({ value: one, label: t(`promises.make.sides.${one}`) }))}
        />
      ) : null}
      <MakeWho
        customer={draft.customer}
        fixed={start.outer !== undefined}
        missing={bad.has('customer_id')}
        onChoose={(customer) => {
          change({ customer });
          if (customer) words.current?.focus();
        }}
      />
      <Textarea
        ref={words}
        label={t(`promises.make.words.${draft.side}`)}
        placeholder={t(`promises.make.wordsHint.${draft.side}`)}
        classNames={{ input: classes.words ?? '' }}
        value={draft.words}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        data-autofocus={draft.customer !== undefined || undefined}
        error={bad.has('words') ? t('promises.make.wordsMissing') : undefined}
        onChange={(event) => change({ words: event.currentTarget.value })}
        onKeyDown={onKey}
      />
      {draft.side === 'expectation' ? <ExpectationFields draft={draft} change={change} /> : null}
      <DueField
        value={dueOf(draft.day, draft.time)}
        read={read}
        optional={draft.side === 'expectation'}
        wrong={bad.has('due')}
        onChange={(due) => {
          setOwn(true);
          change(splitDue(due));
        }}
      />
      {isOurs ? <KeeperField draft={draft} wrong={bad.has('keeper')} change={change} /> : null}
      {draft.side === 'expectation' ? null : (
        <div>
          <UnstyledButton className={classes.more} aria-expanded={more} onClick={() => setMore(!more)}>
            <IconChevronDown size={16} stroke={1.8} data-open={more} aria-hidden="true" />
            {t('promises.make.more')}
          </UnstyledButton>
          {more ? <MakeMore draft={draft} wrong={bad} change={change} /> : null}
        </div>
      )}
    </FormDialog>
  );
}

/** What must be said before anything is sent. */
function missingIn(draft: Draft): WrongFields {
  const missing = new Set<string>();
  if (draft.customer === undefined) missing.add('customer_id');
  if (draft.words.trim() === '') missing.add('words');
  if (draft.day === '' && draft.side !== 'expectation') missing.add('due');
  return missing;
}
