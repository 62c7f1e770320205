import { Autocomplete, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { channels } from '../../shared/memory.ts';
import { units, usualKinds } from '../../shared/promises-shown.ts';
import type { WrongFields } from '../parts/fields.ts';
import { useWords } from '../platform/words.ts';
import type { Draft } from './draft-rules.ts';
import { dueOf, splitDue } from './draft-rules.ts';
import { Scale } from './expectation-fields.tsx';
import classes from './make.module.css';
import { sayKind } from './promise-words.ts';

export interface MakeMoreProps {
  readonly draft: Draft;
  readonly wrong: WrongFields;
  readonly change: (part: Partial<Draft>) => void;
}

/** What may be said besides: what kind, in which unit, what would be better still, how it was said, who may see it. */
export function MakeMore({ draft, wrong, change }: MakeMoreProps) {
  const { t } = useWords();
  const kinds = new Map(usualKinds.map((kind) => [sayKind(t, kind), kind]));
  const shown = [...kinds].find(([, kind]) => kind === draft.kind)?.[0] ?? draft.kind;
  return (
    <div className={classes.moreFields}>
      <div className={classes.pair}>
        <Autocomplete
          label={t('promises.make.kind')}
          data={[...kinds.keys()]}
          maxLength={60}
          value={shown}
          onChange={(value) => change({ kind: kinds.get(value) ?? value })}
        />
        <Select
          label={t('promises.make.channel')}
          allowDeselect={false}
          data={channels.map((one) => ({ value: one, label: t(`memory.channel.${one}`) }))}
          value={draft.channel}
          onChange={(value) => change({ channel: channels.find((one) => one === value) ?? 'phone' })}
        />
      </div>
      <div>
        <span className={classes.label}>{t('promises.make.unit')}</span>
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t('promises.make.unit')}
          value={draft.unit}
          onChange={(value) => {
            const unit = units.find((one) => one === value) ?? 'date';
            change({ unit, adequate: unit === 'rating' || unit === 'words' ? '5' : '', desired: '' });
          }}
          data={units.map((one) => ({ value: one, label: t(`promises.unit.${one}`) }))}
        />
      </div>
      <Levels draft={draft} wrong={wrong} change={change} />
      <Switch
        label={t('promises.make.visible')}
        checked={draft.visible}
        onChange={(event) => change({ visible: event.currentTarget.checked })}
      />
    </div>
  );
}

function Levels({ draft, wrong, change }: MakeMoreProps) {
  const { t } = useWords();
  if (draft.unit === 'date') return <DesiredDate draft={draft} change={change} />;
  if (draft.unit === 'amount') return <Amounts draft={draft} wrong={wrong} change={change} />;
  const ends = { low: t('promises.make.levelLow'), high: t('promises.make.levelHigh') };
  return (
    <>
      <Scale
        label={t('promises.make.adequate')}
        value={draft.adequate}
        {...ends}
        onChange={(adequate) => change({ adequate })}
      />
      <Scale
        label={t('promises.make.desired')}
        value={draft.desired}
        {...ends}
        onChange={(desired) => change({ desired })}
      />
    </>
  );
}

function DesiredDate({ draft, change }: Pick<MakeMoreProps, 'draft' | 'change'>) {
  const { t } = useWords();
  const { day, time } = splitDue(draft.desired);
  return (
    <div>
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={t('promises.make.desiredDay')}
          max={draft.day || undefined}
          value={day}
          onChange={(event) => change({ desired: dueOf(event.currentTarget.value, time) })}
        />
        <TextInput
          type="time"
          label={t('promises.make.time')}
          value={time}
          disabled={day === ''}
          onChange={(event) => change({ desired: dueOf(day, event.currentTarget.value) })}
        />
      </div>
      <p className={classes.hint}>{t('promises.make.desiredHint')}</p>
    </div>
  );
}

function Amounts({ draft, wrong, change }: MakeMoreProps) {
  const { t } = useWords();
  const error = (path: string) => (wrong.has(`expected.${path}`) ? t('promises.make.wrongNumber') : undefined);
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={t('promises.make.measure')}
          placeholder={t('promises.make.measureHint')}
          maxLength={20}
          value={draft.measure}
          error={error('measure')}
          onChange={(event) => change({ measure: event.currentTarget.value })}
        />
        <Select
          label={t('promises.make.better')}
          allowDeselect={false}
          data={[
            { value: 'more', label: t('promises.make.moreIsBetter') },
            { value: 'less', label: t('promises.make.lessIsBetter') },
          ]}
          value={draft.better}
          onChange={(value) => change({ better: value === 'less' ? 'less' : 'more' })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label={t('promises.make.adequate')}
          inputMode="decimal"
          value={draft.adequate}
          error={error('adequate')}
          onChange={(event) => change({ adequate: event.currentTarget.value })}
        />
        <TextInput
          label={t('promises.make.desired')}
          inputMode="decimal"
          value={draft.desired}
          error={error('desired')}
          onChange={(event) => change({ desired: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
