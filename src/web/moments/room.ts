import { IconHeartHandshake, IconMapPin, IconScale, IconStars } from '@tabler/icons-react';
import type { WebRoom } from '../platform/room.ts';
import { LazyAccountHead, LazyStoryMoment } from './lazy-slots.tsx';

/** Moments: how each contact was, what a customer is owed, and what repairs a bad one. */
export const momentsRoom: WebRoom = {
  name: 'moments',
  routes: [
    {
      path: '/moments',
      title: 'shell.nav.moments',
      access: 'customers.read',
      load: () => import('./map-page.tsx').then((page) => page.MapPage),
    },
    {
      path: '/moments/list',
      title: 'moments.list.title',
      access: 'customers.read',
      load: () => import('./list-page.tsx').then((page) => page.MomentListPage),
    },
    {
      path: '/moments/recoveries',
      title: 'moments.repair.listTitle',
      access: 'customers.read',
      load: () => import('./recoveries-page.tsx').then((page) => page.RecoveriesPage),
    },
    {
      path: '/moments/accounts',
      title: 'moments.account.listTitle',
      access: 'customers.read',
      load: () => import('./accounts-page.tsx').then((page) => page.AccountsPage),
    },
    {
      path: '/moments/touchpoints',
      title: 'moments.places.title',
      access: 'customers.read',
      load: () => import('./touchpoints-page.tsx').then((page) => page.TouchpointsPage),
    },
    {
      path: '/moments/$customer_id/$moment_id',
      title: 'moments.one.word',
      access: 'customers.read',
      load: () => import('./moment-page.tsx').then((page) => page.MomentPage),
    },
    {
      path: '/customers/$customer_id/moments',
      title: 'moments.account.open',
      access: 'customers.read',
      load: () => import('./account-page.tsx').then((page) => page.AccountPage),
    },
    {
      path: '/settings/moments',
      title: 'moments.ways.title',
      access: 'customers.read',
      load: () => import('./settings-page.tsx').then((page) => page.MomentSettingsPage),
    },
  ],
  navigation: [{ to: '/moments', label: 'shell.nav.moments', icon: IconStars, order: 35, access: 'customers.read' }],
  commands: [
    {
      id: 'moments',
      label: 'moments.nav.go',
      icon: IconStars,
      keys: 'g m',
      access: 'customers.read',
      run: (go) => go('/moments'),
    },
    {
      id: 'bad-moments',
      label: 'moments.nav.goBad',
      icon: IconStars,
      access: 'customers.read',
      run: (go) => go('/moments/list?sign=bad'),
    },
    {
      id: 'recoveries',
      label: 'moments.nav.goRepair',
      icon: IconHeartHandshake,
      keys: 'g r',
      access: 'customers.read',
      run: (go) => go('/moments/recoveries'),
    },
    {
      id: 'accounts',
      label: 'moments.nav.goOwed',
      icon: IconScale,
      access: 'customers.read',
      run: (go) => go('/moments/accounts'),
    },
    {
      id: 'touchpoints',
      label: 'moments.places.title',
      icon: IconMapPin,
      access: 'customers.read',
      run: (go) => go('/moments/touchpoints'),
    },
  ],
  slots: { 'customer.head': LazyAccountHead, 'story.entry': LazyStoryMoment },
};
