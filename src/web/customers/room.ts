import { IconUser, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { find } from '../../shared/customers.ts';
import { aboutFound, calledOf } from '../parts/found-customer.ts';
import { ask } from '../platform/ask.ts';
import type { Found, WebRoom } from '../platform/room.ts';
import type { Say } from '../platform/words.ts';
import { CustomerActs } from './customer-acts.tsx';
import { Told } from './told.tsx';

/** Customers: the list, making one by hand, and who he is on his own page. */
export const customersRoom: WebRoom = {
  name: 'customers',
  routes: [
    {
      path: '/customers',
      title: 'shell.nav.customers',
      access: 'customers.read',
      load: () => import('./customers-page.tsx').then((page) => page.CustomersPage),
    },
  ],
  navigation: [
    { to: '/customers', label: 'shell.nav.customers', icon: IconUsers, order: 20, access: 'customers.read' },
  ],
  commands: [
    {
      id: 'make-customer',
      label: 'customers.make.act',
      icon: IconUserPlus,
      access: 'customers.write',
      run: (go) => go('/customers?make=%20'),
    },
    {
      id: 'list-customers',
      label: 'customers.list.go',
      icon: IconUsers,
      keys: 'g c',
      access: 'customers.read',
      run: (go) => go('/customers'),
    },
  ],
  slots: { 'customer.acts': CustomerActs, 'customer.told': Told },
  search: findCustomers,
};

async function findCustomers(text: string, signal: AbortSignal, t: Say): Promise<readonly Found[]> {
  const { customers } = await ask(find, { q: text.slice(0, 200), limit: 6 }, { signal });
  return customers.map((one) => ({
    id: one.customer_id,
    label: calledOf(t, one),
    detail: aboutFound(one),
    icon: IconUser,
    to: `/customers/${one.customer_id}`,
  }));
}
