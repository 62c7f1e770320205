import { Button, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconPlus } from '@tabler/icons-react';
import type { ShownPromise } from '../../shared/promises-shown.ts';
import { list } from '../../shared/promises-views.ts';
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
import { exportPromises } from './export-promises.ts';
import { listAddress, listInput, narrowing } from './list-address.ts';
import { ListFilters, useEverything } from './list-filters.tsx';
import { openMaking } from './making.ts';
import classes from './page.module.css';
import { PromiseLine } from './promise-line.tsx';

/** Promises one by one: filtered by the address, opened by Enter, handed over as they are shown. */
export function PromiseListPage() {
  const { t } = useWords();
  const can = useCan();
  const [address] = useAddress(listAddress);
  const asked = useAskPages(
    list,
    (cursor) => listInput(address, cursor),
    (reply) => reply.next,
    { keep: true },
  );
  const news = useLiveCount(['promises.changed']);
  const promises = asked.data?.pages.flatMap((page) => page.promises);
  const fold = () => {
    news.fold();
    void asked.refetch();
  };
  return (
    <Page
      title={t(`promises.list.title.${address.which ?? 'open'}`)}
      sentence={t(`promises.list.sentence.${address.which ?? 'open'}`)}
      above={<LinkTo to="/promises">{t('shell.nav.promises')}</LinkTo>}
      acts={
        <>
          {can('customers.export') && promises !== undefined && promises.length > 0 ? (
            <Export promises={promises} />
          ) : null}
          {can('promises.make') ? (
            <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => openMaking()}>
              {t('promises.make.act')}
            </Button>
          ) : null}
        </>
      }
    >
      <ListFilters />
      <News count={news.count} fold={fold} />
      {promises === undefined ? (
        asked.error ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : (
          <ListSkeleton rows={8} />
        )
      ) : (
        <Rows
          promises={promises}
          more={{
            has: asked.hasNextPage,
            busy: asked.isFetchingNextPage,
            load: () => void asked.fetchNextPage(),
          }}
        />
      )}
    </Page>
  );
}

interface RowsProps {
  readonly promises: readonly ShownPromise[];
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
}

function Rows({ promises, more }: RowsProps) {
  const { t } = useWords();
  const [address] = useAddress(listAddress);
  if (promises.length === 0) return <None />;
  return (
    <>
      <List
        label={t(`promises.list.title.${address.which ?? 'open'}`)}
        items={promises}
        keyOf={(one) => `${one.customer_id} ${one.promise_id}`}
        to={(one) => `/promises/${one.customer_id}/${one.promise_id}`}
        row={(one) => <PromiseLine promise={one} />}
        more={more}
      />
      <p className={classes.end}>{t('parts.list.rows', { count: promises.length })}</p>
    </>
  );
}

function None() {
  const { t } = useWords();
  const [address] = useAddress(listAddress);
  const everything = useEverything();
  const narrowed = narrowing.some((name) => address[name] !== undefined);
  return narrowed ? (
    <Empty
      title={t('promises.list.noneSuch')}
      sentence={t('promises.list.noneSuchSentence')}
      act={
        <Button variant="default" onClick={everything}>
          {t('promises.list.everything')}
        </Button>
      }
    />
  ) : (
    <Empty title={t(`promises.list.none.${address.which ?? 'open'}`)} sentence={t('promises.list.noneSentence')} />
  );
}

function Export({ promises }: { readonly promises: readonly ShownPromise[] }) {
  const { t } = useWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" aria-label={t('parts.act.more')} px="sm" style={{ flex: '0 0 auto' }}>
          <IconDots size={18} stroke={1.7} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} stroke={1.7} />} onClick={() => exportPromises(promises, t)}>
          {t('promises.list.export', { count: promises.length })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
