import { account, ofCustomer } from '../../shared/moments.ts';
import { AccountStrip, Balance } from '../parts/account-strip.tsx';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Answer, Empty, Failed } from '../parts/states.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useParam } from '../platform/place.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './account.module.css';
import { type AccountTold, dotsOf, sayStanding, useFirstName } from './account-words.ts';
import { MomentLine } from './moment-line.tsx';
import { momentPath } from './moment-words.ts';
import { RecoveryLine } from './recovery-line.tsx';

/** A customer's account of five to one: how it stands, how it is repaid, what may be offered, and the moments that made it. */
export function AccountPage() {
  const { t } = useWords();
  const customerId = useParam('customer_id');
  const { first, whole } = useFirstName(customerId);
  const asked = useAsk(account, { customer_id: customerId });
  useLiveRefresh(['moments.changed', 'moments.recovery-changed'], [account, ofCustomer], customerId);
  return (
    <Page
      title={t('moments.account.title', { name: whole })}
      above={
        <>
          <LinkTo to="/moments/accounts">{t('moments.account.listTitle')}</LinkTo> ·{' '}
          <LinkTo to={`/customers/${customerId}`}>{whole}</LinkTo>
        </>
      }
      sentence={asked.data === undefined ? null : t('moments.account.sentence', { five: asked.data.five })}
    >
      <Answer of={asked}>{(told) => <Known told={told} name={first} />}</Answer>
      <Moments customerId={customerId} />
    </Page>
  );
}

function Known({ told, name }: { readonly told: AccountTold; readonly name: string }) {
  const { t } = useWords();
  const show = useShow();
  const { hold, plan } = told;
  return (
    <>
      <div className={classes.strip}>
        <p className={classes.big} data-owed={told.owed > 0}>
          {sayStanding(t, told, name)}
        </p>
        <div className={classes.scroll}>
          <AccountStrip moments={dotsOf(told.strip)} balance={told.balance} drawn={40} />
        </div>
        <p className={classes.soft}>
          {t('moments.account.counts', { good: told.positive, indifferent: told.indifferent, bad: told.negative })}
          {told.cap === null ? '' : ` ${t('moments.account.cap', { cap: told.cap })}`}
          {told.faded === told.balance
            ? ''
            : ` ${t('moments.account.faded', { value: show.number(told.faded, 1).replace('-', '−') })}`}
        </p>
      </div>
      {told.forgotten ? <p className={classes.note}>{t('moments.account.forgotten')}</p> : null}
      {hold === null ? null : (
        <p className={classes.note}>
          {hold.until === null
            ? t('moments.account.hold', { reason: hold.reason })
            : t('moments.account.holdUntil', { reason: hold.reason, at: show.date(hold.until) })}
        </p>
      )}
      <div className={classes.columns}>
        <Section title={t('moments.account.plan')}>
          {plan.wanting === 0 ? (
            <p className={classes.soft}>{t('moments.account.nothingWanting')}</p>
          ) : (
            <ol className={classes.plan}>
              <li>{t('moments.account.wanting', { count: plan.wanting })}</li>
              <li>
                {plan.asking_at === null
                  ? t('moments.account.notAsking')
                  : t('moments.account.asking', { at: show.exact(plan.asking_at) })}
              </li>
            </ol>
          )}
        </Section>
        <Section title={t('moments.account.offer')}>
          <p className={classes.offer} data-owed={told.may_offer === 'asked-or-saving'}>
            {told.may_offer === 'asked-or-saving' ? t('moments.account.offerNone') : t('moments.account.offerAny')}
          </p>
        </Section>
      </div>
      {plan.recoveries.length === 0 ? null : (
        <Section title={t('moments.account.repairs')}>
          <List
            label={t('moments.account.repairs')}
            items={plan.recoveries}
            keyOf={(one) => one.recovery_id}
            to={(one) => `/moments/${one.customer_id}/${one.recovery_id}`}
            row={(one) => <RecoveryLine recovery={one} named={false} />}
          />
        </Section>
      )}
    </>
  );
}

/** The moments that made the account, newest first, each with the balance after it. */
function Moments({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const asked = useAskPages(
    ofCustomer,
    (cursor) => ({ customer_id: customerId, limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
    (reply) => reply.next,
  );
  const moments = asked.data?.pages.flatMap((page) => page.moments);
  return (
    <Section title={t('moments.account.moments')}>
      {moments === undefined ? (
        asked.error ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : (
          <ListSkeleton rows={6} />
        )
      ) : moments.length === 0 ? (
        <Empty title={t('moments.account.none')} sentence={t('moments.account.noneSentence')} />
      ) : (
        <List
          label={t('moments.account.moments')}
          items={moments}
          keyOf={(one) => one.moment_id}
          to={momentPath}
          row={(one) => (
            <MomentLine
              moment={one}
              named={false}
              end={
                one.sign === 1 && !one.own ? (
                  <span className={classes.soft}>{t('moments.account.others')}</span>
                ) : one.sign === null ? null : (
                  <span className={classes.after}>
                    <Balance balance={one.balance} />
                  </span>
                )
              }
            />
          )}
          more={{
            has: asked.hasNextPage,
            busy: asked.isFetchingNextPage,
            load: () => void asked.fetchNextPage(),
          }}
        />
      )}
    </Section>
  );
}
