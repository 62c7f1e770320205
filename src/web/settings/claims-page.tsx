import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { claims, counts, keyKinds, settleClaim } from '../../shared/customers.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { ButtonTo, LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { useSourceName } from '../parts/source-name.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { tellDone } from '../parts/toast.tsx';
import { When } from '../parts/values.tsx';
import { useLiveRefresh } from '../platform/live.ts';
import { useCan } from '../platform/session.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';

type Claim = ReplyOf<typeof claims>['claims'][number];
type Outcome = 'verified' | 'refused';

/** Keys that somebody says are his and nobody has checked: to be verified or refused, oldest first. */
export function ClaimsPage() {
  const { t } = useWords();
  const can = useCan();
  const asked = useAsk(claims, { limit: 200 });
  useLiveRefresh(['memory.remembered', 'customers.made'], [claims]);
  const [open, setOpen] = useState<{ readonly claim: Claim; readonly outcome: Outcome }>();
  const acts = (claim: Claim) =>
    can('customers.write') ? (
      <>
        {claim.holder === null ? (
          <Button size="compact-sm" variant="light" onClick={() => setOpen({ claim, outcome: 'verified' })}>
            {t('settings.claims.verify')}
          </Button>
        ) : can('customers.merge') ? (
          <ButtonTo
            to={`/customers/${claim.customer_id}?join=${claim.holder.customer_id}`}
            size="compact-sm"
            variant="light"
          >
            {t('customers.claim.join')}
          </ButtonTo>
        ) : null}
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen({ claim, outcome: 'refused' })}>
          {t('settings.claims.refuse')}
        </Button>
      </>
    ) : null;
  return (
    <Page
      title={t('settings.claims.title')}
      sentence={t('settings.claims.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
    >
      <Answer of={asked}>
        {(reply) =>
          reply.claims.length === 0 ? (
            <Empty title={t('settings.claims.none')} sentence={t('settings.claims.noneSentence')} />
          ) : (
            <List
              label={t('settings.claims.title')}
              items={reply.claims}
              keyOf={(claim) => `${claim.customer_id}${claim.claim_id}`}
              to={(claim) => `/customers/${claim.customer_id}`}
              row={(claim) => <ClaimLine claim={claim} />}
              acts={acts}
            />
          )
        }
      </Answer>
      {open ? <SettleForm {...open} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  );
}

function ClaimLine({ claim }: { readonly claim: Claim }) {
  const { t } = useWords();
  const source = useSourceName()(claim.source);
  const kind = keyKinds.find((one) => one === claim.kind) ?? 'other';
  const holder = claim.holder
    ? t('settings.claims.held', { name: claim.holder.name ?? t('settings.claims.unnamed') })
    : t('settings.claims.free');
  return (
    <RowLine
      name={t('settings.claims.says', {
        name: claim.name ?? t('settings.claims.unnamed'),
        kind: t(`settings.key.${kind}`),
        value: claim.value,
      })}
      detail={[source, holder].filter(Boolean).join(' · ')}
      end={<When at={claim.claimed_at} />}
    />
  );
}

interface SettleFormProps {
  readonly claim: Claim;
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

function SettleForm({ claim, outcome, onClose }: SettleFormProps) {
  const { t } = useWords();
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const settling = useTell(settleClaim, {
    refresh: [claims, counts],
    done: () => {
      onClose();
      tellDone(t(`settings.claims.done.${outcome}`));
    },
  });
  const submit = () => {
    setTried(true);
    if (evidence.trim() === '') return;
    settling.mutate({ customer_id: claim.customer_id, claim_id: claim.claim_id, outcome, evidence });
  };
  return (
    <FormDialog
      title={t(`settings.claims.settle.${outcome}`)}
      act={outcome === 'verified' ? t('settings.claims.verify') : t('settings.claims.refuse')}
      busy={settling.isPending}
      error={settling.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Group gap="xs">
        <Text fw={600}>{claim.value}</Text>
        <Text c="dimmed">{claim.name}</Text>
      </Group>
      <TextInput
        label={t('settings.claims.evidence')}
        description={t(`settings.claims.evidenceHelp.${outcome}`)}
        data-autofocus
        value={evidence}
        error={tried && evidence.trim() === '' ? t('staff.field.needed') : undefined}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
