import { claims, counts } from '../../shared/customers.ts';
import { sources } from '../../shared/intake.ts';
import { overview } from '../../shared/memory.ts';
import { Figure } from '../parts/figure.tsx';
import { Section } from '../parts/page.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useCan } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './glance.module.css';
import { HouseMoney } from './house-money.tsx';
import { mostClaims, ToLookAt } from './to-look-at.tsx';

/** The house in a few numbers and one chart, each with its meaning; nothing while nothing has been heard. */
export function Glance() {
  const can = useCan();
  return can('customers.read') ? <Known /> : null;
}

function Known() {
  const { t } = useWords();
  const known = useAsk(counts, {});
  const told = useAsk(sources, {});
  const open = useAsk(claims, { limit: mostClaims });
  const money = useAsk(overview, {});
  useLiveRefresh(['memory.remembered', 'customers.made'], [counts, sources]);
  const error = known.error ?? told.error;
  if (error) return <Failed error={error} retry={() => void Promise.all([known.refetch(), told.refetch()])} />;
  // All at once, in its order: a number that something above it pushes is clicked beside.
  if (known.data === undefined || told.data === undefined || open.isPending || money.isPending) return <TextSkeleton />;
  const heard = told.data.sources.reduce((sum, source) => sum + source.remembered, 0);
  const sent = told.data.sources.reduce((sum, source) => sum + source.sent, 0);
  if (heard === 0 && known.data.known + known.data.pending === 0) return null;
  return (
    <>
      <ToLookAt sources={told.data.sources} />
      <Section title={t('home.glance')}>
        <Numbers customers={known.data} heard={heard} sent={sent} />
      </Section>
      <HouseMoney />
    </>
  );
}

interface NumbersProps {
  readonly customers: {
    readonly known: number;
    readonly pending: number;
    readonly unknown: number;
    readonly merged: number;
  };
  readonly heard: number;
  readonly sent: number;
}

function Numbers({ customers, heard, sent }: NumbersProps) {
  const { t } = useWords();
  const show = useShow();
  const all = customers.known + customers.pending;
  const period = t('home.sinceStart');
  return (
    <div className={classes.numbers}>
      <Figure
        label={t('home.known.label')}
        value={show.number(customers.known)}
        definition={t('home.known.means')}
        unit="customers"
        period={period}
        sample={t('home.known.sample', { count: all })}
        rows="/customers?state=known"
      />
      <Figure
        label={t('home.pending.label')}
        value={show.number(customers.pending)}
        definition={t('home.pending.means')}
        unit="customers"
        period={period}
        sample={t('home.known.sample', { count: all })}
        rows="/customers?state=pending"
      />
      <Figure
        label={t('home.merged.label')}
        value={show.number(customers.merged)}
        definition={t('home.merged.means')}
        unit="customers"
        period={period}
        sample={t('home.known.sample', { count: all })}
      />
      <Figure
        label={t('home.heard.label')}
        value={show.number(heard)}
        definition={t('home.heard.means')}
        unit="events"
        period={period}
        sample={t('home.heard.sample', { count: sent })}
        rows="/intake"
      />
    </div>
  );
}
