import { Select } from '@mantine/core';
import { z } from 'zod';
import { rateDimensions } from '../../shared/promises-rates.ts';
import { date } from '../../shared/scalars.ts';
import { now } from '../platform/clock.ts';
import { useAddress } from '../platform/place.ts';
import { useMe } from '../platform/session.ts';
import { wallAt } from '../platform/wall-time.ts';
import { useWords } from '../platform/words.ts';
import { dayAfter } from './due-rules.ts';

const spans = ['30', '90', '365'] as const;

/** What the page of promises shows, as it stands in the address. */
export const pageAddress = z.object({
  period: z.enum(spans).optional(),
  /** The first day of the calendar. */
  from: date.optional(),
  by: z.enum(rateDimensions).optional(),
  /** Opens the making of a promise. */
  make: z.string().max(10).optional(),
});

/** The period of all rates on the page: so many days until today in the house's zone. */
export function usePeriod(): { readonly since: string; readonly until: string; readonly today: string } {
  const { house } = useMe();
  const [{ period = '90' }] = useAddress(pageAddress);
  const today = wallAt(now(), house.zone).slice(0, 10);
  return { since: dayAfter(today, 1 - Number(period)), until: today, today };
}

/** Chooses the period. */
export function PeriodChoice() {
  const { t } = useWords();
  const [{ period = '90' }, setAddress] = useAddress(pageAddress);
  return (
    <Select
      aria-label={t('promises.page.period')}
      allowDeselect={false}
      w={190}
      data={spans.map((one) => ({ value: one, label: t(`promises.page.periods.d${one}`) }))}
      value={period}
      onChange={(value) => setAddress({ period: spans.find((one) => one === value && one !== '90') })}
    />
  );
}
