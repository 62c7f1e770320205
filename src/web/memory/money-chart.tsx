import type { ReplyOf } from '../../shared/contract.ts';
import { money } from '../../shared/memory.ts';
import { Chart } from '../parts/chart.tsx';
import { majorOf } from '../parts/minor-money.ts';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Answer } from '../parts/states.tsx';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './customer.module.css';
import { spanOfMonths } from './month-rules.ts';

type Month = ReplyOf<typeof money>['months'][number];

/** Money over time, a chart for each currency, by month for two years, by year beyond. */
export function MoneyChart({ customerId }: { readonly customerId: string }) {
  const asked = useAsk(money, { customer_id: customerId });
  return (
    <Answer of={asked} skeleton={<TextSkeleton lines={3} />}>
      {({ months }) =>
        [...Map.groupBy(months.filter(isPaid), (month) => month.currency)].map(([currency, own]) => (
          <div key={currency} className={classes.chart}>
            <OneCurrency currency={currency} months={own} />
          </div>
        ))
      }
    </Answer>
  );
}

/** Goods that went out for nothing are no money over time. */
function isPaid(month: Month): boolean {
  return month.sold_minor !== 0 || month.returned_minor !== 0;
}

function OneCurrency({ currency, months }: { readonly currency: string; readonly months: readonly Month[] }) {
  const { t } = useWords();
  const show = useShow();
  const span = spanOfMonths(months.map((month) => month.month.slice(0, 7)));
  const keyOf = (month: string) => (span.by === 'year' ? month.slice(0, 4) : month.slice(0, 7));
  const sums = new Map<string, { sold: number; returned: number }>();
  for (const one of months) {
    const sum = sums.get(keyOf(one.month)) ?? { sold: 0, returned: 0 };
    sums.set(keyOf(one.month), {
      sold: sum.sold + one.sold_minor,
      returned: sum.returned + one.returned_minor,
    });
  }
  const format = new Intl.DateTimeFormat(show.locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const written = (step: string) =>
    span.by === 'year' ? step : format.format(Date.UTC(+step.slice(0, 4), +step.slice(5) - 1));
  const returned = span.steps.map((step) => majorOf(sums.get(step)?.returned ?? 0, currency));
  return (
    <Chart
      kind="bar"
      height={170}
      title={t('memory.between.chart', { currency })}
      along={span.steps.map(written)}
      write={(value) => show.roughMoney(value, currency)}
      series={[
        {
          name: t('memory.between.sold'),
          values: span.steps.map((step) => majorOf(sums.get(step)?.sold ?? 0, currency)),
          tone: 'accent',
        },
        ...(returned.some((value) => value !== 0)
          ? [{ name: t('memory.between.returned'), values: returned, tone: 'owed' as const }]
          : []),
      ]}
    />
  );
}
