import { search } from '../../shared/memory.ts';
import { List } from '../parts/list.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { useAddress } from '../platform/place.ts';
import { useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { justAfter } from './excerpt.ts';
import { Corrected, type Hit, HitLine, withoutEchoes } from './hit-line.tsx';
import { storyAddress } from './story-address.ts';

/** What was found in one customer's whole history; a hit opens among its neighbours. */
export function FoundInStory({ customerId, find }: { readonly customerId: string; readonly find: string }) {
  const { t } = useWords();
  const [, setAddress] = useAddress(storyAddress);
  const found = useAskPages(
    search,
    (cursor) => ({ q: find, customer_id: customerId, limit: 30, ...(cursor === undefined ? {} : { cursor }) }),
    (reply) => reply.next,
    { keep: true },
  );
  if (found.error && !found.data) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <ListSkeleton />;
  const hits = withoutEchoes(found.data.pages.flatMap((page) => page.hits));
  const corrected = found.data.pages[0]?.corrected ?? null;
  const open = (hit: Hit) =>
    setAddress({
      find: undefined,
      event: hit.event_id,
      at: justAfter(hit.happened_at),
      channel: undefined,
      name: undefined,
    });
  return (
    <div aria-live="polite">
      <Corrected typed={find} corrected={corrected} />
      {hits.length === 0 ? (
        <Empty title={t('memory.search.none', { text: find })} sentence={t('memory.search.noneSentence')} />
      ) : (
        <List
          label={t('memory.search.events')}
          items={hits}
          keyOf={(hit) => hit.event_id}
          onOpen={open}
          row={(hit) => <HitLine hit={hit} />}
          more={{
            has: found.hasNextPage,
            busy: found.isFetchingNextPage,
            load: () => void found.fetchNextPage(),
          }}
        />
      )}
    </div>
  );
}
