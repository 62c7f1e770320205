import type { CustomerCard } from '../../shared/customers.ts';
import { handOver } from '../parts/hand-over.ts';
import type { Say } from '../platform/words.ts';

/** Hands the customers that are shown over as a CSV file, made in the browser. */
export function exportShown(customers: readonly CustomerCard[], t: Say): void {
  const head = [
    t('customers.list.name'),
    t('customers.field.kind'),
    t('customers.list.state'),
    t('customers.list.key'),
    t('customers.list.language'),
    t('customers.list.country'),
    t('customers.list.city'),
    t('customers.list.events'),
    t('customers.list.last'),
    t('customers.list.made'),
    'customer_id',
  ];
  const rows = customers.map((one) => [
    one.name,
    t(`customers.kind.${one.kind}`),
    t(`customers.state.${one.state}`),
    one.key,
    one.language,
    one.country,
    one.city,
    one.events,
    one.last_at,
    one.made_at,
    one.customer_id,
  ]);
  handOver(head, rows);
}
