import { Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { channels } from '../../shared/memory.ts';
import { correct, explain, release, settle, unsettle } from '../../shared/promises.ts';
import { reasons, type ShownPromise } from '../../shared/promises-shown.ts';
import { offerUndo, tellDone } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { refresh, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { type ActFormProps, ActFrame } from './act-frame.tsx';
import { ChannelField, keyOf } from './answer-forms.tsx';
import { ledgerReads } from './ledger-reads.ts';
import { sayTick } from './levels.tsx';
import { ResultFields } from './result-fields.tsx';
import { noResult, receivedOf } from './result-rules.ts';

/** Writes down what was received; whether that keeps the promise is the ledger's to say, and it can be taken back. */
export function SettleForm({ promise, onClose }: ActFormProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(noResult);
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>(() => allTicked(promise));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const saySettled = useSaySettled();
  const tell = useTell(settle, {
    refresh: ledgerReads,
    done: ({ promise: after }) => {
      onClose();
      saySettled(after);
    },
  });
  const received = receivedOf(promise.unit, draft);
  const submit = () => {
    setTried(true);
    if (received === 'missing') return;
    const why = reasons.find((one) => one === reason);
    tell.mutate({
      ...keyOf({ promise }),
      ...(received === 'now' ? {} : { received }),
      ...(Object.keys(ticks).length === 0 ? {} : { ticks }),
      ...(why === undefined ? {} : { reason: why }),
    });
  };
  const mayBreak = promise.late || Object.values(ticks).includes(false);
  return (
    <ActFrame
      act="settle"
      onClose={onClose}
      onSubmit={submit}
      busy={tell.isPending}
      error={tell.error}
      reset={tell.reset}
    >
      <ResultFields promise={promise} draft={draft} wrong={tried && received === 'missing'} change={setDraft} />
      {Object.entries(ticks).map(([tick, done]) => (
        <Checkbox
          key={tick}
          label={sayTick(tick, t)}
          checked={done}
          onChange={(event) => setTicks({ ...ticks, [tick]: event.currentTarget.checked })}
        />
      ))}
      {mayBreak ? <ReasonField value={reason} onChange={setReason} /> : null}
    </ActFrame>
  );
}

function allTicked(promise: ShownPromise): Readonly<Record<string, boolean>> {
  return Object.fromEntries(Object.keys(promise.ticks ?? {}).map((tick) => [tick, true]));
}

/** Says how a promise ended, and takes the result back for ten seconds. */
function useSaySettled(): (after: ShownPromise) => void {
  const { t } = useWords();
  const client = useQueryClient();
  return (after) => {
    if (after.state !== 'kept' && after.state !== 'exceeded' && after.state !== 'broken') return;
    offerUndo({
      message: t(`promises.done.${after.state}`),
      undo: async () => {
        await ask(unsettle, keyOf({ promise: after }));
        await refresh(client, ledgerReads);
      },
    });
  };
}

function ReasonField({ value, onChange }: { readonly value: string; readonly onChange: (reason: string) => void }) {
  const { t } = useWords();
  return (
    <Radio.Group label={t('promises.form.reason')} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {reasons.map((one) => (
          <Radio key={one} value={one} label={t(`promises.reason.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Why it was broken. */
export function ExplainForm({ promise, onClose }: ActFormProps) {
  const [reason, setReason] = useState<string>(promise.reason ?? '');
  const tell = useTell(explain, { refresh: ledgerReads, done: onClose });
  const submit = () => tell.mutate({ ...keyOf({ promise }), reason: reasons.find((one) => one === reason) ?? null });
  return (
    <ActFrame
      act="explain"
      onClose={onClose}
      onSubmit={submit}
      busy={tell.isPending}
      error={tell.error}
      reset={tell.reset}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActFrame>
  );
}

/** The result was another; the first one stays, and is what the rates count. */
export function CorrectForm({ promise, onClose }: ActFormProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState({ ...noResult, when: 'then' as const });
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const tell = useTell(correct, {
    refresh: ledgerReads,
    done: () => {
      onClose();
      tellDone(t('promises.done.corrected'));
    },
  });
  const received = receivedOf(promise.unit, draft);
  const submit = () => {
    setTried(true);
    if (received === 'missing' || received === 'now' || words.trim() === '') return;
    tell.mutate({ ...keyOf({ promise }), received, words: words.trim() });
  };
  return (
    <ActFrame
      act="correct"
      onClose={onClose}
      onSubmit={submit}
      busy={tell.isPending}
      error={tell.error}
      reset={tell.reset}
    >
      <ResultFields
        promise={promise}
        draft={draft}
        then
        wrong={tried && received === 'missing'}
        change={(next) => setDraft({ ...next, when: 'then' })}
      />
      <TextInput
        label={t('promises.form.correctWhy')}
        maxLength={200}
        value={words}
        error={tried && words.trim() === '' ? t('promises.form.missing') : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </ActFrame>
  );
}

/** The customer no longer wants it: in his own words. */
export function ReleaseForm({ promise, onClose }: ActFormProps) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone');
  const [tried, setTried] = useState(false);
  const tell = useTell(release, {
    refresh: ledgerReads,
    done: () => {
      onClose();
      tellDone(t('promises.done.released'));
    },
  });
  const submit = () => {
    setTried(true);
    if (words.trim() !== '') tell.mutate({ ...keyOf({ promise }), words: words.trim(), channel });
  };
  return (
    <ActFrame
      act="release"
      onClose={onClose}
      onSubmit={submit}
      busy={tell.isPending}
      error={tell.error}
      reset={tell.reset}
      grave
    >
      <Textarea
        label={t('promises.form.hisWords')}
        description={t('promises.form.releaseHint')}
        data-autofocus
        autosize
        minRows={2}
        maxLength={20_000}
        value={words}
        error={tried && words.trim() === '' ? t('promises.form.missing') : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ChannelField value={channel} onChange={setChannel} />
    </ActFrame>
  );
}
