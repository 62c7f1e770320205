import { Button, SegmentedControl } from '@mantine/core';
import { z } from 'zod';
import { recoveries, recoveryLists, type ShownRecovery } from '../../shared/moments-recovery.ts';
import { LinkTo } from '../parts/link.tsx';
import { List, News } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { useLiveCount } from '../platform/live.ts';
import { useAddress } from '../platform/place.ts';
import { useCan } from '../platform/session.ts';
import { useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './moments.module.css';
import { MomentsNav } from './moments-nav.tsx';
import { useOwning } from './recovery-buttons.tsx';
import { RecoveryLine } from './recovery-line.tsx';

const address = z.object({ which: z.enum(recoveryLists).optional() });

/** Bad moments to repair: those that go on, the next to be answered for first; mine; those that ended. Live. */
export function RecoveriesPage() {
  const { t } = useWords();
  const can = useCan();
  const [{ which = 'going' }, setAddress] = useAddress(address);
  const asked = useAskPages(
    recoveries,
    (cursor) => ({ which, limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
    (reply) => reply.next,
    { keep: true },
  );
  const news = useLiveCount(['moments.recovery-changed']);
  const shown = asked.data?.pages.flatMap((page) => page.recoveries);
  const fold = () => {
    news.fold();
    void asked.refetch();
  };
  return (
    <Page
      title={t('moments.repair.listTitle')}
      sentence={t('moments.repair.listSentence')}
      above={<LinkTo to="/moments">{t('shell.nav.moments')}</LinkTo>}
    >
      <MomentsNav />
      <SegmentedControl
        mb="md"
        aria-label={t('moments.repair.which.label')}
        value={which}
        onChange={(value) => setAddress({ which: recoveryLists.find((one) => one === value && one !== 'going') })}
        data={recoveryLists.map((one) => ({ value: one, label: t(`moments.repair.which.${one}`) }))}
      />
      <News count={news.count} fold={fold} />
      {shown === undefined ? (
        asked.error ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : (
          <ListSkeleton rows={6} />
        )
      ) : shown.length === 0 ? (
        <Empty title={t(`moments.repair.empty.${which}`)} sentence={t(`moments.repair.emptySentence.${which}`)} />
      ) : (
        <>
          <List
            label={t('moments.repair.listTitle')}
            items={shown}
            keyOf={(one) => `${one.customer_id} ${one.recovery_id}`}
            to={(one) => `/moments/${one.customer_id}/${one.recovery_id}`}
            row={(one) => <RecoveryLine recovery={one} />}
            acts={(one) => (one.state === 'open' && can('customers.write') ? <Take recovery={one} /> : null)}
            more={{
              has: asked.hasNextPage,
              busy: asked.isFetchingNextPage,
              load: () => void asked.fetchNextPage(),
            }}
          />
          <p className={classes.end}>{t('parts.list.rows', { count: shown.length })}</p>
        </>
      )}
    </Page>
  );
}

function Take({ recovery }: { readonly recovery: ShownRecovery }) {
  const { t } = useWords();
  const taking = useOwning(recovery);
  return (
    <Button
      variant="light"
      size="sm"
      loading={taking.busy}
      aria-label={`${t('moments.repair.act.own')}: ${recovery.customer ?? t('customers.noName')}`}
      onClick={taking.own}
    >
      {t('moments.repair.act.own')}
    </Button>
  );
}
