import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { channels } from '../../shared/memory.ts';
import { confirm, decline, reassign, renegotiate } from '../../shared/promises.ts';
import { offerNext, tellDone } from '../parts/toast.tsx';
import { useGo } from '../platform/place.ts';
import { useMe } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { type ActFormProps, ActFrame } from './act-frame.tsx';
import { dueOf, keeperOf, splitDue } from './draft-rules.ts';
import { DueField } from './due-field.tsx';
import { KeeperField } from './keeper-field.tsx';
import { ledgerReads } from './ledger-reads.ts';
import classes from './promise.module.css';
import { sayDue, useReader } from './promise-words.ts';

/** The key under which every verb finds a promise, as it is seen now. */
export function keyOf({ promise }: Pick<ActFormProps, 'promise'>) {
  return { customer_id: promise.customer_id, promise_id: promise.promise_id, version: promise.version };
}

/** The keeper cannot: why, and when he could. */
export function DeclineForm({ promise, onClose }: ActFormProps) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [counter, setCounter] = useState('');
  const [tried, setTried] = useState(false);
  const tell = useTell(decline, {
    refresh: ledgerReads,
    done: () => {
      onClose();
      tellDone(t('promises.done.declined'));
    },
  });
  const submit = () => {
    setTried(true);
    if (words.trim() === '') return;
    tell.mutate({ ...keyOf({ promise }), words: words.trim(), ...(counter === '' ? {} : { counter }) });
  };
  return (
    <ActFrame
      act="decline"
      onClose={onClose}
      onSubmit={submit}
      busy={tell.isPending}
      error={tell.error}
      reset={tell.reset}
      grave
    >
      <TextInput
        label={t('promises.form.declineWhy')}
        description={t('promises.form.declineWhyHint')}
        data-autofocus
        maxLength={200}
        value={words}
        error={tried && words.trim() === '' ? t('promises.form.missing') : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <DueField value={counter} optional wrong={false} label={t('promises.form.counter')} onChange={setCounter} />
    </ActFrame>
  );
}

/** Another keeper is asked, with what he has to keep already. */
export function ReassignForm({ promise, onClose }: ActFormProps) {
  const { t } = useWords();
  const { person } = useMe();
  const [keeper, setKeeper] = useState(`person:${person.person_id}`);
  const tell = useTell(reassign, {
    refresh: ledgerReads,
    done: ({ promise: after }) => {
      onClose();
      tellDone(t('promises.done.reassigned', { keeper: after.keeper?.name ?? t('promises.nobody') }));
    },
  });
  const submit = () => {
    const chosen = keeperOf(keeper);
    if (chosen !== undefined) tell.mutate({ ...keyOf({ promise }), keeper: chosen });
  };
  return (
    <ActFrame
      act="reassign"
      onClose={onClose}
      onSubmit={submit}
      busy={tell.isPending}
      error={tell.error}
      reset={tell.reset}
    >
      <KeeperField
        draft={{ keeper, ...splitDue(promise.due_local ?? '') }}
        wrong={false}
        change={(part) => setKeeper(part.keeper)}
      />
    </ActFrame>
  );
}

/** Another due is agreed with the customer: his word, and his consent ticked. */
export function RenegotiateForm({ promise, onClose }: ActFormProps) {
  const { t } = useWords();
  const go = useGo();
  const reader = useReader();
  const [due, setDue] = useState(promise.counter ?? '');
  const [agreed, setAgreed] = useState(false);
  const [words, setWords] = useState('');
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone');
  const [tried, setTried] = useState(false);
  const tell = useTell(renegotiate, {
    refresh: ledgerReads,
    done: ({ promise: next }) => {
      onClose();
      tellDone(t('promises.done.renegotiated', { due: sayDue(next, reader) ?? '' }));
      go(`/promises/${next.customer_id}/${next.promise_id}`);
    },
  });
  const submit = () => {
    setTried(true);
    if (due === '' || !agreed || words.trim() === '') return;
    tell.mutate({ ...keyOf({ promise }), due, agreed: true, words: words.trim(), channel });
  };
  return (
    <ActFrame
      act="renegotiate"
      onClose={onClose}
      onSubmit={submit}
      busy={tell.isPending}
      error={tell.error}
      reset={tell.reset}
    >
      {promise.late ? <p className={classes.lateNote}>{t('promises.form.lateNote')}</p> : null}
      <DueField value={due} wrong={tried && due === ''} label={t('promises.form.newDue')} onChange={setDue} />
      <Textarea
        label={t('promises.form.hisWords')}
        autosize
        minRows={2}
        maxLength={20_000}
        value={words}
        error={tried && words.trim() === '' ? t('promises.form.missing') : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ChannelField value={channel} onChange={setChannel} />
      <Checkbox
        label={t('promises.form.agreed')}
        checked={agreed}
        error={tried && !agreed ? t('promises.form.agreedMissing') : undefined}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
    </ActFrame>
  );
}

/** By which channel the customer said it. */
export function ChannelField({
  value,
  onChange,
}: {
  readonly value: (typeof channels)[number];
  readonly onChange: (channel: (typeof channels)[number]) => void;
}) {
  const { t } = useWords();
  return (
    <Select
      label={t('promises.form.channel')}
      allowDeselect={false}
      data={channels.map((one) => ({ value: one, label: t(`memory.channel.${one}`) }))}
      value={value}
      onChange={(chosen) => onChange(channels.find((one) => one === chosen) ?? 'phone')}
    />
  );
}

/** What was read in words becomes a promise: as it was read, or with another due or keeper. */
export function ConfirmForm({ promise, onClose }: ActFormProps) {
  const { t } = useWords();
  const go = useGo();
  const { person } = useMe();
  const [due, setDue] = useState(promise.due_local ?? '');
  const [keeper, setKeeper] = useState(`person:${person.person_id}`);
  const [tried, setTried] = useState(false);
  const tell = useTell(confirm, {
    refresh: ledgerReads,
    done: ({ promise: made }) => {
      onClose();
      const run = () => go(`/promises/${made.customer_id}/${made.promise_id}`);
      offerNext({ message: t('promises.done.confirmed'), act: t('promises.made.open'), run });
    },
  });
  const submit = () => {
    setTried(true);
    const chosen = keeperOf(keeper);
    if (due !== '' && chosen !== undefined) tell.mutate({ ...keyOf({ promise }), due, keeper: chosen });
  };
  const read = promise.due_local ?? undefined;
  return (
    <ActFrame
      act="confirm"
      onClose={onClose}
      onSubmit={submit}
      busy={tell.isPending}
      error={tell.error}
      reset={tell.reset}
    >
      <DueField value={due} read={read} wrong={tried && due === ''} onChange={setDue} />
      <KeeperField
        draft={{ keeper, ...splitDue(dueOf(due.slice(0, 10), due.slice(11))) }}
        wrong={false}
        change={(part) => setKeeper(part.keeper)}
      />
    </ActFrame>
  );
}
