import { overTime } from '../../shared/moments-views.ts';
import { Chart } from '../parts/chart.tsx';
import { Section } from '../parts/page.tsx';
import { instantOf } from '../platform/clock.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { usePeriod } from './period.tsx';
import { dayAfter, monthsBetween } from './period-rules.ts';

/** Good, indifferent and bad by month: at least the last twelve. */
export function OverTime() {
  const { t } = useWords();
  const show = useShow();
  const { since, until } = usePeriod();
  const year = dayAfter(until, -364);
  const asked = useAsk(overTime, { since: [since, year].toSorted()[0] ?? year, until }, { keep: true });
  const told = asked.data?.months ?? [];
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || told.length < 2) return null;
  const months = monthsBetween(first.month, last.month);
  const write = new Intl.DateTimeFormat(show.locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const of = (name: 'positive' | 'indifferent' | 'negative') =>
    months.map((month) => told.find((one) => one.month === month)?.[name] ?? 0);
  return (
    <Section title={t('moments.page.overTime')}>
      <Chart
        title={t('moments.page.chart')}
        kind="line"
        along={months.map((month) => write.format(instantOf(`${month}-15T12:00:00Z`)))}
        series={[
          { name: t('moments.page.good'), values: of('positive'), tone: 'kept' },
          { name: t('moments.page.indifferent'), values: of('indifferent'), tone: 'plain' },
          { name: t('moments.page.bad'), values: of('negative'), tone: 'owed' },
        ]}
        write={(value) => show.number(value)}
        height={220}
      />
    </Section>
  );
}
