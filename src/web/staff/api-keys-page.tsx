import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReplyOf } from '../../shared/contract.ts';
import { apiKeys, revokeApiKey } from '../../shared/staff-house.ts';
import { changes } from '../../shared/staff-people.ts';
import { confirm } from '../parts/confirm.tsx';
import { LinkTo } from '../parts/link.tsx';
import { List } from '../parts/list.tsx';
import { Page, Section } from '../parts/page.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { tellDone, tellRefused } from '../parts/toast.tsx';
import { When } from '../parts/values.tsx';
import { now } from '../platform/clock.ts';
import { useShow } from '../platform/show.ts';
import { useAsk, useTell } from '../platform/use-ask.ts';
import { useWords } from '../platform/words.ts';
import { MakeKeyForm } from './make-key-form.tsx';

type Key = ReplyOf<typeof apiKeys>['keys'][number];

/** Keys with which other programs act here: what each may do, when it was last used. */
export function ApiKeysPage() {
  const { t } = useWords();
  const asked = useAsk(apiKeys, {});
  const [making, setMaking] = useState(false);
  const make = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setMaking(true)}>
      {t('staff.keys.make')}
    </Button>
  );
  return (
    <Page
      title={t('staff.keys.title')}
      sentence={t('staff.keys.sentence')}
      above={<LinkTo to="/settings">{t('shell.nav.settings')}</LinkTo>}
      acts={make}
    >
      <Answer of={asked}>
        {({ keys }) => {
          const live = keys.filter(isLive);
          const ended = keys.filter((key) => !isLive(key));
          return (
            <>
              {live.length === 0 ? (
                <Empty title={t('staff.keys.none')} sentence={t('staff.keys.noneSentence')} />
              ) : (
                <Keys label={t('staff.keys.title')} keys={live} />
              )}
              {ended.length === 0 ? null : (
                <Section title={t('staff.keys.ended')}>
                  <Keys label={t('staff.keys.ended')} keys={ended} />
                </Section>
              )}
            </>
          );
        }}
      </Answer>
      {making ? <MakeKeyForm onClose={() => setMaking(false)} /> : null}
    </Page>
  );
}

function isLive(key: Key): boolean {
  return key.revoked_at === null && (key.until === null || key.until > now().toISOString());
}

function Keys({ label, keys }: { readonly label: string; readonly keys: readonly Key[] }) {
  const { t } = useWords();
  const show = useShow();
  const revoking = useTell(revokeApiKey, {
    refresh: [apiKeys, changes],
    refused: tellRefused,
    done: () => tellDone(t('staff.keys.revoked')),
  });
  const revoke = async (key: Key) => {
    const sure = await confirm({
      title: t('staff.keys.revokeTitle', { name: key.name }),
      sentence: t('staff.keys.revokeSentence'),
      act: t('staff.keys.revoke'),
      cancel: t('parts.act.cancel'),
      grave: true,
    });
    if (sure) revoking.mutate({ key_id: key.key_id });
  };
  const row = (key: Key) => (
    <RowLine
      faded={!isLive(key)}
      name={key.name}
      detail={
        <>
          <code>{key.prefix}…</code> · {show.list(key.scopes.map((scope) => t(`staff.right.${scope}.name`)))} ·{' '}
          {t('staff.keys.madeBy', { name: key.made_by_name })}
        </>
      }
      end={<Used keyShown={key} />}
    />
  );
  return (
    <List
      label={label}
      items={keys}
      keyOf={(key) => key.key_id}
      row={row}
      acts={(key) =>
        isLive(key) ? (
          <Button variant="subtle" size="compact-sm" color="owed" onClick={() => void revoke(key)}>
            {t('staff.keys.revoke')}
          </Button>
        ) : null
      }
    />
  );
}

function Used({ keyShown }: { readonly keyShown: Key }) {
  const { t } = useWords();
  if (keyShown.revoked_at !== null) {
    return (
      <>
        {t('staff.keys.revokedAt')} <When at={keyShown.revoked_at} as="date" />
      </>
    );
  }
  return keyShown.last_used_at === null ? (
    t('staff.keys.notUsed')
  ) : (
    <>
      {t('staff.keys.used')} <When at={keyShown.last_used_at} />
    </>
  );
}
