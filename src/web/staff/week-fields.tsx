import { ActionIcon, Button, Checkbox, Input, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkingWeek } from '../../shared/calendar.ts';
import type { WrongFields } from '../parts/fields.ts';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import { weekdayNames } from '../platform/world.ts';
import classes from './door.module.css';

type Hours = WorkingWeek[number];

/** The hours of a day have no name of their own but their place. */
const places = ['first', 'second', 'third'] as const;

export interface WeekFieldsProps {
  readonly value: WorkingWeek;
  readonly onChange: (value: WorkingWeek) => void;
  readonly wrong: WrongFields;
}

/** When the house works, day by day; a day may have a break, so that it has hours twice. */
export function WeekFields({ value, onChange, wrong }: WeekFieldsProps) {
  const { t } = useWords();
  const { locale } = useShow();
  const [open, setOpen] = useState(false);
  const isWrong = [...wrong].some((path) => path.startsWith('working_week'));
  const shown = open || isWrong;
  const put = (day: number, hours: readonly Hours[]) =>
    onChange(inOrder([...value.filter((one) => one.day !== day), ...hours]));
  return (
    <Input.Wrapper
      label={t('staff.house.week')}
      labelElement="div"
      description={t('staff.house.weekHelp')}
      error={isWrong ? t('staff.house.weekWrong') : undefined}
    >
      <div className={classes.weekSummary}>
        <span>{sayWeek(value, weekdayNames(locale, 'short')) || t('staff.house.free')}</span>
        <Button variant="subtle" size="compact-sm" aria-expanded={shown} onClick={() => setOpen(!open)}>
          {shown ? t('parts.act.close') : t('parts.act.edit')}
        </Button>
      </div>
      {shown ? (
        <div className={classes.week}>
          {weekdayNames(locale).map((name, index) => (
            <Day
              key={name}
              name={name}
              hours={value.filter((one) => one.day === index + 1)}
              onChange={(hours) => put(index + 1, hours)}
              day={index + 1}
            />
          ))}
        </div>
      ) : null}
    </Input.Wrapper>
  );
}

interface DayProps {
  readonly name: string;
  readonly day: number;
  readonly hours: readonly Hours[];
  readonly onChange: (hours: readonly Hours[]) => void;
}

function Day({ name, day, hours, onChange }: DayProps) {
  const { t } = useWords();
  const edit = (at: number, change: Partial<Hours>) =>
    onChange(hours.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <div className={classes.day}>
      <Checkbox
        className={classes.dayName}
        label={name}
        checked={hours.length > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? [{ day, from: '09:00', to: '18:00' }] : [])}
      />
      {hours.length === 0 ? <span className={classes.free}>{t('staff.house.free')}</span> : null}
      {hours.map((one, index) => (
        <span key={places[index]} className={classes.hours}>
          <Clock
            label={t('staff.house.from', { day: name })}
            value={one.from}
            onChange={(from) => edit(index, { from })}
          />
          <span aria-hidden="true">–</span>
          <Clock end label={t('staff.house.to', { day: name })} value={one.to} onChange={(to) => edit(index, { to })} />
          {index > 0 ? (
            <ActionIcon
              variant="subtle"
              aria-label={t('staff.house.removeHours', { day: name })}
              onClick={() => onChange(hours.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          ) : null}
        </span>
      ))}
      {hours.length === 1 ? (
        <ActionIcon
          variant="subtle"
          aria-label={t('staff.house.addHours', { day: name })}
          onClick={() => onChange([...hours, { day, from: hours[0]?.to ?? '16:00', to: '20:00' }])}
        >
          <IconPlus size={16} />
        </ActionIcon>
      ) : null}
    </div>
  );
}

export interface ClockProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** It ends something: midnight is the day's end, 24:00, which such a field shows as 00:00. */
  readonly end?: boolean;
}

/** A time on the wall. */
export function Clock(props: ClockProps) {
  const tell = (text: string) => props.onChange(props.end === true && text === '00:00' ? '24:00' : text);
  return (
    <TextInput
      type="time"
      size="xs"
      w="6.75rem"
      aria-label={props.label}
      value={props.value === '24:00' ? '00:00' : props.value}
      onChange={(event) => tell(event.currentTarget.value)}
    />
  );
}

function inOrder(week: readonly Hours[]): WorkingWeek {
  return week.toSorted((a, b) => a.day - b.day);
}

/** The week in one line: "Mon–Fri 09:00–18:00, Sat 10:00–14:00". */
export function sayWeek(week: WorkingWeek, names: readonly string[]): string {
  const runs: { first: number; last: number; hours: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const spans = week.filter((one) => one.day === day).map((one) => `${one.from}–${one.to}`);
    const hours = spans.join(' ');
    const run = runs.at(-1);
    if (hours === '') continue;
    if (run && run.last === day - 1 && run.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  const name = (day: number) => names[day - 1] ?? '';
  return runs
    .map(({ first, last, hours }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${hours}`)
    .join(', ');
}
