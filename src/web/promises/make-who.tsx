import { Button } from '@mantine/core';
import { show as showCustomer } from '../../shared/customers.ts';
import { FindCustomer } from '../parts/find-customer.tsx';
import { calledOf } from '../parts/found-customer.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import type { Draft } from './draft-rules.ts';
import classes from './make.module.css';

export interface MakeWhoProps {
  readonly customer: Draft['customer'];
  /** An inner step stands with the customer of the promise that waits for it. */
  readonly fixed: boolean;
  readonly missing: boolean;
  readonly onChoose: (customer: Draft['customer']) => void;
}

/** To whom a promise is made: found as one types, or known from the page. */
export function MakeWho({ customer, fixed, missing, onChoose }: MakeWhoProps) {
  const { t } = useWords();
  const known = useAsk(
    showCustomer,
    { customer_id: customer?.id ?? '' },
    { when: customer !== undefined && customer.name === null },
  );
  if (customer !== undefined) {
    const name = customer.name ?? (known.data === undefined ? '…' : (known.data.name ?? t('customers.noName')));
    return (
      <div className={classes.who}>
        <span>
          <span className={classes.label}>{t('promises.make.who')}</span>
          <strong>{name}</strong>
        </span>
        {fixed ? null : (
          <Button variant="subtle" size="compact-sm" onClick={() => onChoose(undefined)}>
            {t('memory.capture.someoneElse')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div>
      <FindCustomer
        label={t('promises.make.who')}
        autoFocus
        onFound={(found) => onChoose({ id: found.customer_id, name: calledOf(t, found) })}
      />
      {missing ? (
        <p className={classes.missing} role="alert">
          {t('memory.capture.whoMissing')}
        </p>
      ) : null}
    </div>
  );
}
