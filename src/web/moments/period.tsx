import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { date } from '../../shared/scalars.ts';
import { now } from '../platform/clock.ts';
import { useAddress } from '../platform/place.ts';
import { useMe } from '../platform/session.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import classes from './moments.module.css';
import { dayAfter } from './period-rules.ts';

const spans = ['30', '90', '365'] as const;
const periods = [...spans, 'own'] as const;

/** Of which days and whom the map tells, as it stands in the address. */
export const mapAddress = z.object({
  period: z.enum(periods).optional(),
  since: date.optional(),
  until: date.optional(),
  department: z.string().min(1).max(200).optional(),
});

/** The period of the page: so many days until today in the house's zone, or the days that are chosen. */
export function usePeriod(): { readonly since: string; readonly until: string; readonly today: string } {
  const { house } = useMe();
  const [{ period = '90', since, until = '' }] = useAddress(mapAddress);
  const today = wallAt(now(), house.zone).slice(0, 10);
  if (period !== 'own') return { since: dayAfter(today, 1 - Number(period)), until: today, today };
  const last = until === '' ? today : until;
  const first = since ?? dayAfter(last, -364);
  return first <= last ? { since: first, until: last, today } : { since: last, until: first, today };
}

/** Chooses the period: one of the usual ones, or its two days. */
export function PeriodChoice() {
  const { t } = useWords();
  const [{ period = '90' }, setAddress] = useAddress(mapAddress);
  const { since, until } = usePeriod();
  return (
    <>
      <Select
        aria-label={t('moments.page.period')}
        allowDeselect={false}
        w={190}
        data={periods.map((one) => ({
          value: one,
          label: one === 'own' ? t('moments.page.periods.own') : t(`moments.page.periods.d${one}`),
        }))}
        value={period}
        onChange={(value) => {
          const chosen = periods.find((one) => one === value && one !== '90');
          const days = chosen === 'own' ? { since, until } : { since: undefined, until: undefined };
          setAddress({ period: chosen, ...days });
        }}
      />
      {period === 'own' ? (
        <span className={classes.days}>
          <Day label={t('moments.page.since')} value={since} choose={(day) => setAddress({ since: day })} />
          <Day label={t('moments.page.until')} value={until} choose={(day) => setAddress({ until: day })} />
        </span>
      ) : null}
    </>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (day: string) => void;
}

/** A day, taken once it is whole: while a year is being typed it is the year 2 or 20. */
function Day({ label, value, choose }: DayProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      type="date"
      aria-label={label}
      min="1970-01-01"
      value={typed ?? value}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        const day = event.currentTarget.value;
        setTyped(day);
        if (day >= '1970-01-01') choose(day);
      }}
    />
  );
}
