import { IconListSearch, IconMessageCircle, IconSearch } from '@tabler/icons-react';
import { search } from '../../shared/memory.ts';
import { calledOf } from '../parts/found-customer.ts';
import { ask } from '../platform/ask.ts';
import type { Found, WebRoom } from '../platform/room.ts';
import type { Say } from '../platform/words.ts';
import { BriefBeside } from './brief-beside.tsx';
import { justAfter, plainOf, tidyOf } from './excerpt.ts';
import { LazyCapture } from './lazy-capture.tsx';

/** Memory: the customer's page with his story, quick capture, and search over everything that was ever said. */
export const memoryRoom: WebRoom = {
  name: 'memory',
  routes: [
    {
      path: '/customers/$customer_id',
      title: 'customers.one.title',
      access: 'customers.read',
      load: () => import('./customer-page.tsx').then((page) => page.CustomerPage),
    },
    {
      path: '/search',
      title: 'memory.search.title',
      access: 'customers.read',
      load: () => import('./search-page.tsx').then((page) => page.SearchPage),
    },
  ],
  commands: [
    {
      id: 'search',
      label: 'memory.search.command',
      icon: IconSearch,
      keys: 'g s',
      access: 'customers.read',
      run: (go) => go('/search'),
    },
  ],
  slots: { capture: LazyCapture, 'today.beside': BriefBeside },
  search: findEvents,
};

async function findEvents(text: string, signal: AbortSignal, t: Say): Promise<readonly Found[]> {
  const { hits, corrected } = await ask(search, { q: text.slice(0, 200), limit: 5 }, { signal });
  const events = hits.map((hit) => ({
    id: hit.event_id,
    label: plainOf(tidyOf(hit.excerpt, hit.name)).slice(0, 90),
    detail: calledOf(t, { name: hit.customer_name, key: hit.customer_key }),
    icon: IconMessageCircle,
    to: `/customers/${hit.customer_id}?event=${hit.event_id}&at=${encodeURIComponent(justAfter(hit.happened_at))}`,
  }));
  const words = corrected ?? text;
  return [
    ...events,
    {
      id: 'search-all',
      label: t('memory.search.everything', { text: words }),
      icon: IconListSearch,
      to: `/search?q=${encodeURIComponent(text)}`,
    },
  ];
}
