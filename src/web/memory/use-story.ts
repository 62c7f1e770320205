import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { recall, type TimelineEvent, timeline } from '../../shared/memory.ts';
import { useCell } from '../platform/cell.ts';
import { onLive, reload } from '../platform/live.ts';
import type { Refused } from '../platform/refused.ts';
import { asRefused } from '../platform/refused.ts';
import { useZone } from '../platform/session.ts';
import { keyOf, useAskPages } from '../platform/use-ask.ts';
import { ownWrites } from './own-writes.ts';
import { isNarrowed, type StoryAddress, timelineInput } from './story-address.ts';
import { joined } from './story-rules.ts';

export type Recalled = ReplyOf<typeof recall>;

/** How many events come with the brief. */
export const firstPiece = 50;

/** The question that a customer's page begins with. */
export function recallInput(customerId: string) {
  return { customer_id: customerId, limit: firstPiece };
}

export interface Story {
  readonly events: readonly TimelineEvent[];
  readonly busy: boolean;
  readonly error: Refused | undefined;
  readonly retry: () => void;
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
  /** How many happened since the story was shown, and the way to fold them in. */
  readonly news: number;
  readonly fold: () => void;
}

/**
 * The story as it is read: it begins with what came with the brief, goes on page by page, and stays still while new
 * events come, until the reader folds them in. What he wrote himself is folded in at once.
 */
export function useStory(recalled: Recalled, members: readonly string[], address: StoryAddress): Story {
  const customerId = recalled.brief.customer_id;
  const zone = useZone();
  const narrowed = isNarrowed(address);
  const [base, setBase] = useState(recalled);
  const [wanted, setWanted] = useState(false);
  // Joined or parted: it is another story now, and shown at once.
  if (recalled.brief.members !== base.brief.members) setBase(recalled);
  const client = useQueryClient();
  const whole = useAskPages(
    timeline,
    (cursor) => ({ customer_id: customerId, limit: firstPiece, cursor: cursor ?? base.next ?? undefined }),
    (reply) => reply.next,
    { when: !narrowed && wanted && base.next !== null },
  );
  const part = useAskPages(
    timeline,
    (cursor) => timelineInput(customerId, address, zone, cursor),
    (reply) => reply.next,
    { when: narrowed && address.find === undefined, keep: true },
  );
  const { refetch } = part;
  const refold = useCallback(async () => {
    const key = keyOf(recall, recallInput(customerId));
    await client.refetchQueries({ queryKey: key, exact: true });
    const fresh = client.getQueryData<Recalled>(key);
    if (fresh) setBase(fresh);
    if (narrowed) await refetch();
  }, [client, customerId, narrowed, refetch]);
  const { count, clear } = useNews(members, () => fold());
  const fold = useCallback(() => {
    clear();
    void refold();
  }, [clear, refold]);
  useOwnWrites(fold);

  const asked = narrowed ? part : whole;
  const { data } = asked;
  const events = useMemo(() => {
    const pages = (data?.pages ?? []).map((page) => page.events);
    return narrowed ? joined(...pages) : joined(base.events, ...pages);
  }, [narrowed, base, data]);
  const load = () => {
    if (!narrowed && !wanted) setWanted(true);
    else if (asked.hasNextPage && !asked.isFetching) void asked.fetchNextPage();
  };
  return {
    events,
    busy: narrowed && part.isPending,
    error: asked.error ? asRefused(asked.error) : undefined,
    retry: () => void asked.refetch(),
    more: {
      has: narrowed || wanted ? asked.hasNextPage || asked.isPending : base.next !== null,
      busy: asked.isFetchingNextPage || (wanted && asked.isLoading),
      load,
    },
    news: count,
    fold,
  };
}

/** Counts what was remembered of any of these customers, who are one; `again` when it has to be looked at anew. */
function useNews(members: readonly string[], again: () => void): { count: number; clear: () => void } {
  const [count, setCount] = useState(0);
  const told = useEffectEvent((ids: readonly string[]) => {
    setCount((old) => old + ids.filter((id) => members.includes(id)).length);
  });
  const lookAgain = useEffectEvent(again);
  useEffect(() => {
    const stops = [onLive('memory.remembered', (ids) => told(ids)), onLive(reload, () => lookAgain())];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const clear = useCallback(() => setCount(0), []);
  return { count, clear };
}

function useOwnWrites(fold: () => void): void {
  const writes = useCell(ownWrites);
  const seen = useRef(writes);
  useEffect(() => {
    if (seen.current === writes) return;
    seen.current = writes;
    fold();
    const again = setTimeout(fold, 1500);
    return () => clearTimeout(again);
  }, [writes, fold]);
}
