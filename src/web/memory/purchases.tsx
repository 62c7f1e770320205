import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { purchases } from '../../shared/memory.ts';
import { minorMoney } from '../parts/minor-money.ts';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Failed } from '../parts/states.tsx';
import { Money, When } from '../parts/values.tsx';
import { useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './customer.module.css';

type Purchase = ReplyOf<typeof purchases>['purchases'][number];

/** What he bought and gave back, newest first; each opens to its lines. */
export function Purchases({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const asked = useAskPages(
    purchases,
    (cursor) => ({
      customer_id: customerId,
      limit: cursor === undefined ? 5 : 20,
      ...(cursor === undefined ? {} : { cursor }),
    }),
    (reply) => reply.next,
  );
  if (asked.error && !asked.data) return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  if (!asked.data) return <TextSkeleton />;
  const all = asked.data.pages.flatMap((page) => page.purchases);
  if (all.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{t('memory.between.purchases')}</h3>
      <ul className={classes.purchases}>
        {all.map((one) => (
          <OnePurchase key={one.purchase_id} one={one} />
        ))}
      </ul>
      {asked.hasNextPage ? (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {t('parts.list.more')}
        </Button>
      ) : null}
    </section>
  );
}

function OnePurchase({ one }: { readonly one: Purchase }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const names = one.lines.map((line) => line.name ?? line.product ?? '').filter((name) => name !== '');
  return (
    <li data-state={one.state}>
      <button type="button" className={classes.purchase} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.purchaseWhat}>
          <When at={one.purchased_on} as="date" />
          <span className={classes.purchaseNames}>
            {one.kind === 'return' ? `${t('memory.between.return')} · ` : ''}
            {one.state === 'completed' ? '' : `${t(`memory.between.state.${one.state}`)} · `}
            {names.slice(0, 2).join(', ') || one.order_key}
            {names.length > 2 ? ` +${names.length - 2}` : ''}
          </span>
        </span>
        <Money value={minorMoney(one.total_minor, one.currency)} />
      </button>
      {open ? (
        <table className={classes.purchaseLines} aria-label={one.order_key}>
          <tbody>
            {one.lines.map((line) => (
              <tr key={line.line_no}>
                <th scope="row">{line.name ?? line.product ?? t('memory.story.noProduct')}</th>
                <td>{`× ${line.quantity.replace(/\.0+$/, '')}`}</td>
                <td>
                  <Money value={minorMoney(line.total_minor, one.currency)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </li>
  );
}
