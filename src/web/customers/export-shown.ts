import type { CustomerCard } from '../../shared/customers.ts';
import { now } from '../platform/clock.ts';
import type { Say } from '../platform/words.ts';
import { csvOf } from './csv-rules.ts';

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
  const address = URL.createObjectURL(new Blob([csvOf(head, rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `kept-${now().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
