import type { ReplyOf } from '../../shared/contract.ts';
import type { find } from '../../shared/customers.ts';
import type { Say } from '../platform/words.ts';

/** A customer as `customers.find` gives him, with what he was found by. */
export type FoundCustomer = ReplyOf<typeof find>['customers'][number];

/** What a customer is called on every page: by his name, else by a key ("Customer 16191"), else not yet. */
export function calledOf(t: Say, one: { readonly name: string | null; readonly key?: string | null }): string {
  if (one.name !== null) return one.name;
  const key = one.key ?? null;
  return key === null ? t('customers.noName') : t('customers.byKey', { key });
}

/** What tells a found customer from others of his name: what he was found by, a key, his town. */
export function aboutFound(one: FoundCustomer): string {
  const by = one.matched.includes(':') ? one.matched.slice(one.matched.indexOf(':') + 1) : null;
  const called = one.name ?? one.key;
  const parts = [by, one.key, one.city].filter((part) => part !== null && part !== '' && part !== called);
  return [...new Set(parts)].join(' · ');
}
