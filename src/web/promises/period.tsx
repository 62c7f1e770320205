import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { rateDimensions } from '../../shared/promises-rates.ts';
import { date } from '../../shared/scalars.ts';
import { now } from '../platform/clock.ts';
import { useAddress } from '../platform/place.ts';
import { useMe } from '../platform/session.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import { dayAfter } from './due-rules.ts';
import classes from './page.module.css';

const spans = ['30', '90', '365'] as const;
const periods = [...spans, 'own'] as const;

/** What the page of promises shows, as it stands in the address. */
export const pageAddress = z.object({
  period: z.enum(periods).optional(),
  /** The days of a period of one's own, both included: what was imported may be years old. */
  since: date.optional(),
  until: date.optional(),
  /** The first day of the calendar. */
  from: date.optional(),
  by: z.enum(rateDimensions).optional(),
  /** Opens the making of a promise. */
  make: z.string().max(10).optional(),
});

/** The period of all rates on the page: so many days until today in the house's zone, or the days that are chosen. */
export function usePeriod(): { readonly since: string; readonly until: string; readonly today: string } {
  const { house } = useMe();
  const [{ period = '90', since, until = '' }] = useAddress(pageAddress);
  const today = wallAt(now(), house.zone).slice(0, 10);
  if (period !== 'own') return { since: dayAfter(today, 1 - Number(period)), until: today, today };
  const last = until === '' ? today : until;
  const first = since ?? dayAfter(last, -364);
  return first <= last ? { since: first, until: last, today } : { since: last, until: first, today };
}

/** Chooses the period: one of the usual ones, or its two days. */
export function PeriodChoice() {
  const { t } = useWords();
  const [{ period = '90' }, setAddress] = useAddress(pageAddress);
  const { since, until } = usePeriod();
  return (
    <>
      <Select
        aria-label={t('promises.page.period')}
        allowDeselect={false}
        w={190}
        data={periods.map((one) => ({
          value: one,
          label: one === 'own' ? t('promises.page.periods.own') : t(`promises.page.periods.d${one}`),
        }))}
        value={period}
        onChange={(value) => {
          const chosen = periods.find((one) => one === value && one !== '90');
          setAddress({
            period: chosen,
            ...(chosen === 'own' ? { since, until } : { since: undefined, until: undefined }),
          });
        }}
      />
      {period === 'own' ? (
        <span className={classes.days}>
          <Day
            label={t('promises.list.since')}
            value={since}
            choose={(day) => setAddress({ since: day }, { replace: true })}
          />
          <Day
            label={t('promises.list.until')}
            value={until}
            choose={(day) => setAddress({ until: day }, { replace: true })}
          />
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
