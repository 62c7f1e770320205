import type { ReplyOf } from '../../shared/contract.ts';
import type { find } from '../../shared/customers.ts';

/** A customer as `customers.find` gives him, with what he was found by. */
export type FoundCustomer = ReplyOf<typeof find>['customers'][number];

/** What tells a found customer from others of his name: what he was found by, a key, his town. */
export function aboutFound(one: FoundCustomer): string {
  const by = one.matched.includes(':') ? one.matched.slice(one.matched.indexOf(':') + 1) : null;
  const parts = [by, one.key, one.city].filter((part) => part !== null && part !== '' && part !== one.name);
  return [...new Set(parts)].join(' · ');
}
