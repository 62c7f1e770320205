import { counts } from '../../shared/customers.ts';
import { Figure } from '../parts/figure.tsx';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './customers.module.css';

const shown = ['known', 'pending', 'unknown'] as const;

/** How many customers there are by state, each with its definition one click away. */
export function StateCounts() {
  const { t } = useWords();
  const show = useShow();
  const counted = useAsk(counts, {}, { every: 60_000 });
  if (!counted.data) return <div className={classes.counts} />;
  const all = counted.data;
  const sample = t('customers.count.sample', { count: all.known + all.pending + all.unknown, merged: all.merged });
  return (
    <div className={classes.counts}>
      {shown.map((state) => (
        <Figure
          key={state}
          label={t(`customers.count.${state}`)}
          value={show.number(all[state])}
          definition={t(`customers.count.${state}Definition`)}
          unit="customers"
          period={t('customers.count.period')}
          sample={sample}
          rows={`/customers?state=${state}`}
        />
      ))}
    </div>
  );
}
