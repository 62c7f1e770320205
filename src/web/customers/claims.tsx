import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Profile, settleClaim, show as showCustomer } from '../../shared/customers.ts';
import { recall } from '../../shared/memory.ts';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { useSourceName } from '../parts/source-name.ts';
import { KeyText, When } from '../parts/values.tsx';
import { useCan } from '../platform/session.ts';
import { useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { AskWords } from './ask-words.tsx';
import { sayKind } from './key-words.ts';
import classes from './told.module.css';

type Claim = Profile['claims'][number];

/** Keys that were only claimed, to be looked at: his or not his, and by what one knows. */
export function Claims({ profile }: { readonly profile: Profile }) {
  const { t } = useWords();
  const [settling, setSettling] = useState<{ readonly claim: Claim; readonly outcome: 'verified' | 'refused' }>();
  const settle = useTell(settleClaim, { refresh: [showCustomer, recall], done: () => setSettling(undefined) });
  if (profile.claims.length === 0) return null;
  return (
    <section className={classes.part} data-tone="waiting">
      <div className={classes.partHead}>
        <h3>{t('customers.claim.title', { count: profile.claims.length })}</h3>
      </div>
      <ul className={classes.list}>
        {profile.claims.map((claim) => (
          <ClaimLine
            key={`${claim.customer_id} ${claim.claim_id}`}
            claim={claim}
            own={profile.members.some((member) => member.customer_id === claim.holder?.customer_id)}
            onSettle={(outcome) => setSettling({ claim, outcome })}
          />
        ))}
      </ul>
      {settling ? (
        <AskWords
          title={t(settling.outcome === 'verified' ? 'customers.claim.verify' : 'customers.claim.refuse')}
          sentence={t(
            settling.outcome === 'verified' ? 'customers.claim.verifySentence' : 'customers.claim.refuseSentence',
            { value: settling.claim.value },
          )}
          label={t('customers.key.evidence')}
          act={t(settling.outcome === 'verified' ? 'customers.claim.verify' : 'customers.claim.refuse')}
          error={settle.error}
          busy={settle.isPending}
          onClose={() => setSettling(undefined)}
          onWords={(evidence) =>
            settle.mutate({
              customer_id: settling.claim.customer_id,
              claim_id: settling.claim.claim_id,
              outcome: settling.outcome,
              evidence,
            })
          }
        />
      ) : null}
    </section>
  );
}

interface ClaimLineProps {
  readonly claim: Claim;
  /** The key is held by a record that was joined with his since. */
  readonly own: boolean;
  readonly onSettle: (outcome: 'verified' | 'refused') => void;
}

function ClaimLine({ claim, own, onSettle }: ClaimLineProps) {
  const { t } = useWords();
  const can = useCan();
  const source = useSourceName()(claim.source);
  const holder = own ? null : claim.holder;
  return (
    <li className={classes.claim}>
      <span className={classes.kind}>{sayKind(t, claim.kind)}</span>
      <span className={classes.value}>
        <KeyText value={claim.value} />
      </span>
      <span className={classes.about}>
        {source === undefined ? '' : `${source}, `}
        <When at={claim.claimed_at} />
      </span>
      {holder ? (
        <span className={classes.about}>
          {t('customers.claim.holder')}{' '}
          <LinkTo to={`/customers/${holder.customer_id}`}>{holder.name ?? t('customers.noName')}</LinkTo>.{' '}
          {can('customers.merge') ? t('customers.claim.joinSentence') : null}
        </span>
      ) : null}
      {can('customers.write') ? (
        <span className={classes.acts}>
          {holder === null ? (
            <Button size="compact-sm" variant="default" onClick={() => onSettle('verified')}>
              {t('customers.claim.verify')}
            </Button>
          ) : can('customers.merge') ? (
            <ButtonTo
              to={`/customers/${claim.customer_id}?join=${holder.customer_id}`}
              size="compact-sm"
              variant="default"
            >
              {t('customers.claim.join')}
            </ButtonTo>
          ) : null}
          <Button size="compact-sm" variant="subtle" onClick={() => onSettle('refused')}>
            {t('customers.claim.refuse')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}
