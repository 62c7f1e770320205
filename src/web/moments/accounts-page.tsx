import { SegmentedControl } from '@mantine/core';
import { z } from 'zod';
import type { ReplyOf } from '../../shared/contract.ts';
import { accountLists, accounts } from '../../shared/moments-views.ts';
import { Balance } from '../parts/account-strip.tsx';
import { LinkTo } from '../parts/link.tsx';
import { List, News } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { useLiveCount } from '../platform/live.ts';
import { useAddress } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './moments.module.css';
import { MomentsNav } from './moments-nav.tsx';

const address = z.object({ which: z.enum(accountLists).optional() });
type Listed = ReplyOf<typeof accounts>['accounts'][number];

/** Whom we owe good moments, who is being forgotten, whom one bad moment lost. */
export function AccountsPage() {
  const { t } = useWords();
  const [{ which = 'owed' }, setAddress] = useAddress(address);
  const asked = useAskPages(
    accounts,
    (cursor) => ({ which, limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
    (reply) => reply.next,
    { keep: true },
  );
  const news = useLiveCount(['moments.changed']);
  const shown = asked.data?.pages.flatMap((page) => page.accounts);
  const total = asked.data?.pages[0]?.total ?? undefined;
  const fold = () => {
    news.fold();
    void asked.refetch();
  };
  return (
    <Page
      title={t('moments.account.listTitle')}
      sentence={t(`moments.account.listSentence.${which}`)}
      above={<LinkTo to="/moments">{t('shell.nav.moments')}</LinkTo>}
    >
      <MomentsNav />
      <SegmentedControl
        mb="md"
        aria-label={t('moments.account.which.label')}
        value={which}
        onChange={(value) => setAddress({ which: accountLists.find((one) => one === value && one !== 'owed') })}
        data={accountLists.map((one) => ({ value: one, label: t(`moments.account.which.${one}`) }))}
      />
      <News count={news.count} fold={fold} />
      {shown === undefined ? (
        asked.error ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : (
          <ListSkeleton rows={8} />
        )
      ) : shown.length === 0 ? (
        <Empty title={t(`moments.account.empty.${which}`)} sentence={t(`moments.account.emptySentence.${which}`)} />
      ) : (
        <>
          {total === undefined ? null : (
            <p className={classes.end}>
              {total.more
                ? t('moments.account.totalMore', { count: total.customers })
                : t('moments.account.total', { count: total.customers })}
            </p>
          )}
          <List
            label={t('moments.account.listTitle')}
            items={shown}
            keyOf={(one) => one.customer_id}
            to={(one) => `/customers/${one.customer_id}/moments`}
            row={(one) => <AccountLine account={one} />}
            more={{
              has: asked.hasNextPage,
              busy: asked.isFetchingNextPage,
              load: () => void asked.fetchNextPage(),
            }}
          />
        </>
      )}
    </Page>
  );
}

function AccountLine({ account }: { readonly account: Listed }) {
  const { t } = useWords();
  const show = useShow();
  const { positive: good, indifferent, negative: bad } = account;
  const when =
    account.left_on !== null
      ? t('moments.account.left', { date: show.date(account.left_on) })
      : account.last_negative_at !== null
        ? `${t('moments.account.lastBad')} ${show.relative(account.last_negative_at)}`
        : account.last_at === null
          ? undefined
          : `${t('moments.account.last')} ${show.relative(account.last_at)}`;
  const about = [t('moments.account.counts', { good, indifferent, bad }), when].filter((one) => one !== undefined);
  return (
    <span className={classes.line}>
      <span className={classes.lineWords}>
        <strong>{account.customer ?? t('customers.noName')}</strong>
        <span className={classes.lineAbout}>{about.join(' · ')}</span>
      </span>
      <span className={classes.lineEnd}>
        <Balance balance={account.balance} />
      </span>
    </span>
  );
}
