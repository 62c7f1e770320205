import { useEffect, useState } from 'react';
import { type Found, useRooms } from '../platform/room.ts';
import { useWords } from '../platform/words.ts';

export interface SearchState {
  readonly items: readonly Found[];
  readonly state: 'idle' | 'busy' | 'failed';
}

const idle: SearchState = { items: [], state: 'idle' };

/** Asks every room that can search, 150 ms after the last key; answers to older texts are dropped. */
export function useSearch(text: string): SearchState {
  const rooms = useRooms();
  const { t } = useWords();
  const [result, setResult] = useState<SearchState>(idle);
  useEffect(() => {
    const wanted = text.trim();
    const searches = rooms.flatMap((room) => (room.search ? [room.search] : []));
    if (wanted === '' || searches.length === 0) return setResult(idle);
    const stop = new AbortController();
    setResult((old) => ({ items: old.items, state: 'busy' }));
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(searches.map((search) => search(wanted, stop.signal, t)));
      if (stop.signal.aborted) return;
      const items = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
      setResult({ items, state: answers.some((answer) => answer.status === 'rejected') ? 'failed' : 'idle' });
    }, 150);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, rooms, t]);
  return result;
}
