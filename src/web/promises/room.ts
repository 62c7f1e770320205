import { IconHandStop, IconListCheck } from '@tabler/icons-react';
import { list } from '../../shared/promises-views.ts';
import { ask } from '../platform/ask.ts';
import type { WebRoom } from '../platform/room.ts';
import { PromisesBetween } from './between.tsx';
import { CustomerPromise } from './customer-promise.tsx';
import { PromiseHeard } from './heard.tsx';
import { MakeFrame } from './make-frame.tsx';
import { openMaking } from './making.ts';
import { NextPromise } from './next-promise.tsx';

/** Promises: how the company keeps its word, each promise by itself, and the making of one anywhere. */
export const promisesRoom: WebRoom = {
  name: 'promises',
  routes: [
    {
      path: '/promises',
      title: 'shell.nav.promises',
      access: 'customers.read',
      load: () => import('./promises-page.tsx').then((page) => page.PromisesPage),
    },
    {
      path: '/promises/list',
      title: 'shell.nav.promises',
      access: 'customers.read',
      load: () => import('./list-page.tsx').then((page) => page.PromiseListPage),
    },
    {
      path: '/promises/unread',
      title: 'shell.nav.promises',
      access: 'customers.read',
      load: () => import('./unread-page.tsx').then((page) => page.UnreadPage),
    },
    {
      path: '/promises/$customer_id/$promise_id',
      title: 'promises.one.word',
      access: 'customers.read',
      load: () => import('./promise-page.tsx').then((page) => page.PromisePage),
    },
  ],
  navigation: [
    { to: '/promises', label: 'shell.nav.promises', icon: IconHandStop, order: 30, access: 'customers.read' },
  ],
  commands: [
    {
      id: 'make-promise',
      label: 'promises.make.act',
      icon: IconHandStop,
      keys: 'p',
      access: 'promises.make',
      run: () => openMaking(),
    },
    {
      id: 'note-expectation',
      label: 'promises.between.expect',
      access: 'promises.make',
      run: () => openMaking({ side: 'expectation' }),
    },
    {
      id: 'late-promises',
      label: 'promises.list.title.late',
      icon: IconListCheck,
      access: 'customers.read',
      run: (go) => go('/promises/list?which=late'),
    },
    {
      id: 'list-promises',
      label: 'promises.page.go',
      icon: IconListCheck,
      keys: 'g p',
      access: 'customers.read',
      run: (go) => go('/promises'),
    },
  ],
  firstSteps: [
    {
      id: 'promise',
      order: 70,
      title: 'promises.step.title',
      sentence: 'promises.step.sentence',
      to: '/promises?make=yes',
      access: 'promises.make',
      done: hasPromised,
    },
  ],
  slots: {
    over: MakeFrame,
    'customer.acts': CustomerPromise,
    'customer.head': NextPromise,
    'customer.promises': PromisesBetween,
    'capture.words': PromiseHeard,
  },
};

async function hasPromised(): Promise<boolean> {
  const open = await ask(list, { which: 'open', limit: 1 });
  if (open.promises.length > 0) return true;
  return (await ask(list, { which: 'settled', limit: 1 })).promises.length > 0;
}
