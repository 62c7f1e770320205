import { Input, TextInput } from '@mantine/core';
import { useId } from 'react';
import { organisation } from '../../shared/staff-house.ts';
import { now } from '../platform/clock.ts';
import { useMe } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import { capital } from '../platform/world.ts';
import { dueOf, splitDue } from './draft-rules.ts';
import { dueChoices } from './due-rules.ts';
import classes from './make.module.css';
import { sayMoment, useReader } from './promise-words.ts';

export interface DueFieldProps {
  /** A local day or time of the house; empty while nothing is chosen. */
  readonly value: string;
  /** What the words themselves say. */
  readonly read?: string | undefined;
  readonly optional?: boolean;
  readonly wrong: boolean;
  readonly label?: string;
  readonly onChange: (due: string) => void;
}

/** Until when: one of the usual dues by one press, or a day with a time where it matters. */
export function DueField({ value, read, optional = false, wrong, label, onChange }: DueFieldProps) {
  const { t } = useWords();
  const { house, person } = useMe();
  const reader = useReader();
  const id = useId();
  const week = useAsk(organisation, {}).data?.working_week ?? [];
  const working = week.length === 0 ? [1, 2, 3, 4, 5] : [...new Set(week.map((one) => one.day))];
  const wall = wallAt(now(), house.zone);
  const choices = dueChoices(wall, working).map((one) => ({
    ...one,
    word: one.id === 'workingDays' ? t('promises.make.dues.workingDays') : undefined,
  }));
  const told = read === undefined ? [] : [{ id: 'read', due: read, word: t('promises.make.dues.read') }];
  const { day, time } = splitDue(value);
  return (
    <fieldset className={classes.due}>
      <legend className={classes.label}>
        {label ?? (optional ? t('promises.make.dueOptional') : t('promises.make.due'))}
      </legend>
      <div className={classes.chips}>
        {[...told, ...choices].map((one) => (
          <button
            key={one.id}
            type="button"
            className={classes.chip}
            aria-pressed={value === one.due}
            data-read={one.id === 'read'}
            onClick={() => onChange(one.due)}
          >
            {one.word === undefined ? (
              capital(sayMoment(one.due, reader), reader.language)
            ) : (
              <>
                {one.word} <span className={classes.chipDay}>{sayMoment(one.due, reader)}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div className={classes.dueFields}>
        <TextInput
          type="date"
          aria-label={t('promises.make.day')}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          min={wall.slice(0, 10)}
          value={day}
          error={wrong}
          onChange={(event) => onChange(dueOf(event.currentTarget.value, time))}
        />
        <TextInput
          type="time"
          aria-label={t('promises.make.time')}
          value={time}
          disabled={day === ''}
          onChange={(event) => onChange(dueOf(day, event.currentTarget.value))}
        />
        <span className={classes.hint}>
          {time === '' ? t('promises.make.wholeDay') : null}
          {person.zone === house.zone ? null : ` ${t('promises.make.zone', { zone: house.zone })}`}
        </span>
      </div>
      {wrong ? <Input.Error id={`${id}-wrong`}>{t('promises.make.dueMissing')}</Input.Error> : null}
    </fieldset>
  );
}
