import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { find, show as showCustomer } from '../../shared/customers.ts';
import { search } from '../../shared/memory.ts';
import { id } from '../../shared/scalars.ts';
import { aboutFound, calledOf } from '../parts/found-customer.ts';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Answer, Empty, Failed } from '../parts/states.tsx';
import { useAddress } from '../platform/place.ts';
import { useAsk, useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { justAfter } from './excerpt.ts';
import { Corrected, type Hit, HitLine, withoutEchoes } from './hit-line.tsx';
import classes from './search.module.css';
import story from './story.module.css';

const searchAddress = z.object({ q: z.string().max(200).optional(), customer: id.optional() });

/** Searches customers and the whole history in one page; within one customer where the address names him. */
export function SearchPage() {
  const { t } = useWords();
  const [address, setAddress] = useAddress(searchAddress);
  const [text, setText] = useState(address.q ?? '');
  const later = useDebouncedCallback((q: string) => setAddress({ q: q || undefined }, { replace: true }), 200);
  const q = address.q?.trim() ?? '';
  useEffect(() => {
    setText((old) => (old.trim() === (address.q ?? '') ? old : (address.q ?? '')));
  }, [address.q]);
  return (
    <Page title={t('memory.search.title')} sentence={t('memory.search.sentence')}>
      <TextInput
        className={classes.field}
        size="md"
        type="search"
        data-search
        autoFocus
        aria-label={t('memory.search.title')}
        placeholder={t('memory.search.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.7} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          later(event.currentTarget.value.trim());
        }}
      />
      {address.customer === undefined ? null : (
        <Within customerId={address.customer} onLeave={() => setAddress({ customer: undefined })} />
      )}
      {q === '' ? <Empty title={t('memory.search.start')} sentence={t('memory.search.startSentence')} /> : null}
      {q !== '' && address.customer === undefined ? <Customers q={q} /> : null}
      {q === '' ? null : <Events q={q} customerId={address.customer} />}
    </Page>
  );
}

function Within({ customerId, onLeave }: { readonly customerId: string; readonly onLeave: () => void }) {
  const { t } = useWords();
  const known = useAsk(showCustomer, { customer_id: customerId });
  const name = known.data?.name ?? t('customers.noName');
  return (
    <p className={story.pills}>
      <button type="button" className={story.pill} onClick={onLeave}>
        {t('memory.search.within', { name })}
        <IconX size={13} stroke={2} aria-hidden="true" />
      </button>
    </p>
  );
}

function Customers({ q }: { readonly q: string }) {
  const { t } = useWords();
  const found = useAsk(find, { q, limit: 6 }, { keep: true });
  return (
    <Section title={t('memory.search.customers')}>
      <Answer of={found} skeleton={<ListSkeleton rows={2} />}>
        {({ customers }) =>
          customers.length === 0 ? (
            <p className={classes.detail}>{t('memory.search.noCustomers')}</p>
          ) : (
            <List
              label={t('memory.search.customers')}
              items={customers}
              keyOf={(one) => one.customer_id}
              to={(one) => `/customers/${one.customer_id}`}
              row={(one) => (
                <span className={classes.customer}>
                  <strong>{calledOf(t, one)}</strong>
                  <span className={classes.detail}>{aboutFound(one)}</span>
                </span>
              )}
            />
          )
        }
      </Answer>
    </Section>
  );
}

function Events({ q, customerId }: { readonly q: string; readonly customerId: string | undefined }) {
  const { t } = useWords();
  const found = useAskPages(
    search,
    (cursor) => ({
      q,
      limit: 30,
      ...(customerId === undefined ? {} : { customer_id: customerId }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
    (reply) => reply.next,
    { keep: true },
  );
  const hits = withoutEchoes((found.data?.pages ?? []).flatMap((page) => page.hits));
  return (
    <Section title={t('memory.search.events')}>
      <Corrected typed={q} corrected={found.data?.pages[0]?.corrected ?? null} />
      {found.error && !found.data ? <Failed error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending && !found.error ? <ListSkeleton rows={4} /> : null}
      {found.data && hits.length === 0 ? (
        <Empty title={t('memory.search.none', { text: q })} sentence={t('memory.search.noneSentence')} />
      ) : null}
      {hits.length > 0 ? (
        <List
          label={t('memory.search.events')}
          items={hits}
          keyOf={(hit) => hit.event_id}
          to={placeOf}
          row={(hit) => <HitLine hit={hit} whose />}
          more={{ has: found.hasNextPage, busy: found.isFetchingNextPage, load: () => void found.fetchNextPage() }}
        />
      ) : null}
    </Section>
  );
}

/** Where a hit stands: in its customer's story, among its neighbours. */
export function placeOf(hit: Pick<Hit, 'customer_id' | 'event_id' | 'happened_at'>): string {
  const at = encodeURIComponent(justAfter(hit.happened_at));
  return `/customers/${hit.customer_id}?event=${hit.event_id}&at=${at}`;
}
