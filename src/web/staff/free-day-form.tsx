import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calendar, dropFreeDay, setFreeDay } from '../../shared/staff-calendar.ts';
import { changes } from '../../shared/staff-people.ts';
import { noneWrong, type WrongFields, wrongBy, wrongIn } from '../parts/fields.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { offerUndo } from '../parts/toast.tsx';
import { ask } from '../platform/ask.ts';
import { refresh, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './door.module.css';
import { Clock } from './week-fields.tsx';

export interface FreeDayFormProps {
  readonly year: number;
  /** Null: a day of the whole house. */
  readonly departmentId: string | null;
  readonly onClose: () => void;
}

/** A day unlike its weekday: closed, or open with hours of its own; in one year or in each. */
export function FreeDayForm({ year, departmentId, onClose }: FreeDayFormProps) {
  const { t } = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState({ day: '', each: false, kind: 'closed', name: '', from: '09:00', to: '14:00' });
  const [found, setFound] = useState<WrongFields>(noneWrong);
  const making = useTell(setFreeDay, {
    refresh: [calendar, changes],
    done: (reply) => {
      onClose();
      offerUndo({
        message: t('calendar.added', { name: draft.name.trim() }),
        undo: async () => {
          await ask(dropFreeDay, reply);
          await refresh(client, [calendar, changes]);
        },
      });
    },
  });
  const wrong = new Set([...found, ...wrongBy(making.error)]);
  const has = (field: string) => [...wrong].some((path) => path.startsWith(field));
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const submit = () => {
    const isOpen = draft.kind === 'open';
    const input = {
      department_id: departmentId,
      kind: isOpen ? ('open' as const) : ('closed' as const),
      name: draft.name,
      date: draft.each || draft.day === '' ? null : draft.day,
      yearly: draft.each && draft.day !== '' ? draft.day.slice(5) : null,
      hours: isOpen ? [{ from: draft.from, to: draft.to }] : null,
    };
    const not = wrongIn(setFreeDay.input, input);
    setFound(not);
    if (not.size === 0) making.mutate(input);
  };
  return (
    <FormDialog
      title={t('calendar.add')}
      act={t('parts.act.save')}
      busy={making.isPending}
      error={making.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('calendar.name')}
        data-autofocus
        value={draft.name}
        error={has('name') ? t('staff.field.needed') : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('calendar.date')}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        value={draft.day}
        error={has('date') || has('yearly') ? t('calendar.dateNeeded') : undefined}
        onChange={(event) => set({ day: event.currentTarget.value })}
      />
      <Checkbox
        label={t('calendar.eachYear')}
        checked={draft.each}
        onChange={(event) => set({ each: event.currentTarget.checked })}
      />
      <Radio.Group value={draft.kind} onChange={(kind) => set({ kind })}>
        <Stack gap="sm">
          <Radio value="closed" label={t('calendar.closed')} description={t('calendar.closedHelp')} />
          <Radio value="open" label={t('calendar.open')} description={t('calendar.openHelp')} />
        </Stack>
      </Radio.Group>
      {draft.kind === 'open' ? (
        <div>
          <div className={classes.hours}>
            <Clock label={t('calendar.from')} value={draft.from} onChange={(from) => set({ from })} />
            <span aria-hidden="true">–</span>
            <Clock end label={t('calendar.to')} value={draft.to} onChange={(to) => set({ to })} />
          </div>
          {has('hours') ? <p role="alert">{t('calendar.hoursWrong')}</p> : null}
        </div>
      ) : null}
    </FormDialog>
  );
}
