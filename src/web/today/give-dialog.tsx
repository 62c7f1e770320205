import { Select, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { departments } from '../../shared/staff-house.ts';
import { colleagues } from '../../shared/staff-people.ts';
import { lines as linesOf, type TodayLine } from '../../shared/today.ts';
import { saySlots } from '../../shared/today-slots.ts';
import { handOver, type Receiver, takeBack, team } from '../../shared/today-team.ts';
import { isTodayWord } from '../../shared/words/today-words.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { offerUndo, tellDone } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { useMe } from '../platform/session.ts';
import { refresh, useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './give.module.css';
import { given, receiverOf } from './give-rules.ts';
import { customerOf, useReader } from './line-row.tsx';
import { stepOf } from './step-of.ts';

/** So many lines are named in the preview. */
const named = 6;

export interface GiveDialogProps {
  readonly lines: readonly TodayLine[];
  readonly onClose: () => void;
  readonly onGiven?: () => void;
}

/** Hands one line or several to a person or a department, after a look at what goes over; can be undone. */
export function GiveDialog({ lines, onClose, onGiven }: GiveDialogProps) {
  const { t } = useWords();
  const { data, nameOf } = useReceivers();
  const { own, byRoom, stay } = given(lines);
  const [choice, setChoice] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const give = useGive();
  const to = receiverOf(choice);
  const count = own.length + byRoom.length;
  const send = async () => {
    setTried(true);
    if (to === undefined || count === 0) return;
    setBusy(true);
    try {
      await give(lines, { to, note: note.trim(), name: nameOf(choice) });
      onClose();
      onGiven?.();
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };
  return (
    <FormDialog
      title={count === 1 ? t('today.give.titleOne') : t('today.give.title', { count })}
      {...(count === 0 ? {} : { act: t('today.give.act') })}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <Preview lines={[...own, ...byRoom.map((one) => one.line)]} />
      {stay.length === 0 ? null : <p className={classes.note}>{t('today.give.stays', { count: stay.length })}</p>}
      <Select
        label={t('today.give.to')}
        searchable
        data-autofocus
        data={data}
        value={choice}
        error={tried && to === undefined ? t('today.give.missing') : undefined}
        onChange={setChoice}
      />
      {own.length === 0 ? (
        <p className={classes.note}>{t('today.give.noNote')}</p>
      ) : (
        <Textarea
          label={t('today.give.note')}
          description={t('today.give.noteHint')}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}

function Preview({ lines }: { readonly lines: readonly TodayLine[] }) {
  const { t } = useWords();
  const reader = useReader();
  return (
    <section aria-label={t('today.give.what')}>
      <ul className={classes.preview}>
        {lines.slice(0, named).map((line) => (
          <li key={`${line.customer_id} ${line.key}`}>
            <b>{customerOf(t, line)}</b>{' '}
            {isTodayWord(line.word) ? t(`${line.word}.what`, saySlots(line.slots, reader)) : null}
          </li>
        ))}
        {lines.length > named ? <li>{t('today.give.more', { count: lines.length - named })}</li> : null}
      </ul>
    </section>
  );
}

/** Everybody to whom something can go: people by name, then departments. */
function useReceivers() {
  const { t, language } = useWords();
  const me = useMe().person.person_id;
  const people = useAsk(colleagues, {}).data?.people ?? [];
  const houses = (useAsk(departments, {}).data?.departments ?? []).filter((one) => one.closed_at === null);
  const all = [
    {
      group: t('today.give.people'),
      items: people
        .filter((one) => one.person_id !== me)
        .map((one) => ({ value: `person:${one.person_id}`, label: one.name })),
    },
    {
      group: t('today.give.departments'),
      items: houses.map((one) => ({ value: `department:${one.department_id}`, label: one.name[language] })),
    },
  ];
  const labels = new Map(all.flatMap((group) => group.items.map((item) => [item.value, item.label])));
  return {
    data: all.filter((group) => group.items.length > 0),
    nameOf: (choice: string | null) => labels.get(choice ?? '') ?? '',
  };
}

/** Hands over: Today's own lines at once, with undo; the others by their rooms, one after another. */
function useGive() {
  const { t } = useWords();
  const client = useQueryClient();
  const again = () => refresh(client, [linesOf, team]);
  return async (
    lines: readonly TodayLine[],
    { to, note, name }: { readonly to: Receiver; readonly note: string; readonly name: string },
  ) => {
    const { own, byRoom } = given(lines);
    const keys = own.map(({ customer_id, room, key }) => ({ customer_id, room, key }));
    try {
      if (keys.length > 0) await ask(handOver, { lines: keys, to, ...(note === '' ? {} : { note }) });
      for (const { way } of byRoom) await ask(stepOf(way.endpoint), { ...way.input, [way.as]: to });
    } finally {
      void again();
    }
    const message = t('today.give.done', { name });
    if (keys.length > 0) offerUndo({ message, undo: () => ask(takeBack, { lines: keys }).then(again) });
    else tellDone(message);
  };
}
