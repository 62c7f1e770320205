import { show as showCustomer } from '../../shared/customers.ts';
import { TextSkeleton } from '../parts/skeletons.tsx';
import { Answer } from '../parts/states.tsx';
import { useAsk } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { Agreements } from './agreements.tsx';
import { Claims } from './claims.tsx';
import { Keys } from './keys.tsx';
import { Links } from './links.tsx';
import classes from './told.module.css';

/** What he told us of who he is: claims to look at first, keys, agreements, and what was joined into him. */
export function Told({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const asked = useAsk(showCustomer, { customer_id: customerId });
  return (
    <section aria-label={t('customers.told.title')}>
      <h2 className={classes.columnTitle}>{t('customers.told.title')}</h2>
      <Answer of={asked} skeleton={<TextSkeleton lines={6} />}>
        {(profile) => (
          <>
            {profile.note === null ? null : <p className={classes.note}>{profile.note}</p>}
            <Claims profile={profile} />
            <Keys profile={profile} />
            <Agreements profile={profile} />
            <Links profile={profile} />
          </>
        )}
      </Answer>
    </section>
  );
}
