import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { overview } from '../../shared/memory.ts';
import { Chart } from '../parts/chart.tsx';
import { Section } from '../parts/page.tsx';
import { When } from '../parts/values.tsx';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { majorOf, monthsOf } from './money-rules.ts';

type Month = ReplyOf<typeof overview>['months'][number];
/** As many months as can be told apart in one chart. */
const shown = 24;

/** What was sold and given back by month, one currency at a time: currencies are never added up. */
export function HouseMoney() {
  const { t } = useWords();
  const asked = useAsk(overview, {});
  const months = asked.data?.months ?? [];
  const currencies = byWeight(months);
  const [chosen, setChosen] = useState<string>();
  const currency = currencies.find((one) => one === chosen) ?? currencies[0];
  if (currency === undefined) return null;
  const settled = asked.data?.settled_at ?? null;
  return (
    <Section
      title={t('home.money.title')}
      sentence={
        settled === null ? undefined : (
          <>
            {t('home.money.settled')} <When at={settled} />
          </>
        )
      }
      acts={
        currencies.length > 1 ? (
          <SegmentedControl
            size="xs"
            aria-label={t('home.money.currency')}
            data={currencies.slice(0, 5)}
            value={currency}
            onChange={setChosen}
          />
        ) : null
      }
    >
      <MoneyChart months={months.filter((one) => one.currency === currency)} currency={currency} />
    </Section>
  );
}

function MoneyChart({ months, currency }: { readonly months: readonly Month[]; readonly currency: string }) {
  const { t } = useWords();
  const show = useShow();
  const label = new Intl.DateTimeFormat(show.locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const along = monthsOf(months.map((one) => one.month)).slice(-shown);
  const at = new Map(months.map((one) => [one.month.slice(0, 7), one]));
  const values = (pick: (one: Month) => number) =>
    along.map((month) => {
      const one = at.get(month);
      return one === undefined ? 0 : majorOf(pick(one), currency);
    });
  return (
    <Chart
      title={t('home.money.chart', { currency })}
      kind="bar"
      along={along.map((month) => label.format(Date.parse(`${month}-01T00:00:00Z`)))}
      series={[
        { name: t('home.money.sold'), values: values((one) => one.sold_minor), tone: 'accent' },
        { name: t('home.money.returned'), values: values((one) => one.returned_minor), tone: 'owed' },
      ]}
      write={(value) => show.roughMoney(value, currency)}
    />
  );
}

/** The currency with the most sales first. */
function byWeight(months: readonly Month[]): string[] {
  const sales = new Map<string, number>();
  for (const one of months) sales.set(one.currency, (sales.get(one.currency) ?? 0) + one.sales);
  return [...sales].toSorted((a, b) => b[1] - a[1]).map(([currency]) => currency);
}
