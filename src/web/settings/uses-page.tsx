import { z } from 'zod';
import { purposes, type ReplyOf } from '../../shared/contract.ts';
import { uses } from '../../shared/privacy.ts';
import { roles } from '../../shared/staff.ts';
import { FindCustomer } from '../parts/find-customer.tsx';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { ListSkeleton } from '../parts/skeletons.tsx';
import { Empty, Failed } from '../parts/states.tsx';
import { When } from '../parts/values.tsx';
import { useAddress } from '../platform/place.ts';
import { useAskPages } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import classes from './settings.module.css';

type Use = ReplyOf<typeof uses>['uses'][number];
const address = z.object({ customer: z.string().optional(), name: z.string().optional() });

/** Who looked at one customer's data, when, by what and for what; for the privacy officer. */
export function UsesPage() {
  const { t } = useWords();
  const [{ customer, name }, setAddress] = useAddress(address);
  return (
    <Page
      title={t('privacy.uses.title')}
      sentence={t('privacy.uses.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
      acts={
        <ButtonTo to="/settings/uses/proof" variant="default">
          {t('privacy.proof.go')}
        </ButtonTo>
      }
    >
      <div className={classes.finder}>
        <FindCustomer
          label={t('privacy.uses.find')}
          onFound={(found) => setAddress({ customer: found.customer_id, name: found.name ?? undefined })}
        />
      </div>
      {customer === undefined ? (
        <Empty title={t('privacy.uses.choose')} sentence={t('privacy.uses.chooseSentence')} />
      ) : (
        <Section
          title={name ?? t('privacy.uses.oneCustomer')}
          acts={<LinkTo to={`/customers/${customer}`}>{t('privacy.uses.toCustomer')}</LinkTo>}
        >
          <UsesOf customerId={customer} />
        </Section>
      )}
    </Page>
  );
}

function UsesOf({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const asked = useAskPages(
    uses,
    (cursor) => ({ customer_id: customerId, limit: 100, ...(cursor === undefined ? {} : { cursor }) }),
    (reply) => reply.next,
  );
  const all = asked.data?.pages.flatMap((page) => page.uses);
  if (all === undefined) {
    return asked.error ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : <ListSkeleton />;
  }
  if (all.length === 0) return <Empty title={t('privacy.uses.none')} />;
  return (
    <List
      label={t('privacy.uses.title')}
      items={all}
      keyOf={(use) => use.use_id}
      row={(use) => <UseLine use={use} />}
      more={{ has: asked.hasNextPage, busy: asked.isFetchingNextPage, load: () => void asked.fetchNextPage() }}
    />
  );
}

function UseLine({ use }: { readonly use: Use }) {
  const { t, language } = useWords();
  const role = roles.find((one) => one === use.role);
  const purpose = purposes.find((one) => one === use.purpose);
  const who = role === undefined ? t(`privacy.actor.${use.actor_kind}`) : t(`staff.role.${role}`);
  return (
    <RowLine
      name={[who, use.department?.[language]].filter(Boolean).join(', ')}
      detail={[purpose === undefined ? use.purpose : t(`privacy.purpose.${purpose}`), use.verb].join(' · ')}
      end={<When at={use.at} />}
    />
  );
}
