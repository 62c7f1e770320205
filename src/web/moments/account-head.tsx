import { Link } from '@tanstack/react-router';
import { account, ofCustomer } from '../../shared/moments.ts';
import { AccountStrip } from '../parts/account-strip.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './account.module.css';
import { dotsOf, sayStanding, useFirstName } from './account-words.ts';

/** At the head of a customer's page: what is owed to him, dots in time, and what it means for offering; live. */
export function AccountHead({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const { data } = useAsk(account, { customer_id: customerId });
  const { first } = useFirstName(customerId);
  useLiveRefresh(['moments.changed', 'moments.recovery-changed'], [account, ofCustomer], customerId);
  if (data === undefined) return <div className={classes.head} />;
  if (data.moments === 0) return null;
  return (
    <div className={classes.head} data-owed={data.owed > 0}>
      <Link to={`/customers/${customerId}/moments`} className={classes.open}>
        <AccountStrip moments={dotsOf(data.strip)} balance={data.balance} word={false} />
        <span className={classes.standing}>{sayStanding(t, data, first)}</span>
      </Link>
      <span className={classes.rule}>
        {data.may_offer === 'asked-or-saving' ? t('moments.account.offerNone') : null}
        {data.forgotten ? t('moments.account.forgotten') : null}
      </span>
    </div>
  );
}
