import type { WebRoom } from '../platform/room.ts';
import { Bell } from './bell.tsx';
import { LazyPreferences } from './lazy-preferences.tsx';
import { TodayList } from './today-list.tsx';
import { TodaySentence } from './today-sentence.tsx';

/** Today: what awaits the reader on everyone's home, what he was told behind the bell, and how he is told. */
export const todayRoom: WebRoom = {
  name: 'today',
  routes: [
    {
      path: '/team',
      title: 'today.team.title',
      access: 'customers.read',
      load: () => import('./team-page.tsx').then((page) => page.TeamPage),
    },
  ],
  slots: {
    'home.sentence': TodaySentence,
    'home.today': TodayList,
    'shell.told': Bell,
    'account.more': LazyPreferences,
  },
};
