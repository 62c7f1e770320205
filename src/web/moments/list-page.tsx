import { Button, Menu } from '@mantine/core';
import { IconDots, IconDownload } from '@tabler/icons-react';
import type { ShownMoment } from '../../shared/moments-shown.ts';
import { list } from '../../shared/moments-views.ts';
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
import { exportMoments } from './export-moments.ts';
import { listAddress, listInput } from './list-address.ts';
import { ListFilters, useEverything } from './list-filters.tsx';
import { MomentLine } from './moment-line.tsx';
import { momentPath, useSaying } from './moment-words.ts';
import classes from './moments.module.css';
import { MomentsNav } from './moments-nav.tsx';

/** Moments one by one, words first: filtered by the address, opened by Enter, handed over as they are shown. */
export function MomentListPage() {
  const { t } = useWords();
  const can = useCan();
  const [address] = useAddress(listAddress);
  const asked = useAskPages(
    list,
    (cursor) => listInput(address, cursor),
    (reply) => reply.next,
    { keep: true },
  );
  const news = useLiveCount(['moments.changed']);
  const moments = asked.data?.pages.flatMap((page) => page.moments);
  const fold = () => {
    news.fold();
    void asked.refetch();
  };
  return (
    <Page
      title={address.sign === undefined ? t('moments.list.title') : t(`moments.list.titles.${address.sign}`)}
      sentence={t('moments.list.sentence')}
      above={<LinkTo to="/moments">{t('shell.nav.moments')}</LinkTo>}
      acts={
        can('customers.export') && moments !== undefined && moments.length > 0 ? <Export moments={moments} /> : null
      }
    >
      <MomentsNav />
      <ListFilters />
      <News count={news.count} fold={fold} />
      {moments === undefined ? (
        asked.error ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : (
          <ListSkeleton rows={8} />
        )
      ) : moments.length === 0 ? (
        <None />
      ) : (
        <>
          <List
            label={t('moments.list.title')}
            items={moments}
            keyOf={momentPath}
            to={momentPath}
            row={(one) => <MomentLine moment={one} />}
            more={{
              has: asked.hasNextPage,
              busy: asked.isFetchingNextPage,
              load: () => void asked.fetchNextPage(),
            }}
          />
          <p className={classes.end}>{t('parts.list.rows', { count: moments.length })}</p>
        </>
      )}
    </Page>
  );
}

function None() {
  const { t } = useWords();
  const everything = useEverything();
  return (
    <Empty
      title={t('moments.list.none')}
      sentence={t('moments.list.noneSentence')}
      act={
        <Button variant="default" onClick={everything}>
          {t('moments.list.everything')}
        </Button>
      }
    />
  );
}

function Export({ moments }: { readonly moments: readonly ShownMoment[] }) {
  const saying = useSaying();
  const { t } = saying;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" aria-label={t('parts.act.more')} px="sm" style={{ flex: '0 0 auto' }}>
          <IconDots size={18} stroke={1.7} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} stroke={1.7} />} onClick={() => exportMoments(moments, saying)}>
          {t('moments.list.export', { count: moments.length })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
