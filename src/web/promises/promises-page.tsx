import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { days, overview, rates } from '../../shared/promises-rates.ts';
import { list } from '../../shared/promises-views.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { Page } from '../parts/page.tsx';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useAddress } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { Calendar } from './calendar.tsx';
import { Headline } from './headline.tsx';
import { LateNow } from './late-now.tsx';
import { openMaking } from './making.ts';
import { Matrix } from './matrix.tsx';
import { OverTime } from './over-time.tsx';
import classes from './page.module.css';
import { PeriodChoice, pageAddress, usePeriod } from './period.tsx';
import { RatesBy } from './rates-by.tsx';
import { Reasons } from './reasons.tsx';
import type { Overview } from './shown.ts';

/** How the company keeps its word: the rate, what is late, the days to come, who breaks what, and why. */
export function PromisesPage() {
  const { t } = useWords();
  const can = useCan();
  const { since, until } = usePeriod();
  const [address, setAddress] = useAddress(pageAddress);
  const asked = useAsk(overview, { since, until }, { keep: true });
  useLiveRefresh(['promises.changed'], [overview, days, rates, list]);
  const makes = can('promises.make');
  const wanted = address.make !== undefined && makes;
  useEffect(() => {
    if (!wanted) return;
    openMaking();
    setAddress({ make: undefined }, { replace: true });
  }, [wanted, setAddress]);
  return (
    <Page
      width="wide"
      title={t('shell.nav.promises')}
      sentence={t('promises.page.sentence')}
      acts={
        <>
          <PeriodChoice />
          <ButtonTo to="/promises/list" variant="default">
            {t('promises.page.list')}
          </ButtonTo>
          {makes ? (
            <Button
              leftSection={<IconPlus size={16} stroke={2} />}
              rightSection={<KeyHint keys="p" />}
              onClick={() => openMaking()}
            >
              {t('promises.make.act')}
            </Button>
          ) : null}
        </>
      }
    >
      <Answer of={asked} skeleton={<TextSkeleton lines={6} />}>
        {(told) => (isEmpty(told) ? <NothingYet /> : <Told told={told} />)}
      </Answer>
      <nav className={classes.further} aria-label={t('promises.page.further')}>
        <LinkTo to="/promises/standing">{t('promisesStanding.title')}</LinkTo>
        <LinkTo to="/promises/partners">{t('promisesOutside.partners.title')}</LinkTo>
        <LinkTo to="/our-promises">{t('promisesPublic.page.title')}</LinkTo>
      </nav>
    </Page>
  );
}

function Told({ told }: { readonly told: Overview }) {
  return (
    <>
      <Headline told={told} />
      {told.late > 0 ? <LateNow count={told.late} /> : null}
      <Calendar />
      <OverTime told={told} />
      <Matrix told={told} />
      <Reasons told={told} />
      <RatesBy />
    </>
  );
}

/** True where nobody was promised anything yet, in the period or to come. */
function isEmpty({
  kept,
  exceeded,
  broken,
  open,
  late,
  released,
  renegotiated,
  found,
  unexpected,
  unread,
}: Overview): boolean {
  const settled = kept + exceeded + broken + released + renegotiated;
  return settled + open + late + found + unexpected + unread === 0;
}

function NothingYet() {
  const { t } = useWords();
  const can = useCan();
  const future = useAsk(list, { which: 'open', limit: 1 });
  const past = useAsk(list, { which: 'settled', limit: 1 });
  if (future.isPending || past.isPending) return null;
  if ((future.data?.promises.length ?? 0) > 0) return <Calendar />;
  if ((past.data?.promises.length ?? 0) > 0) {
    return <Empty title={t('promises.empty.older')} sentence={t('promises.empty.olderSentence')} />;
  }
  return (
    <Empty
      title={t('promises.empty.title')}
      sentence={
        <>
          {t('promises.empty.sentence')}
          <ul>
            <li>{t('promises.empty.hand')}</li>
            <li>{t('promises.empty.words')}</li>
            <li>{t('promises.empty.systems')}</li>
          </ul>
        </>
      }
      act={can('promises.make') ? <Button onClick={() => openMaking()}>{t('promises.make.act')}</Button> : undefined}
    />
  );
}
