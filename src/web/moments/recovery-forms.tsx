import { Select, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { channels } from '../../shared/memory.ts';
import { assign, giveUp, outcome, want } from '../../shared/moments-recovery.ts';
import { keepers } from '../../shared/promises-rates.ts';
import { offerUndo, tellDone } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { refresh, useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { momentReads } from './moment-reads.ts';
import classes from './recovery.module.css';
import type { RecoveryAct } from './recovery-acts.ts';
import { at, type RecoveryFormProps, RecoveryFrame } from './recovery-frame.tsx';
import { RepairForm } from './repair-form.tsx';
import { useRecoveryTell } from './use-recovery-tell.ts';

/** The form of an act that needs words. */
export function RecoveryForm({ act, ...props }: RecoveryFormProps & { readonly act: RecoveryAct }) {
  if (act === 'assign') return <AssignForm {...props} />;
  if (act === 'want') return <WantForm {...props} />;
  if (act === 'repair') return <RepairForm {...props} />;
  if (act === 'outcome') return <OutcomeForm {...props} />;
  if (act === 'giveUp' || act === 'goOn') return <GiveUpForm {...props} undo={act === 'goOn'} />;
  return null;
}

function AssignForm({ recovery, onClose }: RecoveryFormProps) {
  const { t } = useWords();
  const [to, setTo] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState(false);
  const { data } = useAsk(keepers, {});
  const all = (data?.keepers ?? []).flatMap(({ party, department }) =>
    party.id === null || party.kind === 'partner'
      ? []
      : [
          {
            kind: party.kind,
            value: `${party.kind}:${party.id}`,
            label: department === null ? party.name : `${party.name} · ${department}`,
          },
        ],
  );
  const name = all.find((one) => one.value === to)?.label ?? '';
  const telling = useRecoveryTell(assign, {
    done: () => {
      tellDone(t('moments.repair.done.assign', { name }));
      onClose();
    },
  });
  const submit = () => {
    const [kind, id = ''] = (to ?? '').split(':');
    setWrong(id === '');
    if (id === '') return;
    telling.mutate({
      ...at(recovery),
      to: kind === 'person' ? { person_id: id } : { department_id: id },
      ...(words.trim() === '' ? {} : { words: words.trim() }),
    });
  };
  return (
    <RecoveryFrame
      act="assign"
      onClose={onClose}
      onSubmit={submit}
      busy={telling.isPending}
      error={telling.error}
      reset={telling.reset}
    >
      <Select
        label={t('moments.repair.form.to')}
        searchable
        data-autofocus
        error={wrong ? t('moments.repair.form.toNone') : undefined}
        data={(['department', 'person'] as const).map((kind) => ({
          group: t(`moments.repair.form.${kind}`),
          items: all.filter((one) => one.kind === kind),
        }))}
        value={to}
        onChange={setTo}
      />
      <Textarea
        label={t('moments.repair.form.why')}
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </RecoveryFrame>
  );
}

interface ChannelProps {
  readonly value: (typeof channels)[number];
  readonly onChange: (value: (typeof channels)[number]) => void;
}

/** By which way he said it. */
function ChannelChoice({ value, onChange }: ChannelProps) {
  const { t } = useWords();
  return (
    <Select
      label={t('moments.repair.form.channel')}
      allowDeselect={false}
      data={channels
        .filter((one) => one !== 'back-office')
        .map((one) => ({ value: one, label: t(`memory.channel.${one}`) }))}
      value={value}
      onChange={(chosen) => onChange(channels.find((one) => one === chosen) ?? value)}
    />
  );
}

function WantForm({ recovery, onClose }: RecoveryFormProps) {
  const { t } = useWords();
  const [words, setWords] = useState(recovery.wants ?? '');
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone');
  const [wrong, setWrong] = useState(false);
  const telling = useRecoveryTell(want, {
    done: () => {
      tellDone(t('moments.repair.done.want'));
      onClose();
    },
  });
  const submit = () => {
    setWrong(words.trim() === '');
    if (words.trim() !== '') telling.mutate({ ...at(recovery), words: words.trim(), channel });
  };
  return (
    <RecoveryFrame
      act="want"
      onClose={onClose}
      onSubmit={submit}
      busy={telling.isPending}
      error={telling.error}
      reset={telling.reset}
    >
      <Textarea
        label={t('moments.repair.form.wants')}
        description={t('moments.repair.form.wantsHelp')}
        autosize
        minRows={3}
        data-autofocus
        classNames={{ input: classes.his ?? '' }}
        error={wrong ? t('moments.repair.form.needed') : undefined}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ChannelChoice value={channel} onChange={setChannel} />
    </RecoveryFrame>
  );
}

function OutcomeForm({ recovery, onClose }: RecoveryFormProps) {
  const { t } = useWords();
  const [repaired, setRepaired] = useState<boolean>();
  const [words, setWords] = useState('');
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone');
  const [wrong, setWrong] = useState(false);
  const telling = useRecoveryTell(outcome, {
    done: () => {
      tellDone(t('moments.repair.done.outcome'));
      onClose();
    },
  });
  const submit = () => {
    setWrong(repaired === undefined || words.trim() === '');
    if (repaired !== undefined && words.trim() !== '') {
      telling.mutate({ ...at(recovery), repaired, words: words.trim(), channel });
    }
  };
  return (
    <RecoveryFrame
      act="outcome"
      onClose={onClose}
      onSubmit={submit}
      busy={telling.isPending}
      error={telling.error}
      reset={telling.reset}
    >
      <fieldset className={classes.yesNo}>
        <legend>{t('moments.repair.form.repaired')}</legend>
        {([true, false] as const).map((answer) => (
          <label key={String(answer)}>
            <input type="radio" name="repaired" checked={repaired === answer} onChange={() => setRepaired(answer)} />
            {answer ? t('moments.repair.form.yes') : t('moments.repair.form.no')}
          </label>
        ))}
        {wrong && repaired === undefined ? (
          <p className={classes.wrong} role="alert">
            {t('moments.repair.form.repairedNone')}
          </p>
        ) : null}
      </fieldset>
      <Textarea
        label={t('moments.repair.form.hisWords')}
        autosize
        minRows={2}
        classNames={{ input: classes.his ?? '' }}
        error={wrong && words.trim() === '' ? t('moments.repair.form.needed') : undefined}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ChannelChoice value={channel} onChange={setChannel} />
    </RecoveryFrame>
  );
}

function GiveUpForm({ recovery, onClose, undo }: RecoveryFormProps & { readonly undo: boolean }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState(false);
  const telling = useRecoveryTell(giveUp, {
    done: (after) => {
      onClose();
      if (undo) return;
      offerUndo({
        message: t('moments.repair.done.giveUp'),
        undo: async () => {
          await ask(giveUp, { ...at(after), words: t('parts.act.undo'), undo: true });
          await refresh(client, momentReads);
        },
      });
    },
  });
  const submit = () => {
    setWrong(words.trim() === '');
    if (words.trim() !== '') telling.mutate({ ...at(recovery), words: words.trim(), undo });
  };
  return (
    <RecoveryFrame
      act={undo ? 'goOn' : 'giveUp'}
      grave={!undo}
      onClose={onClose}
      onSubmit={submit}
      busy={telling.isPending}
      error={telling.error}
      reset={telling.reset}
    >
      <Textarea
        label={undo ? t('moments.repair.form.why') : t('moments.repair.form.whyGiveUp')}
        autosize
        minRows={2}
        data-autofocus
        error={wrong ? t('moments.repair.form.needed') : undefined}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </RecoveryFrame>
  );
}
