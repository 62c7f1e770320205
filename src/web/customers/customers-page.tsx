import { Button, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type CustomerCard, list } from '../../shared/customers.ts';
import { calledOf } from '../parts/found-customer.ts';
import { ButtonTo } from '../parts/link.tsx';
import { News } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { KeyText, When } from '../parts/values.tsx';
import { useLiveCount } from '../platform/live.ts';
import { useAddress } from '../platform/place.ts';
import { useCan, useZone } from '../platform/session.ts';
import { useShow } from '../platform/show.ts';
import { useAskPages } from '../platform/use-ask.ts';
import { type Say, useWords } from '../platform/words.ts';
import { nameOf } from './country-names.ts';
import classes from './customers.module.css';
import { exportShown } from './export-shown.ts';
import { type ListAddress, listAddress, listInput, sorts, viewQuery } from './list-address.ts';
import { ListFilters } from './list-filters.tsx';
import { NewCustomer } from './new-customer.tsx';
import { StateCounts } from './state-counts.tsx';

/** Everyone we know: searched as one types, filtered by the address, opened by Enter. */
export function CustomersPage() {
  const { t } = useWords();
  const can = useCan();
  const zone = useZone();
  const [address, setAddress] = useAddress(listAddress);
  const asked = useAskPages(
    list,
    (cursor) => listInput(address, zone, cursor),
    (reply) => reply.next,
    { keep: true },
  );
  const news = useLiveCount(['customers.made']);
  const customers = asked.data?.pages.flatMap((page) => page.customers);
  const narrowed = viewQuery({ ...address, sort: undefined }) !== '';
  const emptyHouse = customers?.length === 0 && !narrowed;
  const fold = () => {
    news.fold();
    void asked.refetch();
  };
  return (
    <Page
      title={t('shell.nav.customers')}
      sentence={t('customers.list.sentence')}
      acts={
        <>
          <MoreActs customers={customers ?? []} />
          {can('customers.write') ? (
            <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAddress({ make: ' ' })}>
              {t('customers.make.act')}
            </Button>
          ) : null}
        </>
      }
    >
      {emptyHouse ? null : (
        <>
          <StateCounts />
          <ListFilters />
        </>
      )}
      <News count={news.count} fold={fold} />
      <Shown
        customers={customers}
        error={asked.error}
        retry={() => void asked.refetch()}
        narrowed={narrowed}
        more={{
          has: asked.hasNextPage,
          busy: asked.isFetchingNextPage,
          load: () => void asked.fetchNextPage(),
        }}
      />
      {address.make !== undefined && can('customers.write') ? (
        <NewCustomer name={address.make.trim()} onClose={() => setAddress({ make: undefined }, { replace: true })} />
      ) : null}
    </Page>
  );
}

interface ShownProps {
  readonly customers: readonly CustomerCard[] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  readonly narrowed: boolean;
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
}

function Shown({ customers, error, retry, narrowed, more }: ShownProps) {
  const { t, language } = useWords();
  const show = useShow();
  const [address, setAddress] = useAddress(listAddress);
  if (!customers) return error ? <Failed error={error} retry={retry} /> : <ListSkeleton rows={8} />;
  if (customers.length === 0) return narrowed ? <NoneSuch /> : <EmptyHouse />;
  return (
    <>
      <Table
        label={t('shell.nav.customers')}
        items={customers}
        keyOf={(one) => one.customer_id}
        to={(one) => `/customers/${one.customer_id}`}
        columns={columnsOf(t, language, show.number)}
        sort={{
          by: address.sort ?? 'last',
          down: (address.sort ?? 'last') !== 'name',
          choose: (by) => setAddress({ sort: sorts.find((sort) => sort === by) }),
        }}
        more={more}
      />
      <p className={classes.end}>{t('parts.list.rows', { count: customers.length })}</p>
    </>
  );
}

function columnsOf(
  t: Say,
  locale: string,
  number: (value: number) => string,
): readonly [Column<CustomerCard>, ...Column<CustomerCard>[]] {
  return [
    { id: 'name', head: t('customers.list.name'), cell: (one) => <Name one={one} />, sortable: true },
    {
      id: 'key',
      head: t('customers.list.key'),
      cell: (one) => <span className={classes.key}>{one.key === null ? null : <KeyText value={one.key} />}</span>,
    },
    {
      id: 'place',
      head: t('customers.list.place'),
      cell: (one) => placeOf(one, locale),
    },
    {
      id: 'language',
      head: t('customers.list.language'),
      cell: (one) => (one.language === null ? '' : nameOf(locale, 'language', one.language)),
      phone: 'none',
    },
    { id: 'events', head: t('customers.list.events'), cell: (one) => number(one.events), number: true, phone: 'none' },
    {
      id: 'last',
      head: t('customers.list.last'),
      cell: (one) =>
        one.last_at === null ? (
          <span className={classes.soft}>{t('customers.list.never')}</span>
        ) : (
          <When at={one.last_at} />
        ),
      number: true,
      phone: 'beside',
      sortable: true,
    },
    {
      id: 'made',
      head: t('customers.list.made'),
      cell: (one) => (
        <span className={classes.when}>
          <When at={one.made_at} as="date" />
        </span>
      ),
      number: true,
      phone: 'none',
      sortable: true,
    },
  ];
}

function placeOf(one: CustomerCard, locale: string): ReactNode {
  if (one.city !== null) return one.city;
  return one.country === null ? '' : nameOf(locale, 'region', one.country);
}

function Name({ one }: { readonly one: CustomerCard }) {
  const { t } = useWords();
  return (
    <>
      {one.name ?? <span className={classes.soft}>{calledOf(t, one)}</span>}
      {one.kind === 'organisation' ? <span className={classes.badge}>{t('customers.kind.organisation')}</span> : null}
      {one.state === 'known' || (one.state === 'unknown' && one.name === null && one.key === null) ? null : (
        <span className={classes.badge} data-tone="waiting">
          {t(`customers.state.${one.state}`)}
        </span>
      )}
    </>
  );
}

function MoreActs({ customers }: { readonly customers: readonly CustomerCard[] }) {
  const { t } = useWords();
  const can = useCan();
  if (!can('customers.export') || customers.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" aria-label={t('parts.act.more')} px="sm">
          <IconDots size={18} stroke={1.7} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} stroke={1.7} />} onClick={() => exportShown(customers, t)}>
          {t('customers.list.export', { count: customers.length })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function NoneSuch() {
  const { t } = useWords();
  const [, setAddress] = useAddress(listAddress);
  const all = () => {
    const nothing: ListAddress = {};
    setAddress({
      ...nothing,
      q: undefined,
      state: undefined,
      kind: undefined,
      language: undefined,
      country: undefined,
      since: undefined,
      until: undefined,
    });
  };
  return (
    <Empty
      title={t('customers.list.noneSuch')}
      sentence={t('customers.list.noneSuchSentence')}
      act={
        <Button variant="default" onClick={all}>
          {t('customers.list.showAll')}
        </Button>
      }
    />
  );
}

function EmptyHouse() {
  const { t } = useWords();
  const can = useCan();
  return (
    <Empty
      title={t('customers.empty.title')}
      sentence={
        <>
          {t('customers.empty.sentence')}
          <ul className={classes.ways}>
            <li>{t('customers.empty.import')}</li>
            <li>{t('customers.empty.sdk')}</li>
            <li>
              {t('customers.empty.demo')} <code>kept demo</code>
            </li>
          </ul>
        </>
      }
      act={can('intake.manage') ? <ButtonTo to="/intake/imports/new">{t('customers.empty.act')}</ButtonTo> : undefined}
    />
  );
}
