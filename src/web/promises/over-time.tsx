import { Chart } from '../parts/chart.tsx';
import { Section } from '../parts/page.tsx';
import { useShow } from '../platform/show.ts';
import { useWords } from '../platform/words.ts';
import type { Overview } from './shown.ts';

/** Growth against keeping: the rate over time before how much was promised, by weeks. */
export function OverTime({ told }: { readonly told: Overview }) {
  const { t } = useWords();
  const show = useShow();
  if (told.steps.length < 2) return null;
  // A day of which year: said where the period comes round to the same day again.
  const year = told.steps.length > 53 ? ({ year: '2-digit' } as const) : {};
  const day = new Intl.DateTimeFormat(show.locale, { day: 'numeric', month: 'short', ...year, timeZone: 'UTC' });
  return (
    <Section title={t('promises.rates.overTime')} sentence={t('promises.rates.overTimeSentence')}>
      <Chart
        title={t('promises.rates.chart')}
        kind="line"
        most={1}
        along={told.steps.map((step) => day.format(Date.parse(`${step.from}T12:00:00Z`)))}
        series={[
          { name: t('promises.page.rate'), values: told.steps.map((step) => step.rate?.rate ?? null), tone: 'accent' },
          {
            name: t('promises.rates.due'),
            values: told.steps.map((step) => step.due),
            tone: 'plain',
            behind: true,
            write: (value) => show.number(value, 0),
          },
        ]}
        write={(value) => show.percent(value)}
      />
    </Section>
  );
}
